#include "compiler/parse/build.hpp"

#include <utility>

namespace pol::parse_detail {
namespace {

ast::DefinedCase build_case(const Build& build, const Node& node) {
    ast::DefinedCase defined{build_expression(build, node.children.front()), std::nullopt, node.span};
    const Node& when = node.children.back();
    if (when.kind == Kind::condition) defined.when = build_condition(build, when);
    return defined;
}

std::vector<ast::DefinedCase> build_cases(const Build& build, const Node& node) {
    std::vector<ast::DefinedCase> cases;
    for (const Node& child : node.children) {
        if (child.kind == Kind::defined_case) cases.push_back(build_case(build, child));
    }
    return cases;
}

/// `4 weeks when indication is si otherwise 6 months`: a value, then by turns a condition and the next value.
std::vector<ast::DefinedCase> cases_of_line(const Build& build, const Node& first, const Node& rest) {
    std::vector<ast::DefinedCase> cases{{build_expression(build, first), std::nullopt, first.span}};
    for (std::size_t at = 0; at + 1 < rest.children.size(); at += 2) {
        cases.back().when = build_condition(build, rest.children[at]);
        const Node& next = rest.children[at + 1];
        cases.push_back({build_expression(build, next), std::nullopt, next.span});
    }
    return cases;
}

decltype(ast::Define::body) build_body(const Build& build, const Node& node) {
    if (node.kind == Kind::first_of) return build_cases(build, node);
    if (node.kind == Kind::condition) return build_condition(build, node);
    if (node.kind == Kind::sourced_group) return build_condition_group(build, node);
    return build_expression(build, node);
}

}  // namespace

ast::Define build_define(const Build& build, const Node& node) {
    ast::Define define;
    define.name = build_name(build, node.children.front());
    define.span = node.span;
    std::size_t at = 1;
    if (node.children[at].kind == Kind::phrase) {
        define.phrase = build_text(build, node.children[at].children.front());
        ++at;
    }
    if (node.children[at].kind == Kind::defined_of) {
        define.of = ast::EntryDefinition{build_name(build, node.children[at].children.front())};
        ++at;
    }
    const Node& body = node.children[at];
    const Node* rest = find_child(node, Kind::cases_of_line);
    if (rest != nullptr) {
        define.body = cases_of_line(build, body, *rest);
        define.cases_on_line = true;
    } else if (body.kind == Kind::defined_table) {
        define.table = build_table(build, body);
    } else {
        define.body = build_body(build, body);
    }
    // A group and a list of cases have their source on the line that opens them, all else at its end.
    define.not_in_document = build_not_in_document(build, node);
    const bool opens =
        body.kind == Kind::first_of || body.kind == Kind::defined_table || body.kind == Kind::sourced_group;
    if (opens) define.not_in_document = build_not_in_document(build, body);
    return define;
}

}  // namespace pol::parse_detail
