#pragma once

#include "compiler/lower/context.hpp"

#include <cassert>

namespace pol::lowering {

/// `NAME is VALUE` and its like, by what the names stand for: values of a fact, a defined condition, or two numbers.
[[nodiscard]] model::Condition to_fact_test(const Context& context, const ast::FactTest& test, Evidence minimum);

/// Whether a comparison is one of order, as `at least` is.
[[nodiscard]] bool compares_order(ast::Comparison comparison);

/// A comparison of ages or of numbers.
template <class Operator>
[[nodiscard]] Operator to_operator(ast::Comparison comparison) {
    switch (comparison) {
        case ast::Comparison::is:
            return Operator::is;
        case ast::Comparison::is_not:
            return Operator::is_not;
        case ast::Comparison::is_at_least:
            return Operator::is_at_least;
        case ast::Comparison::is_more_than:
            return Operator::is_more_than;
        case ast::Comparison::is_at_most:
            return Operator::is_at_most;
        case ast::Comparison::is_less_than:
            return Operator::is_less_than;
        case ast::Comparison::is_one_of:
            break;
    }
    assert(false);
    return Operator::is;
}

}  // namespace pol::lowering
