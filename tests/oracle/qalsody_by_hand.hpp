#pragma once

#include "pol/outcome.hpp"

#include <chrono>
#include <cstdint>

/// PHARMACY-127 (Qalsody), decided by code that a person wrote from the printed document and the meaning of the
/// language, without the compiler: the independent oracle of the interpreter and of the generated evaluator, and what
/// the generated evaluator is measured against. It shares no date, truth or dose arithmetic with them.
namespace by_hand {

using Day = std::chrono::sys_days;

enum class Known : std::uint8_t { not_given, not_knowable, given };
enum class Level : std::uint8_t { claimed, attested, documented };

/// One fact of a request. Plan and routing facts leave `level` alone.
template <class Value>
struct Answer {
    Value value{};
    Known known = Known::not_given;
    Level level = Level::claimed;
};

/// A birth date as given: all days it may be, one when it is exact.
struct Birth {
    Day first;
    Day last;
};

enum class Line : std::uint8_t {
    commercial_group,
    on_exchange,
    off_exchange,
    medicaid_harp,
    federal_employee,
    dual_special_needs,
    medicare_advantage,
    medicare_part_d,
    essential_plan,
    child_health_plus,
    ancillary,
};
inline constexpr int line_count = 11;
enum class Benefit : std::uint8_t { medical, pharmacy };
enum class Kind : std::uint8_t { initial, renewal };
enum class Specialty : std::uint8_t { neurology, als_specialist, other, nobody };
enum class Diagnosis : std::uint8_t { als, other };
enum class Mutation : std::uint8_t { confirmed, not_found };
enum class Indication : std::uint8_t { fda_labeled, other };

struct Request {
    Answer<Line> line;
    Answer<Benefit> benefit;
    Answer<Kind> kind;
    Answer<Birth> birth;
    Answer<Day> service;
    Answer<Day> first_start;
    Answer<bool> contract_excludes;
    Answer<bool> mdrp_participating;
    Answer<Specialty> prescriber;
    Answer<Specialty> consulted;
    Answer<Diagnosis> diagnosis;
    Answer<Mutation> sod1;
    Answer<bool> weakness;
    Answer<bool> tracheostomy;
    Answer<bool> aspiration_only;
    Answer<bool> ventilation;
    Answer<bool> benefits;
    Answer<Indication> indication;
};

enum class Fact : std::uint8_t {
    line_of_business,
    benefit,
    request,
    birth_date,
    date_of_service,
    first_start,
    contract_excludes,
    mdrp_participating,
    prescriber_specialty,
    consulted_specialty,
    diagnosis,
    sod1_mutation,
    weakness_from_als,
    tracheostomy,
    trach_aspiration_only,
    invasive_ventilation,
    continues_to_benefit,
    indication,
};
inline constexpr int fact_count = 18;

/// The clauses that decide; the document's other items are notes. The boxes come first, by line.
enum class Clause : std::uint8_t {
    first_box,
    medical = line_count,
    text,
    gate,
    com_1,
    com_otherwise,
    mcr_1,
    mmc_1,
    mmc_2,
    mmc_3,
    mmc_4,
    mmc_5,
    mmc_6,
    mmc_7,
    mmc_9,
    mmc_9a,
    mmc_9b,
    mmc_otherwise,
    g_4,
    g_5,
    g_10,
};
inline constexpr int clause_count = 31;

using Clauses = std::uint32_t;
[[nodiscard]] constexpr Clauses bit(Clause clause) noexcept { return Clauses{1} << static_cast<unsigned>(clause); }

enum class Target : std::uint8_t { none, off_label_policy, local_determination };

/// One possible result. The dates and doses count for approvals that are not open.
struct Member {
    pol::Outcome outcome;
    Target target;
    bool open;
    std::int32_t first_dose_number;
    std::int32_t doses;
    Day from;
    Day through;
    Day course_start;
    Clauses sure;
    Clauses possible;
};

struct Question {
    Fact fact;
    pol::QuestionKind kind;
    Clauses clauses;
};

/// States of clauses; a clause in none of the four is not for this member, one in two or more is unknown.
struct Marks {
    Clauses not_reached = 0;
    Clauses unknown = 0;
    Clauses no = 0;
    Clauses yes = 0;
};

struct Decision {
    pol::Outcome outcome;
    bool every_outcome_is_a_denial;
    int member_count;
    int question_count;
    Clauses clauses;
    Marks marks;
    Member members[10];
    Question questions[fact_count];
};

[[nodiscard]] pol::ClauseState state(const Marks& marks, Clause clause) noexcept;
/// What a possible result names: the clauses that surely lead to it or, without one, those that may.
[[nodiscard]] constexpr Clauses reasons(const Member& member) noexcept {
    return member.sure != 0 ? member.sure : member.possible;
}

[[nodiscard]] Decision decide(const Request& request) noexcept;

}  // namespace by_hand
