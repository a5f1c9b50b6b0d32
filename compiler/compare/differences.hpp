#pragma once

#include "compiler/compare/edits.hpp"
#include "compiler/compare/texts.hpp"
#include "pol/record.hpp"

#include <optional>
#include <string>
#include <vector>

namespace pol::comparison {

/// What a change is to the member: `moved` gives another outcome or reason that is neither worse nor better, `asked`
/// asks for other things.
enum class Direction { stricter, looser, moved, asked };

/// How one request comes out differently.
struct Difference {
    Direction direction = Direction::moved;
    /// `approved` and `criteria not met`; of what both approve the things that differ, `period`.
    std::string old_outcome;
    std::string new_outcome;
    /// The clauses that make the difference, by their labels in the new text.
    std::vector<std::string> clauses;
    /// The codes of which `billed units` are told.
    std::vector<std::string> codes{};
};

/// Tells how decisions of both texts on one request differ; nothing where they are the same for the plan, the reasons
/// and the questions included. Labels that moved with their clauses, and the order of questions, are no difference.
class Differences {
public:
    Differences(const Texts& texts, const std::vector<Edit>& edits);

    [[nodiscard]] std::optional<Difference> between(const DecisionRecord& older, const DecisionRecord& newer) const;
    /// Whether two results are the same for the plan.
    [[nodiscard]] bool same(const Result& older, const Result& newer) const;

private:
    using Labels = std::vector<std::string>;

    [[nodiscard]] std::optional<Difference> of_results(const DecisionRecord& older, const DecisionRecord& newer) const;
    [[nodiscard]] std::optional<Difference> of_grants(const DecisionRecord& older, const DecisionRecord& newer) const;
    [[nodiscard]] std::optional<Difference> of_possible(const DecisionRecord& older, const DecisionRecord& newer) const;
    [[nodiscard]] std::optional<Difference> of_questions(const DecisionRecord& older,
                                                         const DecisionRecord& newer) const;
    [[nodiscard]] std::optional<Difference> of_reasons(const DecisionRecord& older, const DecisionRecord& newer) const;
    [[nodiscard]] Labels labels_of(const std::vector<std::uint16_t>& clauses, bool is_new) const;
    [[nodiscard]] Labels reasons_of(const DecisionRecord& older, const DecisionRecord& newer, bool is_new) const;
    [[nodiscard]] Labels edited_among(const Labels& labels) const;

    const Texts& texts_;
    Labels edited_;
};

}  // namespace pol::comparison
