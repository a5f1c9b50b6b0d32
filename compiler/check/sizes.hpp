#pragma once

#include "compiler/check/context.hpp"

#include <cstdint>
#include <unordered_map>

namespace pol::checking {

/// How large the fraction of a value (pol/number.hpp) can become on the way, whatever a request says. All are upper
/// bounds, whatever the sign.
struct Size {
    long double numerator = 0;
    long double denominator = 1;
    /// Of the value itself.
    long double value = 0;
    /// Of the denominator in lowest terms; where `grid` is not 0 that denominator divides it.
    long double lowest = 1;
    std::int64_t grid = 1;
};

/// Proves that values are computed exactly: no numerator, denominator or product of them that computing or comparing
/// makes is beyond what a Number holds. Takes for granted that values have no finding.
class Sizes {
public:
    explicit Sizes(const Context& context) : context_(context) {}

    /// Nothing where it cannot be proved.
    std::optional<Size> size(const ast::Expression& expression);
    std::optional<Size> size(const ast::Name& name);
    [[nodiscard]] static bool can_compare(const Size& left, const Size& right);
    /// Whether a value can be counted in a unit and its digits be written.
    [[nodiscard]] static bool can_show(const Size& value, const Size& unit);

private:
    std::optional<Size> size(const ast::Define& term);
    std::optional<Size> size(const std::vector<ast::DefinedCase>& cases);
    std::optional<Size> form(const ast::Quantity& quantity);
    std::optional<Size> form(const ast::NamedValue& value);
    std::optional<Size> form(const ast::MeasuredValue& value);
    std::optional<Size> form(const ast::Arithmetic& arithmetic);
    std::optional<Size> form(const ast::Extreme& extreme);
    std::optional<Size> form(const ast::RoundedValue& rounded);
    std::optional<Size> form(const ast::Elapsed& elapsed);
    std::optional<Size> form(const ast::Aggregate& aggregate);
    std::optional<Size> form(const ast::ChosenEntry& chosen);
    std::optional<Size> form(const ast::Parenthesized& parenthesized);
    std::optional<Size> form(const ast::DayOperand& day);

    const Context& context_;
    std::unordered_map<const ast::Define*, std::optional<Size>> terms_;
};

}  // namespace pol::checking
