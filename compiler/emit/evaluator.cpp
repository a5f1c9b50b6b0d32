#include "compiler/emit/parts.hpp"
#include "compiler/emit/text.hpp"

#include <fmt/format.h>

namespace pol::emission {

namespace {

// clang-format off
constexpr std::string_view ask_template = R"(
// Asks for what keeps a clause open, where that is not told by its facts (`asked_clauses`).
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
    static constexpr int clause_room = {space}::clause_room;
    static constexpr int fact_count = {space}::fact_count;
    static constexpr const ::pol::PolicyRules<clause_room>& rules = policy_rules;

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

    template <class AnyRequest, class Visitor>
    static constexpr auto visit(AnyRequest& request, int fact, Visitor visitor) noexcept {{
        switch (static_cast<FactId>(fact)) {{
{visits}        }}
        return visitor(request.line_of_business);
    }}
{selecting_day}{implications}{bounds}{approvals}}};
)";
constexpr std::string_view find_template = R"(
    template <class Set>
    static constexpr void find_{what}(const Request& request, Set& {set}) noexcept {{
{checks}    }}
)";
constexpr std::string_view bounds_template =
    "        beyond.add_if(number_of(FactId::{fact}), is_beyond(request.{fact}, {least}, {most}));\n";
constexpr std::string_view evaluation_template =
    "            case Section::{section}:\n                return {function}(request, truths);\n";
constexpr std::string_view criteria_case_template = "{cells}                return {function}(request, truths);\n";
constexpr std::string_view visit_case_template =
    "            case {fact}:\n                return visitor(request.{member});\n";
constexpr std::string_view selecting_day_template = R"(
    static constexpr ::pol::DateRange selecting_day(const Request& request) noexcept {{ return {day}.range; }}
)";
constexpr std::string_view offsets_template = R"(
// Where in a request the facts lie.
{table}
constexpr auto shared_policy = ::pol::shared_policy<Evaluator>(fact_offsets);
)";
constexpr std::string_view offset_template = "{{offsetof(Request, {member}.presence), {type}}}";
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
        if (is_asked_by_its_facts(context, clause)) continue;
        const bool asks = !asked_by(context, clause).empty();
        cases +=
            filled(ask_case_template, {{"clause", context.clause(clause)},
                                       {"function", is_tested ? context.names.functions[i] : context.names.only_ifs[i]},
                                       {"asks", asks ? ", " + context.names.asks[i] : std::string()}});
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
        cases += filled(evaluation_template,
                        {{"section", context.names.sections[i]}, {"function", context.names.evaluations[i]}});
    return cases;
}

std::string criteria_cases(const Context& context) {
    std::string cases;
    const std::size_t kinds = context.policy.facts[index_of(BuiltinFact::request)].values.size();
    for (std::size_t i = 0; i < context.policy.sections.size(); ++i)
        for (const std::vector<std::size_t>& alike : kinds_by_criteria(context.policy.sections[i])) {
            std::string cells;
            for (const std::size_t kind : alike) cells += fmt::format("            case {}:\n", i * kinds + kind);
            cases += filled(criteria_case_template,
                            {{"cells", cells}, {"function", context.names.criteria[i][alike.front()]}});
        }
    return cases;
}

/// Fields are no facts of the request: what is read of them is found with the entry at hand.
std::string visits(const Context& context) {
    std::string cases;
    std::string fields;
    for (std::size_t i = 0; i < context.policy.facts.size(); ++i) {
        const std::string fact = context.fact(static_cast<model::FactIndex>(i));
        if (context.policy.facts[i].list)
            fields += fmt::format("            case {}:\n", fact);
        else
            cases += filled(visit_case_template, {{"fact", fact}, {"member", context.names.facts[i]}});
    }
    return cases + (fields.empty() ? fields : fields + "                break;\n");
}

/// Only where it has a bound; else the engine reads the day itself.
std::string selecting_day(const Context& context) {
    const model::FactIndex fact = context.policy.selecting_fact;
    if (!context.policy.facts[fact].not_before) return {};
    return filled(selecting_day_template, {{"day", day_of_fact(context, fact, "Evidence::none")}});
}

std::vector<std::string> offsets(const Context& context) {
    std::vector<std::string> offsets;
    for (std::size_t i = 0; i < context.policy.facts.size(); ++i) {
        const model::Fact& fact = context.policy.facts[i];
        offsets.push_back(fact.list ? std::string("{}")
                                    : filled(offset_template, {{"member", context.names.facts[i]},
                                                               {"type", fact_type_name(fact.type)}}));
    }
    return offsets;
}

/// A function of the evaluator; none where it would find nothing.
std::string finding(const char* what, const char* set, const std::string& checks) {
    if (checks.empty()) return {};
    return filled(find_template, {{"what", what}, {"set", set}, {"checks", checks}});
}

std::string implications(const Context& context) {
    std::string checks;
    int number = 0;
    for (std::size_t i = 0; i < context.policy.facts.size(); ++i)
        for (const model::FactIndex implied : context.policy.facts[i].implies)
            checks += filled(implication_template, {{"number", std::to_string(number++)},
                                                    {"fact", context.names.facts[i]},
                                                    {"implied", context.names.facts[implied]}});
    return finding("broken_implications", "broken", checks);
}

std::string bounds(const Context& context) {
    std::string checks;
    for (std::size_t i = 0; i < context.policy.facts.size(); ++i) {
        const model::Fact& fact = context.policy.facts[i];
        if (fact.list || !has_number(fact)) continue;
        checks +=
            filled(bounds_template,
                   {{"fact", context.names.facts[i]}, {"least", braced(fact.least)}, {"most", braced(fact.most)}});
    }
    return finding("numbers_beyond_bounds", "beyond", checks);
}

}  // namespace

std::string evaluator(const Context& context) {
    std::string written = filled(ask_template, {{"cases", ask_cases(context)}});
    written += filled(evaluator_template, {{"space", context.names.space},
                                           {"gate", gate_expression(context)},
                                           {"evaluations", evaluations(context)},
                                           {"criteria", criteria_cases(context)},
                                           {"visits", visits(context)},
                                           {"selecting_day", selecting_day(context)},
                                           {"approvals", approval_members(context)},
                                           {"implications", implications(context)},
                                           {"bounds", bounds(context)}});
    return written;
}

std::string shared_policy(const Context& context) {
    return filled(offsets_template, {{"table", table("::pol::FactOffset", "fact_offsets", offsets(context))}});
}

}  // namespace pol::emission
