#include "compiler/interpret/question_list.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace pol::interpretation {

QuestionRecord* QuestionList::find(FactIndex fact) {
    const auto found = std::find_if(questions_.begin(), questions_.end(),
                                    [&](const QuestionRecord& question) { return question.fact == fact; });
    return found == questions_.end() ? nullptr : &*found;
}

void QuestionList::ask(FactIndex fact, QuestionKind kind, const ClauseSet& clauses) {
    ++mentions_;
    if (answers_.at(fact).presence == Presence::not_knowable) return add(unknowable_, clauses);
    QuestionRecord* known = find(fact);
    if (known == nullptr) {
        questions_.push_back({.fact = fact, .kind = kind, .clauses = clauses});
        return;
    }
    // The kinds stand in the order of their weight.
    known->kind = std::max(known->kind, kind);
    add(known->clauses, clauses);
}

void QuestionList::add_conflict_partners(const model::Policy& policy) {
    const std::vector<QuestionRecord> asked = questions_;
    const auto was_asked = [&](FactIndex fact) {
        return std::any_of(asked.begin(), asked.end(), [&](const QuestionRecord& one) { return one.fact == fact; });
    };
    for (const QuestionRecord& question : asked) {
        if (answers_.at(question.fact).presence != Presence::in_conflict) continue;
        std::ptrdiff_t behind = find(question.fact) - questions_.data() + 1;
        for (const FactIndex partner : conflict_partners(policy, answers_, question.fact)) {
            if (was_asked(partner)) continue;
            if (QuestionRecord* known = find(partner)) {
                add(known->clauses, question.clauses);
                continue;
            }
            questions_.insert(questions_.begin() + behind,
                              {.fact = partner, .kind = QuestionKind::resolve, .clauses = question.clauses});
            ++behind;
        }
    }
}

}  // namespace pol::interpretation
