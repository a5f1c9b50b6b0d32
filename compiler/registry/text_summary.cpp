#include "compiler/registry/text_summary.hpp"

#include "pol/date_text.hpp"

#include <nlohmann/json.hpp>

#include <array>
#include <string_view>

namespace pol::registry {
namespace {

/// In the order of CodeSystem.
constexpr std::array<const char*, 4> system_words = {"hcpcs", "cpt", "icd10cm", "ndc"};

}  // namespace

const char* word_of(CodeSystem system) { return system_words.at(static_cast<std::size_t>(system)); }

namespace {

using Json = nlohmann::ordered_json;

Json day_or_null(const std::optional<Date>& day) { return day ? Json(iso_text(*day)) : Json(nullptr); }

Json object_of(const model::ListedCode& code) {
    return {{"system", word_of(code.system)},
            {"code", code.code},
            {"from", day_or_null(code.from)},
            {"through", day_or_null(code.through)}};
}

/// Of a text that `iso_text` wrote; what else a file may hold is only kept from doing harm.
Date day_of(const std::string& text) {
    const auto number = [&](std::size_t begin, std::size_t count) { return std::stoi(text.substr(begin, count)); };
    return date_of(number(0, 4), number(5, 2), number(8, 2));
}

std::optional<Date> day_or_none(const Json& day) {
    return day.is_null() ? std::nullopt : std::optional(day_of(day.get<std::string>()));
}

CodeSystem system_named(const std::string& word) {
    std::size_t at = 0;
    while (system_words.at(at) != word) ++at;
    return static_cast<CodeSystem>(at);
}

model::ListedCode code_of(const Json& object) {
    return {system_named(object.at("system").get<std::string>()), object.at("code").get<std::string>(),
            day_or_none(object.at("from")), day_or_none(object.at("through"))};
}

TextSummary summary_in(const Json& object) {
    TextSummary summary{
        .name = object.at("name").get<std::string>(),
        .space = object.at("space").get<std::string>(),
        .number = object.at("number").get<std::string>(),
        .plan = object.at("plan").get<std::string>(),
        .from = day_of(object.at("from").get<std::string>()),
        .through = day_or_none(object.at("through")).value_or(open_end),
        .selected_by = object.at("by").get<std::string>(),
        .earlier_refers = object.at("earlier_refers").get<bool>(),
        .codes = {},
        .line = {0, object.at("line_begin").get<std::uint32_t>(), object.at("line_end").get<std::uint32_t>()}};
    for (const Json& code : object.at("codes")) summary.codes.push_back(code_of(code));
    return summary;
}

}  // namespace

TextSummary summary_of(const model::Policy& policy, const std::string& space) {
    return {.name = policy.name,
            .space = space,
            .number = policy.number,
            .plan = policy.plan,
            .from = policy.text_from,
            .through = policy.text_through.value_or(open_end),
            .selected_by = policy.facts[policy.selecting_fact].name,
            .earlier_refers = policy.earlier.outcome == Outcome::refer,
            .codes = policy.codes,
            .line = policy.clauses[policy.text_clause].span};
}

std::string write_summary(const TextSummary& summary) {
    Json codes = Json::array();
    for (const model::ListedCode& code : summary.codes) codes.push_back(object_of(code));
    const std::optional<Date> through = summary.through == open_end ? std::nullopt : std::optional(summary.through);
    const Json object = {{"name", summary.name},           {"space", summary.space},
                         {"number", summary.number},       {"plan", summary.plan},
                         {"from", iso_text(summary.from)}, {"through", day_or_null(through)},
                         {"by", summary.selected_by},      {"earlier_refers", summary.earlier_refers},
                         {"codes", std::move(codes)},      {"line_begin", summary.line.begin},
                         {"line_end", summary.line.end}};
    return object.dump() + "\n";
}

std::optional<TextSummary> read_summary(std::string_view text) {
    // The library tells what is missing or of another type by exceptions; none leaves this function.
    try {
        return summary_in(Json::parse(text));
    } catch (const std::exception&) {
        return std::nullopt;
    }
}

}  // namespace pol::registry
