#include "pol/arrow/registry.hpp"

#include "pol/closest_name.hpp"
#include "pol/closest_number.hpp"
#include "runtime/arrow/addresses.hpp"
#include "runtime/arrow/decider.hpp"
#include "runtime/arrow/give_away.hpp"
#include "runtime/arrow/problem.hpp"
#include "runtime/arrow/registry_columns.hpp"
#include "runtime/arrow/routes.hpp"

#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pol::arrow {

namespace {

constexpr const char* too_many_decisions = "the batch has too many decisions for one output; send it in parts";

const PolicyDescription& description_of(const RegisteredText& text) { return *text.policy().description; }

/// A borrowed batch.
struct Batch {
    const ArrowSchema& schema;
    const ArrowArray& array;
};

std::string bind_addresses(const Batch& batch, Addresses& addresses) {
    for (std::int64_t i = 0; i < batch.schema.n_children; ++i) {
        std::string problem =
            addresses.bind_column(name_of_column(batch.schema, i), source_of_column(batch.schema, batch.array, i));
        if (!problem.empty()) return problem;
    }
    return addresses.are_bound()
               ? std::string()
               : "no column says which policy the rows are for: `policy` has its number, or `hcpcs`, `cpt` or `ndc` a "
                 "code";
}

/// The texts that decide come first, as most columns are theirs.
bool is_taken(const Registry& registry, const Routes& routes, const std::string& name) {
    for (const auto& [text, rows] : routes.texts)
        if (takes_column(description_of(registry.texts[text]), name)) return true;
    return std::any_of(registry.texts.begin(), registry.texts.end(),
                       [&](const RegisteredText& text) { return takes_column(description_of(text), name); });
}

std::string unknown_column(const Batch& batch, const Registry& registry, const Routes& routes) {
    for (std::int64_t i = 0; i < batch.schema.n_children; ++i) {
        const std::string name = name_of_column(batch.schema, i);
        if (Addresses::has(name) || is_taken(registry, routes, name)) continue;
        std::vector<std::string_view> known(Addresses::names.begin(), Addresses::names.end());
        for (const RegisteredText& text : registry.texts) add_fact_names(description_of(text), known);
        return "column `" + name + "` is no fact of any policy" + closest_name_hint(name, known);
    }
    return {};
}

std::string bind_facts(const Batch& batch, Input& input) {
    std::string problem;
    for (std::int64_t i = 0; i < batch.schema.n_children && problem.empty(); ++i) {
        const std::string name = name_of_column(batch.schema, i);
        if (!Addresses::has(name)) problem = input.bind_column(name, source_of_column(batch.schema, batch.array, i));
    }
    return problem;
}

void refuse_all(const RowsOfText& of_text, const std::string& problem, Output& output) {
    for (const std::int64_t place : of_text.places) output.refuse(place, problem);
}

/// A value that is wrong for one policy may be right for another that answers for the row, too: so it is a problem of
/// this decision alone. The same holds for the type of a column.
void decide_text(const Batch& batch, const Evaluator& evaluator, const RowsOfText& of_text, Output& output) {
    Input input(evaluator.description());
    if (const std::string problem = bind_facts(batch, input); !problem.empty())
        return refuse_all(of_text, problem, output);
    Decider decider(evaluator, input, output);
    const std::span<const std::int64_t> rows(of_text.rows);
    const std::span<const std::int64_t> places(of_text.places);
    constexpr auto at_a_time = static_cast<std::size_t>(rows_at_a_time);
    for (std::size_t first = 0; first < rows.size(); first += at_a_time) {
        const std::size_t count = std::min(at_a_time, rows.size() - first);
        const std::vector<std::string>& problems =
            decider.decide(rows.subspan(first, count), places.subspan(first, count));
        for (std::size_t i = 0; i < count; ++i)
            if (!problems[i].empty()) output.refuse(places[first + i], problems[i]);
    }
}

std::string evaluate_or_say(const RegistryEvaluator& evaluator, const Batch& batch, ArrowSchema& output_schema,
                            ArrowArray& output) {
    const Registry& registry = evaluator.registry();
    Addresses addresses;
    Routes routes;
    std::string problem = problem_of_structure(batch.schema, batch.array);
    if (problem.empty()) problem = bind_addresses(batch, addresses);
    if (!problem.empty()) return problem;
    if (batch.array.length > most_rows || !find_routes(registry, addresses, batch.array.length, routes))
        return too_many_decisions;
    problem = unknown_column(batch, registry, routes);
    if (!problem.empty()) return problem;
    Output decided(routes.text_of_place.size());
    for (const auto& [text, of_text] : routes.texts) decide_text(batch, evaluator.texts[text](), of_text, decided);
    std::optional<BuiltArray> built = built_decisions(registry, std::move(routes), decided);
    if (!built) return too_many_decisions;
    give_away(decision_columns(), std::move(*built), output_schema, output);
    return {};
}

}  // namespace

const char* identify(const RegistryEvaluator& evaluator, ArrowSchema* schema, ArrowArray* texts) noexcept {
    return problem_of([&]() -> std::string {
        if (schema == nullptr || texts == nullptr) return "a pointer is null";
        give_away(text_columns(), built_texts(evaluator.registry()), *schema, *texts);
        return {};
    });
}

const char* describe(const RegistryEvaluator& evaluator, const char* number, ArrowSchema* input,
                     ArrowSchema* output) noexcept {
    return problem_of([&]() -> std::string {
        const std::string_view wanted = number == nullptr ? std::string_view() : number;
        const std::vector<ColumnType> columns = request_columns(evaluator.registry(), number == nullptr, wanted);
        if (columns.empty())
            return "no policy has the number `" + std::string(wanted) + "`" +
                   closest_number_hint(wanted, evaluator.registry());
        give_schemas(columns, input, decision_columns(), output);
        return {};
    });
}

const char* evaluate(const RegistryEvaluator& evaluator, const ArrowSchema* input_schema, const ArrowArray* input,
                     ArrowSchema* output_schema, ArrowArray* output) noexcept {
    return problem_of([&]() -> std::string {
        if (input_schema == nullptr || input == nullptr || output_schema == nullptr || output == nullptr)
            return "a pointer is null";
        return evaluate_or_say(evaluator, {*input_schema, *input}, *output_schema, *output);
    });
}

}  // namespace pol::arrow
