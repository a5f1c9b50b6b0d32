#include "pol/json/write_decision.hpp"

#include "pol/json/words.hpp"
#include "pol/words.hpp"
#include "runtime/json/citations.hpp"
#include "runtime/json/decision_texts.hpp"
#include "runtime/json/output.hpp"

namespace pol::json {

namespace {

/// What is kept from decision to decision.
struct Scratch {
    Indices because{};
    Indices documents{};
    Indices amounts{};
};

/// Writes one decision. The order of the fields is the order of the calls here.
class OneDecision {
public:
    OneDecision(const PolicyDescription& policy, const DecisionTexts& texts, Scratch& scratch, std::string& output)
        : policy_(policy), texts_(texts), scratch_(scratch), json_(output) {}

    /// Leaves the object open for readings and trace.
    void write(const DecisionView& decision, std::string_view id) {
        json_.open_object();
        if (!id.empty()) json_.field("id", id);
        json_.json(texts_.policy);
        json_.field("outcome", words_of(decision.outcome));
        if (is_decided(decision))
            write_details(*decision.results.front().result, decision.clauses, clauses_key(decision.outcome));
        else
            write_undecided(decision);
    }

    void write_readings(const NamedClauses& named) {
        json_.key("readings");
        json_.open_array();
        for (std::uint16_t i = 0; i < policy_.readings.size; ++i)
            if (named.bear(policy_.readings[i])) json_.json(texts_.readings[i]);
        json_.close_array();
    }

    void write_trace(const DecisionView& decision) {
        json_.key("trace");
        json_.open_array();
        for (const DecisionTexts::TracedClause& traced : texts_.trace)
            json_.json(traced.states[static_cast<std::size_t>(decision.trace[traced.clause])]);
        json_.close_array();
    }

    void close() { json_.close_object(); }

private:
    /// What the clauses of a decision are to it; those of a result that is only possible may be undecided still.
    [[nodiscard]] static std::string_view clauses_key(Outcome outcome) {
        if (outcome == Outcome::approved) return "met";
        return outcome == Outcome::criteria_not_met ? "failing" : "by";
    }

    void write_undecided(const DecisionView& decision) {
        json_.key("every_outcome_is_a_denial");
        json_.boolean(decision.every_outcome_is_a_denial);
        if (decision.outcome == Outcome::review) write_clauses("by", decision.clauses);
        json_.key("possible");
        json_.open_array();
        for (const PossibleView& possible : decision.results) {
            json_.open_object();
            json_.field("outcome", words_of(possible.result->outcome));
            write_details(*possible.result, possible.clauses, "clauses");
            json_.close_object();
        }
        json_.close_array();
        write_questions(decision);
    }

    void write_details(const Result& result, IndexSpan clauses, std::string_view key) {
        const ApprovalDescription* const approval = approval_of(policy_, result);
        if (result.outcome == Outcome::approved) write_approval(result, approval);
        if (result.target != no_index) {
            json_.key("target");
            json_.json(texts_.documents[result.target]);
        }
        if (result.outcome == Outcome::does_not_apply && says_no_text(policy_, clauses)) json_.json(texts_.no_text);
        write_clauses(key, clauses);
        if (approval != nullptr) write_setting_clauses(*approval);
        set_because_items(scratch_.because, policy_, clauses);
        if (!scratch_.because.empty()) write_clauses("because", scratch_.because);
        set_cited_documents(scratch_.documents, policy_, clauses);
        if (!scratch_.documents.empty()) write_cited(scratch_.documents);
    }

    void write_setting_clauses(const ApprovalDescription& approval) {
        if (approval.terms.period_clause != no_index) write_clauses("sets_period", {&approval.terms.period_clause, 1});
        if (approval.terms.has_schedule) write_clauses("sets_dose", {&approval.dose_clause, 1});
        set_amount_clauses(scratch_.amounts, approval);
        if (!scratch_.amounts.empty()) write_clauses("sets_amounts", scratch_.amounts);
    }

    void write_approval(const Result& result, const ApprovalDescription* approval) {
        json_.key("open");
        json_.boolean(result.open);
        if (approval == nullptr) return;
        json_.key("period");
        json_.open_object();
        json_.key("from");
        json_.date(result.period.from);
        json_.key("through");
        json_.date(result.period.through);
        json_.close_object();
        if (approval->terms.has_schedule) write_doses(result, *approval);
        write_amounts(result, approval->amounts);
    }

    void write_doses(const Result& result, const ApprovalDescription& approval) {
        json_.key("doses");
        json_.open_object();
        json_.key("count");
        json_.decimal({.digits = result.doses.count, .places = 0});
        json_.key("dates");
        json_.open_array();
        for (std::int32_t i = 0; i < result.doses.count; ++i)
            json_.date(dose_date(approval.terms.schedule, result.first_dose, result.doses.first + i));
        json_.close_array();
        json_.close_object();
        json_.key("quantities");
        json_.open_array();
        for (const QuantityPerDose& quantity : approval.per_dose) write_quantity(quantity, result.doses.count);
        json_.close_array();
    }

    void write_quantity(const QuantityPerDose& quantity, std::int32_t doses) {
        json_.open_object();
        json_.key("amount");
        json_.decimal(quantity.amount, doses);
        json_.field("unit", view(quantity.unit));
        json_.key("per_dose");
        json_.decimal(quantity.amount);
        if (quantity.code.size > 0) {
            json_.field("system", view(quantity.system));
            json_.field("code", view(quantity.code));
        }
        json_.close_object();
    }

    void write_amounts(const Result& result, List<AmountDescription> amounts) {
        if (amounts.size == 0) return;
        json_.key("amounts");
        json_.open_array();
        for (std::uint32_t i = 0; i < amounts.size; ++i)
            if (result.has_amount(static_cast<int>(i))) write_amount(amounts[i], result.amounts[i]);
        json_.close_array();
    }

    void write_amount(const AmountDescription& amount, Decimal value) {
        json_.open_object();
        json_.field("name", view(amount.name));
        json_.key("amount");
        json_.decimal(value);
        write_if_any("unit", amount.unit);
        write_if_any("system", amount.system);
        write_if_any("code", amount.code);
        write_if_any("text", amount.phrase);
        json_.close_object();
    }

    void write_if_any(std::string_view name, Text text) {
        if (text.size > 0) json_.field(name, view(text));
    }

    void write_clauses(std::string_view key, IndexSpan clauses) {
        json_.key(key);
        json_.open_array();
        for (const std::uint16_t clause : clauses) json_.json(texts_.clauses[clause]);
        json_.close_array();
    }

    void write_cited(IndexSpan documents) {
        json_.key("see");
        json_.open_array();
        for (const std::uint16_t target : documents) json_.json(texts_.documents[target]);
        json_.close_array();
    }

    void write_questions(const DecisionView& decision) {
        json_.key("questions");
        json_.open_array();
        for (const QuestionView& question : decision.questions) {
            json_.open_object();
            json_.json(texts_.facts[question.fact].name);
            json_.field("kind", words_of(question.kind));
            json_.json(texts_.facts[question.fact].question);
            json_.key("clauses");
            json_.open_array();
            for (const std::uint16_t clause : question.clauses) json_.json(texts_.ids[clause]);
            json_.close_array();
            json_.close_object();
        }
        json_.close_array();
    }

    const PolicyDescription& policy_;
    const DecisionTexts& texts_;
    Scratch& scratch_;
    JsonOutput json_;
};

}  // namespace

class DecisionWriter::State {
public:
    explicit State(const PolicyDescription& policy) : policy_(policy), texts_(policy), named_(policy) {}

    void write(const DecisionView& decision, std::string_view id, Detail detail, std::string& output) {
        OneDecision writer(policy_, texts_, scratch_, output);
        writer.write(decision, id);
        if (detail == Detail::full) {
            named_.set(decision);
            writer.write_readings(named_);
            writer.write_trace(decision);
        }
        writer.close();
    }

private:
    const PolicyDescription& policy_;
    DecisionTexts texts_;
    NamedClauses named_;
    Scratch scratch_;
};

DecisionWriter::DecisionWriter(const PolicyDescription& policy) : state_(std::make_unique<State>(policy)) {}
DecisionWriter::DecisionWriter(DecisionWriter&&) noexcept = default;
DecisionWriter& DecisionWriter::operator=(DecisionWriter&&) noexcept = default;
DecisionWriter::~DecisionWriter() = default;

void DecisionWriter::write_view(const DecisionView& decision, std::string_view id, Detail detail, std::string& output) {
    state_->write(decision, id, detail, output);
}

std::string write_decision(const DecisionRecord& decision, const PolicyDescription& policy, std::string_view id,
                           Detail detail) {
    std::string text;
    DecisionWriter(policy).write(decision, id, detail, text);
    return text;
}

}  // namespace pol::json
