#pragma once

#include "pol/decimal.hpp"
#include "pol/decision.hpp"
#include "pol/notation.hpp"
#include "pol/text.hpp"

#include <cstdint>

namespace pol {

/// The texts and names behind a decision's indices: read-only tables, one set per policy. The compiled evaluator
/// and the interpreter describe one policy with equal tables, so one reader and one writer of JSON serves both.

/// `date` is an exact day; `partial_date` may be known to the month or year. `measurement` is a number with the day on
/// which it was taken. A `list` has entries, whose fields are facts of their own.
enum class FactType : std::uint8_t { yes_no, one_of, date, partial_date, number, measurement, list };
/// `request`: the routing facts and dates every request carries; without evidence, as plan facts are.
enum class FactSource : std::uint8_t { request, plan, provider };

/// Facts every policy has, at fixed places at the head of its table of facts.
enum class BuiltinFact : std::uint16_t {
    line_of_business,
    benefit,
    request,
    birth_date,
    date_of_request,
    date_of_service,
    first_start,
};
inline constexpr std::uint16_t builtin_fact_count = 7;

[[nodiscard]] constexpr std::uint16_t index_of(BuiltinFact fact) noexcept { return static_cast<std::uint16_t>(fact); }

struct ValueDescription {
    Text name{};
    Text text{};
};

/// A code that stands for a value of a fact (`icd10cm G12.21 for als`). Data only, it never sets the fact.
struct CodeForValue {
    Text system{};
    Text code{};
    std::uint16_t value = no_index;
};

struct FactDescription {
    Text name{};
    Text phrase{};
    Text question{};
    FactType type = FactType::yes_no;
    FactSource source = FactSource::provider;
    List<ValueDescription> values{};
    List<std::uint16_t> implies{};
    List<CodeForValue> codes{};
    /// Numbers and measurements: the declared unit (may be empty), and the least and most a request may carry.
    Text unit{};
    Decimal least{};
    Decimal most{};
    /// How those values are written; `values` holds the names of `Notation::name`.
    Notation notation = Notation::amount;
    /// The list that this is a field of. Fields stand right behind their list.
    std::uint16_t list = no_index;
};

enum class ClauseKind : std::uint8_t {
    text,
    box,
    benefit,
    gate,
    determination,
    requirement,
    otherwise,
    approval,
    dosing,
    because,
    evidence,
    note,
};

/// Whether the trace gives clauses of this kind a state; the others are only cited.
[[nodiscard]] constexpr bool is_traced(ClauseKind kind) noexcept {
    return kind == ClauseKind::box || kind == ClauseKind::benefit || kind == ClauseKind::gate ||
           kind == ClauseKind::determination || kind == ClauseKind::requirement || kind == ClauseKind::otherwise;
}

struct ClauseDescription {
    /// `MMC.6`, `APPLIES.commercial_group`, `GATE`, `MCR.*1`, `MMC.otherwise`; the full id puts number and text before
    /// it.
    Text id{};
    Text text{};
    ClauseKind kind = ClauseKind::note;
    /// Line in the policy's `.pol` file, from 1.
    std::uint32_t line = 0;
    /// Justification items of a determination, as clause indices.
    List<std::uint16_t> because{};
    /// Items it points to, as clause indices, and other documents it cites, as target indices.
    List<std::uint16_t> see_clauses{};
    List<std::uint16_t> see_targets{};
};

/// Another document: the target of a `refer` or a cited policy. `address` may be empty.
struct TargetDescription {
    TargetKind kind = TargetKind::policy;
    Text number{};
    Text address{};
};

/// A reading of an ambiguous place. Open while `decided_by` is empty.
struct ReadingDescription {
    Text text{};
    Text decided_by{};
    Date decided_on{};
    List<std::uint16_t> clauses{};
};

/// What one dose amounts to in one unit, by declared equalities: 100 units of HCPCS J1304, 100 mg, 15 mL, 1 vial.
struct QuantityPerDose {
    Decimal amount{};
    /// `unit` for billing units, otherwise the clinical unit (`mg`, `mL`) or the package (`vial`).
    Text unit{};
    /// Code system and code the unit belongs to (`hcpcs` J1304, `ndc` 64406-0109-01), empty for clinical units.
    Text system{};
    Text code{};
};

/// An amount that is computed for every approval: the kit of a weight, the billing units of a dose.
struct AmountDescription {
    std::uint16_t clause = no_index;
    /// How the policy calls it: a name, or the code it is billed with.
    Text name{};
    Text phrase{};
    Text unit{};
    Text system{};
    Text code{};
};

/// For how long and in which doses something is approved.
struct ApprovalTerms {
    std::uint16_t period_clause = no_index;
    /// The fact an initial period starts on; renewals are counted from `first_start`.
    std::uint16_t starts_on = no_index;
    Duration duration{};
    bool has_schedule = false;
    DoseSchedule schedule{};
};

struct ApprovalDescription {
    ApprovalTerms terms{};
    std::uint16_t dose_clause = no_index;
    List<QuantityPerDose> per_dose{};
    List<AmountDescription> amounts{};
};

struct PolicyDescription {
    Text name{};
    Text title{};
    Text number{};
    /// First and last day of the text (`open_end` while none is set), and the fact that selects it.
    Date text_from{};
    Date text_through = open_end;
    std::uint16_t selecting_fact = no_index;
    List<FactDescription> facts{};
    List<ClauseDescription> clauses{};
    List<TargetDescription> targets{};
    List<ApprovalDescription> approvals{};
    List<ReadingDescription> readings{};
    /// With number and text the identity of what decided: SHA-256 over the policy and everything it imports (64
    /// hexadecimal digits), and the version of the polc that read them. Empty for a policy that was read from no file.
    Text hash{};
    Text compiler{};
};

}  // namespace pol
