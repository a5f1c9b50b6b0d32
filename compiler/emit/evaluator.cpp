#include "compiler/emit/parts.hpp"
#include "compiler/emit/text.hpp"

#include <fmt/format.h>

namespace pol::emission {

namespace {

// clang-format off
constexpr std::string_view ask_template = R"(
// Asks for what keeps a clause open.
template <class Questions>
constexpr void ask_about(Clause clause, const Request& request, Questions& questions) noexcept {{
    switch (clause) {{
{cases}        default:
            static_cast<void>(request);
            static_cast<void>(questions);
    }}
}}
)";
constexpr std::string_view ask_case_template =
    "        case {clause}:\n            return questions.about(number_of(clause), {function}(request){asks});\n";

constexpr std::string_view evaluator_template = R"(
// The policy as the engine sees it.
struct Evaluator {{
    using Request = {space}::Request;
    using Decision = {space}::Decision;
    static constexpr int clause_count = {space}::clause_count;
    static constexpr int result_count = {space}::result_count;
    static constexpr int fact_count = {space}::fact_count;
    static constexpr int section_count = {section_count};
    static constexpr int implies_count = {implies_count};
    static constexpr const ::pol::PolicyRules<clause_count>& rules = policy_rules;

    static constexpr Truth gate_truth([[maybe_unused]] const Request& request) noexcept {{ return {gate}; }}

    static constexpr void evaluate(int section, const Request& request, Truths& truths) noexcept {{
        switch (static_cast<Section>(section)) {{
{evaluations}        }}
    }}

    static constexpr Group criteria(int section, int kind, [[maybe_unused]] const Request& request,
                                    [[maybe_unused]] Truths& truths) noexcept {{
        switch (section * policy_rules.kind_count + kind) {{
{criteria}            default:
                return {{}};
        }}
    }}

    template <class Questions>
    static constexpr void ask(int clause, const Request& request, Questions& questions) noexcept {{
        ask_about(static_cast<Clause>(clause), request, questions);
    }}

    static constexpr const ::pol::Fact<::pol::Date>& date(const Request& request, int fact) noexcept {{
        switch (static_cast<FactId>(fact)) {{
{dates}            default:
                return request.date_of_service;
        }}
    }}

    static constexpr ::pol::Fact<::pol::DateRange> dated(const Request& request, int fact) noexcept {{
        switch (static_cast<FactId>(fact)) {{
{dated}            default:
                return {{}};
        }}
    }}

    static constexpr ::pol::Day<1> day(const Request& request, int fact, Evidence minimum) noexcept {{
        switch (static_cast<FactId>(fact)) {{
{days}            default:
                return {{}};
        }}
    }}

    template <class AnyRequest>
    static constexpr auto& presence(AnyRequest& request, int fact) noexcept {{
        switch (static_cast<FactId>(fact)) {{
{presences}        }}
        return request.line_of_business.presence;
    }}

    static constexpr ::pol::Bits<implies_count> broken_implications([[maybe_unused]] const Request& request) noexcept {{
        ::pol::Bits<implies_count> broken;
{implications}        return broken;
    }}

    static constexpr ::pol::Bits<fact_count> numbers_beyond_bounds([[maybe_unused]] const Request& request) noexcept {{
        ::pol::Bits<fact_count> beyond;
{bounds}        return beyond;
    }}
{approvals}}};
)";
constexpr std::string_view bounds_template =
    "        beyond.add_if(number_of(FactId::{fact}), is_beyond(request.{fact}, {least}, {most}));\n";
constexpr std::string_view evaluation_template =
    "            case Section::{section}:\n                return {function}(request, truths);\n";
constexpr std::string_view criteria_case_template =
    "            case {cell}:\n                return {function}(request, truths);\n";
constexpr std::string_view date_case_template =
    "            case {fact}:\n                return request.{member};\n";
constexpr std::string_view dated_case_template =
    "            case {fact}:\n                return ::pol::dated(request.{member});\n";
constexpr std::string_view day_case_template =
    "            case {fact}:\n                return {day};\n";
constexpr std::string_view presence_case_template =
    "            case {fact}:\n                return request.{member}.presence;\n";
constexpr std::string_view implication_template =
    "        broken.add_if({number}, ::pol::contradicts(request.{fact}, request.{implied}));\n";
// clang-format on

/// What a requirement with others below asks is only the condition it is asked under.
std::string ask_cases(const Context& context) {
    std::string cases;
    for (std::size_t i = 0; i < context.policy.clauses.size(); ++i) {
        const auto clause = static_cast<model::ClauseIndex>(i);
        const bool is_tested = context.conditions[clause] != nullptr;
        if (!is_tested && context.only_if(clause) == nullptr) continue;
        const bool asks = !asked_by(context, clause).empty();
        cases += fmt::format(ask_case_template, fmt::arg("clause", context.clause(clause)),
                             fmt::arg("function", is_tested ? context.names.functions[i] : context.names.only_ifs[i]),
                             fmt::arg("asks", asks ? ", " + context.names.asks[i] : std::string()));
    }
    return cases;
}

std::string gate_expression(const Context& context) {
    if (!context.policy.gate) return "Truth::no";
    const model::Determination& gate = context.policy.determinations[*context.policy.gate];
    return gate.condition ? context.names.functions[gate.clause] + "(request).truth" : "Truth::yes";
}

std::string evaluations(const Context& context) {
    std::string cases;
    for (std::size_t i = 0; i < context.policy.sections.size(); ++i)
        cases += fmt::format(evaluation_template, fmt::arg("section", context.names.sections[i]),
                             fmt::arg("function", context.names.evaluations[i]));
    return cases;
}

std::string criteria_cases(const Context& context) {
    std::string cases;
    const std::size_t kinds = context.policy.facts[index_of(BuiltinFact::request)].values.size();
    for (std::size_t i = 0; i < context.policy.sections.size(); ++i)
        for (std::size_t kind = 0; kind < context.policy.sections[i].criteria.size(); ++kind)
            if (context.policy.sections[i].criteria[kind])
                cases += fmt::format(criteria_case_template, fmt::arg("cell", i * kinds + kind),
                                     fmt::arg("function", context.names.criteria[i][kind]));
    return cases;
}

/// Fields are no facts of the request: what is read of them is found with the entry at hand.
bool is_any(const model::Fact& fact) { return !fact.list; }
bool is_exact_date(const model::Fact& fact) { return fact.type == FactType::date; }
bool is_date(const model::Fact& fact) {
    return !fact.list && (fact.type == FactType::date || fact.type == FactType::partial_date);
}
bool has_a_day(const model::Fact& fact) { return is_date(fact) || fact.type == FactType::measurement; }

std::string fact_cases(const Context& context, std::string_view case_template, bool (*wanted)(const model::Fact&)) {
    std::string cases;
    for (std::size_t i = 0; i < context.policy.facts.size(); ++i) {
        const auto fact = static_cast<model::FactIndex>(i);
        if (wanted(context.policy.facts[i]))
            cases += fmt::format(fmt::runtime(case_template), fmt::arg("fact", context.fact(fact)),
                                 fmt::arg("member", context.names.facts[i]),
                                 fmt::arg("day", day_of_fact(context, fact, "minimum")));
    }
    return cases;
}

std::string field_cases(const Context& context) {
    std::string cases;
    for (std::size_t i = 0; i < context.policy.facts.size(); ++i)
        if (context.policy.facts[i].list)
            cases += fmt::format("            case {}:\n", context.fact(static_cast<model::FactIndex>(i)));
    return cases.empty() ? cases : cases + "                break;\n";
}

std::size_t implies_count(const Context& context) {
    std::size_t count = 0;
    for (const model::Fact& fact : context.policy.facts) count += fact.implies.size();
    return count;
}

std::string implications(const Context& context) {
    std::string checks;
    int number = 0;
    for (std::size_t i = 0; i < context.policy.facts.size(); ++i)
        for (const model::FactIndex implied : context.policy.facts[i].implies)
            checks += fmt::format(implication_template, fmt::arg("number", number++),
                                  fmt::arg("fact", context.names.facts[i]),
                                  fmt::arg("implied", context.names.facts[implied]));
    return checks;
}

std::string bounds(const Context& context) {
    std::string checks;
    for (std::size_t i = 0; i < context.policy.facts.size(); ++i) {
        const model::Fact& fact = context.policy.facts[i];
        if (fact.list || (fact.type != FactType::number && fact.type != FactType::measurement)) continue;
        checks += fmt::format(bounds_template, fmt::arg("fact", context.names.facts[i]),
                              fmt::arg("least", braced(fact.least)), fmt::arg("most", braced(fact.most)));
    }
    return checks;
}

}  // namespace

std::string evaluator(const Context& context) {
    std::string written = fmt::format(ask_template, fmt::arg("cases", ask_cases(context)));
    written +=
        fmt::format(evaluator_template, fmt::arg("space", context.names.space),
                    fmt::arg("section_count", context.policy.sections.size()),
                    fmt::arg("implies_count", implies_count(context)), fmt::arg("gate", gate_expression(context)),
                    fmt::arg("evaluations", evaluations(context)), fmt::arg("criteria", criteria_cases(context)),
                    fmt::arg("dates", fact_cases(context, date_case_template, is_exact_date)),
                    fmt::arg("dated", fact_cases(context, dated_case_template, has_a_day)),
                    fmt::arg("days", fact_cases(context, day_case_template, is_date)),
                    fmt::arg("presences", fact_cases(context, presence_case_template, is_any) + field_cases(context)),
                    fmt::arg("approvals", approval_members(context)), fmt::arg("implications", implications(context)),
                    fmt::arg("bounds", bounds(context)));
    return written;
}

}  // namespace pol::emission
