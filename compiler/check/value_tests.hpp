#pragma once

#include "compiler/check/values.hpp"

namespace pol::checking {

/// Tests of numbers and days: types and units of both sides.
class ValueTests {
public:
    explicit ValueTests(const Context& context) : context_(context), values_(context) {}

    /// A test of two names whose left one has an amount.
    void check(const ast::FactTest& test, Span span);
    void check(const ast::QuantityTest& test);
    void check(const ast::DayTest& test);

private:
    void check_sides(const ast::Expression& left, const ast::Expression& right);

    const Context& context_;
    Values values_;
};

}  // namespace pol::checking
