#pragma once

#include "compiler/model/expression.hpp"

#include <cstdint>
#include <optional>
#include <variant>
#include <vector>

namespace pol::model {

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

/// Completed years or months from birth_date to the date fact `at`, which no birth lies behind.
struct AgeTest {
    FactIndex at = 0;
    AgeOperator comparison = AgeOperator::is_at_least;
    std::int32_t amount = 0;
    AgeUnit unit = AgeUnit::years;
    /// Least evidence of `at` where it is a provider's date, otherwise `none`.
    Evidence minimum = Evidence::none;
};

/// Completed years or months from birth_date to a day that is reckoned or written. Who is born after it has age 0.
struct AgeOnDayTest {
    Day on;
    AgeOperator comparison = AgeOperator::is_at_least;
    std::int32_t amount = 0;
    AgeUnit unit = AgeUnit::years;
};

enum class NumberOperator { is, is_not, is_at_least, is_more_than, is_at_most, is_less_than };

/// Two values in the same base unit.
struct NumberTest {
    Expression left;
    NumberOperator comparison = NumberOperator::is_at_least;
    Expression right;
};

/// `left` is before `right`, or (with `or_on`) not after it. Every relation of days is lowered to these.
struct DayTest {
    Day left;
    bool or_on = false;
    Day right;
};

/// A defined condition, or its negation.
struct TermTest {
    TermIndex term = 0;
    bool negated = false;
};

/// The different values of a field; `groups` gives for each of its values the number of the group it belongs to.
/// Without groups every value is one of its own.
struct Distinct {
    FactIndex field = 0;
    std::vector<std::uint16_t> groups;
};

/// At least (or at most) so many entries of a list, or so many different values among them.
struct CountTest {
    EntryFilter entries;
    bool at_most = false;
    std::int32_t count = 1;
    std::optional<Distinct> distinct;
};

/// `unless` has two members: base and exception; so has `if_then`: what must hold for the second to be asked.
enum class Quantifier { all_of, any_of, none_of, at_least, unless, if_then };

struct Condition;

struct ConditionGroup {
    Quantifier quantifier = Quantifier::all_of;
    /// The N of `at_least`.
    std::int32_t count = 0;
    std::vector<Condition> members;
};

struct Condition {
    std::variant<ChoiceTest, AgeTest, AgeOnDayTest, NumberTest, DayTest, TermTest, CountTest, ConditionGroup> form;
};

}  // namespace pol::model
