#pragma once

#include "compiler/model/policy.hpp"

#include <memory_resource>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace pol::emission {

using WordSet = std::unordered_set<std::string_view>;

/// Gives out names that are free in one scope of generated C++: no keyword, no name used before.
class Scope {
public:
    Scope() = default;
    /// `used` are taken already; they must outlive the scope.
    explicit Scope(const WordSet& used) : used_(&used) {}
    explicit Scope(const WordSet&& used) = delete;

    /// `wanted`, with a `_` where C++ keeps that name for itself, and a number where it is taken.
    [[nodiscard]] std::string take(const std::string& wanted);

private:
    const WordSet* used_ = nullptr;
    /// Names are only ever added, and there are many: they share memory that goes as a whole.
    std::pmr::monotonic_buffer_resource memory_;
    std::pmr::unordered_set<std::string> taken_{&memory_};
};

/// The C++ names of what a policy declares, by the indices of its tables.
struct Names {
    explicit Names(const model::Policy& policy);

    /// Namespace of the policy.
    std::string space;
    /// Members of `Request` and enumerators of `FactId`.
    std::vector<std::string> facts;
    /// Members of the entries of a list; empty for facts that are no fields.
    std::vector<std::string> fields;
    /// Enumerations of one-of facts and entries of lists; empty for other facts.
    std::vector<std::string> types;
    std::vector<std::vector<std::string>> values;
    /// Enumerators of `Clause`, and the functions of clauses with a condition or requirements below.
    std::vector<std::string> clauses;
    std::vector<std::string> functions;
    std::vector<std::string> asks;
    std::vector<std::string> only_ifs;
    /// Functions of the defined terms, and of the days of facts that have a bound (by fact).
    std::vector<std::string> terms;
    std::vector<std::string> days;
    /// Functions of what approvals compute: their length, last day and amounts.
    struct ApprovalNames {
        std::string length;
        std::string or_days;
        std::string until;
        std::vector<std::string> amounts;
        /// Whether an amount is granted; empty where it always is.
        std::vector<std::string> granted;
    };
    std::vector<ApprovalNames> approvals;
    /// Enumerators of `Section`, and the functions that evaluate a section and its criteria by request kind.
    std::vector<std::string> sections;
    std::vector<std::string> evaluations;
    std::vector<std::vector<std::string>> criteria;
};

/// `als_specialist` as `AlsSpecialist`.
[[nodiscard]] std::string pascal_case(std::string_view name);
/// The name of a fact, or that of a field within its list.
[[nodiscard]] std::string_view short_name(const model::Policy& policy, const model::Fact& fact);
/// `MCR.*1` as `MCR_star_1`: letters, digits and `_` only.
[[nodiscard]] std::string identifier(std::string_view text);
[[nodiscard]] std::string lower_case(std::string text);

}  // namespace pol::emission
