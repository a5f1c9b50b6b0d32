#include "runtime/arrow/registry_columns.hpp"

#include "runtime/arrow/addresses.hpp"

#include <set>
#include <string>
#include <utility>

namespace pol::arrow {

namespace {

std::string_view view(Text text) { return {text.data, text.size}; }

void add_columns(const PolicyDescription& policy, std::set<std::string>& known, std::vector<ColumnType>& columns) {
    for (ColumnType& column : input_columns(policy))
        if (!Addresses::has(column.name) && known.insert(column.name).second) columns.push_back(std::move(column));
}

BuiltArray unanswered_column(const std::vector<Unanswered>& rows) {
    TextRows column(rows.size());
    for (const Unanswered why : rows) {
        if (why == Unanswered::no)
            column.add_null();
        else
            column.add(name_of(why));
    }
    return std::move(column).built();
}

}  // namespace

std::vector<ColumnType> request_columns(const Registry& registry, bool all, std::string_view number) {
    std::vector<ColumnType> columns;
    std::set<std::string> known;
    bool found = all;
    for (const std::string_view name : Addresses::names) columns.push_back({std::string(name), "u"});
    for (const RegisteredText& text : registry.texts) {
        if (!all && view(text.number) != number) continue;
        add_columns(*text.policy().description, known, columns);
        found = true;
    }
    return found ? columns : std::vector<ColumnType>();
}

std::vector<ColumnType> decision_columns() {
    std::vector<ColumnType> decision = {{"policy", "u", false}, {"text_from", "tdD", false}, {"hash", "u", false}};
    for (ColumnType& column : output_columns()) {
        column.may_be_null = true;
        decision.push_back(std::move(column));
    }
    decision.push_back({"problem", "u"});
    return {list_column("decisions", structure_column("item", std::move(decision))), {"unanswered", "u"}};
}

std::optional<BuiltArray> built_decisions(const Registry& registry, Routes&& routes, const Output& decided) {
    const std::size_t count = routes.text_of_place.size();
    TextRows policy(count), hash(count);
    DayRows from(count);
    for (const std::uint32_t text : routes.text_of_place) {
        const PolicyDescription& description = *registry.texts[text].policy().description;
        policy.add(view(description.number));
        from.add(description.text_from);
        hash.add(view(description.hash));
    }
    std::optional<BuiltArray> problem = decided.problem_column();
    if (policy.is_too_long() || hash.is_too_long() || !problem) return std::nullopt;
    std::vector<BuiltArray> columns;
    columns.push_back(std::move(policy).built());
    columns.push_back(std::move(from).built());
    columns.push_back(std::move(hash).built());
    for (BuiltArray& column : decided.columns()) columns.push_back(std::move(column));
    columns.push_back(std::move(*problem));
    const auto decisions = static_cast<std::int64_t>(count);
    const auto rows = static_cast<std::int64_t>(routes.unanswered.size());
    std::vector<BuiltArray> answers;
    answers.push_back(std::move(routes.decisions).built(built_structure(decisions, std::move(columns))));
    answers.push_back(unanswered_column(routes.unanswered));
    return built_structure(rows, std::move(answers));
}

}  // namespace pol::arrow
