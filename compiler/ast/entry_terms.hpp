#pragma once

#include "compiler/ast/file.hpp"

#include <map>
#include <string>
#include <utility>

namespace pol::ast {

/// Makes of the condition of an entry definition what it is outside of `where`: `at least 1 trials where CONDITION`.
Condition& make_count_of(const EntryDefinition& of, Condition& condition);

/// The definitions of lists' entries met so far, `define failed of trials means …`.
class EntryTerms {
public:
    /// Remembers a definition that make_count_of() has been at.
    void add(Define& definition);

    /// Puts the condition of a definition where its name is tested, as in `failed is yes`, among the entries of `list`.
    /// Says whether it did.
    bool put_in_place(Condition& condition, const std::string& list) const;

private:
    /// By list and name.
    std::map<std::pair<std::string, std::string>, Define*> definitions_;
};

}  // namespace pol::ast
