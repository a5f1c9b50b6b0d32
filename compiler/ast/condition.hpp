#pragma once

#include "compiler/ast/common.hpp"

#include <variant>
#include <vector>

namespace pol::ast {

/// The closed list of comparisons.
enum class Comparison { is, is_not, is_one_of, is_at_least, is_more_than, is_at_most, is_less_than };

/// `diagnosis is als`, `specialty is one of neurology, als_specialist`. One value except for `is one of`.
struct FactTest {
    Name fact;
    Comparison comparison = Comparison::is;
    std::vector<Name> values;
};

/// `age at date_of_service is at least 18 years`.
struct AgeTest {
    Name at;
    Comparison comparison = Comparison::is_at_least;
    Duration amount;
};

struct Condition;

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

/// `attested …`: the minimum evidence for all below, unless a deeper one says otherwise; always one part.
struct Attested {
    std::vector<Condition> inner;
};

struct Condition {
    std::variant<FactTest, AgeTest, ConditionGroup, Unless, Attested> form;
    Span span;
};

}  // namespace pol::ast
