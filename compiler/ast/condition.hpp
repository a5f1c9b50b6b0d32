#pragma once

#include "compiler/ast/common.hpp"
#include "compiler/ast/expression.hpp"
#include "pol/evidence.hpp"

#include <variant>
#include <vector>

namespace pol::ast {

/// The closed list of comparisons.
enum class Comparison { is, is_not, is_one_of, is_at_least, is_more_than, is_at_most, is_less_than };

/// `diagnosis is als`, `specialty is one of neurology, als_specialist`, `fibrosis is at least f1`. One value except for
/// `is one of`. The left name is a fact or a defined term; where it is a number, the right name is a number, too.
/// `measured` is that of `pregnancy_test measured within 30 days before date_of_request is negative`.
struct FactTest {
    Name fact;
    Comparison comparison = Comparison::is;
    std::vector<Name> values;
    std::optional<DayRelation> measured;
};

/// `age at date_of_service is at least 18 years`.
struct AgeTest {
    DayOperand at;
    Comparison comparison = Comparison::is_at_least;
    Duration amount;
};

/// `weight is at least 30 kg`, `dose / weight is at most 6 mg/kg`. Neither side is a lone name on both sides: that is a
/// FactTest.
struct QuantityTest {
    Expression left;
    Comparison comparison = Comparison::is_at_least;
    Expression right;
};

/// `onset is within 90 days before date_of_service`.
struct DayTest {
    Name day;
    DayRelation relation;
};

/// `at least 2 different class of trials where …`, `at most 1 trials`, `no trials`.
enum class CountComparison { at_least, at_most, none };
struct CountTest {
    CountComparison comparison = CountComparison::at_least;
    /// Absent for `no`.
    std::optional<Number> count;
    /// A field: its different values are counted, not the entries.
    std::optional<Name> different;
    Entries entries;
};

enum class Quantifier { all_of, any_of, none_of, at_least };

/// `all of … end` and its like, or `A and B` / `A or B` on a line (`infix`, then all_of or any_of).
struct ConditionGroup {
    Quantifier quantifier = Quantifier::all_of;
    /// The N of `at least N of`.
    std::optional<Number> count;
    bool infix = false;
    std::vector<Condition> members;
    /// The words that open the group, for findings about it.
    Span opening;
};

/// `base unless exception`; always two parts.
struct Unless {
    std::vector<Condition> parts;
};

/// `if A then B`: B where A holds; always two parts.
struct IfThen {
    std::vector<Condition> parts;
};

/// `attested …`, `documented …`: the least evidence of all below, unless a deeper one says otherwise; always one part.
struct Supported {
    Evidence least = Evidence::attested;
    std::vector<Condition> inner;
};

struct Condition {
    std::variant<FactTest, AgeTest, QuantityTest, DayTest, CountTest, ConditionGroup, Unless, IfThen, Supported> form;
    Span span;
};

}  // namespace pol::ast
