#include "compiler/coverage/scenario_text.hpp"

#include "compiler/analyze/answer_words.hpp"
#include "compiler/analyze/value_words.hpp"
#include "compiler/interpret/quantities.hpp"
#include "compiler/source/characters.hpp"
#include "pol/date_text.hpp"
#include "pol/words.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace pol::coverage {

namespace {

/// As `polc fmt` breaks lines.
constexpr std::size_t widest_line = 118;

/// `first` and what follows it, joined by commas; broken lines go on two columns further in.
std::string rows(std::size_t indent, const std::string& first, const std::vector<std::string>& items) {
    std::string text;
    std::string row = std::string(indent, ' ') + first;
    for (std::size_t i = 0; i < items.size(); ++i) {
        const std::string piece = items[i] + (i + 1 < items.size() ? "," : "");
        if (i > 0 && display_width(row) + 1 + display_width(piece) > widest_line) {
            text += row + "\n";
            row = std::string(indent + 2, ' ') + piece;
        } else {
            row += (row.find_last_not_of(' ') == std::string::npos ? "" : " ") + piece;
        }
    }
    return text + row + "\n";
}

/// `criteria not met`, `refer to policy "CHILDREN-1"`.
std::string outcome_text(const model::Policy& policy, Outcome outcome, model::TargetIndex target) {
    if (target == no_index) return std::string(words_of(outcome));
    const model::Target& document = policy.targets[target];
    return fmt::format("{} to {} \"{}\"", words_of(outcome), words_of(document.kind), document.number);
}

/// Writes the topics of one decision.
class Expectation {
public:
    Expectation(const model::Policy& policy, const DecisionRecord& decision) : policy_(policy), decision_(decision) {}

    [[nodiscard]] std::string text() {
        const Result* result = decided();
        const model::TargetIndex target = result == nullptr ? no_index : result->target;
        text_ = rows(2, "expect " + outcome_text(policy_, decision_.outcome, target), {});
        if (result != nullptr && result->outcome == Outcome::approved) add_approval(*result);
        if (result == nullptr) add_possible();
        add_clauses();
        if (!decision_.questions.empty()) add_questions();
        return std::move(text_);
    }

private:
    [[nodiscard]] const Result* decided() const {
        const bool is_decided =
            decision_.results.size() == 1 && decision_.results.front().result.outcome == decision_.outcome;
        return is_decided ? &decision_.results.front().result : nullptr;
    }

    void add_approval(const Result& result) {
        text_ += rows(
            4, fmt::format("from {} through {}", iso_text(result.period.from), iso_text(result.period.through)), {});
        const model::Approval& approval = policy_.approvals[result.approval];
        if (approval.has_schedule) text_ += rows(4, fmt::format("doses {}", result.doses.count), {});
        if (approval.has_schedule) add_units(approval, result);
        for (std::size_t i = 0; i < approval.amounts.size(); ++i) {
            const model::ComputedAmount& amount = approval.amounts[i];
            if (!result.has_amount(static_cast<int>(i))) continue;
            const std::string unit = amount.code.empty() ? amount.unit : "";
            text_ += rows(
                4, fmt::format("quantity {} {}", amount.name, analysis::words_for_amount(result.amounts[i], unit)), {});
        }
    }

    void add_units(const model::Approval& approval, const Result& result) {
        for (const model::QuantityPerDose& dose : approval.per_dose) {
            const std::optional<Decimal> total = quantity_of(policy_, result, dose.unit, dose.code);
            if (!total) continue;
            const std::string unit = dose.unit == "unit" ? dose.code : dose.unit + (dose.code.empty() ? "" : "s");
            text_ += rows(4, fmt::format("units {} {}", decimal_words(*total), unit), {});
        }
    }

    void add_possible() {
        std::vector<std::string> possible;
        for (const ResultRecord& record : decision_.results) {
            const std::string words = outcome_text(policy_, record.result.outcome, record.result.target) +
                                      (record.result.open ? " open" : "");
            if (possible.empty() || possible.back() != words) possible.push_back(words);
        }
        if (!possible.empty()) text_ += rows(4, "possible", possible);
        if (decision_.every_outcome_is_a_denial && !possible.empty()) text_ += rows(4, "every outcome is a denial", {});
    }

    /// The text's own clause is no item that a scenario could name.
    void add_clauses() {
        if (decision_.clauses.empty() || decision_.outcome == Outcome::needs_information) return;
        if (decision_.clauses == std::vector<std::uint16_t>{policy_.text_clause}) {
            if (decision_.outcome == Outcome::does_not_apply) text_ += rows(4, "no text on file", {});
            return;
        }
        std::vector<std::string> ids;
        for (const std::uint16_t clause : decision_.clauses) ids.push_back(policy_.clauses[clause].id);
        text_ += rows(4, clause_word(), ids);
    }

    [[nodiscard]] const char* clause_word() const {
        if (decision_.outcome == Outcome::approved) return "met";
        return decision_.outcome == Outcome::criteria_not_met ? "failing" : "by";
    }

    void add_questions() {
        std::vector<std::string> questions;
        for (const QuestionRecord& question : decision_.questions)
            questions.push_back(fmt::format("{} {}", words_of(question.kind), policy_.facts[question.fact].name));
        text_ += rows(4, "ask", questions);
    }

    const model::Policy& policy_;
    const DecisionRecord& decision_;
    std::string text_;
};

/// `prescriber_specialty other documented`, `birth_date 2008-07-01`, `trials (drug a, length 3 days), (drug not given)
/// attested`.
std::string assignment_text(const model::Policy& policy, const Step& step) {
    const model::Fact& fact = policy.facts[step.fact];
    if (step.answer.presence == Presence::not_given) return fact.name + " not given";
    if (step.answer.presence == Presence::not_knowable) return fact.name + " not knowable";
    const std::string value = fact.type == FactType::list ? analysis::words_for_entries(policy, step.entries, step.fact)
                                                          : analysis::words_for_answer(fact, step.answer);
    const bool has_level = step.answer.evidence != Evidence::none;
    return fmt::format("{} {}{}{}", fact.name, value, has_level ? " " : "",
                       has_level ? words_of(step.answer.evidence) : "");
}

std::vector<std::string> assignments(const model::Policy& policy, const std::vector<Step>& steps) {
    std::vector<std::string> texts;
    for (const Step& step : steps) texts.push_back(assignment_text(policy, step));
    return texts;
}

std::string like_words(const model::Policy& policy, std::size_t scenario, bool changed) {
    return fmt::format("like \"{}\"{}", policy.scenarios[scenario].name, changed ? " except" : "");
}

}  // namespace

std::string like_text(const model::Policy& policy, std::size_t scenario, const std::vector<Step>& steps) {
    std::string text;
    for (const std::string& assignment : assignments(policy, steps)) text += (text.empty() ? " " : ", ") + assignment;
    return like_words(policy, scenario, !steps.empty()) + text;
}

std::string like_rows(const model::Policy& policy, std::size_t scenario, const std::vector<Step>& steps) {
    return rows(2, like_words(policy, scenario, !steps.empty()), assignments(policy, steps));
}

std::string request_rows(const model::Policy& policy, const RequestRecord& request) {
    std::string text;
    for (std::size_t fact = 0; fact < request.answers.size(); ++fact) {
        if (request.answers[fact].presence == Presence::not_given || policy.facts[fact].list) continue;
        Step step{.fact = static_cast<model::FactIndex>(fact), .answer = request.answers[fact], .entries = {}};
        for (const EntryRecord& entry : request.entries)
            if (entry.list == fact) step.entries.push_back(entry);
        text += rows(2, assignment_text(policy, step), {});
    }
    return text;
}

std::string expectation_rows(const model::Policy& policy, const DecisionRecord& decision) {
    return Expectation(policy, decision).text();
}

}  // namespace pol::coverage
