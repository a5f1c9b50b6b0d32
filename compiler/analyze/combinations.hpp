#pragma once

#include "compiler/analyze/space.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace pol::analysis {

/// What several subjects can say together of one member whose facts are all known: every combination of holding and
/// not holding that some member has, once. Subjects that share no fact, and whose facts do not imply one another, say
/// what they say independently, so combinations of parts are counted and multiplied.
class Combinations {
public:
    /// More are not worth listing.
    static constexpr std::uint64_t most = 1U << 14;

    /// Nothing where there are more than `most`. Refers to the space and the subjects.
    [[nodiscard]] static std::optional<Combinations> of(const Space& space, const std::vector<Subject>& subjects);

    [[nodiscard]] std::uint64_t count() const { return count_; }
    /// Whether it is proved that no member has any other; facts without an end may hide some.
    [[nodiscard]] bool are_all() const { return are_all_; }
    /// By subject, whether it holds.
    [[nodiscard]] std::vector<bool> at(std::uint64_t index) const;
    /// A member of this combination in words; empty where a whole request with these answers comes to something else.
    [[nodiscard]] std::string member(std::uint64_t index) const;

private:
    /// Subjects that share facts, and what they say together, each with the answers of a member.
    struct Row {
        std::vector<bool> holds;
        std::vector<std::size_t> state;
    };
    struct Part {
        std::vector<std::size_t> subjects;
        std::vector<Variable> variables;
        std::vector<Row> rows;
    };

    Combinations(const Space& space, const std::vector<Subject>& subjects) : space_(space), subjects_(subjects) {}
    void make_parts();
    [[nodiscard]] bool fill(Part& part);
    [[nodiscard]] bool extend(Part& part, const std::vector<const Subject*>& subjects, std::vector<bool>& holds);
    template <class Visit>
    void each_row(std::uint64_t index, Visit visit) const;

    const Space& space_;
    const std::vector<Subject>& subjects_;
    std::vector<Part> parts_;
    std::uint64_t count_ = 1;
    bool are_all_ = true;
};

}  // namespace pol::analysis
