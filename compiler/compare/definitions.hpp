#pragma once

#include "compiler/compare/texts.hpp"

#include <string>
#include <vector>

namespace pol::comparison {

/// A definition that says something else itself, not only by what it reads.
struct DefinitionEdit {
    std::string name;
    std::string phrase;
    /// How both texts say it; of a value by cases those that differ.
    std::string old_words{};
    std::string new_words{};
};

/// Definitions of the same name in both texts, in the order of the new one.
class Definitions {
public:
    explicit Definitions(const Texts& texts);

    [[nodiscard]] std::vector<DefinitionEdit> edits() const;
    /// Whether conditions differ in themselves, not only in what the definitions say that they read.
    [[nodiscard]] bool differ(const std::vector<model::Condition>& older,
                              const std::vector<model::Condition>& newer) const;
    /// The names of edited ones that conditions of either text rest on.
    [[nodiscard]] std::vector<std::string> behind(const std::vector<model::Condition>& older,
                                                  const std::vector<model::Condition>& newer) const;

private:
    struct Pair {
        model::TermIndex in_old = 0;
        model::TermIndex in_new = 0;
    };

    [[nodiscard]] DefinitionEdit edit_of(const Pair& pair) const;

    const Texts& texts_;
    Forms old_forms_;
    Forms new_forms_;
    std::vector<Pair> edited_{};
};

/// The levels of evidence that conditions ask for: `attested, documented`.
[[nodiscard]] std::string levels_of(const model::Policy& policy, const std::vector<model::Condition>& conditions);

}  // namespace pol::comparison
