// Entries of lists: what is counted, and what is computed of them.

#include "compiler/parse/build.hpp"

#include <utility>

namespace pol::parse_detail {
namespace {

/// The last children: the list, and what is asked of its entries.
ast::Entries build_filtered(const Build& build, const Node& node) {
    ast::Entries entries;
    const Node& last = node.children.back();
    if (last.kind != Kind::where) return {build_name(build, last), {}};
    entries.list = build_name(build, node.children[node.children.size() - 2]);
    entries.where.push_back(build_condition(build, last));
    return entries;
}

ast::CountComparison comparison_of(const Node& node) {
    switch (node.kind) {
        case Kind::comparison_at_least:
            return ast::CountComparison::at_least;
        case Kind::comparison_at_most:
            return ast::CountComparison::at_most;
        default:
            return ast::CountComparison::none;
    }
}

ast::Aggregation aggregation_of(const Node& node) {
    switch (node.kind) {
        case Kind::sum_of:
            return ast::Aggregation::sum;
        case Kind::average_of:
            return ast::Aggregation::average;
        case Kind::least_of:
            return ast::Aggregation::least;
        case Kind::greatest_of:
            return ast::Aggregation::greatest;
        default:
            return ast::Aggregation::number;
    }
}

}  // namespace

ast::CountTest build_count_test(const Build& build, const Node& node) {
    ast::CountTest test;
    test.comparison = comparison_of(node.children.front());
    if (const Node* count = find_child(node, Kind::number)) test.count = build_number(build, *count);
    if (const Node* different = find_child(node, Kind::distinct))
        test.different = build_name(build, different->children.front());
    test.entries = build_filtered(build, node);
    return test;
}

ast::Aggregate build_aggregate(const Build& build, const Node& node) {
    ast::Aggregate aggregate;
    aggregate.rule = aggregation_of(node.children.front());
    if (aggregate.rule != ast::Aggregation::number) aggregate.field = build_name(build, node.children[1]);
    aggregate.entries = build_filtered(build, node);
    return aggregate;
}

ast::ChosenEntry build_chosen_entry(const Build& build, const Node& node) {
    ast::ChosenEntry chosen;
    chosen.latest = node.children.front().kind == Kind::latest_of;
    chosen.field = build_name(build, node.children[1]);
    chosen.entries.list = build_name(build, node.children[2]);
    if (const Node* by = find_child(node, Kind::ordered_by)) chosen.by = build_name(build, by->children.front());
    if (const Node* where = find_child(node, Kind::where))
        chosen.entries.where.push_back(build_condition(build, *where));
    return chosen;
}

}  // namespace pol::parse_detail
