#include "tests/support/model_text.hpp"

#include "pol/date_text.hpp"
#include "tests/support/model_words.hpp"

#include <fmt/format.h>

#include <iterator>

namespace pol::test {

namespace {

using model::Policy;

/// Collects the lines of the dump.
class Page {
public:
    explicit Page(const Policy& policy) : policy_(policy) {}

    std::string all() {
        head();
        facts();
        clauses();
        targets();
        coverage();
        terms();
        determinations();
        requirements();
        for (const model::Section& section : policy_.sections) this->section(section);
        approvals();
        readings();
        connectives();
        scenarios();
        return std::move(text_);
    }

private:
    template <class... Arguments>
    void line(fmt::format_string<Arguments...> format, Arguments&&... arguments) {
        fmt::format_to(std::back_inserter(text_), format, std::forward<Arguments>(arguments)...);
        while (text_.ends_with(' ')) text_.pop_back();
        text_ += '\n';
    }

    void head() {
        line("policy {} \"{}\" {}", policy_.name, policy_.title, policy_.number);
        line("text from {}{} by {}, {}", iso_text(policy_.text_from),
             policy_.text_through ? " through " + iso_text(*policy_.text_through) : "",
             policy_.facts.at(policy_.selecting_fact).name, id(policy_.text_clause));
        if (policy_.earlier.outcome != Outcome::does_not_apply) line("earlier {}", text(policy_, policy_.earlier));
        line("short months {}, leap birthday {}",
             policy_.calendar.short_months == ShortMonths::take_last_day ? "take the last day"
                                                                         : "take the first of the next",
             policy_.calendar.leap_birthday == LeapBirthday::march_1 ? "1 March" : "28 February");
    }

    void facts() {
        line("\nfacts");
        for (const model::Fact& fact : policy_.facts) {
            line("  {} : {} from {} \"{}\" ask \"{}\"", fact.name, word(fact.type), word(fact.source), fact.phrase,
                 fact.question);
            if (fact.type == FactType::number || fact.type == FactType::measurement)
                line("    {}{}between {} and {}", fact.unit.empty() ? "" : "in " + fact.unit + " ",
                     fact.notation == Notation::amount ? "" : std::string(word(fact.notation)) + " ", text(fact.least),
                     text(fact.most));
            if (fact.list) line("    of {}", policy_.facts.at(*fact.list).name);
            if (fact.not_before) line("    not before {}", policy_.facts.at(*fact.not_before).name);
            for (const model::Value& value : fact.values) line("    {} \"{}\"", value.name, value.text);
            for (const model::FactIndex implied : fact.implies) line("    implies {}", policy_.facts.at(implied).name);
            for (const model::FactCode& code : fact.codes)
                line("    {} {} for {}", code.system, code.code, fact.values.at(code.value).name);
        }
    }

    void clauses() {
        line("\nclauses");
        for (const model::Clause& clause : policy_.clauses) {
            line("  {} {} line {} \"{}\"", clause.id, word(clause.kind), clause.line, clause.text);
            if (!clause.because.empty()) line("    because {}", clauses_text(policy_, clause.because));
            if (!clause.see_clauses.empty()) line("    see {}", clauses_text(policy_, clause.see_clauses));
            for (const model::TargetIndex target : clause.see_targets) line("    see {}", target_text(target));
        }
    }

    void targets() {
        line("\ntargets");
        for (std::size_t i = 0; i < policy_.targets.size(); ++i)
            line("  {} {}", target_text(static_cast<model::TargetIndex>(i)), policy_.targets[i].address);
    }

    void coverage() {
        line("\ncoverage");
        for (std::size_t i = 0; i < policy_.lines.size(); ++i) {
            const model::LineOfBusiness& each = policy_.lines[i];
            line("  [{}] {} {}", each.ticked ? 'x' : ' ', id(each.box),
                 each.section ? "section " + policy_.sections.at(*each.section).id : "");
            if (each.members_under)
                line("    members under {} {}", each.members_under->amount,
                     each.members_under->unit == AgeUnit::years ? "years" : "months");
        }
        for (std::size_t i = 0; i < policy_.benefits.size(); ++i)
            line("  {} {}", routing_name(BuiltinFact::benefit, i),
                 policy_.benefits[i].listed ? "listed" : "not listed");
        line("  benefit clause {}, otherwise names {}",
             policy_.benefit_clause == no_index ? "-" : id(policy_.benefit_clause),
             clauses_text(policy_, policy_.benefit_reasons));
    }

    /// Only where a policy defines some.
    void terms() {
        if (!policy_.terms.empty()) line("\nterms");
        for (const model::Term& each : policy_.terms)
            line("  line {} {}{} \"{}\" {}", each.line, each.name, each.days_of ? " in days" : "", each.phrase,
                 term_text(policy_, each));
    }

    void determinations() {
        line("\ndeterminations");
        for (std::size_t i = 0; i < policy_.determinations.size(); ++i) {
            const model::Determination& each = policy_.determinations[i];
            line("  {}{} {}{}", id(each.clause), policy_.gate == i ? " (gate)" : "", text(policy_, each.verdict),
                 instead_text(each.replaces));
            if (each.condition) line("    when {}", condition_text(policy_, *each.condition));
            line("    for {}", lines_text(each.lines));
            for (const model::DeterminationIndex exception : each.exceptions)
                line("    except {}", id(policy_.determinations.at(exception).clause));
        }
    }

    void requirements() {
        line("\nrequirements");
        for (const model::Requirement& each : policy_.requirements) {
            const auto* condition = std::get_if<model::Condition>(&each.body);
            line("  {}{} {}", id(each.clause),
                 each.only_if ? fmt::format(" if ({})", condition_text(policy_, *each.only_if)) : "",
                 condition ? condition_text(policy_, *condition)
                           : group_text(policy_, std::get<model::RequirementGroup>(each.body)));
        }
    }

    void section(const model::Section& section) {
        line("\nsection {} \"{}\"", section.id, section.title);
        line("  for {}", lines_text(section.lines));
        std::vector<model::ClauseIndex> determinations;
        for (const model::DeterminationIndex index : section.determinations)
            determinations.push_back(policy_.determinations.at(index).clause);
        line("  determinations {}", clauses_text(policy_, determinations));
        for (std::size_t kind = 0; kind < section.criteria.size(); ++kind)
            if (section.criteria[kind]) criteria(routing_name(BuiltinFact::request, kind), *section.criteria[kind]);
        if (section.otherwise)
            line("  otherwise {} {}", id(section.otherwise->clause), text(policy_, section.otherwise->verdict));
    }

    void criteria(const std::string& kind, const model::Criteria& criteria) {
        line("  {} requires {}, approval {}", kind, group_text(policy_, criteria.group), criteria.approval);
        line("    clauses {}", clauses_text(policy_, criteria.clauses));
    }

    void approvals() {
        line("\napprovals");
        for (const model::Approval& each : policy_.approvals) {
            line("  {} {} from {}{}", id(each.period_clause), length_text(each), policy_.facts.at(each.starts_on).name,
                 each.anchored ? "" : ", each on its own");
            if (each.until) line("    until {} at the latest", day_text(policy_, *each.until));
            for (const model::ComputedAmount& amount : each.amounts) line("    {}", amount_text(policy_, amount));
            if (each.dose_clause != no_index) line("    dosing {}", id(each.dose_clause));
            if (each.has_schedule)
                line("    {} loading doses {} days apart, then every {} days", each.schedule.loading_doses,
                     each.schedule.loading_interval, each.schedule.maintenance_interval);
            line("    per dose {}", quantities_text(each.per_dose));
        }
    }

    void readings() {
        line("\nreadings");
        for (const model::Reading& each : policy_.readings)
            line("  {} \"{}\" {}", clauses_text(policy_, each.clauses), each.text,
                 each.decided_by.empty()
                     ? "open"
                     : fmt::format("decided by {} on {}", each.decided_by, iso_text(each.decided_on)));
    }

    /// Only where a policy has some; so with the findings that it accepts.
    void connectives() {
        if (!policy_.printed.empty()) line("\nprinted");
        for (const model::PrintedItems& items : policy_.printed) {
            std::string words;
            for (const model::PrintedItem& item : items)
                words += id(item.clause) + (item.behind == model::Connective::and_  ? " AND "
                                            : item.behind == model::Connective::or_ ? " OR "
                                                                                    : "");
            line("  {}", words);
        }
        if (!policy_.accepted.empty()) line("\naccepted");
        for (const model::AcceptedFinding& each : policy_.accepted) line("  {} at {}", each.finding, id(each.clause));
    }

    void scenarios() {
        line("\nscenarios");
        for (const model::Scenario& each : policy_.scenarios) {
            line("  line {} \"{}\"", each.line, each.name);
            line("    given {}", request_text(policy_, each.request));
            line("    expect {}", expected_text(policy_, each.expected));
        }
        line("\nchecks");
        for (const model::NeverCheck& each : policy_.never_checks)
            line("  never {} when {}", text(policy_, model::Verdict{each.outcome, each.target.value_or(no_index)}),
                 condition_text(policy_, each.condition));
    }

    static std::string_view instead_text(model::Replaced replaced) {
        if (replaced == model::Replaced::nothing) return "";
        return replaced == model::Replaced::approval ? " instead of approval" : " instead of denial";
    }

    [[nodiscard]] std::string length_text(const model::Approval& approval) const {
        if (!approval.length) return text(approval.duration);
        if (approval.or_days)
            return fmt::format("{} months or {} days", expression_text(policy_, *approval.length),
                               expression_text(policy_, *approval.or_days));
        return fmt::format("{} {}", expression_text(policy_, *approval.length),
                           approval.duration.unit == DurationUnit::days ? "days" : "months");
    }

    [[nodiscard]] const std::string& id(model::ClauseIndex clause) const { return policy_.clauses.at(clause).id; }

    [[nodiscard]] const std::string& routing_name(BuiltinFact fact, std::size_t value) const {
        return policy_.facts.at(index_of(fact)).values.at(value).name;
    }

    [[nodiscard]] std::string target_text(model::TargetIndex target) const {
        return fmt::format("{} {}", word(policy_.targets.at(target).kind), policy_.targets[target].number);
    }

    [[nodiscard]] std::string lines_text(const std::vector<bool>& lines) const {
        std::vector<std::string> names;
        for (std::size_t i = 0; i < lines.size(); ++i)
            if (lines[i]) names.push_back(routing_name(BuiltinFact::line_of_business, i));
        return joined(names, ", ");
    }

    const Policy& policy_;
    std::string text_;
};

}  // namespace

std::string model_text(const model::Policy& policy) { return Page(policy).all(); }

}  // namespace pol::test
