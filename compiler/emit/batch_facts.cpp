#include "compiler/emit/batch.hpp"
#include "compiler/emit/text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace pol::emission {

namespace {

// clang-format off
constexpr std::string_view columns_template = R"(
/// Many requests, a column a fact. A column that is not set is not given in any row.
struct Columns {{
{members}}};
)";
constexpr std::string_view column_template = "    // {phrase}{unit}\n    ::pol::batch::{type} {name}{{}};\n";

constexpr std::string_view row_template = R"(
Request request_at(const Columns& columns, std::size_t row) noexcept {{
    Request request;
{facts}    return request;
}}
)";
constexpr std::string_view row_fact_template = "    request.{name} = ::pol::batch::fact_at(columns.{name}, row);\n";

constexpr std::string_view set_template = R"(
void set_column(Columns& columns, std::uint16_t fact, const ::pol::batch::AnyColumn& column) noexcept {{
    switch (static_cast<FactId>(fact)) {{
{cases}        default:
            return;
    }}
}}
)";
constexpr std::string_view set_case_template =
    "        case {fact}:\n            return ::pol::batch::set_column(columns.{name}, column);\n";
constexpr std::string_view entries_declared = R"(
/// The entries of the list with that number, as its column takes them.
[[nodiscard]] const void* entries_of(const Entries& entries, std::uint16_t list) noexcept;
)";
constexpr std::string_view entries_template = R"(
const void* entries_of(const Entries& entries, std::uint16_t list) noexcept {{
    switch (static_cast<FactId>(list)) {{
{cases}        default:
            return nullptr;
    }}
}}
)";
constexpr std::string_view entries_case_template =
    "        case {fact}:\n            return entries.{name}.data();\n";

constexpr std::string_view block_template = R"(
// 64 requests side by side, under the names of one.
struct Block{base} {{
    Block(const Columns& columns, ::pol::batch::Rows rows) noexcept
        : {initializers} {{
{conflicts}    }}

{members}}};
)";
constexpr std::string_view broken_template =
    "        const Plane broken_{number} = ::pol::batch::contradicting({fact}, {implied});\n";
constexpr std::string_view contradict_template =
    "        {fact}.contradict(broken_{number});\n        {implied}.contradict(broken_{number});\n";
// clang-format on

std::string column_type(const Context& context, std::size_t fact) {
    switch (context.policy.facts[fact].type) {
        case FactType::yes_no:
            return "ChoiceColumn<::pol::YesNo>";
        case FactType::one_of:
            return fmt::format("ChoiceColumn<{}>", context.names.types[fact]);
        case FactType::date:
            return "DayColumn";
        case FactType::number:
            return "NumberColumn";
        case FactType::measurement:
            return "MeasurementColumn";
        case FactType::list:
            return fmt::format("ListColumn<{}>", context.names.types[fact]);
        case FactType::partial_date:
            break;
    }
    return "DayRangeColumn";
}

std::string block_type(const Context& context, std::size_t fact) {
    const FactType type = context.policy.facts[fact].type;
    if (type == FactType::date) return "Days";
    if (type == FactType::partial_date) return "DayRanges";
    if (type == FactType::number) return "Numbers";
    if (type == FactType::measurement) return "Measurements";
    if (type == FactType::list) return "CellsBlock";
    return fmt::format("Choice<{}>", type == FactType::yes_no ? "YesNo" : context.names.types[fact]);
}

/// Within which a number counts as given.
std::string bounds(const model::Fact& fact) {
    return has_number(fact) ? fmt::format(", {}, {}", braced(fact.least), braced(fact.most)) : std::string();
}

/// Calls `visit` with every fact of the request itself; fields stand in the entries of their list.
template <class Visit>
void for_each_fact(const Context& context, const Visit& visit) {
    for (std::size_t i = 0; i < context.policy.facts.size(); ++i)
        if (!context.policy.facts[i].list) visit(i);
}

/// All that contradicts is found before any of it becomes unknown.
std::string conflicts(const Context& context) {
    std::string found;
    std::string settled;
    int number = 0;
    for_each_fact(context, [&](std::size_t fact) {
        for (const model::FactIndex implied : context.policy.facts[fact].implies) {
            const auto fill = [&](std::string_view pattern) {
                return fmt::format(fmt::runtime(pattern), fmt::arg("number", number),
                                   fmt::arg("fact", context.names.facts[fact]),
                                   fmt::arg("implied", context.names.facts[implied]));
            };
            found += fill(broken_template);
            settled += fill(contradict_template);
            ++number;
        }
    });
    return found + settled;
}

}  // namespace

std::string columns_struct(const Context& context) {
    std::string members;
    for_each_fact(context, [&](std::size_t fact) {
        members +=
            fmt::format(column_template, fmt::arg("phrase", comment(context.policy.facts[fact].phrase)),
                        fmt::arg("unit", unit_words(context, static_cast<model::FactIndex>(fact))),
                        fmt::arg("type", column_type(context, fact)), fmt::arg("name", context.names.facts[fact]));
    });
    return fmt::format(columns_template, fmt::arg("members", members));
}

std::string row_bridge(const Context& context) {
    std::string facts;
    for_each_fact(context, [&](std::size_t fact) {
        facts += fmt::format(row_fact_template, fmt::arg("name", context.names.facts[fact]));
    });
    return fmt::format(row_template, fmt::arg("facts", facts));
}

std::string column_bridge(const Context& context) {
    std::string cases;
    std::string entries;
    for_each_fact(context, [&](std::size_t fact) {
        const std::string number = context.fact(static_cast<model::FactIndex>(fact));
        const auto fill = [&](std::string_view pattern) {
            return fmt::format(fmt::runtime(pattern), fmt::arg("fact", number),
                               fmt::arg("name", context.names.facts[fact]));
        };
        cases += fill(set_case_template);
        if (context.policy.facts[fact].type == FactType::list) entries += fill(entries_case_template);
    });
    const std::string of_entries =
        entries.empty() ? std::string() : fmt::format(entries_template, fmt::arg("cases", entries));
    return fmt::format(set_template, fmt::arg("cases", cases)) + of_entries;
}

std::string entries_declaration(const Context& context) {
    return has_lists(context.policy) ? std::string(entries_declared) : std::string();
}

std::string block_struct(const Context& context) {
    const std::vector<bool> used = facts_in_planes(context);
    const std::vector<bool> of_rows = facts_of_rows(context);
    const bool has_rows = std::find(of_rows.begin(), of_rows.end(), true) != of_rows.end();
    std::vector<std::string> initializers;
    if (has_rows) initializers.emplace_back("BlockRows(columns, rows)");
    std::string members;
    for_each_fact(context, [&](std::size_t fact) {
        if (!used[fact]) return;
        const std::string& name = context.names.facts[fact];
        const model::Fact& declared = context.policy.facts[fact];
        const char* const part = declared.type == FactType::list ? ".cells" : "";
        initializers.push_back(fmt::format("{0}(columns.{0}{1}, rows{2})", name, part, bounds(declared)));
        members += fmt::format("    ::pol::batch::{} {};\n", block_type(context, fact), name);
    });
    return fmt::format(block_template, fmt::arg("base", has_rows ? " : ::pol::batch::BlockRows<Row>" : ""),
                       fmt::arg("initializers", joined(initializers, ",\n          ")),
                       fmt::arg("conflicts", conflicts(context)), fmt::arg("members", members));
}

std::string not_knowable_planes(const Context& context) {
    const std::vector<bool> used = facts_in_planes(context);
    std::vector<std::string> planes;
    for_each_fact(context, [&](std::size_t fact) {
        if (used[fact]) planes.push_back(fmt::format("request.{}.not_knowable()", context.names.facts[fact]));
    });
    return joined(planes, " |\n               ");
}

std::string day_cases(const Context& context) {
    const std::vector<bool> used = facts_in_planes(context);
    std::string cases;
    for_each_fact(context, [&](std::size_t fact) {
        const bool is_default = fact == index_of(BuiltinFact::date_of_service);
        if (used[fact] && !is_default && context.policy.facts[fact].type == FactType::date)
            cases += fmt::format("            case {}:\n                return request.{};\n",
                                 context.fact(static_cast<model::FactIndex>(fact)), context.names.facts[fact]);
    });
    return cases;
}

}  // namespace pol::emission
