#include "compiler/ast/table_meaning.hpp"
#include "compiler/parse/build.hpp"

#include <cassert>
#include <utility>

namespace pol::parse_detail {
namespace {

ast::TextInForce build_text_in_force(const Build& build, const Node& node) {
    ast::TextInForce text{build_date(build, node.children.front()), std::nullopt,
                          build_name(build, node.children.back())};
    if (const Node* through = find_child(node, Kind::through)) {
        text.through = build_date(build, through->children.front());
    }
    return text;
}

ast::EarlierTexts build_earlier_texts(const Build& build, const Node& node) {
    if (node.children.empty()) return {};
    return {build_outcome(build, node.children.front())};
}

decltype(ast::HeaderLine::form) header_form(const Build& build, const Node& node) {
    const auto first_date = [&] { return build_date(build, node.children.front()); };
    switch (node.kind) {
        case Kind::policy_number:
            return ast::PolicyNumber{build_text(build, node.children.front())};
        case Kind::plan_import:
            return ast::PlanImport{build_name(build, node.children.front())};
        case Kind::facts_import:
            return ast::FactsImport{build_names(build, node)};
        case Kind::effective:
            return ast::Effective{first_date()};
        case Kind::reviewed:
            return ast::Reviewed{first_date()};
        case Kind::text_in_force:
            return build_text_in_force(build, node);
        case Kind::earlier_texts:
            return build_earlier_texts(build, node);
        case Kind::see:
            return build_see(build, node);
        default:
            assert(node.kind == Kind::reading);
            return build_reading(build, node);
    }
}

void add_header(const Build& build, const Node& header, ast::Policy& policy) {
    policy.name = build_name(build, header.children[0]);
    policy.title = build_text(build, header.children[1]);
    policy.header_span = header.span;
    policy.span = header.span;
    for (std::size_t at = 2; at + 1 < header.children.size(); ++at) {
        policy.header.push_back({header_form(build, header.children[at]), header.children[at].span});
    }
}

void misplaced_in_gate(const Build& build, Span span, const char* message) {
    build.sink.add(FindingCode::gate_states_one_outcome, span, message,
                   "the gate holds one line such as `excluded when contract_excludes is yes`");
}

ast::Gate build_gate(const Build& build, const Node& node) {
    ast::Gate gate;
    gate.title = build_text(build, child_of(node, Kind::text));
    gate.span = node.span;
    bool stated = false;
    for (ast::Statement& line : build_lines(build, node, Place::block)) {
        auto* determination = std::get_if<ast::Determination>(&line.form);
        if (determination == nullptr || stated) {
            misplaced_in_gate(
                build, line.span,
                stated ? "the gate states more than its outcome" : "the gate states something else than its outcome");
            return gate;
        }
        if (determination->replaces != ast::Replaced::nothing)
            misplaced_in_gate(build, line.span, "the gate comes before every approval and denial");
        gate.determination = std::move(*determination);
        stated = true;
    }
    if (!stated) misplaced_in_gate(build, gate.title.span, "the gate states no outcome");
    return gate;
}

void set_benefits(const Build& build, const Node& node, ast::AppliesTo& applies) {
    if (!applies.benefits.empty()) {
        build.sink.add(FindingCode::repeated_statement, node.span, "the benefits are stated a second time",
                       "name all benefits on one line");
    }
    applies.benefits = build_names(build, node);
    applies.benefits_span = node.span;
    for (const Node& child : node.children) {
        if (child.kind == Kind::see) applies.benefits_see.push_back(build_see(build, child));
    }
}

ast::AppliesTo build_applies(const Build& build, const Node& node) {
    ast::AppliesTo applies;
    applies.span = node.span;
    for (const Node& child : node.children) {
        if (child.kind == Kind::ticked_box || child.kind == Kind::empty_box) {
            applies.boxes.push_back(
                {child.kind == Kind::ticked_box, build_name(build, child.children.front()), child.span});
        }
        if (child.kind == Kind::reading) applies.readings.push_back(build_reading(build, child));
        if (child.kind == Kind::listed_benefits) set_benefits(build, child, applies);
        if (child.kind == Kind::see) {
            if (applies.benefits_see.empty() && applies.benefits.empty()) applies.benefits_span = child.span;
            applies.benefits_see.push_back(build_see(build, child));
        }
    }
    return applies;
}

ast::Section build_section(const Build& build, const Node& node) {
    ast::Section section;
    section.id = build_name(build, child_of(node, Kind::block_id));
    if (const Node* title = find_child(node, Kind::text)) section.title = build_text(build, *title);
    section.statements = build_lines(build, node, Place::block);
    if (const Node* lines = find_child(node, Kind::for_lines))
        section.statements.insert(section.statements.begin(), build_statement(build, *lines));
    section.span = node.span;
    return section;
}

ast::Guidelines build_guidelines(const Build& build, const Node& node) {
    return {build_name(build, child_of(node, Kind::block_id)), build_lines(build, node, Place::block), node.span};
}

ast::History build_history(const Build& build, const Node& node) {
    ast::History history;
    history.span = node.span;
    for (const Node& child : node.children) {
        if (child.kind == Kind::reading) history.readings.push_back(build_reading(build, child));
        if (child.kind == Kind::history_row) {
            history.rows.push_back(
                {build_date(build, child.children.front()), build_text(build, child.children.back()), child.span});
        }
    }
    return history;
}

ast::Block build_block(const Build& build, const Node& node) {
    switch (node.kind) {
        case Kind::drug_block:
            return build_drug(build, node);
        case Kind::gate_block:
            return build_gate(build, node);
        case Kind::applies_block:
            return build_applies(build, node);
        case Kind::define_block:
            return build_define(build, node);
        case Kind::section_block:
            return build_section(build, node);
        case Kind::guidelines_block:
            return build_guidelines(build, node);
        case Kind::history_block:
            return build_history(build, node);
        case Kind::scenario_block:
            return build_scenario(build, node);
        case Kind::never_check:
            return build_never_check(build, node);
        default:
            assert(node.kind == Kind::accepted_finding);
            return build_accepted_finding(build, node);
    }
}

void add_block(ast::Block block, std::vector<ast::Block>& blocks) {
    if (auto* section = std::get_if<ast::Section>(&block))
        for (ast::Define& each : define_columns(section->statements)) blocks.emplace_back(std::move(each));
    auto* define = std::get_if<ast::Define>(&block);
    if (define == nullptr || !define->table) return blocks.push_back(std::move(block));
    for (ast::Define& each : ast::table_definitions(std::move(*define))) blocks.emplace_back(std::move(each));
}

}  // namespace

ast::Policy build_policy(const Build& build, const Node& root) {
    ast::Policy policy;
    add_header(build, root.children.front(), policy);
    for (std::size_t at = 1; at < root.children.size(); ++at) {
        add_block(build_block(build, root.children[at]), policy.blocks);
        policy.span = join(policy.span, root.children[at].span);
    }
    bill_by_product(policy);
    return policy;
}

}  // namespace pol::parse_detail
