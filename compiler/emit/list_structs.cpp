#include "compiler/emit/parts.hpp"
#include "compiler/emit/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

namespace pol::emission {

namespace {

// clang-format off
constexpr std::string_view struct_template = R"(
/// An entry of the list `{list}`. What is not set is not given.
struct {type} {{
{members}}};
)";
constexpr std::string_view owner_template = R"(
/// Owns the entries of a request that is read from a record.
struct Entries {{
{members}}};
)";
constexpr std::string_view owner_member_template = "    std::vector<{type}> {member};\n";
constexpr std::string_view declaration = R"(
/// Adds an entry to its list. The request refers to `entries`, which must outlive it.
void add_entry(Request& request, Entries& entries, const ::pol::EntryRecord& entry);
)";
constexpr std::string_view bridge_template = R"(
void add_entry(Request& request, Entries& entries, const ::pol::EntryRecord& entry) {{
    switch (static_cast<FactId>(entry.list)) {{
{cases}        default:
            return;
    }}
}}
)";
constexpr std::string_view case_template = R"(        case {fact}:
            entries.{list}.push_back({{}});
{fields}            request.{list}.value = {{entries.{list}.data(), static_cast<std::uint32_t>(entries.{list}.size())}};
            return;
)";
constexpr std::string_view field_template =
    "            ::pol::assign_answer(entries.{list}.back().{field}, entry.fields[{number}]);\n";
// clang-format on

std::vector<model::FactIndex> lists_of(const model::Policy& policy) {
    std::vector<model::FactIndex> lists;
    for (std::size_t i = 0; i < policy.facts.size(); ++i)
        if (policy.facts[i].type == FactType::list) lists.push_back(static_cast<model::FactIndex>(i));
    return lists;
}

std::vector<model::FactIndex> fields_of(const model::Policy& policy, model::FactIndex list) {
    std::vector<model::FactIndex> fields;
    for (auto i = static_cast<model::FactIndex>(list + 1); i < policy.facts.size() && policy.facts[i].list == list; ++i)
        fields.push_back(i);
    return fields;
}

std::string bridge_case(const Context& context, model::FactIndex list) {
    std::string fields;
    for (const model::FactIndex field : fields_of(context.policy, list))
        fields += fmt::format(field_template, fmt::arg("list", context.names.facts[list]),
                              fmt::arg("field", context.names.fields[field]), fmt::arg("number", field - list - 1));
    return fmt::format(case_template, fmt::arg("fact", context.fact(list)), fmt::arg("list", context.names.facts[list]),
                       fmt::arg("fields", fields));
}

/// `{.drug = ::pol::given(TrialsDrug::sertraline)}`
std::string entry_value(const Context& context, const EntryRecord& entry) {
    std::vector<std::string> members;
    for (const model::FactIndex field : fields_of(context.policy, entry.list)) {
        const Answer& answer = entry.fields[static_cast<std::size_t>(field - entry.list - 1)];
        if (answer.presence != Presence::given) continue;
        members.push_back(fmt::format(".{} = {}", context.names.fields[field], given_value(context, field, answer)));
    }
    return filled_call("{", members, 8, "}");
}

std::vector<std::string> entry_values(const Context& context, model::FactIndex list, const RequestRecord& request) {
    std::vector<std::string> values;
    if (context.policy.facts[list].type != FactType::list || request.answers[list].presence != Presence::given)
        return values;
    for (const EntryRecord& entry : request.entries)
        if (entry.list == list) values.push_back(entry_value(context, entry));
    return values;
}

}  // namespace

bool has_lists(const model::Policy& policy) { return !lists_of(policy).empty(); }

std::string entry_structs(const Context& context) {
    std::string structs;
    for (const model::FactIndex list : lists_of(context.policy)) {
        std::string members;
        for (const model::FactIndex field : fields_of(context.policy, list)) members += fact_member(context, field);
        structs += fmt::format(struct_template, fmt::arg("list", comment(context.policy.facts[list].name)),
                               fmt::arg("type", context.names.types[list]), fmt::arg("members", members));
    }
    return structs;
}

std::string entry_owner(const Context& context) {
    std::string members;
    for (const model::FactIndex list : lists_of(context.policy))
        members += fmt::format(owner_member_template, fmt::arg("type", context.names.types[list]),
                               fmt::arg("member", context.names.facts[list]));
    return members.empty() ? members : fmt::format(owner_template, fmt::arg("members", members));
}

std::string entry_declaration(const Context& context) {
    return has_lists(context.policy) ? std::string(declaration) : std::string();
}

std::string entry_bridge(const Context& context) {
    std::string cases;
    for (const model::FactIndex list : lists_of(context.policy)) cases += bridge_case(context, list);
    return cases.empty() ? cases : fmt::format(bridge_template, fmt::arg("cases", cases));
}

std::string scenario_entries(const Context& context, model::FactIndex list, const RequestRecord& request) {
    const std::vector<std::string> values = entry_values(context, list, request);
    if (values.empty()) return {};
    return fmt::format("    const {} {}_entries[] = {{\n        {},\n    }};\n", context.names.types[list],
                       context.names.facts[list], joined(values, ",\n        "));
}

std::string scenario_list(const Context& context, model::FactIndex list, const RequestRecord& request) {
    const bool is_empty = entry_values(context, list, request).empty();
    return fmt::format("::pol::List<{}>({}{})", context.names.types[list], is_empty ? "" : context.names.facts[list],
                       is_empty ? "" : "_entries");
}

}  // namespace pol::emission
