#include "compiler/parse/build.hpp"

#include <cassert>
#include <utility>

namespace pol::parse_detail {
namespace {

ast::DocumentReference build_document(const Build& build, const Node& node) {
    ast::DocumentReference document;
    const Kind kind = node.children.front().kind;
    if (kind == Kind::lcd_kind) document.kind = TargetKind::lcd;
    if (kind == Kind::ncd_kind) document.kind = TargetKind::ncd;
    document.number = build_text(build, child_of(node, Kind::text));
    if (const Node* address = find_child(node, Kind::address)) {
        document.address = build_text(build, address->children.front());
    }
    document.span = node.span;
    return document;
}

pol::Outcome outcome_kind(Kind kind) {
    switch (kind) {
        case Kind::approved:
            return pol::Outcome::approved;
        case Kind::criteria_not_met:
            return pol::Outcome::criteria_not_met;
        case Kind::not_medically_necessary:
            return pol::Outcome::not_medically_necessary;
        case Kind::investigational:
            return pol::Outcome::investigational;
        case Kind::excluded:
            return pol::Outcome::excluded;
        case Kind::does_not_apply:
            return pol::Outcome::does_not_apply;
        case Kind::refer:
            return pol::Outcome::refer;
        case Kind::review:
            return pol::Outcome::review;
        default:
            assert(kind == Kind::needs_information);
            return pol::Outcome::needs_information;
    }
}

ast::ItemGroup build_item_group(const Build& build, const Node& node) {
    ast::ItemGroup group;
    group.quantifier = build_quantifier(build, node.children.front(), group.count);
    group.opening = node.children.front().span;
    group.members = build_lines(build, node, Place::group);
    return group;
}

ast::Requires build_requires(const Build& build, const Node& node) {
    const Node& group = node.children.back();
    ast::Name kind = build_name(build, node.children.front());
    if (group.kind == Kind::items_again) return {std::move(kind), items_line(build_statement(build, group))};
    return {std::move(kind), build_item_group(build, group)};
}

/// The labelled texts of `because` or `notes`.
std::vector<ast::Item> build_texts(const Build& build, const Node& node, const std::string& word) {
    std::vector<ast::Item> items;
    for (ast::Statement& line : build_lines(build, node, Place::group)) {
        if (auto* item = std::get_if<ast::Item>(&line.form)) {
            items.push_back(std::move(*item));
        } else {
            build.sink.add(FindingCode::not_a_justification, line.span, word + " holds labelled texts only",
                           "write a label and a text, such as `a. \"evidence is inconclusive\"`");
        }
    }
    return items;
}

ast::Loading build_loading(const Build& build, const Node& node) {
    return {build_number(build, child_of(node, Kind::number)), build_duration(build, child_of(node, Kind::duration))};
}

ast::Maintenance build_maintenance(const Build& build, const Node& node) {
    return {build_duration(build, child_of(node, Kind::duration)), find_child(node, Kind::after_loading) != nullptr};
}

/// The time of an approval: a value, or a time written out.
ast::Expression build_time(const Build& build, const Node& node) {
    if (node.kind != Kind::duration) return build_expression(build, node);
    return {build_time_quantity(build, node), node.span};
}

ast::Approve build_approve(const Build& build, const Node& node) {
    ast::Approve approve;
    std::size_t at = 0;
    if (node.children[at].kind == Kind::approve_kind) {
        approve.kind = build_name(build, node.children[at].children.front());
        ++at;
    }
    approve.duration = build_time(build, node.children[at]);
    approve.from = build_name(build, node.children[at + 1]);
    if (const Node* until = find_child(node, Kind::approve_until)) {
        approve.until = build_day(build, until->children.front());
    }
    return approve;
}

ast::QuantityApproved build_quantity_approved(const Build& build, const Node& node) {
    ast::QuantityApproved approved;
    approved.what = build_name(build, node.children.front());
    if (const Node* phrase = find_child(node, Kind::text)) approved.phrase = build_text(build, *phrase);
    const Node* shown = find_child(node, Kind::shown_in);
    if (shown != nullptr) approved.unit = build_name(build, shown->children.front());
    const Node* when = find_child(node, Kind::condition);
    if (when != nullptr) approved.when = build_condition(build, *when);
    const std::size_t behind = (shown != nullptr ? 1U : 0U) + (when != nullptr ? 1U : 0U);
    approved.amount = build_expression(build, node.children[node.children.size() - 1 - behind]);
    return approved;
}

using StatementForm = decltype(ast::Statement::form);

/// What says something about an item or block, and decides nothing.
StatementForm attribute_form(const Build& build, const Node& node) {
    const Node& first = node.children.front();
    switch (node.kind) {
        case Kind::for_lines:
            return ast::ForLines{build_names(build, node)};
        case Kind::see:
            return build_see(build, node);
        case Kind::printed:
            return ast::Printed{first.kind == Kind::printed_or ? ast::Connective::or_ : ast::Connective::and_};
        case Kind::only_if:
            return ast::OnlyIf{build_condition(build, node)};
        case Kind::not_in_document:
            return ast::NotInDocument{build_text(build, first)};
        case Kind::reading:
            return build_reading(build, node);
        default:
            assert(node.kind == Kind::note);
            return ast::Note{build_text(build, first)};
    }
}

/// Dosing and the period of an approval.
StatementForm dosing_form(const Build& build, const Node& node) {
    switch (node.kind) {
        case Kind::dose:
            return ast::Dose{build_decimal(build, node.children.front()), build_name(build, node.children.back())};
        case Kind::loading:
            return build_loading(build, node);
        case Kind::maintenance:
            return build_maintenance(build, node);
        case Kind::quantity_approved:
            return build_quantity_approved(build, node);
        default:
            assert(node.kind == Kind::approve);
            return build_approve(build, node);
    }
}

StatementForm statement_form(const Build& build, const Node& node) {
    const Node& first = node.children.front();
    switch (node.kind) {
        case Kind::evidence_rule:
            return build_evidence_rule(node);
        case Kind::determination:
            return build_determination(build, node);
        case Kind::exception_to:
            return ast::ExceptionTo{build_item_ranges(build, node)};
        case Kind::because:
            return ast::Because{build_texts(build, node, "`because`")};
        case Kind::notes:
            return ast::Notes{build_texts(build, node, "`notes`")};
        case Kind::requirement:
            return ast::Requirement{build_condition(build, first)};
        case Kind::items_again:
            return ast::ItemsAgain{build_item_ranges(build, node)};
        case Kind::item_group:
            return build_item_group(build, node);
        case Kind::table:
            return build_table_items(build, node);
        case Kind::requires_group:
            return build_requires(build, node);
        case Kind::otherwise:
            return ast::Otherwise{build_outcome(build, first), {}};
        case Kind::dose:
        case Kind::loading:
        case Kind::maintenance:
        case Kind::approve:
        case Kind::quantity_approved:
            return dosing_form(build, node);
        default:
            return attribute_form(build, node);
    }
}

}  // namespace

ast::OutcomePhrase build_outcome(const Build& build, const Node& node) {
    ast::OutcomePhrase phrase{outcome_kind(node.kind), std::nullopt, node.span};
    if (node.kind == Kind::refer) phrase.document = build_document(build, node.children.front());
    return phrase;
}

ast::See build_see(const Build& build, const Node& node) {
    ast::See see;
    for (const Node& child : node.children) {
        if (child.kind == Kind::document) {
            see.references.emplace_back(build_document(build, child));
        } else {
            see.references.emplace_back(build_item_reference(build, child));
        }
    }
    return see;
}

ast::Reading build_reading(const Build& build, const Node& node) {
    ast::Reading reading;
    for (const Node& child : node.children) {
        if (child.kind == Kind::local_reference) reading.items.push_back(build_item_reference(build, child));
        if (child.kind == Kind::text) reading.text = build_text(build, child);
        if (child.kind == Kind::decided) {
            reading.decided = {build_text(build, child.children.front()), build_date(build, child.children.back())};
        }
    }
    return reading;
}

ast::EvidenceRule build_evidence_rule(const Node& node) { return {build_level(node.children.front().kind)}; }

ast::Determination build_determination(const Build& build, const Node& node) {
    ast::Determination determination;
    determination.outcome = build_outcome(build, node.children.front());
    for (std::size_t at = 1; at < node.children.size(); ++at) {
        const Node& child = node.children[at];
        if (child.kind == Kind::of_approval) {
            determination.replaces = ast::Replaced::approval;
        } else if (child.kind == Kind::of_denial) {
            determination.replaces = ast::Replaced::denial;
        } else {
            determination.condition = build_condition(build, child);
        }
    }
    return determination;
}

ast::Statement build_statement(const Build& build, const Node& node) {
    return {statement_form(build, node), node.span};
}

}  // namespace pol::parse_detail
