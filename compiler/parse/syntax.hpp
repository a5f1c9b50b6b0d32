#pragma once

#include "compiler/parse/syntax_words.hpp"
#include "compiler/source/span.hpp"

#include <cstddef>
#include <string_view>
#include <vector>

namespace pol::parse_detail {

/// The rules of the grammar that leave a node in the tree, each by its name. Blocks and groups stand apart: they are
/// what can be left open.
// clang-format off
#define POL_SYNTAX_BLOCKS(X) \
    X(condition_group) X(sourced_group) X(first_of) X(list_type) X(derived_type) X(count_test) X(aggregate) X(chosen_entry) X(chosen_day) X(table) X(defined_table) X(parenthesized) X(tests_in_parentheses) X(yearly_day) X(moved_day) X(extreme_day) X(item_group) X(because) X(notes) X(facts_block) \
    X(lines_block) X(calendar_block) X(plan_block) X(policy_header) X(drug_block) X(gate_block) X(applies_block) \
    X(section_block) X(guidelines_block) X(history_block) X(scenario_block)

#define POL_SYNTAX_PARTS(X) \
    POL_SYNTAX_WORDS(X) POL_SYNTAX_VALUES(X) POL_SYNTAX_ENTRIES(X) POL_SYNTAX_TABLES(X) X(comparison_is_not) X(comparison_at_least) X(comparison_at_most) \
    X(comparison_more_than) X(comparison_less_than) X(comparison_is_one_of) X(fact_test) X(quantity_test) X(age_test) \
    X(all_of) X(any_of) X(none_of) X(at_least_of) X(conjunction) X(disjunction) X(attested) X(exception) X(if_then) \
    X(condition) X(policy_kind) X(lcd_kind) X(ncd_kind) X(address) X(document) X(approved) X(criteria_not_met) \
    X(not_medically_necessary) X(investigational) X(excluded) X(does_not_apply) X(refer) X(review) \
    X(needs_information) X(for_lines) X(see) X(printed_and) X(printed_or) X(printed) X(only_if) X(not_in_document) \
    X(open_word) X(decided) X(reading) X(note) X(level_claimed) X(level_attested) X(level_documented) X(evidence_rule) \
    X(of_approval) X(of_denial) X(determination) X(exception_to) X(items_again) X(dose) X(loading) X(after_loading) X(maintenance) X(approve_kind) \
    X(approve_until) X(approve) X(shown_in) X(quantity_approved) X(otherwise) X(requires_group) X(requirement) \
    X(labelled_line) X(stated_line) X(attribute_line) X(ask) X(implies) X(code_system) X(code_attribute) \
    X(measured_choice) X(fact_system) X(code_type) X(dated_test) X(yes_no_type) X(one_of_type) X(scale_type) X(fact_bound) X(bounds) X(number_type) X(measured_type) X(date_type) \
    X(value_declaration) X(phrase) X(not_before) X(day_order) X(fact_declaration) X(fact_attribute_line) \
    X(source_plan) X(source_provider) X(product_rule) X(line_declaration) X(line_attribute_line) X(short_months) \
    X(leap_birthday) X(take_last_day) X(take_first_of_next) X(leap_march) X(leap_february) X(benefits) X(requests) \
    X(policy_number) X(plan_import) X(facts_import) X(effective) X(reviewed) X(through) X(text_in_force) \
    X(earlier_texts) X(code_from) X(hcpcs_system) X(cpt_system) X(billed_for) X(listed_code) X(by_product) X(billing_code) X(package_volume) X(package) \
    X(package_code) X(ticked_box) X(empty_box) X(listed_benefits) X(history_row) X(case_otherwise) X(cases_of_line) X(defined_case) \
    X(define_block) X(defined_of) X(given_measurement) X(not_given) X(not_knowable) X(assignment) X(scenario_level) X(like) \
    X(expect) X(expect_period) X(expect_doses) X(expect_units) X(expect_quantity) X(expect_met) X(expect_failing) \
    X(expect_by) X(expect_no_text) X(possible_outcome) X(expect_possible) X(expect_all_denials) \
    X(ask_answer) X(ask_attest) X(ask_document) X(ask_exact_date) X(ask_measure_again) X(ask_resolve) X(question) \
    X(expect_ask) X(never_check) X(finding_code) X(accepted_finding)
// clang-format on

enum class Kind {
    file,
#define POL_SYNTAX_KIND(rule) rule,
    POL_SYNTAX_BLOCKS(POL_SYNTAX_KIND) POL_SYNTAX_PARTS(POL_SYNTAX_KIND)
#undef POL_SYNTAX_KIND
};

struct Node;

/// The nodes right below one, in the order of the text. They belong to the `Nodes` of their text.
class Children {
public:
    Children() = default;
    Children(const Node* first, std::size_t count) : first_(first), count_(count) {}

    [[nodiscard]] std::size_t size() const { return count_; }
    [[nodiscard]] bool empty() const { return count_ == 0; }
    [[nodiscard]] inline const Node* begin() const;
    [[nodiscard]] inline const Node* end() const;
    [[nodiscard]] inline const Node& operator[](std::size_t at) const;
    [[nodiscard]] const Node& front() const { return *begin(); }
    [[nodiscard]] inline const Node& back() const;

private:
    const Node* first_ = nullptr;
    std::size_t count_ = 0;
};

/// One matched rule with the matched rules below it. The root is the file.
struct Node {
    Kind kind = Kind::file;
    Span span;
    Children children;
};

inline const Node* Children::begin() const { return first_; }
inline const Node* Children::end() const { return first_ + count_; }
inline const Node& Children::operator[](std::size_t at) const { return first_[at]; }
inline const Node& Children::back() const { return first_[count_ - 1]; }

/// Holds the nodes of a text in a few large blocks, as there are many, and stays where it is while they are read.
class Nodes {
public:
    /// Keeps a copy of what belongs side by side.
    [[nodiscard]] Children keep(const Node* first, std::size_t count);

private:
    std::vector<std::vector<Node>> blocks_;
};

/// The first child of a kind, or null.
[[nodiscard]] inline const Node* find_child(const Node& node, Kind kind) {
    for (const Node& child : node.children) {
        if (child.kind == kind) return &child;
    }
    return nullptr;
}

/// A tree and what its conversion needs: the text, and the file's number for spans.
struct Source {
    std::string_view text;
    std::uint32_t file = 0;

    [[nodiscard]] std::string_view of(const Node& node) const {
        return text.substr(node.span.begin, node.span.end - node.span.begin);
    }
};

}  // namespace pol::parse_detail
