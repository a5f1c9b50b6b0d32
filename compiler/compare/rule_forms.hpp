#pragma once

#include "compiler/compare/texts.hpp"

#include <string>
#include <vector>

namespace pol::comparison {

/// What one clause does, without what is below it.
struct Rule {
    bool is_there = false;
    /// Equal where the rules are: everything, and everything but the conditions.
    std::string form{};
    std::string frame{};
    std::string words{};
    std::vector<model::Condition> conditions{};
};

/// The rules of one of the texts. Clauses have the numbers that they share with the other text.
class RuleForms {
public:
    RuleForms(const Texts& texts, bool is_new);

    [[nodiscard]] Rule rule(model::ClauseIndex clause) const;
    [[nodiscard]] std::string form(const model::RequirementGroup& group) const;
    [[nodiscard]] std::string words(const model::RequirementGroup& group) const;
    [[nodiscard]] std::string words(const model::Approval& approval) const;
    /// The same with what is computed for it and the codes that are billed, one grant a piece: `6 months from
    /// date_of_service`, `J1234 = 2 * dose`.
    [[nodiscard]] std::vector<std::string> pieces(const model::Approval& approval) const;
    /// What a dose is in the units of each code: `for each dose 100 J1304`.
    [[nodiscard]] static std::vector<std::string> billed_pieces(const model::Approval& approval);
    /// What a section comes to in the end.
    [[nodiscard]] std::string ending(const model::Section& section) const;
    [[nodiscard]] std::string ending_words(const model::Section& section) const;

private:
    [[nodiscard]] Rule rule(const model::Requirement& requirement) const;
    [[nodiscard]] Rule rule(const model::Determination& determination) const;
    [[nodiscard]] Rule box(model::ClauseIndex clause) const;
    [[nodiscard]] std::string words(const std::optional<model::Condition>& condition, const char* before) const;
    [[nodiscard]] std::string time_words(const model::Approval& approval, const std::string& length) const;
    [[nodiscard]] std::string lines_of(const model::Determination& determination) const;

    const Texts& texts_;
    bool is_new_;
    const model::Policy& policy_;
    const interpretation::PreparedPolicy& prepared_;
    const Forms& forms_;
    /// By clause; null where it is none.
    std::vector<const model::Determination*> determination_of_clause_;
};

}  // namespace pol::comparison
