#include "compiler/check/conditions.hpp"

#include "compiler/check/amounts.hpp"
#include "compiler/check/code_lists.hpp"
#include "compiler/check/code_shapes.hpp"
#include "compiler/check/counts.hpp"
#include "compiler/check/dates.hpp"
#include "compiler/check/days.hpp"
#include "compiler/check/entries.hpp"
#include "compiler/check/meanings.hpp"
#include "compiler/check/names.hpp"
#include "compiler/check/passes.hpp"
#include "compiler/check/uses.hpp"
#include "compiler/check/value_tests.hpp"
#include "compiler/diagnostics/suggest.hpp"
#include "pol/words.hpp"

#include <fmt/format.h>

namespace pol::checking {
namespace {

/// One condition of a policy, from the outside in.
class ConditionCheck {
public:
    explicit ConditionCheck(const Context& context) : context_(context), values_(context), sink_(context.sink) {}

    void check(const ast::Condition& condition) {
        std::visit(overloaded{
                       [&](const ast::FactTest& test) { check_fact(test, condition.span); },
                       [&](const ast::AgeTest& test) { check_age(test); },
                       [&](const ast::QuantityTest& test) { check_quantity(test); },
                       [&](const ast::DayTest& test) { values_.check(test); },
                       [&](const ast::CountTest& test) { check_count_of(test); },
                       [&](const ast::ConditionGroup& group) { check_group(group); },
                       [&](const ast::Unless& unless) { check_all(unless.parts); },
                       [&](const ast::IfThen& if_then) { check_all(if_then.parts); },
                       [&](const ast::Supported& supported) { check_supported(supported, condition.span); },
                   },
                   condition.form);
    }

    /// What is asked of entries, if they are those of a list.
    void check_entries(const ast::Entries& entries) {
        Sink reported_with_the_count;
        if (check_list(context_, entries.list, reported_with_the_count) == nullptr) return;
        check_body(entries, sink_);
        check_all(entries.where);
    }

private:
    void check_all(const std::vector<ast::Condition>& conditions) {
        for (const ast::Condition& condition : conditions) check(condition);
    }
    void check_fact(const ast::FactTest& test, Span span);
    void check_term(const ast::FactTest& test, const ast::Define& term, Span span);
    void report_entry_definition(const ast::FactTest& test, const ast::Define& term);
    void check_values_of(const ast::FactTest& test, const KnownFact& fact, Span span);
    void check_yes_no(const ast::FactTest& test, const std::string& what, Span span);
    void check_choice(const ast::FactTest& test, const KnownFact& fact, Span span);
    void check_code(const ast::FactTest& test, const KnownFact& fact, Span span);
    bool check_measured(const ast::FactTest& test, const Meaning& meaning);
    void report_value(const ast::Name& value, const KnownFact& fact);
    void report_day(const ast::Name& day, const char* what);
    void check_quantity(const ast::QuantityTest& test) {
        values_.check(test);
        for (const ast::Expression* side : {&test.left, &test.right})
            each_entries(*side, [&](const ast::Entries& entries) { check_entries(entries); });
    }
    void check_count_of(const ast::CountTest& test) {
        check_count_test(context_, test, sink_);
        check_entries(test.entries);
    }
    void check_age(const ast::AgeTest& test);
    void check_age_at(const ast::Name& name);
    void check_age_amount(const ast::Duration& amount);
    void check_group(const ast::ConditionGroup& group);
    void check_supported(const ast::Supported& supported, Span span);

    const Context& context_;
    ValueTests values_;
    Sink& sink_;
};

void ConditionCheck::check_fact(const ast::FactTest& test, Span span) {
    const Meaning meaning = meaning_of(context_, test.fact, sink_);
    if (meaning.fact == nullptr && meaning.term == nullptr) return;
    if (test.measured && !check_measured(test, meaning)) return;
    if (meaning.term != nullptr) return check_term(test, *meaning.term, span);
    const KnownFact* fact = meaning.fact;
    switch (fact->kind) {
        case FactKind::date:
        case FactKind::birth_date:
        case FactKind::partial_date:
            return report_day(test.fact, "a date");
        case FactKind::yes_no:
        case FactKind::routing:
        case FactKind::one_of:
        case FactKind::scale:
        case FactKind::code:
            return check_values_of(test, *fact, span);
        case FactKind::number:
        case FactKind::measurement:
            return values_.check(test, span);
        case FactKind::list:
            return sink_.add(FindingCode::list_in_condition, test.fact.span, fmt::format("`{}` is a list", fact->name),
                             fmt::format("count its entries, as in `at least 1 {} where …`", fact->name));
    }
}

/// Of a fact, or of the field of an entry that a definition takes.
void ConditionCheck::check_values_of(const ast::FactTest& test, const KnownFact& fact, Span span) {
    if (fact.kind == FactKind::code) return check_code(test, fact, span);
    if (fact.kind != FactKind::yes_no) return check_choice(test, fact, span);
    check_yes_no(test, fmt::format("`{}` is a yes/no fact", fact.name), span);
}

void ConditionCheck::report_day(const ast::Name& day, const char* what) {
    sink_.add(FindingCode::date_in_condition, day.span, fmt::format("`{}` is {}", day.text, what),
              fmt::format("say how it lies to a day, as in `{0} is before …`, `{0} is on …` or `{0} is within 10 days "
                          "before …`",
                          day.text));
}

void ConditionCheck::check_term(const ast::FactTest& test, const ast::Define& term, Span span) {
    if (term.of)
        report_entry_definition(test, term);
    else if (context_.symbols.is_day(term))
        report_day(test.fact, "a day");
    else if (is_condition(term))
        check_yes_no(test, fmt::format("`{}` is a condition", term.name.text), span);
    else if (const KnownFact* choice = context_.symbols.choice(term))
        check_values_of(test, *choice, span);
    else
        values_.check(test, span);
}

/// Where it can be used, it stands no longer: its condition does.
void ConditionCheck::report_entry_definition(const ast::FactTest& test, const ast::Define& term) {
    const std::string& list = term.of->list.text;
    const std::string& name = term.name.text;
    add_with_place(
        sink_, FindingCode::entry_definition_outside, test.fact.span,
        fmt::format("`{}` is about the entries of `{}`", name, list),
        fmt::format("below its definition it can be asked of them, as in `at least 1 {} where {} is yes`", list, name),
        term.name.span, "defined here");
}

/// `what` says what it is.
void ConditionCheck::check_yes_no(const ast::FactTest& test, const std::string& what, Span span) {
    if (test.comparison != ast::Comparison::is && test.comparison != ast::Comparison::is_not)
        return sink_.add(FindingCode::wrong_comparison, span, what, "write `is yes` or `is no`");
    for (const ast::Name& value : test.values)
        if (value.text != "yes" && value.text != "no")
            sink_.add(FindingCode::unknown_value, value.span, fmt::format("{}; it is never `{}`", what, value.text),
                      "write `is yes` or `is no`");
}

void ConditionCheck::check_choice(const ast::FactTest& test, const KnownFact& fact, Span span) {
    const bool is_list = test.comparison == ast::Comparison::is_one_of;
    const bool is_equality = test.comparison == ast::Comparison::is || test.comparison == ast::Comparison::is_not;
    if (!is_list && !is_equality && fact.kind != FactKind::scale)
        sink_.add(FindingCode::wrong_comparison, span, fmt::format("the values of `{}` have no order", fact.name),
                  "write `is one of …`, or declare the fact with `scale of` and the lowest value first");
    if (is_list) check_repeats(sink_, test.values);
    for (const ast::Name& value : test.values)
        if (!contains(fact.values, value.text)) report_value(value, fact);
}

void ConditionCheck::check_code(const ast::FactTest& test, const KnownFact& fact, Span span) {
    const bool is_list = test.comparison == ast::Comparison::is_one_of;
    if (!is_list && test.comparison != ast::Comparison::is && test.comparison != ast::Comparison::is_not)
        sink_.add(FindingCode::wrong_comparison, span, fmt::format("`{}` is a code", fact.name),
                  "write `is` and a code or a range, as in `is C16.0 to C16.9`");
    CodesSoFar codes(sink_);
    for (const ast::Name& value : test.values)
        if (const std::optional<codes::Range> range = check_codes(code_system(fact), value, sink_))
            codes.add(value, *range);
}

/// The days that count stand at what has a day.
bool ConditionCheck::check_measured(const ast::FactTest& test, const Meaning& meaning) {
    check_relation(context_, *test.measured, sink_);
    if (meaning.fact != nullptr && is_measured(*meaning.fact)) return true;
    sink_.add(FindingCode::not_measured, test.fact.span,
              fmt::format("`{}` {} without a day", test.fact.text, kind_words(meaning)),
              "leave `measured …` out, or declare it with `measured` before its type");
    return false;
}

void ConditionCheck::report_value(const ast::Name& value, const KnownFact& fact) {
    if (fact.kind == FactKind::yes_no)
        return sink_.add(FindingCode::unknown_value, value.span,
                         fmt::format("`{}` is a yes/no fact; it is never `{}`", fact.name, value.text),
                         "write `is yes` or `is no`");
    add_unknown_value(sink_, value, fact.name, fact.values);
}

/// The dates at which an age can be taken.
std::vector<std::string> dates_of_ages(const Symbols& symbols) {
    std::vector<std::string> names = counting_dates();
    for (const KnownFact& fact : symbols.facts())
        if (fact.kind == FactKind::partial_date && fact.list == nullptr) names.push_back(fact.name);
    return names;
}

void ConditionCheck::check_age(const ast::AgeTest& test) {
    if (const auto* name = std::get_if<ast::Name>(&test.at.form))
        check_age_at(*name);
    else
        check_day(context_, test.at, sink_);
    check_age_amount(test.amount);
}

void ConditionCheck::check_age_at(const ast::Name& name) {
    const KnownFact* at = context_.symbols.fact(name.text);
    const ast::Define* term = context_.symbols.term(name.text);
    if (at == nullptr && term != nullptr && context_.symbols.is_day(*term)) {
        check_day(context_, name, sink_);
        return;
    }
    const bool is_taken = at != nullptr && (at->kind == FactKind::date || at->kind == FactKind::partial_date);
    if (!is_taken && (at != nullptr || term != nullptr))
        sink_.add(FindingCode::wrong_date_fact, name.span, fmt::format("an age is not taken at `{}`", name.text),
                  fmt::format("write {}", quoted_list(dates_of_ages(context_.symbols), "or")));
    else if (!is_taken && !is_field_elsewhere(context_, name, sink_))
        add_unknown_name(sink_, "date", name, dates_of_ages(context_.symbols));
}

void ConditionCheck::check_age_amount(const ast::Duration& amount) {
    if (amount.unit == ast::TimeUnit::days || amount.unit == ast::TimeUnit::weeks)
        return sink_.add(FindingCode::age_unit, amount.span, "ages are counted in years or months",
                         "days and weeks do not convert to months; write `years` or `months`");
    if (amount.amount.value < 0 || amount.amount.value > oldest_age(amount.unit))
        sink_.add(FindingCode::number_out_of_range, amount.span,
                  fmt::format("`{}` is beyond any age", amount.amount.value), "write an age of up to 150 years");
}

void ConditionCheck::check_group(const ast::ConditionGroup& group) {
    const auto size = static_cast<std::int64_t>(group.members.size());
    if (size == 0 && group.infix) return;  // a row of a table, reported there
    if (size == 0)
        sink_.add(FindingCode::group_asks_nothing, group.opening, "this group has no conditions",
                  "write one condition a line before its `end`");
    else if (group.count)
        check_count(*group.count, size, sink_);
    check_all(group.members);
}

/// Whether a provider's fact below takes its minimum evidence from here; a definition has its own.
/// An empty group, reported by itself, may have been meant to.
bool reaches_provider_fact(const Context& context, const ast::Condition& condition) {
    const auto any = [&](const std::vector<ast::Condition>& conditions) {
        for (const ast::Condition& member : conditions)
            if (reaches_provider_fact(context, member)) return true;
        return false;
    };
    const auto provider = [&](const ast::Name& name) {
        const KnownFact* fact = context.symbols.fact(name.text);
        if (fact != nullptr) return fact->source == FactSource::provider;
        return context.symbols.term(name.text) == nullptr;
    };
    const auto reads = [&] {
        bool found = false;
        each_name(context.symbols, condition, [&](const ast::Name& name) { found = found || provider(name); });
        return found;
    };
    return std::visit(overloaded{
                          [&](const ast::FactTest&) { return reads(); },
                          [&](const ast::AgeTest&) { return reads(); },
                          [&](const ast::QuantityTest&) { return reads(); },
                          [&](const ast::DayTest&) { return reads(); },
                          [&](const ast::CountTest&) { return reads(); },
                          [&](const ast::ConditionGroup& group) { return group.members.empty() || any(group.members); },
                          [&](const ast::Unless& unless) { return any(unless.parts); },
                          [&](const ast::IfThen& if_then) { return any(if_then.parts); },
                          [](const ast::Supported&) { return false; },
                      },
                      condition.form);
}

bool reads_term(const Context& context, const ast::Supported& supported) {
    bool found = false;
    for (const ast::Condition& inner : supported.inner)
        each_name(context.symbols, inner,
                  [&](const ast::Name& name) { found = found || context.symbols.term(name.text) != nullptr; });
    return found;
}

void ConditionCheck::check_supported(const ast::Supported& supported, Span span) {
    bool has_effect = false;
    for (const ast::Condition& inner : supported.inner)
        has_effect = has_effect || reaches_provider_fact(context_, inner);
    const std::string_view word = words_of(supported.least);
    if (!has_effect)
        sink_.add(FindingCode::attested_without_effect, span, fmt::format("`{}` asks nothing of a provider here", word),
                  reads_term(context_, supported)
                      ? fmt::format("a definition asks for its own evidence; write `{}` inside it", word)
                      : fmt::format("only facts from a provider carry evidence; leave `{}` out", word));
    check_all(supported.inner);
}

}  // namespace

void check_conditions(const Context& context) {
    ConditionCheck conditions(context);
    each_condition(context.policy, [&](const ast::Condition& condition) { conditions.check(condition); });
    each_value(context.policy, [&](const ast::Expression& value) {
        each_entries(value, [&](const ast::Entries& entries) { conditions.check_entries(entries); });
    });
}

}  // namespace pol::checking
