#include "compiler/check/assignments.hpp"

#include "compiler/check/code_shapes.hpp"
#include "compiler/check/dates.hpp"
#include "compiler/check/entries.hpp"
#include "compiler/check/names.hpp"
#include "compiler/check/scenario_values.hpp"
#include "compiler/source/overloaded.hpp"

#include <fmt/format.h>

#include <optional>
#include <string>
#include <unordered_map>

namespace pol::checking {
namespace {

/// What a scenario gives to facts and to fields of entries.
class GivenCheck {
public:
    explicit GivenCheck(const Context& context) : context_(context), sink_(context.sink) {}

    void check(const ast::Assignment& assignment, const KnownFact& fact) {
        std::visit(overloaded{
                       [&](const ast::Name& value) { check_value(value, fact); },
                       [&](const ast::Date& date) { check_date_value(date, fact); },
                       [&](const ast::Quantity& value) { check_given_number(fact, value, sink_); },
                       [&](const ast::Assignment::Measured& value) { check_measured(value, fact); },
                       [&](const std::vector<ast::Assignment::Entry>& entries) { check_entries(entries, fact); },
                       [](const ast::Assignment::NotGiven&) {},
                       [](const ast::Assignment::NotKnowable&) {},
                   },
                   assignment.value);
        if (assignment.evidence) check_evidence(assignment, fact);
    }

private:
    void check_value(const ast::Name& value, const KnownFact& fact) {
        if (fact.kind == FactKind::list && value.text == "none") return;
        if (fact.kind == FactKind::code) return check_one_code(code_system(fact), value, sink_);
        if (fact.is_dated_choice)
            sink_.add(FindingCode::missing_day, value.span,
                      fmt::format("`{}` needs the day on which it was found", fact.name), how_to_give(fact));
        else if (is_date(fact.kind))
            sink_.add(FindingCode::unknown_value, value.span, fmt::format("`{}` is a date", fact.name),
                      how_to_give(fact));
        else if (is_number(fact.kind) || fact.kind == FactKind::list)
            sink_.add(FindingCode::unknown_value, value.span,
                      fmt::format("`{}` is not a value of `{}`", value.text, fact.name), how_to_give(fact));
        else if (!contains(fact.values, value.text))
            add_unknown_value(sink_, value, fact.name, fact.values);
    }

    void check_measured(const ast::Assignment::Measured& measured, const KnownFact& fact) {
        const auto* name = std::get_if<ast::Name>(&measured.value);
        if (name == nullptr)
            return check_given_measurement(fact, std::get<ast::Quantity>(measured.value), measured.on, sink_);
        if (fact.is_dated_choice && !contains(fact.values, name->text))
            add_unknown_value(sink_, *name, fact.name, fact.values);
        if (fact.is_dated_choice) return;
        const std::size_t errors = sink_.error_count();
        check_value(*name, fact);
        if (sink_.error_count() == errors) report_day(fact, measured.on, sink_);
    }

    void check_date_value(const ast::Date& date, const KnownFact& fact) {
        const std::optional<ast::Quantity> number = ast::as_number(date);
        if (is_number(fact.kind) && number)
            check_given_number(fact, *number, sink_);
        else if (number && is_date(fact.kind) && fact.declaration != nullptr)
            check_date(date, DatePrecision::any, sink_);
        else if (!is_date(fact.kind))
            sink_.add(FindingCode::unknown_value, date.span, fmt::format("`{}` is not a date", fact.name),
                      how_to_give(fact));
    }

    void check_evidence(const ast::Assignment& assignment, const KnownFact& fact) {
        const bool has_value = !std::holds_alternative<ast::Assignment::NotGiven>(assignment.value) &&
                               !std::holds_alternative<ast::Assignment::NotKnowable>(assignment.value);
        if (fact.source != FactSource::provider)
            sink_.add(FindingCode::evidence_without_use, assignment.span,
                      fmt::format("`{}` carries no evidence", fact.name),
                      "only facts from a provider do; leave the level out");
        else if (!has_value)
            sink_.add(FindingCode::evidence_without_use, assignment.span,
                      fmt::format("`{}` has no value that could carry evidence", fact.name), "leave the level out");
    }

    void check_entries(const std::vector<ast::Assignment::Entry>& entries, const KnownFact& fact) {
        if (fact.kind != FactKind::list)
            return sink_.add(FindingCode::not_a_list, entries.front().span,
                             fmt::format("`{}` {}, not a list", fact.name, kind_words(fact.kind)), how_to_give(fact));
        for (const ast::Assignment::Entry& entry : entries) check_entry(entry, fact);
    }

    void check_entry(const ast::Assignment::Entry& entry, const KnownFact& list) {
        std::unordered_map<std::string, Span> first;
        for (const ast::Assignment& assignment : entry.fields) {
            const auto [place, is_new] = first.emplace(assignment.fact.text, assignment.fact.span);
            if (!is_new)
                add_with_place(sink_, FindingCode::repeated_assignment, assignment.fact.span,
                               fmt::format("`{}` is stated twice in one entry", assignment.fact.text),
                               "leave one of them out, or begin another entry with `(`", place->second,
                               "the first one");
            check_field_of(assignment, assignment.fact, list);
        }
    }

public:
    void check_field_of(const ast::Assignment& assignment, const ast::Name& name, const KnownFact& list) {
        const KnownFact* field = check_field(context_, list, name, sink_);
        if (field == nullptr) return;
        if (is_derived(*field))
            report_derived(name, *field, sink_);
        else
            check(assignment, *field);
    }

private:
    const Context& context_;
    Sink& sink_;
};

const ast::Scenario* scenario_called(const Context& context, const std::string& name) {
    for (const ast::Scenario* scenario : blocks_of<ast::Scenario>(context.policy))
        if (scenario->name.text == name) return scenario;
    return nullptr;
}

/// The entries that a scenario states of a list; nothing where it says that there are none or that they are not given.
std::size_t entries_stated(const ast::Assignment& assignment) {
    const auto* entries = std::get_if<std::vector<ast::Assignment::Entry>>(&assignment.value);
    return entries == nullptr ? 0 : entries->size();
}

/// How many entries a list has in a scenario, by itself or from those it is like; circles have their own finding.
std::size_t entries_of(const Context& context, const ast::Scenario& scenario, const std::string& list) {
    const ast::Scenario* each = &scenario;
    for (std::size_t left = blocks_of<ast::Scenario>(context.policy).size(); each != nullptr && left > 0; --left) {
        for (const ast::Assignment& assignment : each->assignments)
            if (assignment.fact.text == list && !assignment.place) return entries_stated(assignment);
        each = each->like ? scenario_called(context, each->like->text) : nullptr;
    }
    return 0;
}

}  // namespace

void check_given(const Context& context, const ast::Assignment& assignment, const KnownFact& fact) {
    GivenCheck(context).check(assignment, fact);
}

void check_change(const Context& context, const ast::Scenario& scenario, const ast::Assignment& assignment,
                  const KnownFact& list) {
    const auto& [entry, field] = *assignment.place;
    if (list.kind != FactKind::list)
        return context.sink.add(FindingCode::not_a_list, assignment.fact.span,
                                fmt::format("`{}` {}, not a list", list.name, kind_words(list.kind)),
                                "entries are those of a fact declared with `list of`");
    const std::size_t entries = entries_of(context, scenario, list.name);
    if (entry.value < 1 || entry.value > static_cast<std::int64_t>(entries))
        context.sink.add(FindingCode::unknown_entry, entry.span,
                         fmt::format("`{}` has no entry {} here", list.name, entry.value),
                         entries == 0 ? "only entries of a scenario that this one is like are changed"
                                      : fmt::format("its entries are 1 to {}", entries));
    GivenCheck(context).check_field_of(assignment, field, list);
}

void report_derived(const ast::Name& name, const KnownFact& fact, Sink& sink) {
    const ast::Name& source = std::get<ast::DerivedType>(fact.declaration->type).source;
    sink.add(FindingCode::defined_not_given, name.span, fmt::format("`{}` is derived, not given", name.text),
             fmt::format("it follows from `{}`", source.text));
}

}  // namespace pol::checking
