#include "compiler/check/check.hpp"

#include "compiler/check/passes.hpp"

#include <fmt/format.h>

namespace pol {
namespace {

using namespace checking;

/// Tables of the meaning count their entries in 16 bits; no document comes near.
constexpr std::size_t clause_limit = 20000;
constexpr std::size_t fact_limit = 5000;
/// Each may stand on the one before it, and each step of that takes room on the stack.
constexpr std::size_t definition_limit = 1000;

void check_alone(const ast::Policy& policy, Sink& sink) {
    check_header(policy, sink);
    check_blocks(policy, sink);
    check_dates(policy, sink);
    check_history(policy, sink);
    check_codes(policy, sink);
}

/// Whether the policy is small enough for the checks behind this one.
bool check_sizes(const Context& context) {
    const std::size_t errors_before = context.sink.error_count();
    const auto report = [&](std::size_t size, std::size_t limit, const char* what) {
        if (size > limit)
            context.sink.add(FindingCode::too_large, context.policy.name.span,
                             fmt::format("this policy has {} {}", size, what),
                             fmt::format("up to {} are possible", limit));
    };
    report(context.ledger.entries().size(), clause_limit, "clauses");
    report(context.symbols.facts().size(), fact_limit, "facts");
    report(blocks_of<ast::Define>(context.policy).size(), definition_limit, "definitions");
    if (context.sink.error_count() == errors_before) check_reading_counts(context);
    return context.sink.error_count() == errors_before;
}

void check_clauses(const Context& context) {
    check_references(context);
    check_items(context);
    check_groups(context);
    check_alternatives(context);
    check_sections(context);
    check_optional_items(context);
    check_criteria(context);
    check_exceptions(context);
    check_replacements(context);
    check_outcomes(context);
    check_dosing(context);
    check_approvals(context);
    check_quantities(context);
}

/// Coverage builds on the names in `for`, so a list with an unknown name is reported alone.
void check_names_and_coverage(const Context& context) {
    const std::size_t errors_before = context.sink.error_count();
    check_lists(context);
    if (context.sink.error_count() == errors_before) check_coverage(context);
}

/// What a test comes to is asked of tests that are sound.
void check_values_and_conditions(const Context& context) {
    const std::size_t errors_before = context.sink.error_count();
    check_definitions(context);
    check_tables(context);
    check_conditions(context);
    if (context.sink.error_count() > errors_before) return;
    check_ranges(context);
    check_shares(context);
}

/// A label that is wrong changes the ids of its list, which are then not looked for in vain.
void check_ids(Context& context) {
    const std::size_t errors_before = context.sink.error_count();
    check_labels(context);
    if (context.sink.error_count() > errors_before) context.ledger.doubt_ids();
}

void check_whole(Context& context) {
    check_ids(context);
    check_imports(context);
    check_field_names(context);
    check_implications(context);
    if (!check_sizes(context)) return;
    check_names_and_coverage(context);
    check_day_orders(context);
    if (!check_products(context)) return;
    check_values_and_conditions(context);
    check_clauses(context);
    check_readings(context);
    check_accepted(context);
    check_scenarios(context);
    check_expectations(context);
    if (context.sink.has_errors()) return;
    check_unused_definitions(context);
    check_exactness(context);
}

}  // namespace

void check(const ast::Program& program, Sink& sink) {
    const ast::Policy& policy = ast::policy_of(program);
    const std::size_t errors_before = sink.error_count();
    if (program.plan) check_file(*program.plan, sink);
    for (const ast::File& file : program.facts) check_file(file, sink);
    const bool imports_are_sound = program.plan && sink.error_count() == errors_before;
    check_alone(policy, sink);
    if (!imports_are_sound) return;
    Context context{program, policy, ast::plan_of(program), Symbols(program), Ledger(policy), sink};
    check_whole(context);
}

void check_file(const ast::File& file, Sink& sink) {
    if (const auto* plan = std::get_if<ast::Plan>(&file.declared)) check_plan(*plan, sink);
    if (const auto* facts = std::get_if<ast::FactsFile>(&file.declared)) check_facts(facts->facts, sink);
}

}  // namespace pol
