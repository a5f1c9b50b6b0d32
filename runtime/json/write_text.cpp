#include "pol/json/write_text.hpp"

#include "pol/date_text.hpp"
#include "pol/json/words.hpp"
#include "pol/words.hpp"
#include "runtime/json/citations.hpp"
#include "runtime/json/decimal_text.hpp"
#include "runtime/json/text_layout.hpp"

#include <algorithm>

namespace pol::json {

namespace {

[[nodiscard]] std::string counted(const std::string& amount, std::string_view unit) {
    return amount + ' ' + std::string(unit) + (amount == "1" ? "" : "s");
}

/// `800 units of HCPCS J1304`, `8 vials of NDC 64406-0109-01`, `120 mL`.
[[nodiscard]] std::string quantity_text(const QuantityPerDose& quantity, std::int32_t doses) {
    const std::string amount = to_text(quantity.amount, doses);
    if (quantity.code.size == 0) return amount + ' ' + std::string(view(quantity.unit));
    return counted(amount, view(quantity.unit)) + " of " + in_capitals(view(quantity.system)) + ' ' +
           std::string(view(quantity.code));
}

/// `kit volume 41.3 mL`, `J1561 60 units`, `ratio 2`.
[[nodiscard]] std::string amount_text(const AmountDescription& amount, Decimal value) {
    const std::string name(view(amount.phrase.size == 0 ? amount.name : amount.phrase));
    const std::string number = to_text(value, 1);
    if (amount.code.size > 0) return name + ' ' + counted(number, view(amount.unit));
    return amount.unit.size == 0 ? name + ' ' + number : name + ' ' + number + ' ' + std::string(view(amount.unit));
}

[[nodiscard]] bool computes_amounts(const PolicyDescription& policy) {
    return std::any_of(policy.approvals.begin(), policy.approvals.end(),
                       [](const ApprovalDescription& approval) { return approval.amounts.size > 0; });
}

/// Writes one decision, most important first: what, when and how much, why, what is asked, then everything else.
class TextWriter {
public:
    TextWriter(const DecisionRecord& decision, const PolicyDescription& policy)
        : decision_(decision), policy_(policy) {}

    [[nodiscard]] std::string write() {
        write_headline();
        if (is_decided(decision_))
            write_decided(decision_.results.front().result);
        else
            write_undecided();
        write_readings();
        write_trace();
        return std::move(text_);
    }

private:
    void write_headline() {
        text_ += in_capitals(words_of(decision_.outcome));
        if (is_decided(decision_)) text_ += specifics(decision_.results.front());
        if (decision_.every_outcome_is_a_denial) text_ += ", and every possible outcome is a denial";
        text_ += '\n';
        text_ += view(policy_.title);
        text_ += ", " + std::string(view(policy_.number)) + ", text of " + iso_text(policy_.text_from) + '\n';
    }

    /// What follows the outcome's name: its period, its target, or that no text was in force.
    [[nodiscard]] std::string specifics(const ResultRecord& possible) const {
        const Result& result = possible.result;
        if (result.outcome == Outcome::approved && result.open)
            return computes_amounts(policy_) ? ", period or amounts still open" : ", period still open";
        if (result.outcome == Outcome::approved)
            return " from " + iso_text(result.period.from) + " through " + iso_text(result.period.through);
        if (result.target != no_index) return " to " + document(result.target);
        if (result.outcome == Outcome::does_not_apply && says_no_text(policy_, possible.clauses))
            return ", no text on file (the text on file is in force from " + iso_text(policy_.text_from) + last_day() +
                   ")";
        return {};
    }

    [[nodiscard]] std::string last_day() const {
        return policy_.text_through == open_end ? std::string() : " through " + iso_text(policy_.text_through);
    }

    [[nodiscard]] std::string document(std::uint16_t index) const {
        const TargetDescription& target = policy_.targets[index];
        return std::string(words_of(target.kind)) + ' ' + std::string(view(target.number));
    }

    void heading(std::string_view words) { text_ += '\n' + std::string(words) + '\n'; }

    void write_decided(const Result& result) {
        write_approval(result);
        heading(reason_heading());
        text_ += table(clause_rows(decision_.clauses));
        Indices because;
        set_because_items(because, policy_, decision_.clauses);
        if (!because.empty()) {
            heading("Because");
            text_ += table(clause_rows(because));
        }
        write_documents(result);
    }

    [[nodiscard]] std::string_view reason_heading() const {
        if (decision_.outcome == Outcome::approved) return "Met";
        return decision_.outcome == Outcome::criteria_not_met ? "Not met" : "Decided by";
    }

    void write_approval(const Result& result) {
        const ApprovalDescription* approval = approval_of(policy_, result);
        if (approval == nullptr) return;
        heading("Approved");
        std::vector<Row> rows;
        rows.push_back({"period", iso_text(result.period.from) + " through " + iso_text(result.period.through) +
                                      by_clause(approval->terms.period_clause)});
        if (approval->terms.has_schedule) add_dose_rows(rows, result, *approval);
        bool is_first = true;
        for (std::uint32_t i = 0; i < approval->amounts.size; ++i) {
            if (!result.has_amount(static_cast<int>(i))) continue;
            const AmountDescription& amount = approval->amounts[i];
            rows.push_back(
                {is_first ? "amount" : "", amount_text(amount, result.amounts[i]) + by_clause(amount.clause)});
            is_first = false;
        }
        text_ += table(rows);
    }

    [[nodiscard]] std::string by_clause(std::uint16_t clause) const {
        return clause == no_index ? std::string() : " (" + short_id(clause) + ")";
    }

    void add_dose_rows(std::vector<Row>& rows, const Result& result, const ApprovalDescription& approval) const {
        rows.push_back({"doses", std::to_string(result.doses.count) + by_clause(approval.dose_clause)});
        std::vector<std::string> dates;
        for (std::int32_t i = 0; i < result.doses.count; ++i)
            dates.push_back(iso_text(dose_date(approval.terms.schedule, result.first_dose, result.doses.first + i)));
        for (std::string& line : wrapped(dates, std::string_view("  quantity  ").size()))
            rows.push_back({"", std::move(line)});
        for (const QuantityPerDose& quantity : approval.per_dose)
            rows.push_back({&quantity == approval.per_dose.begin() ? "quantity" : "",
                            quantity_text(quantity, result.doses.count)});
    }

    void write_documents(const Result& result) {
        Indices documents;
        set_cited_documents(documents, policy_, decision_.clauses);
        if (result.target != no_index) documents.insert(documents.begin(), result.target);
        if (documents.empty()) return;
        std::vector<Row> rows;
        for (const std::uint16_t index : documents)
            rows.push_back({document(index), std::string(view(policy_.targets[index].address))});
        heading("See");
        text_ += table(rows);
    }

    /// No clause wants a human where only the route of a request cannot be known, or where statements contradict each
    /// other.
    void write_unknowable() {
        if (decision_.clauses.empty()) {
            heading("Nothing that could be asked for decides between what is possible");
            return;
        }
        heading("Nothing that could be asked for settles");
        text_ += table(clause_rows(decision_.clauses));
    }

    void write_undecided() {
        if (decision_.outcome == Outcome::review) write_unknowable();
        write_questions();
        heading("Still possible");
        std::vector<Row> rows;
        for (const ResultRecord& possible : decision_.results)
            rows.push_back(
                {std::string(words_of(possible.result.outcome)) + specifics(possible) + given(possible.result),
                 joined(short_ids(possible.clauses))});
        text_ += table(rows);
    }

    /// The doses and amounts that tell approvals of the same period apart.
    [[nodiscard]] std::string given(const Result& result) const {
        const ApprovalDescription* approval = approval_of(policy_, result);
        if (approval == nullptr) return {};
        std::string text;
        if (approval->terms.has_schedule) text += ", " + counted(std::to_string(result.doses.count), "dose");
        for (std::uint32_t i = 0; i < approval->amounts.size; ++i)
            if (result.has_amount(static_cast<int>(i)))
                text += ", " + amount_text(approval->amounts[i], result.amounts[i]);
        return text;
    }

    void write_questions() {
        if (decision_.questions.empty()) return;
        heading("Asked");
        std::vector<Row> rows;
        for (const QuestionRecord& question : decision_.questions) {
            const FactDescription& fact = policy_.facts[question.fact];
            rows.push_back({std::string(words_of(question.kind)), std::string(view(fact.name)),
                            std::string(view(fact.question)) + for_clauses(question.clauses)});
        }
        text_ += table(rows);
    }

    [[nodiscard]] std::string for_clauses(const Indices& clauses) const {
        return clauses.empty() ? std::string() : " (" + joined(short_ids(clauses)) + ")";
    }

    void write_readings() {
        DecisionViewer viewer;
        NamedClauses named(policy_);
        named.set(viewer.view(decision_));
        std::vector<Row> rows;
        for (const ReadingDescription& reading : policy_.readings) {
            if (!named.bear(reading)) continue;
            const std::string status =
                reading.decided_by.size == 0
                    ? std::string("open")
                    : "decided by " + std::string(view(reading.decided_by)) + " on " + iso_text(reading.decided_on);
            rows.push_back({status, std::string(view(reading.text)) +
                                        for_clauses({reading.clauses.begin(), reading.clauses.end()})});
        }
        if (rows.empty()) return;
        heading("Readings of the document that bear on this");
        text_ += table(rows);
    }

    void write_trace() {
        heading("Every clause, in the order of the policy");
        std::vector<Row> rows;
        for (std::uint16_t i = 0; i < policy_.clauses.size; ++i) {
            const ClauseDescription& clause = policy_.clauses[i];
            if (!is_traced(clause.kind)) continue;
            rows.push_back(
                {short_id(i), std::string(word(decision_.trace[i], clause.kind)), std::string(view(clause.text))});
        }
        text_ += table(rows);
    }

    [[nodiscard]] std::string short_id(std::uint16_t clause) const {
        return std::string(view(policy_.clauses[clause].id));
    }

    [[nodiscard]] std::vector<std::string> short_ids(const Indices& clauses) const {
        std::vector<std::string> ids;
        for (const std::uint16_t clause : clauses) ids.push_back(short_id(clause));
        return ids;
    }

    [[nodiscard]] std::vector<Row> clause_rows(const Indices& clauses) const {
        std::vector<Row> rows;
        for (const std::uint16_t clause : clauses)
            rows.push_back({short_id(clause), std::string(view(policy_.clauses[clause].text))});
        return rows;
    }

    const DecisionRecord& decision_;
    const PolicyDescription& policy_;
    std::string text_;
};

}  // namespace

std::string write_text(const DecisionRecord& decision, const PolicyDescription& policy) {
    return TextWriter(decision, policy).write();
}

}  // namespace pol::json
