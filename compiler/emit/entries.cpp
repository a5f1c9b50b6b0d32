#include "compiler/emit/batch.hpp"
#include "compiler/emit/parts.hpp"
#include "compiler/emit/text.hpp"

#include <fmt/format.h>

#include <string>
#include <vector>

namespace pol::emission {

namespace {

/// A function of one entry that returns what is `written` for a line four blanks further in; on one line where that
/// fits.
std::string of_entry(const Context& context, model::FactIndex list, const std::string& written, int indent) {
    const bool reads_request = mentions(written, context.parameter);
    const bool reads_entry = written.find("each.") != std::string::npos;
    const std::string head = fmt::format("[{}](const {}&{}) noexcept {{", reads_request ? "&" : "",
                                         context.names.types[list], reads_entry ? " each" : "");
    const std::string line = fmt::format("{} return {}; }}", head, written);
    constexpr std::size_t line_limit = 112;
    if (written.find('\n') == std::string::npos && line.size() + static_cast<std::size_t>(indent) <= line_limit)
        return line;
    const std::string blanks(static_cast<std::size_t>(indent), ' ');
    return fmt::format("{}\n{}    return {};\n{}}}", head, blanks, written, blanks);
}

std::string body_of(const Context& context, const model::EntryFilter& entries, int indent) {
    if (entries.where.empty()) return "::pol::AnyEntry{}";
    return of_entry(context, entries.list, condition(context, entries.where.front(), indent + 4), indent);
}

std::string groups_of(const Context& context, const model::Distinct& distinct) {
    const model::Fact& field = context.policy.facts[distinct.field];
    const std::size_t values = field.type == FactType::yes_no ? 2 : field.values.size();
    std::vector<std::string> groups;
    for (std::size_t i = 0; i < values; ++i)
        groups.push_back(fmt::format("{}", distinct.groups.empty() ? i : distinct.groups[i]));
    return fmt::format("{{{}}}", joined(groups));
}

const char* window_of(const model::EntryFilter& entries) {
    return entries.has_window ? "::pol::Window::of_days" : "::pol::Window::none";
}

/// A number, the place of a choice, or a day, as a function of one entry.
std::string field_of_entry(const Context& context, model::FactIndex list, model::FactIndex field, int indent) {
    const FactType type = context.policy.facts[field].type;
    if (type == FactType::number) return of_entry(context, list, amount_within(context, field), indent);
    const char* reader = type == FactType::partial_date ? "day_of_entry" : "place_within";
    return of_entry(context, list, fmt::format("{}({})", reader, context.member(field)), indent);
}

std::vector<std::string> list_items(const Context& context, const model::EntryFilter& entries) {
    return {context.member(entries.list), evidence_name(entries.minimum)};
}

}  // namespace

std::string count_test(const Context& context, const model::CountTest& test, int indent) {
    if (context.in_planes()) return by_row("test_by_row", count_test(*context.of_row, test, indent + 4), indent);
    std::vector<std::string> items = list_items(context, test.entries);
    items.insert(items.begin(), fmt::format("{}", test.count));
    if (test.distinct) {
        items.push_back(of_entry(context, test.entries.list, context.member(test.distinct->field), indent + 4));
        items.push_back(groups_of(context, *test.distinct));
    }
    items.push_back(body_of(context, test.entries, indent + 4));
    return call(
        fmt::format("{}{}(", test.at_most ? "at_most" : "at_least", test.distinct ? "_different" : std::string()),
        items, indent);
}

std::string aggregate(const Context& context, const model::Aggregate& aggregate, int indent) {
    if (context.in_planes())
        return by_row("value_by_row", emission::aggregate(*context.of_row, aggregate, indent + 4), indent);
    static constexpr const char* openings[] = {"count_of(", "sum_of(", "average_of(", "least_among(",
                                               "greatest_among("};
    std::vector<std::string> items = list_items(context, aggregate.entries);
    if (aggregate.rule >= model::Aggregation::average) items.emplace_back(window_of(aggregate.entries));
    if (aggregate.field)
        items.push_back(
            of_entry(context, aggregate.entries.list, amount_within(context, *aggregate.field), indent + 4));
    items.push_back(body_of(context, aggregate.entries, indent + 4));
    return call(openings[static_cast<std::size_t>(aggregate.rule)], items, indent);
}

std::string chosen_entry(const Context& context, const model::ChosenEntry& chosen, int indent) {
    const model::FactIndex list = chosen.entries.list;
    const bool is_day = context.policy.facts[chosen.field].type == FactType::partial_date;
    const bool is_order = is_day && chosen.field == chosen.by;
    if (context.in_planes())
        return by_row(is_day ? "day_by_row" : "value_by_row", chosen_entry(*context.of_row, chosen, indent + 4),
                      indent);
    std::vector<std::string> items = list_items(context, chosen.entries);
    items.emplace_back(window_of(chosen.entries));
    if (!is_order) items.push_back(field_of_entry(context, list, chosen.field, indent + 4));
    items.push_back(field_of_entry(context, list, chosen.by, indent + 4));
    items.push_back(body_of(context, chosen.entries, indent + 4));
    if (is_order) return call(chosen.latest ? "latest_day(" : "earliest_day(", items, indent);
    return call(fmt::format("{}_of_{}(", is_day ? "day" : "value", chosen.latest ? "latest" : "first"), items, indent);
}

std::string braced(const Decimal& decimal) { return fmt::format("{{{}, {}}}", decimal.digits, decimal.places); }

std::string amount_within(const Context& context, model::FactIndex field) {
    const model::Fact& declared = context.policy.facts[field];
    return fmt::format("amount_within({}, {}, {})", context.member(field), braced(declared.least),
                       braced(declared.most));
}

}  // namespace pol::emission
