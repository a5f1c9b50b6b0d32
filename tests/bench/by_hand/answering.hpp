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

/// Asks for what a request lacks.
template <class Request, class Decision, class FactId, class Clause>
class Wants {
public:
    Wants(const Request& request, Decision& decision) : request_(request), questions_(decision) {}

    void lead_with(FactId fact, Set clauses) { questions_.lead_with(fact, clauses); }
    void conclude() { questions_.conclude(); }

protected:
    template <class Value>
    void want(FactId fact, const Fact<Value>& answer, Clause clause, QuestionKind kind = QuestionKind::answer) {
        questions_.ask(fact, answer.presence, kind, set_of(clause));
    }
    /// A fact that is not told well enough.
    template <class Value>
    void want_untold(FactId fact, const Fact<Value>& answer, Clause clause) {
        if (!told(answer)) want(fact, answer, clause);
    }
    void want_amount(FactId fact, const Fact<pol::Decimal>& answer, int least, int most, Clause clause) {
        if (!amount(answer, least, most).known) want(fact, answer, clause);
    }
    /// A day that is missing, or known to the month or year only.
    void want_day(FactId fact, const Fact<Days>& answer, Clause clause) {
        if (told(answer) && pol::is_exact(answer.value)) return;
        want(fact, answer, clause, told(answer) ? QuestionKind::exact_date : QuestionKind::answer);
    }
    void want_day(FactId fact, const Fact<pol::Date>& answer, Clause clause) {
        if (answer.presence != pol::Presence::given) want(fact, answer, clause);
    }
    /// What keeps an age at the request from being known.
    void want_age(Clause clause) {
        const Fact<Days>& birth = request_.birth_date;
        const Fact<pol::Date>& on = request_.date_of_request;
        if (pol::birth_contradicts(birth, on)) {
            want(FactId::birth_date, birth, clause, QuestionKind::resolve);
            return want(FactId::date_of_request, on, clause, QuestionKind::resolve);
        }
        if (birth.presence != pol::Presence::given)
            want(FactId::birth_date, birth, clause);
        else if (on.presence == pol::Presence::given && !pol::is_exact(birth.value))
            want(FactId::birth_date, birth, clause, QuestionKind::exact_date);
        want_day(FactId::date_of_request, on, clause);
    }
    void want_field(bool is_missing, FactId field, Clause clause, QuestionKind kind = QuestionKind::answer) {
        if (is_missing) questions_.ask_field(field, kind, set_of(clause));
    }

    const Request& request_;
    Questions<Decision> questions_;
};

}  // namespace hand
