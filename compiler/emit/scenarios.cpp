#include "compiler/emit/parts.hpp"
#include "compiler/emit/text.hpp"

#include <fmt/format.h>

#include <array>

namespace pol::emission {

namespace {

// clang-format off
constexpr std::string_view scenario_template = R"(
// {file}:{line}: {name}
constexpr bool {function}() noexcept {{
    Request request;
{facts}    Decision decision;
    ::pol::decide<Evaluator>(request, decision);
    const ::pol::Expectation expect(decision, policy_table);
    return {expectations};
}}
static_assert({function}(), {message});
)";
// clang-format on

constexpr std::array<const char*, 4> level_names = {"given", "claimed", "attested", "documented"};
constexpr std::array<const char*, 6> question_names = {"answer",     "attest",        "document",
                                                       "exact_date", "measure_again", "resolve"};

std::string decimal(Decimal number) { return "::pol::decimal(\"" + decimal_words(number) + "\")"; }

std::string range(DateRange days) {
    return together({"::pol::DateRange{", date_literal(days.first), ", ", date_literal(days.last), "}"});
}

/// The number of a measurement, or what was found, and its day.
std::string measurement(const Context& context, model::FactIndex fact, const Answer& answer) {
    const std::string on = is_exact(answer.range) ? date_literal(answer.range.first) : range(answer.range);
    if (context.policy.facts[fact].notation == Notation::amount)
        return fmt::format("::pol::measurement({}, {})", decimal(answer.number), on);
    return fmt::format("::pol::found({}, {})", context.value(fact, static_cast<std::uint16_t>(answer.number.digits)),
                       on);
}

std::string value_of(const Context& context, model::FactIndex fact, const Answer& answer) {
    const model::Fact& declared = context.policy.facts[fact];
    switch (declared.type) {
        case FactType::yes_no:
        case FactType::one_of:
            return context.value(fact, answer.value);
        case FactType::date:
            return date_literal(answer.date);
        case FactType::number:
            return is_code(declared.notation) ? code_literal(declared.notation, answer.number) : decimal(answer.number);
        case FactType::measurement:
            return measurement(context, fact, answer);
        case FactType::partial_date:
        case FactType::list:
            break;
    }
    return range(answer.range);
}

std::string leveled(Evidence level, const std::string& value) {
    return together({"::pol::", level_names[static_cast<std::size_t>(level)], "(", value, ")"});
}

std::string assignment(const Context& context, model::FactIndex fact, const RequestRecord& request) {
    const std::string& member = context.names.facts[fact];
    const Answer& answer = request.answers[fact];
    if (answer.presence == Presence::not_given) return {};
    if (answer.presence == Presence::not_knowable)
        return together({"    request.", member, " = ::pol::not_knowable;\n"});
    const bool is_list = context.policy.facts[fact].type == FactType::list;
    const std::string given =
        is_list ? leveled(answer.evidence, scenario_list(context, fact, request)) : given_value(context, fact, answer);
    return together({"    request.", member, " = ", given, ";\n"});
}

std::string assignments(const Context& context, const RequestRecord& request) {
    std::string text;
    for (std::size_t i = 0; i < request.answers.size(); ++i) {
        const auto fact = static_cast<model::FactIndex>(i);
        text += scenario_entries(context, fact, request);
        text += assignment(context, fact, request);
    }
    return text;
}

std::string number_or_none(std::uint16_t index) {
    return index == no_index ? std::string("::pol::no_index") : fmt::format("{}", index);
}

void expect_approval(const model::Expected& expected, std::vector<std::string>& topics) {
    if (expected.period)
        topics.push_back(together({"expect.period(", date_literal(expected.period->from), ", ",
                                   date_literal(expected.period->through), ")"}));
    if (expected.doses) topics.push_back(fmt::format("expect.doses({})", *expected.doses));
    for (const model::ExpectedQuantity& quantity : expected.quantities)
        topics.push_back(fmt::format("expect.quantity({{{}, {}}}, {}, {})", quantity.amount.digits,
                                     quantity.amount.places, literal(quantity.unit), literal(quantity.code)));
    for (const model::ExpectedAmount& amount : expected.amounts)
        topics.push_back(fmt::format("expect.amount({}, {})", literal(amount.name), decimal(amount.amount)));
}

std::string possible(const std::vector<model::ExpectedResult>& members) {
    std::vector<std::string> items;
    for (const model::ExpectedResult& member : members)
        items.push_back(fmt::format("{{::pol::Outcome::{}, {}, {}}}", outcome_name(member.outcome),
                                    number_or_none(member.target), member.open));
    return filled_call("expect.possible({", items, 15, "})");
}

std::string questions(const Context& context, const std::vector<model::ExpectedQuestion>& questions) {
    if (questions.empty()) return "expect.no_questions()";
    std::vector<std::string> items;
    for (const model::ExpectedQuestion& question : questions)
        items.push_back(question.kind ? fmt::format("{{number_of({}), true, ::pol::QuestionKind::{}}}",
                                                    context.fact(question.fact),
                                                    question_names[static_cast<std::size_t>(*question.kind)])
                                      : fmt::format("{{number_of({})}}", context.fact(question.fact)));
    return filled_call("expect.questions({", items, 15, "})");
}

std::vector<std::string> topics_of(const Context& context, const model::Expected& expected) {
    std::vector<std::string> topics = {
        together({"expect.outcome(::pol::Outcome::", outcome_name(expected.outcome), ")"})};
    if (expected.target) topics.push_back(fmt::format("expect.target({})", number_or_none(*expected.target)));
    expect_approval(expected, topics);
    if (expected.clauses)
        topics.push_back(together({"expect.clauses(", context.clause_set(*expected.clauses, 26), ")"}));
    if (expected.no_text)
        topics.push_back(together({"expect.clauses(", context.clause_set({context.policy.text_clause}, 26), ")"}));
    if (expected.possible) topics.push_back(possible(*expected.possible));
    if (expected.every_outcome_is_a_denial) topics.push_back("expect.every_outcome_is_a_denial()");
    if (expected.questions) topics.push_back(questions(context, *expected.questions));
    return topics;
}

}  // namespace

std::string given_value(const Context& context, model::FactIndex fact, const Answer& answer) {
    return leveled(answer.evidence, value_of(context, fact, answer));
}

std::string scenarios(const Context& context) {
    std::string text;
    Scope functions;
    for (const model::Scenario& scenario : context.policy.scenarios) {
        const std::string line = std::to_string(scenario.line);
        const std::string message =
            together({context.file(), ":", line, ": scenario `", scenario.name, "` does not come out as written"});
        text += filled(scenario_template,
                       {{"file", comment(context.file())},
                        {"line", line},
                        {"name", comment(scenario.name)},
                        {"function", functions.take("scenario_at_line_" + line)},
                        {"facts", assignments(context, scenario.request)},
                        {"expectations", joined(topics_of(context, scenario.expected), " &&\n           ")},
                        {"message", literal(message)}});
    }
    return text.empty()
               ? text
               : "\n// The scenarios of the policy: a build in which one comes out differently fails.\n" + text;
}

}  // namespace pol::emission
