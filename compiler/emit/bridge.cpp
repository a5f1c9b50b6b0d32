#include "compiler/emit/parts.hpp"
#include "compiler/emit/text.hpp"

namespace pol::emission {

namespace {

// clang-format off
constexpr std::string_view request_bridge_text = R"(
Decision decide(const Request& request) noexcept {
    Decision decision(::pol::unwritten);
    ::pol::decide(shared_policy, &request, ::pol::DecisionOutput<clause_room>(decision));
    return decision;
}

const ::pol::PolicyDescription& description() noexcept { return policy_table; }

void assign(Request& request, std::uint16_t fact, const ::pol::Answer& answer) noexcept {
    ::pol::assign_answer(&request, fact_offsets[fact], answer);
}
)";
constexpr std::string_view compiled_template = R"(
const ::pol::CompiledPolicy& compiled_policy() noexcept {{
    static constexpr ::pol::CompiledPolicy policy = ::pol::compiled<{types}>(policy_table);
    return policy;
}}
)";
// clang-format on

std::string compiled_bridge(const Context& context) {
    return filled(compiled_template,
                  {{"types", has_lists(context.policy) ? "Request, Entries, decide, assign, add_entry"
                                                       : "Request, decide, assign"}});
}

}  // namespace

std::string request_bridge(const Context& context) {
    return std::string(request_bridge_text) + entry_bridge(context) + compiled_bridge(context);
}

}  // namespace pol::emission
