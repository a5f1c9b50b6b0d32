#include "tests/support/sample_models.hpp"

#include <algorithm>
#include <cassert>

namespace pol::testing {

using namespace model;

namespace {

model::Fact builtin(const char* name, FactType type) {
    return {.name = name,
            .phrase = name,
            .question = {},
            .type = type,
            .source = FactSource::request,
            .values = {},
            .implies = {},
            .codes = {}};
}

Value named(const char* name) { return {.name = name, .text = name}; }

model::Fact declared(const char* name, FactType type, FactSource source) {
    std::string phrase = name;
    std::replace(phrase.begin(), phrase.end(), '_', ' ');
    model::Fact fact = builtin(name, type);
    fact.phrase = phrase;
    fact.source = source;
    return fact;
}

template <class Index, class Item>
Index append(std::vector<Item>& items, Item item) {
    items.push_back(std::move(item));
    return static_cast<Index>(items.size() - 1);
}

/// Requirement clauses of a group, with those below them.
void collect(const Policy& policy, const RequirementGroup& group, std::vector<ClauseIndex>& clauses) {
    for (const RequirementNode& node : group.members) {
        if (const auto* nested = std::get_if<RequirementGroup>(&node)) {
            collect(policy, *nested, clauses);
            continue;
        }
        clauses.push_back(std::get<ClauseIndex>(node));
        for (const Requirement& requirement : policy.requirements)
            if (requirement.clause == clauses.back())
                if (const auto* below = std::get_if<RequirementGroup>(&requirement.body)) {
                    collect(policy, *below, clauses);
                    break;
                }
    }
}

}  // namespace

ModelBuilder::ModelBuilder() {
    policy_.name = "sample";
    policy_.title = "Sample";
    policy_.number = "SAMPLE-1";
    policy_.facts = {builtin("line_of_business", FactType::one_of), builtin("benefit", FactType::one_of),
                     builtin("request", FactType::one_of),          builtin("birth_date", FactType::partial_date),
                     builtin("date_of_request", FactType::date),    builtin("date_of_service", FactType::date),
                     builtin("first_start", FactType::date)};
    policy_.text_from = date_of(2026, 1, 1);
    policy_.selecting_fact = fact("date_of_service");
    policy_.text_clause = clause("TEXT", ClauseKind::text);
    request_kinds({"initial"});
    benefits({{"medical", true}});
}

void ModelBuilder::request_kinds(std::initializer_list<const char*> names) {
    std::vector<Value>& values = policy_.facts[fact("request")].values;
    values.clear();
    for (const char* name : names) values.push_back(named(name));
}

void ModelBuilder::benefits(std::initializer_list<std::pair<const char*, bool>> listed) {
    std::vector<Value>& values = policy_.facts[fact("benefit")].values;
    values.clear();
    policy_.benefits.clear();
    for (const auto& [name, is_listed] : listed) {
        values.push_back(named(name));
        policy_.benefits.push_back({.listed = is_listed});
    }
}

LineIndex ModelBuilder::line(const char* name, bool ticked) {
    policy_.facts[fact("line_of_business")].values.push_back(named(name));
    const std::string id = std::string("APPLIES.") + name;
    const auto written = std::find_if(policy_.clauses.begin(), policy_.clauses.end(),
                                      [&](const Clause& clause) { return clause.id == id; });
    LineOfBusiness line;
    line.ticked = ticked;
    line.box = written == policy_.clauses.end() ? clause(id.c_str(), ClauseKind::box)
                                                : static_cast<ClauseIndex>(written - policy_.clauses.begin());
    return append<LineIndex>(policy_.lines, line);
}

FactIndex ModelBuilder::yes_no(const char* name, FactSource source) {
    model::Fact fact = declared(name, FactType::yes_no, source);
    fact.values = {named("no"), named("yes")};
    return append<FactIndex>(policy_.facts, std::move(fact));
}

FactIndex ModelBuilder::one_of(const char* name, std::initializer_list<const char*> values, FactSource source) {
    model::Fact fact = declared(name, FactType::one_of, source);
    for (const char* value_name : values) fact.values.push_back(named(value_name));
    return append<FactIndex>(policy_.facts, std::move(fact));
}

FactIndex ModelBuilder::number(const char* name, const char* unit, std::int64_t most, FactSource source) {
    model::Fact fact = declared(name, FactType::number, source);
    fact.unit = unit;
    fact.most = {.digits = most, .places = 0};
    return append<FactIndex>(policy_.facts, std::move(fact));
}

FactIndex ModelBuilder::measurement(const char* name, const char* unit, std::int64_t most) {
    const FactIndex index = number(name, unit, most);
    policy_.facts[index].type = FactType::measurement;
    return index;
}

FactIndex ModelBuilder::date(const char* name, const char* earliest, FactSource source) {
    model::Fact fact = declared(name, FactType::partial_date, source);
    if (earliest) fact.not_before = this->fact(earliest);
    return append<FactIndex>(policy_.facts, std::move(fact));
}

TermIndex ModelBuilder::term(const char* name, decltype(Term::body) body) {
    return append<TermIndex>(policy_.terms, Term{.name = name, .phrase = {}, .body = std::move(body), .line = 0});
}

void ModelBuilder::implies(const char* implying, const char* implied) {
    policy_.facts[fact(implying)].implies.push_back(fact(implied));
}

ClauseIndex ModelBuilder::clause(const char* id, ClauseKind kind) {
    Clause clause;
    clause.id = id;
    clause.text = id;
    clause.kind = kind;
    return append<ClauseIndex>(policy_.clauses, std::move(clause));
}

TargetIndex ModelBuilder::target(TargetKind kind, const char* number) {
    return append<TargetIndex>(policy_.targets, Target{.kind = kind, .number = number, .address = {}});
}

void ModelBuilder::section(const char* id, std::initializer_list<const char*> lines) {
    Section section;
    section.id = id;
    section.lines = lines_named(lines);
    section.criteria.resize(policy_.facts[fact("request")].values.size());
    for (std::size_t i = 0; i < policy_.lines.size(); ++i)
        if (section.lines[i]) policy_.lines[i].section = static_cast<std::uint16_t>(policy_.sections.size());
    policy_.sections.push_back(std::move(section));
}

void ModelBuilder::gate(Verdict verdict, std::optional<Condition> condition) {
    policy_.gate = append<DeterminationIndex>(policy_.determinations,
                                              Determination{.clause = clause("GATE", ClauseKind::gate),
                                                            .verdict = verdict,
                                                            .condition = std::move(condition),
                                                            .lines = std::vector<bool>(policy_.lines.size(), true),
                                                            .exceptions = {}});
}

DeterminationIndex ModelBuilder::determination(const char* id, Verdict verdict, std::optional<Condition> condition) {
    Section& section = policy_.sections.back();
    const auto index = append<DeterminationIndex>(policy_.determinations,
                                                  Determination{.clause = clause(id, ClauseKind::determination),
                                                                .verdict = verdict,
                                                                .condition = std::move(condition),
                                                                .lines = section.lines,
                                                                .exceptions = {}});
    section.determinations.push_back(index);
    return index;
}

DeterminationIndex ModelBuilder::guideline(const char* id, Verdict verdict, Condition condition,
                                           std::initializer_list<const char*> lines) {
    const std::vector<bool> named_lines = lines_named(lines);
    const auto index = append<DeterminationIndex>(policy_.determinations,
                                                  Determination{.clause = clause(id, ClauseKind::determination),
                                                                .verdict = verdict,
                                                                .condition = std::move(condition),
                                                                .lines = named_lines,
                                                                .exceptions = {}});
    for (Section& section : policy_.sections)
        for (std::size_t i = 0; i < named_lines.size(); ++i)
            if (named_lines[i] && section.lines[i]) {
                section.determinations.push_back(index);
                break;
            }
    return index;
}

RequirementNode ModelBuilder::requirement(const char* id, Condition condition, std::optional<Condition> only_if) {
    const ClauseIndex index = clause(id, ClauseKind::requirement);
    policy_.requirements.push_back({.clause = index, .only_if = std::move(only_if), .body = std::move(condition)});
    return index;
}

RequirementNode ModelBuilder::requirement(const char* id, RequirementGroup group, std::optional<Condition> only_if) {
    const ClauseIndex index = clause(id, ClauseKind::requirement);
    policy_.requirements.push_back({.clause = index, .only_if = std::move(only_if), .body = std::move(group)});
    return index;
}

void ModelBuilder::criteria(const char* kind, RequirementGroup group, ApprovalIndex approval) {
    std::vector<ClauseIndex> clauses;
    collect(policy_, group, clauses);
    std::sort(clauses.begin(), clauses.end());
    policy_.sections.back().criteria[value(fact("request"), kind)] =
        Criteria{.group = std::move(group), .approval = approval, .clauses = std::move(clauses)};
}

ApprovalIndex ModelBuilder::approval(const char* id, Duration duration, BuiltinFact starts_on) {
    Approval approval;
    approval.period_clause = clause(id, ClauseKind::approval);
    approval.duration = duration;
    approval.starts_on = static_cast<FactIndex>(starts_on);
    return append<ApprovalIndex>(policy_.approvals, std::move(approval));
}

void ModelBuilder::otherwise(const char* id, Verdict verdict) {
    policy_.sections.back().otherwise = Otherwise{.clause = clause(id, ClauseKind::otherwise), .verdict = verdict};
}

Condition ModelBuilder::is(const char* name, const char* value_name, Evidence minimum) const {
    const FactIndex index = fact(name);
    return {ChoiceTest{.fact = index,
                       .comparison = ChoiceOperator::is,
                       .values = {value(index, value_name)},
                       .minimum = level_for(index, minimum)}};
}

Condition ModelBuilder::is_one_of(const char* name, std::initializer_list<const char*> values, Evidence minimum) const {
    ChoiceTest test{.fact = fact(name), .comparison = ChoiceOperator::is_one_of, .values = {}, .minimum = minimum};
    for (const char* value_name : values) test.values.push_back(value(test.fact, value_name));
    return {test};
}

Expression ModelBuilder::amount(const char* name, Evidence minimum, Fraction factor) const {
    const FactIndex index = fact(name);
    if (policy_.facts[index].type == FactType::measurement)
        return measured(name, std::nullopt, std::nullopt, minimum, factor);
    return {NumberOfFact{.fact = index, .minimum = level_for(index, minimum), .factor = factor}};
}

Expression ModelBuilder::measured(const char* name, std::optional<Day> from, std::optional<Day> through,
                                  Evidence minimum, Fraction factor) const {
    const FactIndex index = fact(name);
    return {MeasurementOfFact{
        .fact = index, .minimum = level_for(index, minimum), .factor = factor, .from = from, .through = through}};
}

Day ModelBuilder::day(const char* name, Duration offset, Evidence minimum) const {
    const FactIndex index = fact(name);
    return {.base = index, .offset = offset, .minimum = level_for(index, minimum)};
}

Evidence ModelBuilder::level_for(FactIndex index, Evidence minimum) const {
    return policy_.facts[index].source == FactSource::provider ? minimum : Evidence::none;
}

FactIndex ModelBuilder::fact(const std::string& name) const {
    const auto found = std::find_if(policy_.facts.begin(), policy_.facts.end(),
                                    [&](const model::Fact& fact) { return fact.name == name; });
    assert(found != policy_.facts.end());
    return static_cast<FactIndex>(found - policy_.facts.begin());
}

ClauseIndex ModelBuilder::clause_index(const std::string& id) const {
    const auto found = std::find_if(policy_.clauses.begin(), policy_.clauses.end(),
                                    [&](const Clause& clause) { return clause.id == id; });
    assert(found != policy_.clauses.end());
    return static_cast<ClauseIndex>(found - policy_.clauses.begin());
}

std::vector<bool> ModelBuilder::lines_named(std::initializer_list<const char*> names) const {
    std::vector<bool> lines(policy_.lines.size(), false);
    for (const char* name : names) lines[value(fact("line_of_business"), name)] = true;
    return lines;
}

std::uint16_t ModelBuilder::value(FactIndex index, const std::string& name) const {
    const std::vector<Value>& values = policy_.facts[index].values;
    const auto found =
        std::find_if(values.begin(), values.end(), [&](const Value& value) { return value.name == name; });
    assert(found != values.end());
    return static_cast<std::uint16_t>(found - values.begin());
}

Condition group_of(Quantifier quantifier, std::vector<Condition> members, std::int32_t count) {
    return {ConditionGroup{.quantifier = quantifier, .count = count, .members = std::move(members)}};
}

Condition age_test(BuiltinFact at, AgeOperator comparison, std::int32_t amount, AgeUnit unit) {
    return {AgeTest{.at = static_cast<FactIndex>(at), .comparison = comparison, .amount = amount, .unit = unit}};
}

Expression constant(std::int64_t numerator, std::int64_t denominator) { return {Constant{{numerator, denominator}}}; }

Expression arithmetic(Operation operation, Expression left, Expression right) {
    return {Arithmetic{.operation = operation, .operands = {std::move(left), std::move(right)}}};
}

Condition number_test(Expression left, NumberOperator comparison, Expression right) {
    return {NumberTest{.left = std::move(left), .comparison = comparison, .right = std::move(right)}};
}

Condition is_before(Day left, Day right) { return {DayTest{.left = left, .or_on = false, .right = right}}; }

Condition is_on_or_before(Day left, Day right) { return {DayTest{.left = left, .or_on = true, .right = right}}; }

Condition holds(TermIndex term, bool negated) { return {TermTest{.term = term, .negated = negated}}; }

}  // namespace pol::testing
