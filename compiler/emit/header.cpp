#include "compiler/emit/parts.hpp"
#include "compiler/emit/text.hpp"

#include <fmt/format.h>

namespace pol::emission {

namespace {

// clang-format off
constexpr std::string_view enumeration_template = R"(
/// Values of the fact `{fact}`.
enum class {type} : std::uint16_t {{
{values}}};
)";
constexpr std::string_view enumerator_template = "    {name},{comment}\n";

constexpr std::string_view clause_enumeration_template = R"(
/// The clauses of the policy in the order of its file; what a decision names are these numbers.
enum class Clause : std::uint16_t {{
{clauses}}};
)";

constexpr std::string_view fact_enumeration_template = R"(
/// The facts a request may carry; what a decision asks for are these numbers.
enum class FactId : std::uint16_t {{
{facts}}};
)";

constexpr std::string_view request_template = R"(
/// A request. What is not set is not given.{borrowed}
struct Request {{
{members}}};
)";
constexpr std::string_view member_template = "    // {phrase}{unit}\n    ::pol::Fact<{type}> {name};\n";
constexpr std::string_view borrowed_words = " Entries of lists are borrowed: they must outlive the decision.";
// clang-format on

std::string enumerator(const std::string& name, const std::string& text) {
    const std::string safe = comment(text);
    return filled(enumerator_template,
                  {{"name", name}, {"comment", safe.empty() || safe == name ? "" : "  // " + safe}});
}

std::string enumeration(const Context& context, std::size_t fact) {
    const model::Fact& declared = context.policy.facts[fact];
    std::string values;
    for (std::size_t i = 0; i < declared.values.size(); ++i)
        values += enumerator(context.names.values[fact][i], declared.values[i].text);
    return filled(enumeration_template,
                  {{"fact", comment(declared.name)}, {"type", context.names.types[fact]}, {"values", values}});
}

std::string member_type(const Context& context, std::size_t fact) {
    switch (context.policy.facts[fact].type) {
        case FactType::yes_no:
            return "::pol::YesNo";
        case FactType::one_of:
            return context.names.types[fact];
        case FactType::date:
            return "::pol::Date";
        case FactType::number:
            return "::pol::Decimal";
        case FactType::measurement:
            return "::pol::Measurement";
        case FactType::list:
            return fmt::format("::pol::List<{}>", context.names.types[fact]);
        case FactType::partial_date:
            break;
    }
    return "::pol::DateRange";
}

}  // namespace

std::string enumerations(const Context& context) {
    std::string written;
    for (std::size_t i = 0; i < context.policy.facts.size(); ++i)
        if (!context.names.types[i].empty() && context.policy.facts[i].type != FactType::list)
            written += enumeration(context, i);
    std::string clauses;
    for (std::size_t i = 0; i < context.policy.clauses.size(); ++i)
        clauses += enumerator(context.names.clauses[i], context.policy.clauses[i].text);
    std::string facts;
    for (const std::string& name : context.names.facts) facts += enumerator(name, {});
    written += filled(clause_enumeration_template, {{"clauses", clauses}});
    return written + filled(fact_enumeration_template, {{"facts", facts}});
}

std::string request_struct(const Context& context) {
    std::string members;
    for (std::size_t i = 0; i < context.policy.facts.size(); ++i)
        if (!context.policy.facts[i].list) members += fact_member(context, static_cast<model::FactIndex>(i));
    return filled(request_template,
                  {{"members", members}, {"borrowed", has_lists(context.policy) ? borrowed_words : ""}});
}

std::string unit_words(const Context& context, model::FactIndex index) {
    const model::Fact& fact = context.policy.facts[index];
    if (!has_number(fact)) return {};
    if (is_code(fact.notation)) return fmt::format(", {}", words_of(system_of(fact.notation)).name);
    if (fact.notation != Notation::amount)
        return fmt::format(", a value of {} and its day",
                           fact.notation == Notation::yes_no ? "::pol::YesNo" : context.names.types[index]);
    return fmt::format("{}{}, from {} through {}", fact.unit.empty() ? "" : ", in ", comment(fact.unit),
                       decimal_words(fact.least), decimal_words(fact.most));
}

std::string fact_member(const Context& context, model::FactIndex fact) {
    const model::Fact& declared = context.policy.facts[fact];
    const std::string name = declared.list ? context.names.fields[fact] + "{}" : context.names.facts[fact];
    return filled(member_template, {{"phrase", comment(declared.phrase)},
                                    {"unit", unit_words(context, fact)},
                                    {"type", member_type(context, fact)},
                                    {"name", name}});
}

}  // namespace pol::emission
