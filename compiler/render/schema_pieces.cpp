#include "compiler/render/schema_pieces.hpp"

#include "pol/date_text.hpp"

namespace pol::render {

namespace {

/// Leap days are those of the years that four divides, but for 1800, 1900 and 2100.
constexpr std::string_view day_pattern =
    "^(?:(?:18|19|20|21)[0-9]{2}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)"
    "|"
    "02-(?:0[1-9]|1[0-9]|2[0-8]))|(?:(?:18|19|20|21)(?:0[48]|[2468][048]|[13579][26])|2000)-02-29)$";
constexpr std::string_view month_pattern = "^(?:18|19|20|21)[0-9]{2}-(?:0[1-9]|1[0-2])$";
constexpr std::string_view year_pattern = "^(?:18|19|20|21)[0-9]{2}$";

/// As it may stand in a name: what is no letter, digit, hyphen or dot as its number.
[[nodiscard]] std::string in_a_name(std::string_view text) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    constexpr std::string_view plain = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._";
    std::string name;
    for (const char byte : text) {
        const auto number = static_cast<unsigned char>(byte);
        if (plain.find(byte) != std::string_view::npos)
            name += byte;
        else
            name += {'%', digits[number >> 4U], digits[number & 0xfU]};
    }
    return name;
}

[[nodiscard]] Json text_like(std::string_view pattern) { return {{"type", "string"}, {"pattern", pattern}}; }

[[nodiscard]] std::string_view code_pattern(CodeSystem system) {
    switch (system) {
        case CodeSystem::hcpcs:
            return "^[A-V][0-9]{4}$";
        case CodeSystem::cpt:
            return "^[0-9]{5}$";
        case CodeSystem::icd10cm:
            return "^[A-Z][0-9][0-9A-Z](?:\\.?[0-9A-Z]{1,4})?$";
        case CodeSystem::ndc:
            break;
    }
    return "^(?:[0-9]{4}-[0-9]{4}-[0-9]{2}|[0-9]{5}-[0-9]{3}-[0-9]{2}|[0-9]{5}-[0-9]{4}-[0-9]{1,2}|"
           "[0-9]{6}-[0-9]{4}-[0-9]{2}|[0-9]{11})$";
}

}  // namespace

Json schema_head(const PolicyDescription& policy, std::string_view subject) {
    const std::string text = iso_text(policy.text_from);
    const bool is_request = subject == "request";
    return {{"$schema", "https://json-schema.org/draft/2020-12/schema"},
            {"$id", "urn:pol:" + in_a_name(view(policy.number)) + ':' + text + ':' + std::string(subject)},
            {"title", std::string(is_request ? "Request for " : "Decision on ") + std::string(view(policy.title)) +
                          ", " + std::string(view(policy.number)) + ", text of " + text}};
}

Json closed_object(Json properties, Json required) {
    Json object = {{"type", "object"}, {"properties", std::move(properties)}};
    if (!required.empty()) object["required"] = std::move(required);
    object["additionalProperties"] = false;
    return object;
}

Json array_of(Json items) { return {{"type", "array"}, {"items", std::move(items)}}; }

Json one_of_words(Json words) { return {{"enum", std::move(words)}}; }

Json reference(std::string_view definition) { return {{"$ref", "#/$defs/" + std::string(definition)}}; }

Json day() {
    Json day = text_like(day_pattern);
    day["format"] = "date";
    return day;
}

Json day_month_or_year() {
    return {{"anyOf", Json::array({reference("day"), text_like(month_pattern), text_like(year_pattern)})}};
}

Json code(CodeSystem system) { return text_like(code_pattern(system)); }

void add_text(Json& schema, const char* name, std::string_view text) {
    if (!text.empty()) schema[name] = text;
}

}  // namespace pol::render
