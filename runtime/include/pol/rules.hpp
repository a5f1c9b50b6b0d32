#pragma once

#include "pol/bits.hpp"
#include "pol/decision.hpp"
#include "pol/description.hpp"
#include "pol/sorted.hpp"
#include "pol/text.hpp"

#include <cstdint>

namespace pol {

/// What an evaluator knows of its policy as data. Every compiled policy is one `PolicyRules` and the functions of its
/// clauses; the engine (pol/decide.hpp) is the same for all. Indices are those of the policy's description.

/// The text in force: from `from` through `through`, by the fact `selected_by`.
struct TextRule {
    std::uint16_t clause = no_index;
    std::uint16_t selected_by = no_index;
    Date from{};
    Date through{};
    /// Place of what a day before the text gives; as after it (`outside_result`) where `no_index`.
    std::uint16_t earlier_result = no_index;
};

/// A line of business: its box, and what decides its members.
template <int Clauses>
struct LineRule {
    std::uint16_t box = no_index;
    /// Section of its cells; `no_index` where the box is not ticked.
    std::uint16_t section = no_index;
    /// Determinations its members meet.
    Bits<Clauses> determinations{};
    /// The clauses that are for every member, whatever the kind of request: box, benefit, gate, determinations,
    /// otherwise.
    Bits<Clauses> for_every_member{};
};

/// A requirement that is only for some requests, and those below it up to the next of its kind.
template <int Clauses>
struct ConditionalRule {
    std::uint16_t clause = no_index;
    Bits<Clauses> below{};
};

/// Requirements of one section for one request kind.
template <int Clauses>
struct CriteriaRule {
    /// `no_index` in a section without criteria.
    std::uint16_t approval = no_index;
    /// The labelled requirements as the group prints them; questions are asked in this order.
    List<std::uint16_t> printed_order{};
    Bits<Clauses> requirements{};
    /// Those among them that are asked only through one of `conditional`, which stand before those below them.
    Bits<Clauses> below_conditional{};
    List<ConditionalRule<Clauses>> conditional{};
};

struct SectionRule {
    /// `no_index` where an unconditional determination ends the section.
    std::uint16_t otherwise = no_index;
    std::uint16_t otherwise_result = no_index;
};

/// A result that is known before any request.
struct FixedResult {
    Outcome outcome = Outcome::needs_information;
    /// As in Result.
    std::uint16_t target = no_index;
};

/// Such a result at its place in the order of results, and the determinations (with the gate) that give it.
template <int Clauses>
struct ResultRule {
    FixedResult result{};
    Bits<Clauses> determinations{};
};

/// `determination` holds only where none of `exceptions` does. Listed in such an order that an exception which
/// has exceptions itself comes first.
template <int Clauses>
struct ExceptionRule {
    std::uint16_t determination = no_index;
    Bits<Clauses> exceptions{};
};

struct ApprovalRule {
    /// The length in them, or only its unit where the evaluator computes it (`has_length`).
    ApprovalTerms terms{};
    /// Approvals with the same quantities per dose and the same computed amounts by name and unit share a number.
    std::uint16_t quantities = 0;
    /// The first request kind starts on `starts_on`, all others are counted from `first_start`. Otherwise every kind
    /// starts on `starts_on`.
    bool anchored = true;
    bool has_length = false;
    /// Has a last day at the latest, and the fact it is counted from (`no_index` for a fixed day).
    bool has_until = false;
    std::uint16_t until_fact = no_index;
    /// Amounts that the evaluator computes, at most `most_amounts`.
    std::uint16_t amount_count = 0;
};

/// `fact` yes with `implied` no is a conflict of both.
struct ImpliesRule {
    std::uint16_t fact = no_index;
    std::uint16_t implied = no_index;
};

/// What a reading wants of the fact it reads: its value, an age (by `birth_date`) on it, its day, or another
/// measurement than the one that is given, or what it contradicts. Of a field: its value in every entry, its exact day,
/// or what that contradicts.
enum class AskedKind : std::uint8_t {
    value,
    age,
    day,
    measured_again,
    contradiction,
    field,
    exact_field,
    field_contradiction,
};

/// One reading of a clause as its questions see it: the fact it reads and the least evidence it wants. One entry a
/// bit of the clause's Tested (or Computed), in that order; constants read nothing.
struct AskedTest {
    std::uint16_t fact = no_index;
    Evidence minimum = Evidence::none;
    AskedKind kind = AskedKind::value;
};

template <class FactName>
[[nodiscard]] constexpr AskedTest asks(FactName fact, Evidence minimum) noexcept {
    return {.fact = static_cast<std::uint16_t>(fact), .minimum = minimum, .kind = AskedKind::value};
}
/// An age at the date `at`.
template <class FactName>
[[nodiscard]] constexpr AskedTest asks_age(FactName at, Evidence at_minimum = Evidence::none) noexcept {
    return {.fact = static_cast<std::uint16_t>(at), .minimum = at_minimum, .kind = AskedKind::age};
}
template <class FactName>
[[nodiscard]] constexpr AskedTest asks_day(FactName fact, Evidence minimum) noexcept {
    return {.fact = static_cast<std::uint16_t>(fact), .minimum = minimum, .kind = AskedKind::day};
}
template <class FactName>
[[nodiscard]] constexpr AskedTest asks_again(FactName fact, Evidence minimum) noexcept {
    return {.fact = static_cast<std::uint16_t>(fact), .minimum = minimum, .kind = AskedKind::measured_again};
}

template <class FactName>
[[nodiscard]] constexpr AskedTest asks_field(FactName field) noexcept {
    return {.fact = static_cast<std::uint16_t>(field), .minimum = Evidence::none, .kind = AskedKind::field};
}
template <class FactName>
[[nodiscard]] constexpr AskedTest asks_exact_field(FactName field) noexcept {
    return {.fact = static_cast<std::uint16_t>(field), .minimum = Evidence::none, .kind = AskedKind::exact_field};
}

template <class FactName>
[[nodiscard]] constexpr AskedTest asks_contradiction(FactName fact) noexcept {
    return {.fact = static_cast<std::uint16_t>(fact), .minimum = Evidence::none, .kind = AskedKind::contradiction};
}
template <class FactName>
[[nodiscard]] constexpr AskedTest asks_field_contradiction(FactName field) noexcept {
    return {
        .fact = static_cast<std::uint16_t>(field), .minimum = Evidence::none, .kind = AskedKind::field_contradiction};
}

/// A clause of which single tests tell what keeps it open: where it is unknown, so is each test whose fact does not
/// count, or is no exact day, and no other one; or it has one test only. Of other clauses that is found by evaluating
/// them again.
struct AskedClause {
    std::uint16_t clause = no_index;
    List<AskedTest> tests{};
};

/// The place of a name in the table it names.
template <class Name>
[[nodiscard]] constexpr std::uint16_t number_of(Name name) noexcept {
    return static_cast<std::uint16_t>(name);
}

/// Results stand in this order of places: closed approvals (one for each approval, then request kind group), the
/// open approval, then `results` from `first_fixed_place()` on.
template <int Clauses>
struct PolicyRules {
    TextRule text{};
    CalendarRules calendar{};
    List<LineRule<Clauses>> lines{};
    List<bool> benefit_is_listed{};
    std::uint16_t benefit_clause = no_index;
    Bits<Clauses> benefit_reasons{};
    std::uint16_t gate = no_index;
    std::uint16_t gate_result = no_index;
    /// Place of *does not apply*.
    std::uint16_t outside_result = no_index;
    List<SectionRule> sections{};
    /// By section, then request kind.
    List<CriteriaRule<Clauses>> criteria{};
    std::uint16_t kind_count = 0;
    List<ResultRule<Clauses>> results{};
    List<ExceptionRule<Clauses>> exceptions{};
    /// Determinations that stand instead of an approval, or of what `otherwise` gives; all others come before the
    /// criteria.
    Bits<Clauses> instead_of_approval{};
    Bits<Clauses> instead_of_denial{};
    List<ApprovalRule> approvals{};
    List<ImpliesRule> implies{};
    /// In the order of their clauses.
    List<AskedClause> asked{};
    /// Conditions ask for line of business, benefit or kind of request: every route is evaluated by itself.
    bool reads_routing = false;
    /// Some approval computes its length or its last day, or amounts.
    bool computes_extents = false;
    bool computes_amounts = false;

    /// Places before that of the open approval; none in a policy that approves nothing.
    [[nodiscard]] constexpr int closed_places() const noexcept { return static_cast<int>(approvals.size) * 2; }
    [[nodiscard]] constexpr int first_fixed_place() const noexcept {
        return approvals.size > 0 ? closed_places() + 1 : 0;
    }
    /// Whether any determination comes behind the criteria.
    [[nodiscard]] constexpr bool replaces() const noexcept {
        return !instead_of_approval.empty() || !instead_of_denial.empty();
    }
    [[nodiscard]] constexpr const FixedResult& fixed_result(int place) const noexcept {
        return results[place - first_fixed_place()].result;
    }
    /// The tests that tell what keeps a clause open; none where the evaluator has to (`ask`).
    [[nodiscard]] constexpr List<AskedTest> tests_of(int clause) const noexcept {
        const std::uint32_t at = first_not_before(asked, [&](const AskedClause& each) { return each.clause < clause; });
        return at < asked.size && asked[at].clause == clause ? asked[at].tests : List<AskedTest>{};
    }
    /// Whether requests of a kind renew the approval: those that do not start on its own date.
    [[nodiscard]] constexpr bool is_renewal(int approval, int kind) const noexcept {
        return kind != 0 && approvals[approval].anchored;
    }
};

}  // namespace pol
