#pragma once

#include "compiler/compare/clause_pairs.hpp"
#include "compiler/compare/forms.hpp"
#include "compiler/compare/vocabulary.hpp"
#include "compiler/interpret/prepared.hpp"

namespace pol::comparison {

/// Two texts of a policy made comparable: both in the words of one vocabulary and in force from one day on.
struct Texts {
    Texts(const model::Policy& original_old, const model::Policy& original_new);
    Texts(const Texts&) = delete;
    Texts& operator=(const Texts&) = delete;

    /// One number for both clauses of a pair: the clause of the new text, those of the old one alone behind.
    [[nodiscard]] std::size_t joint(model::ClauseIndex clause, bool is_new) const;
    /// `MMC.2`; of a clause that has another label in the new text, that one. `old MMC.2` of one that is gone where
    /// another clause has its label now.
    [[nodiscard]] std::string label(model::ClauseIndex clause, bool is_new) const;
    /// Where the difference of two approvals stands: at the clause of the doses if these alone differ, else at that of
    /// the time.
    [[nodiscard]] std::string label(const model::Approval& in_old, const model::Approval& in_new) const;

    Vocabulary vocabulary;
    model::Policy older;
    model::Policy newer;
    interpretation::PreparedPolicy prepared_old;
    interpretation::PreparedPolicy prepared_new;
    Interner interner;
    Forms old_forms;
    Forms new_forms;
    ClausePairs pairs;
};

}  // namespace pol::comparison
