#include "compiler/verify/headings.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>

namespace pol::verifying {
namespace {

struct Heading {
    std::string_view words;
    Zone zone;
};
/// In lower case; longer ones before those they begin with.
constexpr auto headings = std::to_array<Heading>({
    {"policy application", Zone::boxes},
    {"lines of business", Zone::boxes},
    {"line of business", Zone::boxes},
    {"applies to", Zone::boxes},
    {"applicable lines of business", Zone::boxes},
    {"applicability", Zone::boxes},
    {"this policy applies to", Zone::boxes},
    {"description", Zone::description},
    {"background", Zone::description},
    {"overview", Zone::description},
    {"indications", Zone::description},
    {"indications and usage", Zone::description},
    {"drug description", Zone::description},
    {"introduction", Zone::description},
    {"summary", Zone::description},
    {"rationale", Zone::description},
    {"clinical background", Zone::description},
    {"summary of evidence", Zone::description},
    {"definitions", Zone::description},
    {"policy guidelines", Zone::guidelines},
    {"general guidelines", Zone::guidelines},
    {"additional guidelines", Zone::guidelines},
    {"guidelines", Zone::guidelines},
    {"additional information", Zone::guidelines},
    {"policy notes", Zone::guidelines},
    {"policy statement", Zone::policy},
    {"policy criteria", Zone::policy},
    {"policy", Zone::policy},
    {"coverage criteria", Zone::policy},
    {"clinical criteria", Zone::policy},
    {"approval criteria", Zone::policy},
    {"prior authorization criteria", Zone::policy},
    {"medical necessity criteria", Zone::policy},
    {"coverage policy", Zone::policy},
    {"criteria", Zone::policy},
    {"coverage", Zone::policy},
    {"medical necessity", Zone::policy},
    {"codes", Zone::codes},
    {"coding", Zone::codes},
    {"coding information", Zone::codes},
    {"billing codes", Zone::codes},
    {"applicable codes", Zone::codes},
    {"procedure codes", Zone::codes},
    {"diagnosis codes", Zone::codes},
    {"hcpcs codes", Zone::codes},
    {"hcpcs", Zone::codes},
    {"cpt codes", Zone::codes},
    {"cpt", Zone::codes},
    {"icd-10 codes", Zone::codes},
    {"icd-10-cm codes", Zone::codes},
    {"icd-10", Zone::codes},
    {"billing", Zone::codes},
    {"references", Zone::references},
    {"bibliography", Zone::references},
    {"sources", Zone::references},
    {"updates", Zone::history},
    {"revision history", Zone::history},
    {"revisions", Zone::history},
    {"history", Zone::history},
    {"policy history", Zone::history},
    {"review history", Zone::history},
    {"update history", Zone::history},
    {"change history", Zone::history},
    {"document history", Zone::history},
    {"revision log", Zone::history},
    {"policy updates", Zone::history},
});

constexpr std::size_t longest_heading = 40;
/// With its point: `VIII.` before a heading.
constexpr std::size_t longest_number = 5;

std::optional<Zone> zone_of(std::string_view words) {
    if (words.size() > longest_heading) return std::nullopt;
    const std::string lower = lower_case(words);
    for (const Heading& heading : headings)
        if (heading.words == lower) return heading.zone;
    return std::nullopt;
}

bool is_in_capitals(std::string_view words) { return std::none_of(words.begin(), words.end(), is_lower); }

/// Without a number such as `IV.` or `3.` before it.
std::string_view without_number(std::string_view text) {
    const std::size_t end = text.substr(0, longest_number + 1).find(' ');
    if (end == std::string_view::npos || end == 0 || text[end - 1] != '.') return text;
    const std::string_view number = text.substr(0, end - 1);
    const bool numbers = all_digits(number) || number.find_first_not_of("IVX") == std::string_view::npos;
    return numbers ? trimmed(text.substr(end)) : text;
}

/// The part that a whole line, or the rest of one, opens. Without a colon it stands behind an empty line or is in
/// capitals.
std::optional<Zone> opened_by(std::string_view text, bool gap_before) {
    std::string_view words = without_number(text);
    const bool colon = words.ends_with(':');
    if (colon) words = trimmed(words.substr(0, words.size() - 1));
    if (words.empty() || !is_upper(words.front())) return std::nullopt;
    return colon || gap_before || is_in_capitals(words) ? zone_of(words) : std::nullopt;
}

/// A heading in capitals with a colon inside a line, `POLICY GUIDELINES: 1. …`.
struct InnerHeading {
    std::size_t begin = 0;
    std::size_t behind = 0;
    Zone zone = Zone::top;
};
std::optional<InnerHeading> heading_inside(std::string_view text) {
    for (std::size_t colon = text.find(':'); colon != std::string_view::npos; colon = text.find(':', colon + 1)) {
        std::size_t begin = colon;
        while (begin > 0 && (is_upper(text[begin - 1]) || text[begin - 1] == ' ' || text[begin - 1] == '-' ||
                             is_digit(text[begin - 1])))
            --begin;
        const std::string_view words = trimmed(text.substr(begin, colon - begin));
        if (words.empty() || !is_in_capitals(words)) continue;
        if (const std::optional<Zone> zone = zone_of(words)) return InnerHeading{begin, colon + 1, *zone};
    }
    return std::nullopt;
}

class ZoneReader {
public:
    void take(const PrintedLine& line) {
        const std::string_view all = line.text.text;
        // A line may have any number of headings: each is read where it stands, without a copy of what is behind it.
        for (std::size_t begin = 0; begin < all.size();
             begin = std::min(all.find_first_not_of(' ', begin), all.size())) {
            const std::string_view rest = all.substr(begin);
            if (const std::optional<Zone> opened = opened_by(rest, line.gap_before)) return open(*opened);
            const std::optional<InnerHeading> inner = heading_inside(rest);
            if (!inner) return add(line, begin, all.size());
            if (!trimmed(rest.substr(0, inner->begin)).empty()) add(line, begin, begin + inner->begin);
            open(inner->zone);
            begin += inner->behind;
        }
    }

    std::vector<ZonedLine> lines() {
        const bool has_policy =
            std::any_of(lines_.begin(), lines_.end(), [](const ZonedLine& line) { return line.zone == Zone::policy; });
        for (ZonedLine& line : lines_)
            if (!has_policy && (line.zone == Zone::top || line.zone == Zone::description)) line.zone = Zone::policy;
        return std::move(lines_);
    }

private:
    void open(Zone zone) {
        zone_ = zone;
        begins_ = true;
    }
    void add(const PrintedLine& line, std::size_t begin, std::size_t end) {
        PrintedLine part{line.text.part(begin, end), line.gap_before, line.gap_behind, line.page_before};
        lines_.push_back({std::move(part), zone_, begins_});
        begins_ = false;
    }

    std::vector<ZonedLine> lines_;
    Zone zone_ = Zone::top;
    bool begins_ = true;
};

}  // namespace

std::vector<ZonedLine> zoned_lines(const std::vector<PrintedLine>& lines) {
    ZoneReader reader;
    for (const PrintedLine& line : lines) reader.take(line);
    return reader.lines();
}

}  // namespace pol::verifying
