#include "pol/json/write_decision.hpp"

#include "pol/date_text.hpp"
#include "pol/json/words.hpp"
#include "pol/words.hpp"
#include "runtime/json/citations.hpp"
#include "runtime/json/output.hpp"

namespace pol::json {

namespace {

/// Writes one decision. The order of the fields is the order of the calls here.
class DecisionWriter {
public:
    DecisionWriter(const DecisionRecord& decision, const PolicyDescription& policy)
        : decision_(decision), policy_(policy), id_prefix_(id_prefix(policy)) {}

    [[nodiscard]] std::string write(std::string_view id, Detail detail) {
        json_.open_object();
        if (!id.empty()) json_.field("id", id);
        write_policy();
        json_.field("outcome", words_of(decision_.outcome));
        if (is_decided(decision_))
            write_details(decision_.results.front().result, decision_.clauses, clauses_key());
        else
            write_undecided();
        if (detail == Detail::full) {
            write_readings();
            write_trace();
        }
        json_.close_object();
        return json_.take();
    }

private:
    [[nodiscard]] std::string full_id(std::uint16_t clause) const {
        std::string id = id_prefix_;
        id += view(policy_.clauses[clause].id);
        return id;
    }

    void write_policy() {
        json_.key("policy");
        json_.open_object();
        json_.field("name", view(policy_.name));
        json_.field("number", view(policy_.number));
        json_.field("text", iso_text(policy_.text_from));
        json_.close_object();
    }

    /// What the clauses of a decision are to it; those of a result that is only possible may be undecided still.
    [[nodiscard]] std::string_view clauses_key() const {
        if (decision_.outcome == Outcome::approved) return "met";
        return decision_.outcome == Outcome::criteria_not_met ? "failing" : "by";
    }

    void write_undecided() {
        json_.key("every_outcome_is_a_denial");
        json_.boolean(decision_.every_outcome_is_a_denial);
        if (decision_.outcome == Outcome::review) write_clauses("by", decision_.clauses);
        json_.key("possible");
        json_.open_array();
        for (const ResultRecord& possible : decision_.results) {
            json_.open_object();
            json_.field("outcome", words_of(possible.result.outcome));
            write_details(possible.result, possible.clauses, "clauses");
            json_.close_object();
        }
        json_.close_array();
        write_questions();
    }

    void write_details(const Result& result, const Indices& clauses, std::string_view key) {
        if (result.outcome == Outcome::approved) write_approval(result);
        if (result.target != no_index) {
            json_.key("target");
            write_document(policy_.targets[result.target]);
        }
        if (result.outcome == Outcome::does_not_apply && says_no_text(policy_, clauses)) write_no_text();
        write_clauses(key, clauses);
        if (const ApprovalDescription* approval = approval_of(policy_, result)) {
            if (approval->terms.period_clause != no_index)
                write_clauses("sets_period", {approval->terms.period_clause});
            if (approval->terms.has_schedule) write_clauses("sets_dose", {approval->dose_clause});
            const Indices amounts = amount_clauses(*approval);
            if (!amounts.empty()) write_clauses("sets_amounts", amounts);
        }
        const Indices because = because_items(policy_, clauses);
        if (!because.empty()) write_clauses("because", because);
        write_cited(cited_documents(policy_, clauses));
    }

    void write_approval(const Result& result) {
        json_.key("open");
        json_.boolean(result.open);
        const ApprovalDescription* approval = approval_of(policy_, result);
        if (approval == nullptr) return;
        json_.key("period");
        json_.open_object();
        json_.field("from", iso_text(result.period.from));
        json_.field("through", iso_text(result.period.through));
        json_.close_object();
        if (approval->terms.has_schedule) write_doses(result, *approval);
        write_amounts(result, approval->amounts);
    }

    void write_doses(const Result& result, const ApprovalDescription& approval) {
        json_.key("doses");
        json_.open_object();
        json_.key("count");
        json_.literal(std::to_string(result.doses.count));
        json_.key("dates");
        json_.open_array();
        for (std::int32_t i = 0; i < result.doses.count; ++i)
            json_.string(iso_text(dose_date(approval.terms.schedule, result.first_dose, result.doses.first + i)));
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
        json_.literal(to_text(quantity.amount, doses));
        json_.field("unit", view(quantity.unit));
        json_.key("per_dose");
        json_.literal(to_text(quantity.amount, 1));
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
        json_.literal(to_text(value, 1));
        write_if_any("unit", amount.unit);
        write_if_any("system", amount.system);
        write_if_any("code", amount.code);
        write_if_any("text", amount.phrase);
        json_.close_object();
    }

    void write_if_any(std::string_view name, Text text) {
        if (text.size > 0) json_.field(name, view(text));
    }

    void write_document(const TargetDescription& target) {
        json_.open_object();
        json_.field("kind", words_of(target.kind));
        json_.field("number", view(target.number));
        if (target.address.size > 0) json_.field("address", view(target.address));
        json_.close_object();
    }

    void write_no_text() {
        json_.key("no_text_on_file");
        json_.boolean(true);
        json_.key("texts_on_file");
        json_.open_array();
        json_.open_object();
        json_.field("from", iso_text(policy_.text_from));
        if (policy_.text_through != open_end) json_.field("through", iso_text(policy_.text_through));
        json_.close_object();
        json_.close_array();
    }

    void write_clauses(std::string_view key, const Indices& clauses) {
        json_.key(key);
        json_.open_array();
        for (const std::uint16_t clause : clauses) {
            json_.open_object();
            json_.field("id", full_id(clause));
            json_.field("text", view(policy_.clauses[clause].text));
            json_.close_object();
        }
        json_.close_array();
    }

    void write_ids(const std::uint16_t* first, const std::uint16_t* last) {
        json_.key("clauses");
        json_.open_array();
        for (; first != last; ++first) json_.string(full_id(*first));
        json_.close_array();
    }

    void write_cited(const Indices& documents) {
        if (documents.empty()) return;
        json_.key("see");
        json_.open_array();
        for (const std::uint16_t target : documents) write_document(policy_.targets[target]);
        json_.close_array();
    }

    void write_questions() {
        json_.key("questions");
        json_.open_array();
        for (const QuestionRecord& question : decision_.questions) {
            const FactDescription& fact = policy_.facts[question.fact];
            json_.open_object();
            json_.field("fact", view(fact.name));
            json_.field("kind", words_of(question.kind));
            json_.field("question", view(fact.question));
            write_ids(question.clauses.data(), question.clauses.data() + question.clauses.size());
            json_.close_object();
        }
        json_.close_array();
    }

    void write_readings() {
        json_.key("readings");
        json_.open_array();
        for (const std::uint16_t index : bearing_readings(policy_, decision_)) {
            const ReadingDescription& reading = policy_.readings[index];
            json_.open_object();
            json_.field("text", view(reading.text));
            json_.field("status", reading.decided_by.size == 0 ? "open" : "decided");
            if (reading.decided_by.size > 0) {
                json_.field("decided_by", view(reading.decided_by));
                json_.field("decided_on", iso_text(reading.decided_on));
            }
            write_ids(reading.clauses.begin(), reading.clauses.end());
            json_.close_object();
        }
        json_.close_array();
    }

    void write_trace() {
        json_.key("trace");
        json_.open_array();
        for (std::uint16_t i = 0; i < policy_.clauses.size; ++i) {
            const ClauseDescription& clause = policy_.clauses[i];
            if (!is_traced(clause.kind)) continue;
            json_.open_object();
            json_.field("id", full_id(i));
            json_.field("state", word(decision_.trace[i], clause.kind));
            json_.close_object();
        }
        json_.close_array();
    }

    const DecisionRecord& decision_;
    const PolicyDescription& policy_;
    std::string id_prefix_;
    JsonOutput json_;
};

}  // namespace

std::string write_decision(const DecisionRecord& decision, const PolicyDescription& policy, std::string_view id,
                           Detail detail) {
    return DecisionWriter(decision, policy).write(id, detail);
}

}  // namespace pol::json
