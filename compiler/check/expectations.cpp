#include "compiler/check/amount_expectations.hpp"
#include "compiler/check/amounts.hpp"
#include "compiler/check/code_shapes.hpp"
#include "compiler/check/names.hpp"
#include "compiler/check/outcomes.hpp"
#include "compiler/check/passes.hpp"
#include "compiler/check/references.hpp"
#include "compiler/check/statement_words.hpp"
#include "compiler/check/walk.hpp"
#include "compiler/diagnostics/suggest.hpp"
#include "pol/words.hpp"

#include <fmt/format.h>

#include <map>
#include <set>

namespace pol::checking {
namespace {

/// How the topic of an expectation is called; `met`, `failing` and `by` are one topic, units one per unit.
std::string topic_of(const ast::Expectation& expectation) {
    return std::visit(overloaded{
                          [](const ast::ExpectPeriod&) { return std::string("from"); },
                          [](const ast::ExpectDoses&) { return std::string("doses"); },
                          [](const ast::ExpectUnits& form) { return "units … " + form.unit.text; },
                          [](const ast::ExpectQuantity& form) { return "quantity " + form.what.text; },
                          [](const ast::ExpectClauses& form) {
                              switch (form.topic) {
                                  case ast::ClauseTopic::met:
                                      return std::string("met");
                                  case ast::ClauseTopic::failing:
                                      return std::string("failing");
                                  case ast::ClauseTopic::by:
                                      return std::string("by");
                              }
                              return std::string();
                          },
                          [](const ast::ExpectNoText&) { return std::string("no text on file"); },
                          [](const ast::ExpectPossible&) { return std::string("possible"); },
                          [](const ast::ExpectAllDenials&) { return std::string("every outcome is a denial"); },
                          [](const ast::ExpectAsk&) { return std::string("ask"); },
                      },
                      expectation.form);
}

bool can_have(Outcome outcome, const ast::Expectation& expectation) {
    const bool is_open = outcome == Outcome::needs_information || outcome == Outcome::review;
    return std::visit(overloaded{
                          [&](const ast::ExpectPeriod&) { return outcome == Outcome::approved; },
                          [&](const ast::ExpectDoses&) { return outcome == Outcome::approved; },
                          [&](const ast::ExpectUnits&) { return outcome == Outcome::approved; },
                          [&](const ast::ExpectQuantity&) { return outcome == Outcome::approved; },
                          [&](const ast::ExpectClauses& form) {
                              switch (form.topic) {
                                  case ast::ClauseTopic::met:
                                      return outcome == Outcome::approved;
                                  case ast::ClauseTopic::failing:
                                      return outcome == Outcome::criteria_not_met;
                                  case ast::ClauseTopic::by:
                                      return outcome != Outcome::needs_information;
                              }
                              return false;
                          },
                          [&](const ast::ExpectNoText&) { return outcome == Outcome::does_not_apply; },
                          [&](const ast::ExpectPossible&) { return is_open; },
                          [&](const ast::ExpectAllDenials&) { return is_open; },
                          [&](const ast::ExpectAsk&) { return outcome == Outcome::needs_information; },
                      },
                      expectation.form);
}

/// Words of the policy that can count what is approved.
std::vector<std::string> countable_units(const ast::Policy& policy) {
    std::vector<std::string> units;
    for (const ast::Drug* drug : blocks_of<ast::Drug>(policy))
        for (const auto& code : drug->codes)
            std::visit(overloaded{
                           [&](const ast::BillingCode& form) { units.push_back(form.code.text); },
                           [&](const ast::PackageCode& form) {
                               units.push_back(form.code.text);
                               if (form.unit) units.push_back(form.unit->text);
                               if (form.volume_unit) units.push_back(form.volume_unit->text);
                               if (form.package)
                                   units.insert(units.end(), {form.package->text, form.package->text + "s"});
                           },
                       },
                       code);
    each_clause_block(policy, [&](const ast::Name&, const std::vector<ast::Statement>& statements) {
        each_of<ast::Dose>(statements,
                           [&](const ast::Dose& dose, const ast::Statement&) { units.push_back(dose.unit.text); });
    });
    return units;
}

bool has_schedule(const ast::Policy& policy) {
    bool found = false;
    each_clause_block(policy, [&](const ast::Name&, const std::vector<ast::Statement>& statements) {
        each_of<ast::Maintenance>(statements, [&](const ast::Maintenance&, const ast::Statement&) { found = true; });
    });
    return found;
}

/// What is the same for all scenarios of a policy.
struct Known {
    ReferTargets targets;
    std::vector<std::string> units;
    bool has_schedule = false;
};

class ExpectationCheck {
public:
    ExpectationCheck(const Context& context, const Known& known, const ast::Scenario& scenario)
        : context_(context), known_(known), scenario_(scenario), sink_(context.sink) {}

    void run() {
        known_.targets.check(scenario_.expected, sink_);
        std::map<std::string, Span> first;
        for (const ast::Expectation& expectation : scenario_.expectations) {
            const std::string topic = topic_of(expectation);
            const auto [place, is_new] = first.emplace(topic, expectation.span);
            if (!is_new)
                add_with_place(sink_, FindingCode::repeated_expectation, expectation.span,
                               fmt::format("`{}` is expected twice", topic),
                               "a line is the whole truth about its topic", place->second, "the first one");
            if (can_have(scenario_.expected.outcome, expectation))
                check_form(expectation);
            else
                sink_.add(FindingCode::contradictory_expectation, expectation.span,
                          fmt::format("`{}` does not go with `{}`", topic, words_of(scenario_.expected.outcome)),
                          hint_for(expectation));
        }
    }

private:
    static const char* hint_for(const ast::Expectation& expectation) {
        const auto* clauses = std::get_if<ast::ExpectClauses>(&expectation.form);
        if (clauses == nullptr) return "leave the line out, or expect another outcome";
        return clauses->topic == ast::ClauseTopic::by ? "a request that needs information rests on no item yet"
                                                      : "what another outcome rests on is written `by`";
    }

    void check_form(const ast::Expectation& expectation) {
        std::visit(overloaded{
                       [](const ast::ExpectPeriod&) {},
                       [&](const ast::ExpectDoses& form) { check_doses(form); },
                       [&](const ast::ExpectUnits& form) { check_units(form); },
                       [&](const ast::ExpectQuantity& form) { check_expected_amount(context_, form); },
                       [&](const ast::ExpectClauses& form) { check_clauses(form); },
                       [](const ast::ExpectNoText&) {},
                       [&](const ast::ExpectPossible& form) { check_possible(form); },
                       [](const ast::ExpectAllDenials&) {},
                       [&](const ast::ExpectAsk& form) { check_questions(form); },
                   },
                   expectation.form);
    }

    void check_doses(const ast::ExpectDoses& form) {
        if (!known_.has_schedule)
            sink_.add(FindingCode::contradictory_expectation, form.count.span, "no item gives a schedule of doses",
                      "add `dose` and `maintenance` to an item, or leave this out");
        else if (form.count.value < 0 || form.count.value > 1'000'000)
            sink_.add(FindingCode::number_out_of_range, form.count.span, "this number is out of range",
                      "write up to 1000000");
    }

    void check_units(const ast::ExpectUnits& form) {
        if (form.amount.digits > 1'000'000'000'000 || form.amount.places > 6)
            sink_.add(FindingCode::number_out_of_range, form.amount.span, "this number is out of range",
                      "write up to 12 digits, of them up to 6 behind the point");
        if (!contains(known_.units, form.unit.text) && !may_be_misspelt_code(context_.policy, form.unit.text))
            sink_.add(FindingCode::unknown_unit, form.unit.span,
                      fmt::format("nothing here is counted in `{}`", form.unit.text),
                      did_you_mean(form.unit.text, known_.units));
    }

    /// `met` and `failing` name requirements; of a range only those count.
    void check_clauses(const ast::ExpectClauses& form) {
        for (const ast::ItemRange& range : form.clauses) {
            const auto entries = resolve_across(context_.ledger, range, sink_);
            if (entries.empty() || range.last || form.topic == ast::ClauseTopic::by) continue;
            if (entries.front()->kind != ClauseKind::requirement)
                add_with_place(sink_, FindingCode::not_a_requirement, range.span,
                               fmt::format("`{}` is not a requirement", entries.front()->id),
                               "requirements are met or failing; another item is written `by`", entries.front()->span,
                               "this item");
        }
    }

    void check_possible(const ast::ExpectPossible& form) {
        std::set<std::string> seen;
        for (const ast::PossibleOutcome& possible : form.outcomes) {
            const ast::OutcomePhrase& phrase = possible.outcome;
            known_.targets.check(phrase, sink_);
            const std::string text = std::string(words_of(phrase.outcome)) +
                                     (phrase.document ? words_of(*phrase.document) : "") +
                                     (possible.open ? " open" : "");
            // several closed approvals differ in their periods, which are not written here
            if (!seen.insert(text).second && (phrase.outcome != Outcome::approved || possible.open))
                sink_.add(FindingCode::repeated_entry, phrase.span, "this outcome stands here twice",
                          "leave one of them out");
            if (phrase.outcome == Outcome::needs_information)
                sink_.add(FindingCode::contradictory_expectation, phrase.span,
                          "`needs information` is not a possible result", "name the outcomes that are still possible");
            if (possible.open && phrase.outcome != Outcome::approved)
                sink_.add(FindingCode::contradictory_expectation, phrase.span, "only `approved` can be open",
                          "leave `open` out");
        }
    }

    void check_questions(const ast::ExpectAsk& form) {
        std::vector<ast::Name> asked;
        for (const ast::ExpectedQuestion& question : form.questions) asked.push_back(question.fact);
        check_repeats(sink_, asked);
        for (const ast::ExpectedQuestion& question : form.questions) {
            const KnownFact* fact = context_.symbols.fact(question.fact.text);
            if (fact == nullptr)
                add_unknown_name(sink_, "fact", question.fact, context_.symbols.fact_names());
            else if (is_derived(*fact))
                sink_.add(FindingCode::impossible_question, question.fact.span,
                          fmt::format("`{}` is derived and never asked", fact->name),
                          fmt::format("what is asked is `{}`, from which it follows",
                                      std::get<ast::DerivedType>(fact->declaration->type).source.text));
            else if (question.kind)
                check_kind(*question.kind, *fact, question.fact.span);
        }
    }

    void check_kind(QuestionKind kind, const KnownFact& fact, Span span) {
        const bool asks_evidence = kind == QuestionKind::attest || kind == QuestionKind::document;
        if (asks_evidence && fact.list != nullptr)
            sink_.add(FindingCode::impossible_question, span, fmt::format("`{}` carries no evidence", fact.name),
                      fmt::format("the list `{}` does, for all its entries; write `answer`", fact.list->name.text));
        else if (asks_evidence && fact.source != FactSource::provider)
            sink_.add(FindingCode::impossible_question, span, fmt::format("`{}` carries no evidence", fact.name),
                      "only facts from a provider are attested or documented; write `answer`");
        const bool has_partial_date =
            fact.kind == FactKind::birth_date || fact.kind == FactKind::partial_date || is_measured(fact);
        if (kind == QuestionKind::exact_date && !has_partial_date)
            sink_.add(FindingCode::impossible_question, span, fmt::format("`{}` is never a partial date", fact.name),
                      "`birth_date`, declared dates and days of measurements are asked for exact dates");
        if (kind == QuestionKind::measure_again && !is_measured(fact) && fact.kind != FactKind::list)
            sink_.add(FindingCode::impossible_question, span, fmt::format("`{}` is not measured", fact.name),
                      "only a list and a fact declared with `measured` are measured again");
    }

    const Context& context_;
    const Known& known_;
    const ast::Scenario& scenario_;
    Sink& sink_;
};

}  // namespace

void check_expectations(const Context& context) {
    const Known known{ReferTargets(context.policy), countable_units(context.policy), has_schedule(context.policy)};
    for (const ast::Scenario* scenario : blocks_of<ast::Scenario>(context.policy))
        ExpectationCheck(context, known, *scenario).run();
    for (const ast::NeverCheck* property : blocks_of<ast::NeverCheck>(context.policy)) {
        known.targets.check(property->outcome, context.sink);
        if (property->outcome.outcome == Outcome::needs_information)
            context.sink.add(FindingCode::wrong_outcome, property->outcome.span,
                             "every request with too little in it needs information", "name an outcome that decides");
    }
}

}  // namespace pol::checking
