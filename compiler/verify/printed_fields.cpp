#include "compiler/verify/printed_fields.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

namespace pol::verifying {
namespace {

struct Key {
    std::string_view words;
    FieldKind kind;
};
/// In lower case, as they stand before a colon.
constexpr auto keys = std::to_array<Key>({
    {"policy number", FieldKind::number},
    {"policy no.", FieldKind::number},
    {"policy no", FieldKind::number},
    {"policy #", FieldKind::number},
    {"document number", FieldKind::number},
    {"policy id", FieldKind::number},
    {"subject", FieldKind::subject},
    {"policy title", FieldKind::subject},
    {"policy name", FieldKind::subject},
    {"title", FieldKind::subject},
    {"drug name", FieldKind::subject},
    {"drug", FieldKind::subject},
    {"effective date", FieldKind::effective},
    {"effective", FieldKind::effective},
    {"last review date", FieldKind::reviewed},
    {"last reviewed", FieldKind::reviewed},
    {"last review", FieldKind::reviewed},
    {"review date", FieldKind::reviewed},
    {"reviewed", FieldKind::reviewed},
    {"last revised", FieldKind::reviewed},
    {"revision date", FieldKind::reviewed},
    {"last revision date", FieldKind::reviewed},
    {"revised", FieldKind::reviewed},
    {"last updated", FieldKind::reviewed},
    {"date of last review", FieldKind::reviewed},
});

/// The head of a document takes no more lines.
constexpr std::size_t lines_of_head = 25;
constexpr std::size_t most_subject_signs = 120;

struct FoundKey {
    std::size_t begin = 0;
    std::size_t behind = 0;
    FieldKind kind = FieldKind::number;
};

/// The key that ends at a colon: the longest whose words stand there.
std::optional<FoundKey> key_before(std::string_view lower, std::size_t colon) {
    std::optional<FoundKey> found;
    const std::string_view before = trimmed(lower.substr(0, colon));
    for (const Key& key : keys) {
        if (!before.ends_with(key.words)) continue;
        const std::size_t begin = before.size() - key.words.size();
        if (begin > 0 && before[begin - 1] != ' ') continue;
        if (!found || begin < found->begin) found = FoundKey{begin, colon + 1, key.kind};
    }
    return found;
}

}  // namespace

std::vector<PrintedField> printed_fields(const std::vector<PrintedLine>& lines) {
    PrintedText head;
    for (std::size_t i = 0; i < std::min(lines.size(), lines_of_head); ++i) read_on(head, lines[i].text);
    const std::string lower = lower_case(head.text);
    std::vector<FoundKey> found;
    for (std::size_t colon = lower.find(':'); colon != std::string::npos; colon = lower.find(':', colon + 1))
        if (const std::optional<FoundKey> key = key_before(lower, colon)) found.push_back(*key);
    std::vector<PrintedField> fields;
    for (std::size_t i = 0; i < found.size(); ++i) {
        const std::size_t limit = std::min(head.text.size(), found[i].behind + most_subject_signs);
        const std::size_t end = i + 1 < found.size() ? std::min(found[i + 1].begin, limit) : limit;
        const bool is_known = std::any_of(fields.begin(), fields.end(),
                                          [&](const PrintedField& field) { return field.kind == found[i].kind; });
        if (!is_known && end > found[i].behind) fields.push_back({found[i].kind, head.part(found[i].behind, end)});
    }
    return fields;
}

}  // namespace pol::verifying
