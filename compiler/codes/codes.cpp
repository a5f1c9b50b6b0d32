#include "compiler/codes/codes.hpp"

namespace pol::codes {
namespace {

constexpr std::string_view between = " to ";
constexpr std::size_t category_length = 3;

ParsedCode parsed(CodeSystem system, std::string_view written) {
    if (system == CodeSystem::ndc && written.find('-') == std::string_view::npos) return {};
    return parse_code(system, Text(written.data(), static_cast<std::uint32_t>(written.size())));
}

/// How many numbers there are from a code to the end of all that begin as it does.
std::int64_t width_of(CodeSystem system, std::string_view written) {
    if (system != CodeSystem::icd10cm) return 1;
    const std::size_t length = written.size() > category_length ? written.size() - 1 : category_length;
    std::int64_t width = 1;
    for (std::size_t i = length; i < detail::longest_icd10cm; ++i) width *= detail::code_base;
    return width;
}

Reading faulty(Fault fault, std::string_view part) { return {fault, std::string(part), {}}; }

/// One code, with all that begin as it does where `*` stands behind it.
Reading read_one(CodeSystem system, std::string_view written) {
    std::string_view code = written;
    const bool is_pattern = code.ends_with('*');
    if (is_pattern) code.remove_suffix(1);
    if (is_pattern && (system != CodeSystem::icd10cm || code.size() <= category_length))
        return faulty(Fault::wildcard, written);
    if (is_pattern && code.size() == category_length + 1) {
        if (!code.ends_with('.')) return faulty(Fault::shape, written);
        code.remove_suffix(1);
    }
    const ParsedCode found = parsed(system, code);
    if (!found.valid) return faulty(Fault::shape, written);
    const auto first = static_cast<std::int64_t>(found.code.key);
    return {Fault::none, {}, {first, is_pattern ? first + width_of(system, code) - 1 : first}};
}

Reading read_range(CodeSystem system, std::string_view first, std::string_view last) {
    for (const std::string_view part : {first, last})
        if (part.find('*') != std::string_view::npos) return faulty(Fault::wildcard, part);
    const Reading from = read_one(system, first);
    if (from.fault != Fault::none) return from;
    const Reading through = read_one(system, last);
    if (through.fault != Fault::none) return through;
    if (through.range.first < from.range.first) return faulty(Fault::reversed, last);
    return {Fault::none, {}, {from.range.first, through.range.first + width_of(system, last) - 1}};
}

char symbol(std::uint64_t digit) {
    constexpr std::string_view symbols = " 0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    return symbols[digit];
}

std::string characters(std::uint64_t key) {
    std::string text;
    for (; key > 0; key /= detail::code_base) text.insert(text.begin(), symbol(key % detail::code_base));
    while (text.ends_with(' ')) text.pop_back();
    return text;
}

std::string segments(std::uint64_t key) {
    constexpr std::size_t digits_of_package = 11;
    constexpr std::size_t digits_behind_labeler = 6;
    std::string text = std::to_string(key);
    if (text.size() < digits_of_package) text.insert(0, digits_of_package - text.size(), '0');
    text.insert(text.size() - 2, "-");
    text.insert(text.size() - digits_behind_labeler - 1, "-");
    return text;
}

}  // namespace

Reading read(CodeSystem system, std::string_view written) {
    const std::size_t end = written.find(between);
    if (end == std::string_view::npos) return read_one(system, written);
    return read_range(system, written.substr(0, end), written.substr(end + between.size()));
}

std::optional<std::string> written(CodeSystem system, std::int64_t number) {
    const auto key = static_cast<std::uint64_t>(number);
    std::string text = system == CodeSystem::ndc ? segments(key) : characters(key);
    if (system == CodeSystem::icd10cm && text.size() > category_length) text.insert(category_length, ".");
    const ParsedCode found = parsed(system, text);
    if (!found.valid || found.code.key != key) return std::nullopt;
    return text;
}

std::optional<std::string> written(CodeSystem system, const Range& range) {
    const std::optional<std::string> first = written(system, range.first);
    const std::optional<std::string> last = written(system, range.last);
    if (!first || !last) return std::nullopt;
    const std::string pattern = *first + (first->size() == category_length ? ".*" : "*");
    if (read(system, pattern).range == range) return pattern;
    std::string shortest = *last;
    while (shortest.size() > category_length && shortest.ends_with('Z')) shortest.pop_back();
    if (shortest.ends_with('.')) shortest.pop_back();
    const std::string whole = *first + std::string(between) + shortest;
    return read(system, whole).range == range ? whole : *first + std::string(between) + *last;
}

}  // namespace pol::codes
