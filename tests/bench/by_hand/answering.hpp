#pragma once

#include "tests/bench/by_hand/kit.hpp"

/// What may still come out of a request, and what is asked. Both write straight into the decision.
namespace hand {

/// Results by their place in the order of results, with the clauses that surely lead to each and those that may.
template <int Places>
struct Results {
    Set present = 0;
    Set sure[Places] = {};
    Set possible[Places] = {};

    template <class Place>
    void add(Place place, Set clauses, bool surely) {
        present |= set_of(place);
        (surely ? sure : possible)[static_cast<int>(place)] |= clauses;
    }
};

constexpr bool is_one(Set set) { return set != 0 && (set & (set - 1)) == 0; }

template <class Decision>
void write_result(Decision& decision, const pol::Result& result, Set sure, Set possible) {
    auto& entry = decision.results[decision.result_count++];
    entry.result = result;
    entry.clauses.words[0] = sure != 0 ? sure : possible;
}

inline pol::Result fixed(pol::Outcome outcome, std::uint16_t target = pol::no_index) {
    pol::Result result;
    result.outcome = outcome;
    result.target = target;
    return result;
}
inline pol::Result open_approval() {
    pol::Result result;
    result.outcome = pol::Outcome::approved;
    result.open = true;
    return result;
}

/// Collects questions: a fact once, in the place it first took, with all its clauses and its weightiest kind. What
/// nobody can know is left to a human.
template <class Decision>
class Questions {
public:
    explicit Questions(Decision& decision) : decision_(decision) {}

    template <class Name>
    void ask(Name fact, pol::Presence presence, QuestionKind kind, Set clauses) {
        ++mentions_;
        if (presence == pol::Presence::not_knowable) return leave_to_review(clauses);
        note(fact, kind, clauses);
    }
    template <class Name>
    void ask_field(Name field, QuestionKind kind, Set clauses) {
        ++mentions_;
        note(field, kind, clauses);
    }
    void leave_to_review(Set clauses) { unknowable_ |= clauses; }

    /// Makes a fact one of the leading questions, behind those made so before.
    template <class Name>
    void lead_with(Name fact, Set clauses) {
        const int place = note(fact, QuestionKind::answer, clauses);
        const auto question = decision_.questions[place];
        for (int i = place; i > leading_; --i) decision_.questions[i] = decision_.questions[i - 1];
        decision_.questions[leading_++] = question;
    }

    /// Without a question somebody has to review what nobody can answer.
    void conclude() {
        const bool is_review = decision_.question_count == 0;
        decision_.outcome = is_review ? pol::Outcome::review : pol::Outcome::needs_information;
        if (is_review) decision_.clauses.words[0] = unknowable_;
        decision_.every_outcome_is_a_denial = true;
        for (int i = 0; i < decision_.result_count; ++i)
            decision_.every_outcome_is_a_denial &= pol::is_denial(decision_.results[i].result.outcome);
    }

    [[nodiscard]] int mentions() const { return mentions_; }

private:
    template <class Name>
    int note(Name fact, QuestionKind kind, Set clauses) {
        const bool is_asked = has(asked_, fact);
        int place = is_asked ? 0 : decision_.question_count++;
        if (is_asked) {
            while (decision_.questions[place].fact != static_cast<std::uint16_t>(fact)) ++place;
        } else {
            asked_ |= set_of(fact);
            decision_.questions[place] = {.fact = static_cast<std::uint16_t>(fact), .kind = kind, .clauses = {}};
        }
        auto& question = decision_.questions[place];
        question.kind = std::max(question.kind, kind);
        question.clauses.words[0] |= clauses;
        return place;
    }

    Decision& decision_;
    Set asked_ = 0;
    Set unknowable_ = 0;
    int leading_ = 0;
    int mentions_ = 0;
};

}  // namespace hand
