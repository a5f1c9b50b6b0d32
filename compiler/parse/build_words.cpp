#include "compiler/parse/build.hpp"

#include <algorithm>
#include <cassert>

namespace pol::parse_detail {
namespace {

/// Eighteen digits always fit; no number of a policy needs more.
constexpr std::size_t most_digits = 18;

std::int64_t value_of(const Build& build, const Node& node, std::string_view digits) {
    if (digits.size() > most_digits) {
        build.sink.add(FindingCode::number_too_large, node.span, "the number `" + build.word(node) + "` is too large",
                       "a number has at most 18 digits");
        return 0;
    }
    std::int64_t value = 0;
    for (const char digit : digits) value = value * 10 + (digit - '0');
    return value;
}

int date_part(std::string_view text, std::size_t begin, std::size_t length) {
    int value = 0;
    for (const char digit : text.substr(std::min(begin, text.size()), length)) value = value * 10 + (digit - '0');
    return value;
}

ast::TimeUnit time_unit(const Node& duration) {
    switch (duration.children.back().kind) {
        case Kind::day_unit:
            return ast::TimeUnit::days;
        case Kind::week_unit:
            return ast::TimeUnit::weeks;
        case Kind::month_unit:
            return ast::TimeUnit::months;
        default:
            return ast::TimeUnit::years;
    }
}

/// Whether the first part of a reference inside a block names a block after all, as `MMC` in `MMC.5`: capitals and
/// digits that are no label. Of a label of words in capitals a block of that name goes before.
bool names_block(const Build& build, const std::string& part) {
    const auto is_capital = [](char sign) { return sign >= 'A' && sign <= 'Z'; };
    const bool is_roman = part.find_first_not_of("IVX") == std::string::npos;
    if (std::ranges::binary_search(build.blocks, part)) return true;
    if (std::ranges::binary_search(build.labels, part)) return false;
    return part.size() > 1 && is_capital(part.front()) && !is_roman &&
           std::ranges::none_of(part, [](char sign) { return sign >= 'a' && sign <= 'z'; });
}

}  // namespace

const Node& child_of(const Node& node, Kind kind) {
    const Node* child = find_child(node, kind);
    assert(child != nullptr);
    return *child;
}

ast::Name build_name(const Build& build, const Node& node) { return {build.word(node), node.span}; }

std::string one_line(const Build& build, const Node& node) {
    std::string words;
    for (const char sign : build.source.of(node)) {
        const bool is_blank = sign == ' ' || sign == '\t';
        if (!is_blank)
            words += sign;
        else if (!words.empty() && words.back() != ' ')
            words += ' ';
    }
    while (!words.empty() && words.back() == ' ') words.pop_back();
    return words;
}

ast::Name build_value(const Build& build, const Node& node) { return {one_line(build, node), node.span}; }

std::vector<ast::Name> build_names(const Build& build, const Node& parent) {
    std::vector<ast::Name> names;
    for (const Node& child : parent.children) {
        if (child.kind == Kind::name) names.push_back(build_name(build, child));
    }
    return names;
}

ast::Text build_text(const Build& build, const Node& node) {
    ast::Text text{{}, node.span};
    std::string_view written = build.source.of(node);
    written.remove_prefix(1);
    written.remove_suffix(1);
    for (std::size_t escape = written.find('\\'); escape != written.npos; escape = written.find('\\')) {
        text.text += written.substr(0, escape);
        text.text += written[escape + 1];
        written.remove_prefix(escape + 2);
    }
    text.text += written;
    return text;
}

ast::Number build_number(const Build& build, const Node& node) {
    return {value_of(build, node, build.source.of(node)), node.span};
}

ast::Decimal build_decimal(const Build& build, const Node& node) {
    std::string digits = build.word(node);
    const bool is_below_zero = digits.front() == '-';
    if (is_below_zero) digits.erase(0, 1);
    const std::size_t point = digits.find('.');
    const int places = point == std::string::npos ? 0 : static_cast<int>(digits.size() - point - 1);
    if (point != std::string::npos) digits.erase(point, 1);
    const std::int64_t value = value_of(build, node, digits);
    return {is_below_zero ? -value : value, places, node.span};
}

ast::Date build_date(const Build& build, const Node& node) {
    const std::string_view text = build.source.of(node);
    return {date_part(text, 0, 4), date_part(text, 5, 2), date_part(text, 8, 2), node.span};
}

ast::Duration build_duration(const Build& build, const Node& node) {
    return {build_number(build, child_of(node, Kind::number)), time_unit(node), node.span};
}

ast::ItemReference build_item_reference(const Build& build, const Node& node) {
    ast::ItemReference reference{{}, {}, node.span};
    const std::string text = build.word(node);
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find('.', begin), text.size());
        reference.path.push_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    const bool whole = node.kind == Kind::item_reference;
    if (whole || (reference.path.size() > 1 && names_block(build, reference.path.front()))) {
        reference.section = reference.path.front();
        reference.path.erase(reference.path.begin());
    }
    return reference;
}

ast::ItemRange build_item_range(const Build& build, const Node& node) {
    ast::ItemRange range{build_item_reference(build, node.children.front()), std::nullopt, node.span};
    if (node.children.size() > 1) range.last = build_item_reference(build, node.children.back());
    return range;
}

std::vector<ast::ItemRange> build_item_ranges(const Build& build, const Node& parent) {
    std::vector<ast::ItemRange> ranges;
    for (const Node& child : parent.children) ranges.push_back(build_item_range(build, child));
    return ranges;
}

Evidence build_level(Kind kind) {
    if (kind == Kind::level_documented) return Evidence::documented;
    return kind == Kind::level_attested ? Evidence::attested : Evidence::claimed;
}

std::optional<ast::Text> build_not_in_document(const Build& build, const Node& parent) {
    const Node* source = find_child(parent, Kind::not_in_document);
    if (source == nullptr) return std::nullopt;
    return build_text(build, source->children.front());
}

}  // namespace pol::parse_detail
