#include "compiler/render/schema.hpp"
#include "compiler/render/schema_pieces.hpp"
#include "pol/date_text.hpp"
#include "pol/words.hpp"

namespace pol::render {

namespace {

[[nodiscard]] Json text() { return {{"type", "string"}}; }
[[nodiscard]] Json amount() { return {{"type", "number"}}; }

/// The words of a closed list, all of them or but the last.
template <class Word>
[[nodiscard]] Json words_up_to(Word last) {
    Json words = Json::array();
    for (int i = 0; i <= static_cast<int>(last); ++i) words.push_back(words_of(static_cast<Word>(i)));
    return one_of_words(std::move(words));
}

[[nodiscard]] Json period() {
    return closed_object({{"from", reference("day")}, {"through", reference("day")}}, {"from", "through"});
}

[[nodiscard]] Json doses() {
    return closed_object({{"count", {{"type", "integer"}, {"minimum", 0}}}, {"dates", array_of(reference("day"))}},
                         {"count", "dates"});
}

[[nodiscard]] Json quantity() {
    return closed_object(
        {{"amount", amount()}, {"unit", text()}, {"per_dose", amount()}, {"system", text()}, {"code", text()}},
        {"amount", "unit", "per_dose"});
}

[[nodiscard]] Json computed_amount() {
    return closed_object({{"name", text()},
                          {"amount", amount()},
                          {"unit", text()},
                          {"system", text()},
                          {"code", text()},
                          {"text", text()}},
                         {"name", "amount"});
}

[[nodiscard]] Json document() {
    return closed_object({{"kind", words_up_to(TargetKind::ncd)}, {"number", text()}, {"address", text()}},
                         {"kind", "number"});
}

[[nodiscard]] Json clause() {
    return closed_object({{"id", reference("clause_id")}, {"text", text()}}, {"id", "text"});
}

[[nodiscard]] Json reading() {
    return closed_object({{"text", text()},
                          {"status", one_of_words({"open", "decided"})},
                          {"decided_by", text()},
                          {"decided_on", reference("day")},
                          {"clauses", array_of(reference("clause_id"))}},
                         {"text", "status", "clauses"});
}

[[nodiscard]] Json traced_clause() {
    return closed_object({{"id", reference("clause_id")},
                          {"state", one_of_words({"met", "not met", "holds", "does not hold", "unknown",
                                                  "not for this member", "not reached"})}},
                         {"id", "state"});
}

/// What a result says beside its outcome and the clauses that lead to it.
[[nodiscard]] Json details() {
    const Json clauses = array_of(reference("clause"));
    const Json text_on_file = closed_object({{"from", reference("day")}, {"through", reference("day")}}, {"from"});
    return {{"open", {{"type", "boolean"}}},
            {"period", period()},
            {"doses", doses()},
            {"quantities", array_of(quantity())},
            {"amounts", array_of(computed_amount())},
            {"target", reference("document")},
            {"no_text_on_file", {{"const", true}}},
            {"texts_on_file", array_of(text_on_file)},
            {"sets_period", clauses},
            {"sets_dose", clauses},
            {"sets_amounts", clauses},
            {"because", clauses},
            {"see", array_of(reference("document"))}};
}

/// A result that is still possible.
[[nodiscard]] Json possible() {
    Json properties = {{"outcome", words_up_to(Outcome::review)}};
    properties.update(details());
    properties["clauses"] = array_of(reference("clause"));
    return closed_object(std::move(properties), {"outcome", "clauses"});
}

[[nodiscard]] Json question(const PolicyDescription& policy) {
    Json facts = Json::array();
    for (const FactDescription& fact : policy.facts) facts.push_back(view(fact.name));
    return closed_object({{"fact", one_of_words(std::move(facts))},
                          {"kind", words_up_to(QuestionKind::resolve)},
                          {"question", text()},
                          {"clauses", array_of(reference("clause_id"))}},
                         {"fact", "kind", "question", "clauses"});
}

[[nodiscard]] Json policy_named(const PolicyDescription& policy) {
    return closed_object({{"name", {{"const", view(policy.name)}}},
                          {"number", {{"const", view(policy.number)}}},
                          {"text", {{"const", iso_text(policy.text_from)}}},
                          {"hash", {{"const", view(policy.hash)}}},
                          {"compiler", text()}},
                         {"name", "number", "text", "hash", "compiler"});
}

[[nodiscard]] Json clause_ids(const PolicyDescription& policy) {
    const std::string prefix = std::string(view(policy.number)) + '/' + iso_text(policy.text_from) + '/';
    Json ids = Json::array();
    for (const ClauseDescription& known : policy.clauses) ids.push_back(prefix + std::string(view(known.id)));
    return one_of_words(std::move(ids));
}

/// What a decision with an outcome must have.
[[nodiscard]] Json where(Outcome outcome, Json required) {
    return {{"if", {{"properties", {{"outcome", {{"const", words_of(outcome)}}}}}}},
            {"then", {{"required", std::move(required)}}}};
}

[[nodiscard]] Json requirements() {
    Json rules =
        Json::array({where(Outcome::approved, {"open", "period", "met"}), where(Outcome::criteria_not_met, {"failing"}),
                     where(Outcome::refer, {"target", "by"}),
                     where(Outcome::needs_information, {"every_outcome_is_a_denial", "possible", "questions"})});
    for (const Outcome outcome : {Outcome::not_medically_necessary, Outcome::investigational, Outcome::excluded,
                                  Outcome::does_not_apply, Outcome::review})
        rules.push_back(where(outcome, {"by"}));
    return rules;
}

[[nodiscard]] Json properties(const PolicyDescription& policy) {
    const Json clauses = array_of(reference("clause"));
    Json all = {{"id", {{"type", "string"}, {"minLength", 1}}},
                {"policy", policy_named(policy)},
                {"outcome", words_up_to(Outcome::needs_information)}};
    all.update(details());
    all["met"] = clauses;
    all["failing"] = clauses;
    all["by"] = clauses;
    all["every_outcome_is_a_denial"] = {{"type", "boolean"}};
    all["possible"] = array_of(possible());
    all["questions"] = array_of(question(policy));
    all["readings"] = array_of(reading());
    all["trace"] = array_of(traced_clause());
    all["what_if"] = {{"type", "object"}};
    return all;
}

}  // namespace

std::string decision_schema(const PolicyDescription& policy) {
    Json schema = schema_head(policy, "decision");
    schema.update(closed_object(properties(policy), {"policy", "outcome"}));
    schema["allOf"] = requirements();
    schema["$defs"] = {
        {"day", day()}, {"document", document()}, {"clause", clause()}, {"clause_id", clause_ids(policy)}};
    return schema.dump(2) + '\n';
}

}  // namespace pol::render
