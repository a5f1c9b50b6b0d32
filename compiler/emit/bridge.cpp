#include "compiler/emit/parts.hpp"
#include "compiler/emit/text.hpp"

#include <fmt/format.h>

namespace pol::emission {

namespace {

// clang-format off
constexpr std::string_view bridge_template = R"(
Decision decide(const Request& request) noexcept {{
    Decision decision(::pol::unwritten);
    ::pol::decide(shared_policy, &request, ::pol::DecisionOutput<clause_room>(decision));
    return decision;
}}

const ::pol::PolicyDescription& description() noexcept {{ return policy_table; }}

void assign(Request& request, std::uint16_t fact, const ::pol::Answer& answer) noexcept {{
    switch (static_cast<FactId>(fact)) {{
{cases}    }}
}}
)";
constexpr std::string_view case_template =
    "        case {fact}:\n            return ::pol::assign_answer(request.{member}, answer);\n";
constexpr std::string_view compiled_template = R"(
const ::pol::CompiledPolicy& compiled_policy() noexcept {{
    static constexpr ::pol::CompiledPolicy policy = ::pol::compiled<{types}>(policy_table);
    return policy;
}}
)";
/// Fields are set with their entries.
constexpr std::string_view field_template = "        case {fact}:\n";
// clang-format on

std::string compiled_bridge(const Context& context) {
    return fmt::format(compiled_template,
                       fmt::arg("types", has_lists(context.policy) ? "Request, Entries, decide, assign, add_entry"
                                                                   : "Request, decide, assign"));
}

}  // namespace

std::string request_bridge(const Context& context) {
    std::string cases;
    std::string fields;
    for (std::size_t i = 0; i < context.policy.facts.size(); ++i) {
        const std::string fact = context.fact(static_cast<model::FactIndex>(i));
        if (context.policy.facts[i].list)
            fields += fmt::format(field_template, fmt::arg("fact", fact));
        else
            cases += fmt::format(case_template, fmt::arg("fact", fact), fmt::arg("member", context.names.facts[i]));
    }
    if (!fields.empty()) cases += fields + "            return;\n";
    return fmt::format(bridge_template, fmt::arg("cases", cases)) + entry_bridge(context) + compiled_bridge(context);
}

}  // namespace pol::emission
