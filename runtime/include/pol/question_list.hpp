#pragma once

#include "pol/computed.hpp"
#include "pol/rules.hpp"

#include <cstdint>

namespace pol {

/// The kind of answer that a test with this minimum of evidence wants.
[[nodiscard]] constexpr QuestionKind kind_for(Evidence minimum) noexcept {
    if (minimum == Evidence::documented) return QuestionKind::document;
    return minimum == Evidence::attested ? QuestionKind::attest : QuestionKind::answer;
}

/// Collects the questions of a request: a fact once, where it was first asked, with all its clauses and the weightiest
/// kind. A fact that nobody can know is noted with its clauses instead.
template <class Case>
class QuestionList {
public:
    static constexpr int clause_room = Case::room.clauses;
    using Set = Bits<clause_room>;
    using Facts = Bits<Case::room.facts>;

    // Entries are written fact by fact, when a fact is asked.
    constexpr explicit QuestionList(const Case& decided) noexcept : case_(decided) {}

    constexpr void ask(int fact, QuestionKind kind, const Set& clauses) noexcept {
        ++mentions_;
        if (presence(fact) == Presence::not_knowable) return leave_to_review(clauses);
        note(fact, kind, clauses);
    }

    /// Clauses that nobody can answer want a human if nothing else is asked.
    constexpr void leave_to_review(const Set& clauses) noexcept { unknowable_ |= clauses; }

    /// Asks for what keeps a clause open, in the order in which it is written. Where there is nothing to ask for (a
    /// division by zero) the clause is left to review.
    constexpr void about(int clause, const AskedTest& test) noexcept {
        const Set clauses = bits_of<clause_room>(clause);
        switch (test.kind) {
            case AskedKind::value:
                return about_value(test, clauses);
            case AskedKind::age:
                return about_age(test, clauses);
            case AskedKind::day:
                return about_day(test, clauses);
            case AskedKind::measured_again:
                return ask(test.fact, QuestionKind::measure_again, clauses);
            case AskedKind::contradiction:
                return ask(test.fact, QuestionKind::resolve, clauses);
            case AskedKind::field:
                return ask_field(test.fact, QuestionKind::answer, clauses);
            case AskedKind::exact_field:
                return ask_field(test.fact, QuestionKind::exact_date, clauses);
            case AskedKind::field_contradiction:
                return ask_field(test.fact, QuestionKind::resolve, clauses);
        }
    }
    template <int Tests, std::uint32_t N>
    constexpr void about(int clause, const Bits<Tests>& open, const AskedTest (&tests)[N]) noexcept {
        about(clause, open.words, Bits<Tests>::word_count, tests);
    }
    /// The same with the open tests as the words of their set. Never copied into who asks: every clause of every policy
    /// does.
    [[gnu::noinline]] constexpr void about(int clause, const std::uint64_t* open, int words,
                                           const AskedTest* tests) noexcept {
        bool any = false;
        for_each(open, words, [&](int test) {
            about(clause, tests[test]);
            any = true;
        });
        if (!any) leave_to_review(bits_of<clause_room>(clause));
    }
    /// A clause that reads nothing.
    constexpr void about(int clause, const Bits<0>&) noexcept { leave_to_review(bits_of<clause_room>(clause)); }

    /// As above; a clause that is open only by an exception to it is known itself and asks nothing.
    template <int Tests, std::uint32_t N>
    constexpr void about(int clause, const Tested<Tests>& tested, const AskedTest (&tests)[N]) noexcept {
        if (tested.truth == Truth::unknown) about(clause, tested.open, tests);
    }
    constexpr void about(int clause, const Tested<0>& tested) noexcept {
        if (tested.truth == Truth::unknown) about(clause, tested.open);
    }

    /// Asks for what keeps a value of a clause from being known, or a day from being exact.
    template <int Readings, std::uint32_t N>
    constexpr void about(int clause, const Computed<Readings>& value, const AskedTest (&tests)[N]) noexcept {
        if (!value.known) about(clause, value.missing, tests);
    }
    template <int Readings, std::uint32_t N>
    constexpr void about(int clause, const Day<Readings>& day, const AskedTest (&tests)[N]) noexcept {
        if (!is_exact(day.range)) about(clause, day.missing, tests);
    }

    /// Puts the facts that contradict an asked one, and were not asked themselves, right behind it.
    [[gnu::noinline]] constexpr void add_conflict_partners(const Bits<Case::room.places>& broken) noexcept {
        if (broken.empty()) return;
        std::uint16_t walked[Case::room.facts] = {};
        const int walked_count = count_;
        for (int i = 0; i < walked_count; ++i) walked[i] = order_[i];
        const Facts walked_facts = asked_;
        count_ = 0;
        for (int i = 0; i < walked_count; ++i) {
            order_[count_++] = walked[i];
            for_each(partners(walked[i], broken).without(walked_facts),
                     [&](int partner) { ask_partner(partner, walked[i]); });
        }
    }

    /// Writes the questions in their order.
    constexpr void write(const DecisionOutput<clause_room>& decision) const noexcept {
        for (int i = 0; i < count_; ++i) write(decision, order_[i]);
    }

    /// Makes a routing fact one of the leading questions, behind those made so before.
    constexpr void lead_with(int fact, const Set& clauses) noexcept {
        int at = count_;
        if (asked_.has(fact))
            for (at = 0; order_[at] != fact; ++at) {
            }
        else
            ++count_;
        for (; at > leading_; --at) order_[at] = order_[at - 1];
        order_[leading_++] = static_cast<std::uint16_t>(fact);
        if (!asked_.has(fact)) start(fact, QuestionKind::answer);
        asked_.add(fact);
        strengthen(fact, QuestionKind::answer, clauses);
    }

    [[nodiscard]] constexpr bool empty() const noexcept { return count_ == 0; }
    /// How often a fact has been asked for, or has turned out to be one that nobody can know.
    [[nodiscard]] constexpr int mentions() const noexcept { return mentions_; }
    [[nodiscard]] constexpr const Set& unknowable() const noexcept { return unknowable_; }

private:
    [[nodiscard]] constexpr Presence presence(int fact) const noexcept { return case_.presence(fact); }

    /// A field is asked for once, whichever entries lack it.
    constexpr void ask_field(int field, QuestionKind kind, const Set& clauses) noexcept {
        ++mentions_;
        note(field, kind, clauses);
    }

    constexpr void note(int fact, QuestionKind kind, const Set& clauses) noexcept {
        if (!asked_.has(fact)) {
            asked_.add(fact);
            order_[count_++] = static_cast<std::uint16_t>(fact);
            start(fact, kind);
        }
        strengthen(fact, kind, clauses);
    }

    constexpr void about_value(const AskedTest& test, const Set& clauses) noexcept {
        const bool in_conflict = presence(test.fact) == Presence::in_conflict;
        ask(test.fact, in_conflict ? QuestionKind::resolve : kind_for(test.minimum), clauses);
    }

    constexpr void about_age(const AskedTest& test, const Set& clauses) noexcept {
        constexpr int birth_date = static_cast<int>(BuiltinFact::birth_date);
        const Fact<DateRange> birth = case_.dated(birth_date);
        const Fact<DateRange> on = case_.dated(test.fact);
        const bool on_is_given = usable(on, test.minimum);
        if (on_is_given && birth_contradicts(birth, on.value)) {
            ask(birth_date, QuestionKind::resolve, clauses);
            return ask(test.fact, QuestionKind::resolve, clauses);
        }
        if (birth.presence != Presence::given) ask(birth_date, QuestionKind::answer, clauses);
        // A partial birth date may well do; that shows only when the other date is there.
        else if (on_is_given && !is_exact(birth.value))
            ask(birth_date, QuestionKind::exact_date, clauses);
        if (!on_is_given || !is_exact(on.value)) about_day(test, clauses);
    }

    /// A day that is missing, or known to the month or year only.
    constexpr void about_day(const AskedTest& test, const Set& clauses) noexcept {
        const bool is_given = usable(case_.dated(test.fact), test.minimum);
        ask(test.fact, is_given ? QuestionKind::exact_date : kind_for(test.minimum), clauses);
    }

    [[nodiscard]] constexpr Facts partners(int fact, const Bits<Case::room.places>& broken) const noexcept {
        Facts found;
        for_each(broken, [&](int index) {
            const ImpliesRule& rule = case_.rules().implies[index];
            if (rule.fact == fact) found.add(rule.implied);
            if (rule.implied == fact) found.add(rule.fact);
        });
        return found;
    }

    constexpr void ask_partner(int partner, int asked) noexcept {
        if (!asked_.has(partner)) {
            asked_.add(partner);
            order_[count_++] = static_cast<std::uint16_t>(partner);
            start(partner, QuestionKind::resolve);
        }
        for (int i = 0; i < Set::word_count; ++i) clauses_[partner][i] |= clauses_[asked][i];
    }

    constexpr void start(int fact, QuestionKind kind) noexcept {
        kind_[fact] = kind;
        for (int i = 0; i < Set::word_count; ++i) clauses_[fact][i] = 0;
    }

    constexpr void strengthen(int fact, QuestionKind kind, const Set& clauses) noexcept {
        // The kinds stand in the order of their weight.
        if (kind > kind_[fact]) kind_[fact] = kind;
        for (int i = 0; i < Set::word_count; ++i) clauses_[fact][i] |= clauses.words[i];
    }

    constexpr void write(const DecisionOutput<clause_room>& decision, std::uint16_t fact) const noexcept {
        Question<clause_room>& question = decision.questions[decision.head.question_count++];
        question.fact = fact;
        question.kind = kind_[fact];
        for (int i = 0; i < Set::word_count; ++i) question.clauses.words[i] = clauses_[fact][i];
    }

    const Case& case_;
    int count_ = 0;
    int leading_ = 0;
    int mentions_ = 0;
    Facts asked_;
    Set unknowable_;
    std::uint16_t order_[Case::room.facts];
    QuestionKind kind_[Case::room.facts];
    std::uint64_t clauses_[Case::room.facts][Set::word_count];
};

}  // namespace pol
