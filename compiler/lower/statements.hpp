#pragma once

#include "compiler/ast/file.hpp"

#include <variant>
#include <vector>

namespace pol::lowering {

/// The statements of one kind in a list, in the order written; what stands deeper is not looked at.
template <class Form>
[[nodiscard]] std::vector<const Form*> every(const std::vector<ast::Statement>& statements) {
    std::vector<const Form*> found;
    for (const ast::Statement& statement : statements)
        if (const auto* form = std::get_if<Form>(&statement.form)) found.push_back(form);
    return found;
}

/// The first statement of one kind, or null.
template <class Form>
[[nodiscard]] const Form* first(const std::vector<ast::Statement>& statements) {
    for (const ast::Statement& statement : statements)
        if (const auto* form = std::get_if<Form>(&statement.form)) return form;
    return nullptr;
}

/// The blocks of one kind of a policy, in the order written.
template <class Kind>
[[nodiscard]] std::vector<const Kind*> blocks_of(const ast::Policy& policy) {
    std::vector<const Kind*> found;
    for (const ast::Block& block : policy.blocks)
        if (const auto* kind = std::get_if<Kind>(&block)) found.push_back(kind);
    return found;
}

}  // namespace pol::lowering
