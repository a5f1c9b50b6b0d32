#pragma once

#include "pol/date.hpp"
#include "pol/evidence.hpp"

#include <cstdint>
#include <variant>
#include <vector>

namespace pol::model {

/// Indices into the tables of a Policy.
using FactIndex = std::uint16_t;
using ClauseIndex = std::uint16_t;

enum class ChoiceOperator { is, is_not, is_one_of };

/// A yes/no or one-of fact against values (by index; yes/no: 0 no, 1 yes). `minimum` is the resolved minimum
/// evidence: `none` for plan facts, at least `claimed` for provider facts.
struct ChoiceTest {
    FactIndex fact = 0;
    ChoiceOperator comparison = ChoiceOperator::is;
    std::vector<std::uint16_t> values;
    Evidence minimum = Evidence::none;
};

enum class AgeOperator { is, is_not, is_at_least, is_more_than, is_at_most, is_less_than };

/// Completed years or months from birth_date to the date fact `at`.
struct AgeTest {
    FactIndex at = 0;
    AgeOperator comparison = AgeOperator::is_at_least;
    std::int32_t amount = 0;
    AgeUnit unit = AgeUnit::years;
};

/// `unless` has two members: base and exception.
enum class Quantifier { all_of, any_of, none_of, at_least, unless };

struct Condition;

struct ConditionGroup {
    Quantifier quantifier = Quantifier::all_of;
    /// The N of `at_least`.
    std::int32_t count = 0;
    std::vector<Condition> members;
};

struct Condition {
    std::variant<ChoiceTest, AgeTest, ConditionGroup> form;
};

}  // namespace pol::model
