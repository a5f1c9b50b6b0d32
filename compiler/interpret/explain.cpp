#include "compiler/interpret/explain.hpp"

#include "compiler/interpret/quantify.hpp"

#include <variant>

namespace pol::interpretation {

namespace {

class Explainer {
public:
    Explainer(const PreparedPolicy& prepared, const Truths& truths) : prepared_(prepared), truths_(truths) {}

    void explain(const model::RequirementGroup& group, Truth wanted) {
        for (std::size_t i = 0; i < group.members.size(); ++i) {
            const Truth sought = is_negated(group.quantifier, i) ? negate(wanted) : wanted;
            if (truth_of(group.members[i], truths_) == sought) explain(group.members[i], sought);
        }
    }

    [[nodiscard]] ClauseSet clauses() const { return clauses_; }

private:
    void explain(const model::RequirementNode& node, Truth wanted) {
        if (const auto* group = std::get_if<model::RequirementGroup>(&node)) return explain(*group, wanted);
        const ClauseIndex clause = std::get<ClauseIndex>(node);
        if (truths_.left_out[clause]) return;
        const auto* below = std::get_if<model::RequirementGroup>(&prepared_.requirement(clause).body);
        // One of which it is unknown whether it is asked at all is open itself.
        const bool is_open = wanted == Truth::unknown && truths_.asked_under[clause] == Truth::unknown;
        if (below == nullptr || is_open) add(clauses_, clause);
        if (below != nullptr && truth_of(*below, truths_) == wanted) explain(*below, wanted);
    }

    const PreparedPolicy& prepared_;
    const Truths& truths_;
    ClauseSet clauses_;
};

}  // namespace

ClauseSet explanation(const PreparedPolicy& prepared, const Truths& truths, const model::RequirementGroup& group) {
    Explainer explainer(prepared, truths);
    explainer.explain(group, truth_of(group, truths));
    return explainer.clauses();
}

}  // namespace pol::interpretation
