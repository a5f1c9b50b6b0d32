#include "tests/support/sample_models.hpp"

#include <algorithm>
#include <cassert>

namespace pol::testing {

namespace {

/// The days a written date can mean: one for `2008-06-30`, a month for `2008-06`, a year for `2008`.
DateRange days_of(const std::string& text) {
    const std::int32_t year = std::stoi(text.substr(0, 4));
    if (text.size() == 4) return {.first = date_of(year, 1, 1), .last = date_of(year, 12, 31)};
    const std::int32_t month = std::stoi(text.substr(5, 2));
    if (text.size() == 7)
        return {.first = date_of(year, month, 1), .last = date_of(year, month, days_in_month(year, month))};
    const Date day = date_of(year, month, std::stoi(text.substr(8, 2)));
    return {.first = day, .last = day};
}

/// `7`, `-0.25`.
Decimal number_of(std::string text) {
    const std::size_t point = text.find('.');
    if (point == std::string::npos) return {.digits = std::stoll(text), .places = 0};
    const auto places = static_cast<std::uint8_t>(text.size() - point - 1);
    return {.digits = std::stoll(text.erase(point, 1)), .places = places};
}

std::uint16_t value_of(const model::Fact& fact, const std::string& name) {
    if (fact.type == FactType::yes_no) return name == "yes" ? 1 : 0;
    const auto found = std::find_if(fact.values.begin(), fact.values.end(),
                                    [&](const model::Value& value) { return value.name == name; });
    assert(found != fact.values.end());
    return static_cast<std::uint16_t>(found - fact.values.begin());
}

/// A value as the type of its fact wants it; of a measurement, what stands before and behind ` on `.
void set_value(Answer& answer, const model::Fact& fact, const std::string& value) {
    switch (fact.type) {
        case FactType::yes_no:
        case FactType::one_of:
            answer.value = value_of(fact, value);
            return;
        case FactType::date:
            answer.date = days_of(value).first;
            return;
        case FactType::partial_date:
            answer.range = days_of(value);
            return;
        case FactType::number:
            answer.number = number_of(value);
            return;
        case FactType::list:
            return;
        case FactType::measurement:
            const std::size_t on = value.find(" on ");
            assert(on != std::string::npos);
            answer.number = number_of(value.substr(0, on));
            answer.range = days_of(value.substr(on + 4));
            return;
    }
}

}  // namespace

RequestBuilder::RequestBuilder(const model::Policy& policy) : policy_(policy) {
    record_.answers.resize(policy.facts.size());
}

RequestBuilder& RequestBuilder::evidence(Evidence level) {
    level_ = level;
    return *this;
}

RequestBuilder& RequestBuilder::set(const std::string& name, const std::string& value) {
    return set(name, value, level_);
}

RequestBuilder& RequestBuilder::set(const std::string& name, const std::string& value, Evidence level) {
    const model::Fact& described = policy_.facts[fact(name)];
    Answer answer;
    answer.presence = Presence::given;
    if (described.source == FactSource::provider) answer.evidence = level;
    set_value(answer, described, value);
    record_.answers[fact(name)] = answer;
    return *this;
}

RequestBuilder& RequestBuilder::not_given(const std::string& name) {
    record_.answers[fact(name)] = Answer{};
    return *this;
}

RequestBuilder& RequestBuilder::not_knowable(const std::string& name) {
    record_.answers[fact(name)] = Answer{};
    record_.answers[fact(name)].presence = Presence::not_knowable;
    return *this;
}

model::FactIndex RequestBuilder::fact(const std::string& name) const {
    const auto found = std::find_if(policy_.facts.begin(), policy_.facts.end(),
                                    [&](const model::Fact& fact) { return fact.name == name; });
    assert(found != policy_.facts.end());
    return static_cast<model::FactIndex>(found - policy_.facts.begin());
}

RequestBuilder qalsody_base(const model::Policy& qalsody) {
    RequestBuilder request(qalsody);
    request.evidence(Evidence::documented)
        .set("line_of_business", "medicaid_harp")
        .set("benefit", "medical")
        .set("request", "initial")
        .set("birth_date", "1974-05-02")
        .set("date_of_service", "2026-07-01")
        .set("contract_excludes", "no")
        .set("mdrp_participating", "yes")
        .set("indication", "fda_labeled")
        .set("prescriber_specialty", "neurology")
        .set("diagnosis", "als")
        .set("sod1_mutation", "confirmed")
        .set("weakness_from_als", "yes", Evidence::attested)
        .set("tracheostomy", "no");
    return request;
}

}  // namespace pol::testing
