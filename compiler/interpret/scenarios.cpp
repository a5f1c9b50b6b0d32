#include "compiler/interpret/scenarios.hpp"

#include "compiler/interpret/interpreter.hpp"
#include "compiler/interpret/quantities.hpp"
#include "compiler/interpret/words.hpp"
#include "pol/date_text.hpp"
#include "pol/words.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace pol {

namespace {

template <class Items, class ToWords>
std::string joined(const Items& items, ToWords to_words) {
    std::string text;
    for (const auto& item : items) text += (text.empty() ? "" : ", ") + to_words(item);
    return text.empty() ? "nothing" : text;
}

std::string period_words(const Period& period) {
    return fmt::format("from {} through {}", iso_text(period.from), iso_text(period.through));
}

/// The word a scenario puts before the clauses of an outcome.
std::string clause_word(Outcome outcome) {
    if (outcome == Outcome::approved) return "met";
    return outcome == Outcome::criteria_not_met ? "failing" : "by";
}

bool is_expected(const model::ExpectedResult& expected, const Result& result) {
    return expected.outcome == result.outcome && expected.open == result.open && expected.target == result.target;
}

/// Compares topic by topic.
class Comparison {
public:
    Comparison(const model::Policy& policy, const model::Expected& expected, const DecisionRecord& decision)
        : policy_(policy), expected_(expected), decision_(decision) {}

    [[nodiscard]] std::vector<std::string> run() && {
        if (!same_outcome()) {
            differ(expected_outcome(), decided_outcome());
            return std::move(found_);
        }
        compare_approval();
        compare_clauses();
        compare_possible();
        compare_questions();
        return std::move(found_);
    }

private:
    void differ(const std::string& expected, const std::string& decided) {
        found_.push_back(fmt::format("expected {}, decided {}", expected, decided));
    }

    /// The decision's own result; with results still possible there is none.
    [[nodiscard]] const Result* decided() const {
        const bool is_decided =
            decision_.results.size() == 1 && decision_.results.front().result.outcome == decision_.outcome;
        return is_decided ? &decision_.results.front().result : nullptr;
    }

    [[nodiscard]] bool same_outcome() const {
        if (expected_.outcome != decision_.outcome) return false;
        return !expected_.target || (decided() != nullptr && decided()->target == *expected_.target);
    }

    [[nodiscard]] std::string expected_outcome() const {
        return words_for(policy_,
                         model::Verdict{.outcome = expected_.outcome, .target = expected_.target.value_or(no_index)});
    }

    [[nodiscard]] std::string decided_outcome() const {
        if (decided() != nullptr)
            return fmt::format("{}, {} {}", words_for(policy_, *decided()), clause_word(decision_.outcome),
                               words_for(policy_, decision_.clauses));
        return fmt::format("{}, possible {}, ask {}", words_of(decision_.outcome), possible_words(), question_words());
    }

    [[nodiscard]] bool expects_approval() const {
        return expected_.period || expected_.doses || !expected_.quantities.empty() || !expected_.amounts.empty();
    }

    void compare_approval() {
        const Result* result = decided();
        if (result == nullptr || result->outcome != Outcome::approved) {
            if (expects_approval()) differ("a period, doses, units or quantities", decided_outcome());
            return;
        }
        if (expected_.period && *expected_.period != result->period)
            differ(period_words(*expected_.period), period_words(result->period));
        if (expected_.doses && *expected_.doses != result->doses.count)
            differ(fmt::format("doses {}", *expected_.doses), fmt::format("{}", result->doses.count));
        for (const model::ExpectedQuantity& quantity : expected_.quantities) compare_quantity(quantity, *result);
        for (const model::ExpectedAmount& amount : expected_.amounts) compare_amount(amount, *result);
    }

    void compare_quantity(const model::ExpectedQuantity& wanted, const Result& result) {
        const std::optional<Decimal> total = quantity_of(policy_, result, wanted.unit, wanted.code);
        const std::string& unit = wanted.code.empty() ? wanted.unit : wanted.code;
        const std::string expected = fmt::format("units {} {}", decimal_words(wanted.amount), unit);
        if (!total)
            differ(expected, fmt::format("no quantity in {}", unit));
        else if (!same_amount(*total, wanted.amount))
            differ(expected, decimal_words(*total));
    }

    /// Amounts are told in the unit the policy shows them in.
    void compare_amount(const model::ExpectedAmount& wanted, const Result& result) {
        const std::vector<model::ComputedAmount>& amounts = policy_.approvals[result.approval].amounts;
        const auto found = std::find_if(amounts.begin(), amounts.end(), [&](const model::ComputedAmount& amount) {
            return amount.name == wanted.name;
        });
        if (found == amounts.end() || !result.has_amount(static_cast<int>(found - amounts.begin())))
            return differ(fmt::format("quantity {} {}", wanted.name, decimal_words(wanted.amount)),
                          fmt::format("no quantity {}", wanted.name));
        const Decimal decided = result.amounts[found - amounts.begin()];
        if (same_amount(decided, wanted.amount)) return;
        const std::string unit = found->code.empty() && !found->unit.empty() ? " " + found->unit : "";
        differ(fmt::format("quantity {} {}{}", wanted.name, decimal_words(wanted.amount), unit),
               decimal_words(decided) + unit);
    }

    void compare_clauses() {
        const std::string word = clause_word(decision_.outcome);
        if (expected_.no_text && decision_.clauses != std::vector<model::ClauseIndex>{policy_.text_clause})
            differ("no text on file", fmt::format("{} {}", word, words_for(policy_, decision_.clauses)));
        if (!expected_.clauses) return;
        std::vector<model::ClauseIndex> wanted = *expected_.clauses;
        std::sort(wanted.begin(), wanted.end());
        if (wanted != decision_.clauses)
            differ(fmt::format("{} {}", word, words_for(policy_, wanted)), words_for(policy_, decision_.clauses));
    }

    [[nodiscard]] std::string possible_words() const {
        return joined(decision_.results, [&](const ResultRecord& record) { return words_for(policy_, record.result); });
    }

    /// Closed approvals of different periods are one expectation: a scenario writes no period beside `possible`.
    void compare_possible() {
        if (expected_.every_outcome_is_a_denial && !decision_.every_outcome_is_a_denial)
            differ("every outcome is a denial", "possible " + possible_words());
        if (!expected_.possible) return;
        const std::vector<model::ExpectedResult>& wanted = *expected_.possible;
        const bool all_found = std::all_of(wanted.begin(), wanted.end(), [&](const model::ExpectedResult& one) {
            return std::any_of(decision_.results.begin(), decision_.results.end(),
                               [&](const ResultRecord& record) { return is_expected(one, record.result); });
        });
        const bool all_wanted =
            std::all_of(decision_.results.begin(), decision_.results.end(), [&](const ResultRecord& record) {
                return std::any_of(wanted.begin(), wanted.end(),
                                   [&](const model::ExpectedResult& one) { return is_expected(one, record.result); });
            });
        if (!all_found || !all_wanted) differ("possible " + wanted_words(wanted), "possible " + possible_words());
    }

    [[nodiscard]] std::string wanted_words(const std::vector<model::ExpectedResult>& wanted) const {
        return joined(wanted, [&](const model::ExpectedResult& one) {
            return words_for(policy_, model::Verdict{.outcome = one.outcome, .target = one.target}) +
                   (one.open ? " open" : "");
        });
    }

    [[nodiscard]] std::string question_words() const {
        return joined(decision_.questions, [&](const QuestionRecord& question) {
            return fmt::format("{} {}", words_of(question.kind), policy_.facts[question.fact].name);
        });
    }

    void compare_questions() {
        if (!expected_.questions) return;
        const auto matches = [](const model::ExpectedQuestion& wanted, const QuestionRecord& asked) {
            return wanted.fact == asked.fact && (!wanted.kind || *wanted.kind == asked.kind);
        };
        if (std::equal(expected_.questions->begin(), expected_.questions->end(), decision_.questions.begin(),
                       decision_.questions.end(), matches))
            return;
        const std::string wanted = joined(*expected_.questions, [&](const model::ExpectedQuestion& question) {
            return (question.kind ? fmt::format("{} ", words_of(*question.kind)) : "") +
                   policy_.facts[question.fact].name;
        });
        differ("ask " + wanted, "ask " + question_words());
    }

    const model::Policy& policy_;
    const model::Expected& expected_;
    const DecisionRecord& decision_;
    std::vector<std::string> found_;
};

}  // namespace

std::vector<std::string> differences(const model::Policy& policy, const model::Expected& expected,
                                     const DecisionRecord& decision) {
    return Comparison(policy, expected, decision).run();
}

std::vector<ScenarioResult> run_scenarios(const model::Policy& policy) {
    const Interpreter interpreter(policy);
    std::vector<ScenarioResult> results;
    for (const model::Scenario& scenario : policy.scenarios)
        results.push_back({&scenario, differences(policy, scenario.expected, interpreter.interpret(scenario.request))});
    return results;
}

bool lacks_evidence(const model::Policy& policy, const ScenarioResult& result) {
    if (result.differences.empty()) return false;
    RequestRecord request = result.scenario->request;
    for (std::size_t fact = 0; fact < request.answers.size(); ++fact) {
        Answer& answer = request.answers[fact];
        if (answer.evidence > Evidence::claimed) return false;
        if (answer.presence == Presence::given && policy.facts[fact].source == FactSource::provider)
            answer.evidence = Evidence::documented;
    }
    return differences(policy, result.scenario->expected, Interpreter(policy).interpret(request)).empty();
}

}  // namespace pol
