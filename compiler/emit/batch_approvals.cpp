#include "compiler/emit/batch.hpp"
#include "compiler/emit/text.hpp"

#include <fmt/format.h>

namespace pol::emission {

namespace {

// clang-format off
constexpr std::string_view function_template = R"(
// {citation}: {what}
{units}auto {function}({request}) noexcept {{
    return {body};
}}
)";
constexpr std::string_view member_template = R"(
    // What approvals compute; false for those that are computed row by row.
    static bool compute(int approval, [[maybe_unused]] const Block& request,
                        [[maybe_unused]] ::pol::batch::ComputedApprovals& computed) noexcept {{
        switch (approval) {{
{cases}            default:
                return false;
        }}
    }}
)";
constexpr std::string_view case_template = "            case {number}:\n{calls}                return true;\n";
constexpr std::string_view call_template = "                computed.{};\n";
// clang-format on

std::string length_call(const model::Approval& approval, const Names::ApprovalNames& names) {
    if (approval.or_days) return fmt::format("lasts_either({}(request), {}(request))", names.length, names.or_days);
    return fmt::format("lasts({}(request), ::pol::DurationUnit::{})", names.length,
                       approval.duration.unit == DurationUnit::days ? "days" : "months");
}

std::string calls_of(const Context& context, std::size_t index) {
    const model::Approval& approval = context.policy.approvals[index];
    const Names::ApprovalNames& names = context.names.approvals[index];
    std::string calls;
    const auto add = [&](const std::string& call) { calls += fmt::format(call_template, call); };
    if (approval.length) add(length_call(approval, names));
    if (approval.until) add(fmt::format("ends_by({}(request))", names.until));
    for (std::size_t i = 0; i < names.amounts.size(); ++i)
        add(names.granted[i].empty()
                ? fmt::format("show({}(request))", names.amounts[i])
                : fmt::format("show_if({}(request), {}(request))", names.granted[i], names.amounts[i]));
    return calls;
}

}  // namespace

std::string plane_approvals(const Context& context) {
    std::string functions;
    for (std::size_t i = 0; i < context.policy.approvals.size(); ++i) {
        if (!is_told_in_planes(context.policy, context.policy.approvals[i])) continue;
        for (const ApprovalPart& part : approval_parts(context, i))
            functions +=
                fmt::format(function_template, fmt::arg("citation", comment(context.citation(part.clause))),
                            fmt::arg("what", part.what), fmt::arg("units", unit_comment(context, part.shown)),
                            fmt::arg("function", part.function),
                            fmt::arg("request", request_parameter(context, part.body)), fmt::arg("body", part.body));
    }
    return functions;
}

std::string plane_approval_members(const Context& context) {
    std::string cases;
    for (std::size_t i = 0; i < context.policy.approvals.size(); ++i) {
        if (!is_told_in_planes(context.policy, context.policy.approvals[i])) continue;
        const std::string calls = calls_of(context, i);
        if (!calls.empty()) cases += fmt::format(case_template, fmt::arg("number", i), fmt::arg("calls", calls));
    }
    return fmt::format(member_template, fmt::arg("cases", cases));
}

}  // namespace pol::emission
