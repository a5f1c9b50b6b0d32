#include "runtime/arrow/addresses.hpp"

#include "pol/requested_code.hpp"
#include "runtime/arrow/fact_column.hpp"

#include <algorithm>

namespace pol::arrow {

namespace {

/// Of the columns behind the first.
constexpr CodeSystem systems[] = {CodeSystem::hcpcs, CodeSystem::cpt, CodeSystem::ndc};

DateRange days_in(const std::optional<Source>& column, std::int64_t row) {
    if (!column || !column->is_valid(row)) return any_day;
    const Date day{column->day_at(row)};
    return {day, day};
}

Unanswered find_code(const Registry& registry, CodeSystem system, std::string_view written, const RequestDays& days,
                     FoundTexts& found) {
    const ParsedCode parsed = parse_requested_code(system, written);
    if (!parsed.valid) return Unanswered::not_a_code;
    found = registry.find(parsed.code, days);
    return found.empty() ? Unanswered::unlisted_code : Unanswered::no;
}

}  // namespace

std::string_view name_of(Unanswered why) {
    constexpr std::string_view names[] = {"",           "not_addressed", "addressed_twice", "unknown_policy",
                                          "not_a_code", "unlisted_code"};
    return names[static_cast<int>(why)];
}

bool Addresses::has(std::string_view name) { return std::find(names.begin(), names.end(), name) != names.end(); }

std::string Addresses::bind_column(const std::string& name, const Source& source) {
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (name != names[i]) continue;
        if (!is_text(source) && !is_all_null(source)) return wrong_type(name, "text", source);
        columns_[i].emplace(source);
    }
    if (name != "date_of_service" && name != "date_of_request") return {};
    if (source.layout() != Layout::date && !is_all_null(source)) return wrong_type(name, "date32", source);
    (name == "date_of_service" ? date_of_service_ : date_of_request_).emplace(source);
    return {};
}

bool Addresses::are_bound() const {
    return std::any_of(columns_.begin(), columns_.end(), [](const auto& column) { return column.has_value(); });
}

RequestDays Addresses::days_at(std::int64_t row) const {
    return {.of_service = days_in(date_of_service_, row), .of_request = days_in(date_of_request_, row)};
}

Unanswered Addresses::find(const Registry& registry, std::int64_t row, FoundTexts& found) const {
    std::size_t named = names.size();
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (!columns_[i] || !columns_[i]->is_valid(row)) continue;
        if (named != names.size()) return Unanswered::addressed_twice;
        named = i;
    }
    if (named == names.size()) return Unanswered::not_addressed;
    const std::string_view written = columns_[named]->text_at(row);
    if (named > 0) return find_code(registry, systems[named - 1], written, days_at(row), found);
    found = registry.find(Text(written.data(), static_cast<std::uint32_t>(written.size())), days_at(row));
    return found.empty() ? Unanswered::unknown_policy : Unanswered::no;
}

}  // namespace pol::arrow
