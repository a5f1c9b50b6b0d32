#include "tests/oracle/places.hpp"

#include "pol/text_view.hpp"

#include <algorithm>
#include <string_view>

namespace oracle {
namespace {

constexpr const char* fact_names[] = {
    "line_of_business",
    "benefit",
    "request",
    "birth_date",
    "date_of_service",
    "first_start",
    "contract_excludes",
    "mdrp_participating",
    "prescriber_specialty",
    "consulted_specialty",
    "diagnosis",
    "sod1_mutation",
    "weakness_from_als",
    "tracheostomy",
    "trach_aspiration_only",
    "invasive_ventilation",
    "continues_to_benefit",
    "indication",
};
static_assert(std::size(fact_names) == by_hand::fact_count);

constexpr const char* clause_ids[] = {
    "APPLIES.commercial_group",
    "APPLIES.on_exchange",
    "APPLIES.off_exchange",
    "APPLIES.medicaid_harp",
    "APPLIES.federal_employee",
    "APPLIES.dual_special_needs",
    "APPLIES.medicare_advantage",
    "APPLIES.medicare_part_d",
    "APPLIES.essential_plan",
    "APPLIES.child_health_plus",
    "APPLIES.ancillary",
    "APPLIES.medical",
    "TEXT",
    "GATE",
    "COM.1",
    "COM.otherwise",
    "MCR.*1",
    "MMC.1",
    "MMC.2",
    "MMC.3",
    "MMC.4",
    "MMC.5",
    "MMC.6",
    "MMC.7",
    "MMC.9",
    "MMC.9.a",
    "MMC.9.b",
    "MMC.otherwise",
    "G.4",
    "G.5",
    "G.10",
};
static_assert(std::size(clause_ids) == by_hand::clause_count);

std::string_view name_of(const pol::Text& text) { return pol::view(text); }
std::string_view name_of(const pol::FactDescription& fact) { return name_of(fact.name); }
std::string_view name_of(const pol::ClauseDescription& clause) { return name_of(clause.id); }
std::string_view name_of(const pol::TargetDescription& target) { return name_of(target.number); }

/// Index of the row with a name, or `no_index`.
template <class Row>
std::uint16_t place(const pol::List<Row>& rows, std::string_view wanted) {
    const Row* const found =
        std::find_if(rows.begin(), rows.end(), [&](const Row& row) { return name_of(row) == wanted; });
    return found == rows.end() ? pol::no_index : static_cast<std::uint16_t>(found - rows.begin());
}

pol::Evidence to_pol_level(by_hand::Level level) {
    return level == by_hand::Level::claimed    ? pol::Evidence::claimed
           : level == by_hand::Level::attested ? pol::Evidence::attested
                                               : pol::Evidence::documented;
}

void write_value(bool value, pol::Answer& answer) { answer.value = value ? 1 : 0; }
void write_value(by_hand::Day value, pol::Answer& answer) { answer.date = to_pol(value); }
void write_value(by_hand::Birth value, pol::Answer& answer) {
    answer.range = {to_pol(value.first), to_pol(value.last)};
}
template <class Choice>
void write_value(Choice value, pol::Answer& answer) {
    answer.value = static_cast<std::uint16_t>(value);
}

/// Writes single facts, each to its place.
struct RequestWriter {
    const Places& places;
    pol::RequestRecord& record;

    template <class Value>
    void operator()(by_hand::Fact fact, const by_hand::Answer<Value>& from, bool has_evidence = false) const {
        pol::Answer& to = record.answers[places.facts[static_cast<int>(fact)]];
        to = pol::Answer{};
        if (from.known == by_hand::Known::not_knowable) to.presence = pol::Presence::not_knowable;
        if (from.known != by_hand::Known::given) return;
        to.presence = pol::Presence::given;
        if (has_evidence) to.evidence = to_pol_level(from.level);
        write_value(from.value, to);
    }
};

std::vector<std::uint16_t> to_indices(by_hand::Clauses clauses, const Places& places) {
    std::vector<std::uint16_t> indices;
    for (int i = 0; i < by_hand::clause_count; ++i)
        if ((clauses & by_hand::bit(static_cast<by_hand::Clause>(i))) != 0) indices.push_back(places.clauses[i]);
    std::sort(indices.begin(), indices.end());
    return indices;
}

pol::Result to_result(const by_hand::Member& member, const Places& places) {
    pol::Result result;
    result.outcome = member.outcome;
    result.open = member.open;
    result.target = places.targets[static_cast<int>(member.target)];
    if (member.outcome != pol::Outcome::approved || member.open) return result;
    result.approval = 0;
    result.period = {to_pol(member.from), to_pol(member.through)};
    result.first_dose = to_pol(member.course_start);
    result.doses = {member.first_dose_number, member.doses};
    return result;
}

}  // namespace

Places find_places(const pol::PolicyDescription& policy) {
    Places places{};
    for (int i = 0; i < by_hand::fact_count; ++i) places.facts[i] = place(policy.facts, fact_names[i]);
    for (int i = 0; i < by_hand::clause_count; ++i) places.clauses[i] = place(policy.clauses, clause_ids[i]);
    places.targets[0] = pol::no_index;
    places.targets[1] = place(policy.targets, "PHARMACY-32");
    places.targets[2] = place(policy.targets, "L33394");
    places.clause_total = static_cast<std::uint16_t>(policy.clauses.size);
    const auto is_there = [](std::uint16_t index) { return index != pol::no_index; };
    places.complete = std::all_of(std::begin(places.facts), std::end(places.facts), is_there) &&
                      std::all_of(std::begin(places.clauses), std::end(places.clauses), is_there) &&
                      is_there(places.targets[1]) && is_there(places.targets[2]);
    return places;
}

void write_request(const by_hand::Request& request, const Places& places, pol::RequestRecord& record) {
    using by_hand::Fact;
    const RequestWriter write{places, record};
    write(Fact::line_of_business, request.line);
    write(Fact::benefit, request.benefit);
    write(Fact::request, request.kind);
    write(Fact::birth_date, request.birth);
    write(Fact::date_of_service, request.service);
    write(Fact::first_start, request.first_start);
    write(Fact::contract_excludes, request.contract_excludes);
    write(Fact::mdrp_participating, request.mdrp_participating);
    write(Fact::prescriber_specialty, request.prescriber, true);
    write(Fact::consulted_specialty, request.consulted, true);
    write(Fact::diagnosis, request.diagnosis, true);
    write(Fact::sod1_mutation, request.sod1, true);
    write(Fact::weakness_from_als, request.weakness, true);
    write(Fact::tracheostomy, request.tracheostomy, true);
    write(Fact::trach_aspiration_only, request.aspiration_only, true);
    write(Fact::invasive_ventilation, request.ventilation, true);
    write(Fact::continues_to_benefit, request.benefits, true);
    write(Fact::indication, request.indication, true);
}

pol::DecisionRecord to_record(const by_hand::Decision& decision, const Places& places) {
    pol::DecisionRecord record;
    record.outcome = decision.outcome;
    record.every_outcome_is_a_denial = decision.every_outcome_is_a_denial;
    for (int i = 0; i < decision.member_count; ++i)
        record.results.push_back(
            {to_result(decision.members[i], places), to_indices(by_hand::reasons(decision.members[i]), places)});
    for (int i = 0; i < decision.question_count; ++i) {
        const by_hand::Question& question = decision.questions[i];
        record.questions.push_back(
            {places.facts[static_cast<int>(question.fact)], question.kind, to_indices(question.clauses, places)});
    }
    record.clauses = to_indices(decision.clauses, places);
    record.trace.assign(places.clause_total, pol::ClauseState::not_for_this_member);
    for (int i = 0; i < by_hand::clause_count; ++i)
        record.trace[places.clauses[i]] = by_hand::state(decision.marks, static_cast<by_hand::Clause>(i));
    return record;
}

}  // namespace oracle
