#pragma once

#include "compiler/model/policy.hpp"
#include "pol/record.hpp"

#include <initializer_list>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace pol::testing {

/// Builds small policies by hand, so that what works on the model is tested without parser, checker and lowering.
/// Facts, clauses, lines and sections are named; the order of the calls is the order of the file.
class ModelBuilder {
public:
    /// A policy with the builtin facts, one request kind `initial`, one benefit `medical`, no line of business, a text
    /// from 2026-01-01 by date of service, and the clause TEXT.
    ModelBuilder();

    void request_kinds(std::initializer_list<const char*> names);
    void benefits(std::initializer_list<std::pair<const char*, bool>> listed);
    /// A line with its box, which is a new clause unless `APPLIES.name` stands already.
    model::LineIndex line(const char* name, bool ticked = true);
    model::FactIndex yes_no(const char* name, FactSource source = FactSource::provider);
    model::FactIndex one_of(const char* name, std::initializer_list<const char*> values,
                            FactSource source = FactSource::provider);
    void implies(const char* fact, const char* implied);
    model::ClauseIndex clause(const char* id, ClauseKind kind);
    model::TargetIndex target(TargetKind kind, const char* number);

    /// A section for the named lines; its items are added to the section opened last.
    void section(const char* id, std::initializer_list<const char*> lines);
    void gate(model::Verdict verdict, std::optional<model::Condition> condition);
    /// A determination of the section opened last.
    model::DeterminationIndex determination(const char* clause, model::Verdict verdict,
                                            std::optional<model::Condition> condition);
    /// A determination of the guidelines for the named lines; call it when all sections stand.
    model::DeterminationIndex guideline(const char* clause, model::Verdict verdict, model::Condition condition,
                                        std::initializer_list<const char*> lines);
    model::RequirementNode requirement(const char* clause, model::Condition condition);
    model::RequirementNode requirement(const char* clause, model::RequirementGroup group);
    /// The requirements of a request kind in the section opened last.
    void criteria(const char* kind, model::RequirementGroup group, model::ApprovalIndex approval);
    model::ApprovalIndex approval(const char* clause, Duration duration, BuiltinFact starts_on);
    void otherwise(const char* clause, model::Verdict verdict);

    [[nodiscard]] model::Condition is(const char* fact, const char* value, Evidence minimum = Evidence::claimed) const;
    [[nodiscard]] model::Condition is_one_of(const char* fact, std::initializer_list<const char*> values,
                                             Evidence minimum) const;

    [[nodiscard]] model::FactIndex fact(const std::string& name) const;
    [[nodiscard]] model::ClauseIndex clause_index(const std::string& id) const;
    [[nodiscard]] model::Policy& policy() { return policy_; }

private:
    [[nodiscard]] std::vector<bool> lines_named(std::initializer_list<const char*> names) const;
    [[nodiscard]] std::uint16_t value(model::FactIndex fact, const std::string& name) const;

    model::Policy policy_;
};

[[nodiscard]] model::Condition group_of(model::Quantifier quantifier, std::vector<model::Condition> members,
                                        std::int32_t count = 0);
[[nodiscard]] model::Condition age_test(BuiltinFact at, model::AgeOperator comparison, std::int32_t amount,
                                        AgeUnit unit = AgeUnit::years);
[[nodiscard]] inline model::Verdict verdict(Outcome outcome, model::TargetIndex target = no_index) {
    return {.outcome = outcome, .target = target};
}

/// PHARMACY-127 as its policy file means it.
[[nodiscard]] model::Policy qalsody_model();

/// A request by names. `set("weakness_from_als", "yes", Evidence::attested)`, `set("date_of_service", "2026-07-01")`.
class RequestBuilder {
public:
    explicit RequestBuilder(const model::Policy& policy);

    /// Values without a level of their own have this one from now on.
    RequestBuilder& evidence(Evidence level);
    /// A value by name, `yes`/`no`, a date, or a partial date of birth (`2008-06`, `2008`).
    RequestBuilder& set(const std::string& fact, const std::string& value);
    RequestBuilder& set(const std::string& fact, const std::string& value, Evidence level);
    RequestBuilder& not_given(const std::string& fact);
    RequestBuilder& not_knowable(const std::string& fact);

    [[nodiscard]] const RequestRecord& record() const { return record_; }

private:
    [[nodiscard]] model::FactIndex fact(const std::string& name) const;

    const model::Policy& policy_;
    Evidence level_ = Evidence::claimed;
    RequestRecord record_;
};

/// The adult member of Medicaid with SOD1 ALS and no tracheostomy whose first request is approved.
[[nodiscard]] RequestBuilder qalsody_base(const model::Policy& qalsody);

}  // namespace pol::testing
