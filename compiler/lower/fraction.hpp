#pragma once

#include "compiler/model/expression.hpp"
#include "compiler/units/units.hpp"
#include "pol/description.hpp"

#include <cstdint>
#include <optional>

namespace pol::lowering {

/// An exact fraction in lowest terms, its denominator positive. Built only from decimals, products and quotients; a
/// result that does not fit is absent instead of wrong.
class Fraction {
public:
    [[nodiscard]] static std::optional<Fraction> from(Decimal decimal);
    [[nodiscard]] static Fraction from(const units::Factor& factor);
    [[nodiscard]] static std::optional<Fraction> product(Fraction left, Fraction right);
    /// `divisor` is more than zero.
    [[nodiscard]] static std::optional<Fraction> quotient(Fraction dividend, Fraction divisor);

    /// The same number as a decimal with no more places than it needs; absent if it has no end, as 100/3.
    [[nodiscard]] std::optional<Decimal> to_decimal() const;

    /// As the model writes it.
    [[nodiscard]] model::Fraction parts() const { return {numerator_, denominator_}; }

    friend bool operator==(const Fraction&, const Fraction&) = default;

private:
    std::int64_t numerator_ = 0;
    std::int64_t denominator_ = 1;
};

}  // namespace pol::lowering
