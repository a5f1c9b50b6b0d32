#include "compiler/registry/listings.hpp"

#include "compiler/registry/series.hpp"

#include <algorithm>
#include <tuple>

namespace pol::registry {
namespace {

struct CodeOfText {
    WrittenCode what;
    Listing listing;
};

bool comes_before_in_table(const CodeOfText& left, const CodeOfText& right) {
    const auto place = [](const CodeOfText& each) {
        return std::tuple(each.what.code, each.listing.text, each.listing.valid.first.days);
    };
    return place(left) < place(right);
}

/// Every code of every text in the order of the table.
std::vector<CodeOfText> codes_of(const std::vector<TextSummary>& texts) {
    std::vector<CodeOfText> found;
    for (std::uint32_t i = 0; i < texts.size(); ++i)
        for (const model::ListedCode& code : texts[i].codes) {
            const ParsedCode parsed =
                parse_code(code.system, {code.code.data(), static_cast<std::uint32_t>(code.code.size())});
            const DateRange valid{code.from.value_or(any_day.first), code.through.value_or(any_day.last)};
            if (parsed.valid) found.push_back({{parsed.code, code.code}, {i, valid}});
        }
    std::sort(found.begin(), found.end(), comes_before_in_table);
    return found;
}

/// Whether two times of one code in one text are one time, as they meet or overlap.
bool continues(const Listing& listing, const Listing& next) {
    if (listing.text != next.text) return false;
    return listing.valid.last == open_end || next.valid.first.days <= listing.valid.last.days + 1;
}

void list_codes(const std::vector<TextSummary>& texts, Listings& tables) {
    for (const CodeOfText& each : codes_of(texts)) {
        const bool is_new = tables.codes.empty() || tables.codes.back().what.code != each.what.code;
        if (is_new) tables.codes.push_back({each.what, static_cast<std::uint32_t>(tables.listings.size()), 0});
        if (!is_new && continues(tables.listings.back(), each.listing)) {
            Date& last = tables.listings.back().valid.last;
            last = std::max(last, each.listing.valid.last);
        } else {
            tables.listings.push_back(each.listing);
            ++tables.codes.back().count;
        }
    }
}

}  // namespace

Listings listings_of(const std::vector<TextSummary>& texts) {
    Listings tables;
    for (std::uint32_t i = 0; i < texts.size(); ++i) {
        if (tables.numbers.empty() || tables.numbers.back().what != texts[i].number)
            tables.numbers.push_back({texts[i].number, i, 0});
        ++tables.numbers.back().count;
        tables.listings.push_back({.text = i, .valid = any_day});
    }
    list_codes(texts, tables);
    return tables;
}

std::vector<DateRange> days_answered(const std::vector<TextSummary>& texts) {
    std::vector<DateRange> answered;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        const bool is_first = i == 0 || !are_one_series(texts[i - 1], texts[i]);
        const bool is_last = i + 1 == texts.size() || !are_one_series(texts[i], texts[i + 1]);
        const Date first = is_first ? any_day.first : Date{texts[i - 1].through.days + 1};
        answered.push_back({first, is_last ? any_day.last : texts[i].through});
    }
    return answered;
}

}  // namespace pol::registry
