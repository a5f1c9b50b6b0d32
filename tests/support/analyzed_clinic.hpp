#pragma once

#include "compiler/analyze/analyze.hpp"
#include "tests/support/value_pieces.hpp"

#include <string>
#include <utility>
#include <vector>

namespace pol::testing {

/// One line with two exclusions to be added: what they read is of every kind.
struct AnalyzedClinic {
    ModelBuilder builder;

    AnalyzedClinic() {
        builder.number("weight", "kg", 400);
        builder.number("height", "m", 3);
        builder.number("dose", "mg", 100'000);
        builder.measurement("hemoglobin", "g/dL", 30);
        builder.date("onset");
        builder.date("last_dose");
        builder.yes_no("severe");
        builder.line("commercial");
        builder.section("A", {"commercial"});
    }

    /// What is reported of two determinations with these conditions that disagree.
    [[nodiscard]] std::vector<std::string> findings(const model::Condition& one, const model::Condition& other) {
        builder.determination("A.1", verdict(Outcome::excluded), one);
        builder.determination("A.2", verdict(Outcome::investigational), other);
        builder.otherwise("A.otherwise", verdict(Outcome::criteria_not_met));
        Sink sink;
        prove_agreement(builder.policy(), sink);
        std::vector<std::string> messages;
        for (const Finding& finding : sink.sorted()) messages.push_back(finding.message);
        return messages;
    }
    /// The member for whom both are said to hold, or `none`.
    [[nodiscard]] std::string member(const model::Condition& one, const model::Condition& other) {
        const std::vector<std::string> found = findings(one, other);
        if (found.empty()) return "none";
        const std::string words = "for the same member: ";
        return found.front().substr(found.front().find(words) + words.size());
    }
    [[nodiscard]] PropertyResult check(const model::Condition& excluded, const model::Condition& condition) {
        builder.determination("A.1", verdict(Outcome::excluded), excluded);
        builder.otherwise("A.otherwise", verdict(Outcome::criteria_not_met));
        return check_property(builder.policy(), never(Outcome::excluded, condition));
    }
    [[nodiscard]] static model::NeverCheck never(Outcome outcome, const model::Condition& condition) {
        return {.outcome = outcome, .target = std::nullopt, .condition = condition, .span = {}};
    }

    [[nodiscard]] model::Expression weight() const { return builder.amount("weight"); }
    [[nodiscard]] model::Expression bmi() const {
        const model::Expression height = builder.amount("height");
        return arithmetic(model::Operation::divided_by, weight(), arithmetic(model::Operation::times, height, height));
    }
    [[nodiscard]] model::Condition weighs(model::NumberOperator comparison, std::int64_t kg) const {
        return number_test(weight(), comparison, constant(kg));
    }
    /// Haemoglobin of so many days before the request.
    [[nodiscard]] model::Expression recent(std::int32_t count) const {
        return builder.measured("hemoglobin", builder.day("date_of_request", days(-count)),
                                builder.day("date_of_request"));
    }
    [[nodiscard]] model::Day service(std::int32_t moved_by = 0) const {
        return builder.day("date_of_service", days(moved_by));
    }
};

[[nodiscard]] inline model::Condition all_of(std::vector<model::Condition> members) {
    return group_of(model::Quantifier::all_of, std::move(members));
}

}  // namespace pol::testing
