#include "tests/bench/by_hand/qalsody_batch.hpp"

#include "pol/approving.hpp"

#include <algorithm>
#include <cstring>

namespace hand::qalsody {

namespace {

namespace facts = plan::qalsody;
using Byte = std::uint8_t;
using pol::Evidence;
using pol::Outcome;
using pol::batch::Cell;

/// Rows at a time: all arrays of one block stay in the first cache.
constexpr int width = 256;

/// Truth in a byte: 0 no, 1 unknown, 2 yes. Flags are 0 or 1.
constexpr Byte least(Byte left, Byte right) { return left < right ? left : right; }
constexpr Byte greatest(Byte left, Byte right) { return left > right ? left : right; }
constexpr Byte negated(Byte truth) { return static_cast<Byte>(2 - truth); }
constexpr Byte truth(Byte usable, Byte holds) { return static_cast<Byte>(1 - usable + 2 * (usable & holds)); }
constexpr Byte both(Byte left, Byte right) { return left & right; }

constexpr Byte is_given(Cell cell) { return cell >= 8; }
constexpr Byte documented(Cell cell) { return (cell & 3) == 3; }
constexpr Byte attested(Cell cell) { return (cell & 2) != 0 && cell >= 8; }
template <class Value>
constexpr Byte says(Cell cell, Value value) {
    return static_cast<Cell>(cell | 3) == static_cast<Cell>(11 + 4 * static_cast<int>(value));
}
template <class... Values>
constexpr Byte may_be(Cell cell, Values... values) {
    return static_cast<Byte>((is_given(cell) ^ 1) | (says(cell, values) | ...));
}

/// The cells of one block, copied: arrays of its own tell the compiler that nothing written below changes them.
struct Cells {
    void copy(const facts::Columns& columns, std::size_t first, std::size_t count) {
        const auto fill = [&](Cell(&own)[width], const Cell* cells) {
            if (cells == nullptr)
                std::memset(own, 0, width);
            else
                std::memcpy(own, cells + first, count);
        };
        fill(line, columns.line_of_business.cells);
        fill(benefit, columns.benefit.cells);
        fill(kind, columns.request.cells);
        fill(birth, columns.birth_date.cells);
        fill(service, columns.date_of_service.cells);
        fill(first_start, columns.first_start.cells);
        fill(contract, columns.contract_excludes.cells);
        fill(rebate, columns.mdrp_participating.cells);
        fill(prescriber, columns.prescriber_specialty.cells);
        fill(consulted, columns.consulted_specialty.cells);
        fill(diagnosis, columns.diagnosis.cells);
        fill(mutation, columns.sod1_mutation.cells);
        fill(weakness, columns.weakness_from_als.cells);
        fill(tracheostomy, columns.tracheostomy.cells);
        fill(aspiration, columns.trach_aspiration_only.cells);
        fill(ventilation, columns.invasive_ventilation.cells);
        fill(benefits, columns.continues_to_benefit.cells);
        fill(indication, columns.indication.cells);
    }

    Cell line[width], benefit[width], kind[width], birth[width], service[width], first_start[width], contract[width],
        rebate[width], prescriber[width], consulted[width], diagnosis[width], mutation[width], weakness[width],
        tracheostomy[width], aspiration[width], ventilation[width], benefits[width], indication[width];
};

/// What the dates of a block say.
struct DayFlags {
    Byte adult[width];
    Byte before_text[width];
    Byte renewal_told[width];
};

/// Mostly the days between two dates tell; the others are looked at one by one.
void write_days(const facts::Columns& columns, std::size_t first, int count, const Cells& cells, DayFlags& flags) {
    constexpr pol::CalendarRules calendar;
    constexpr std::int32_t text_from = pol::date_of(2026, 6, 1).days;
    const pol::ApprovalTerms& terms = facts::description().approvals[0].terms;
    const std::int32_t* service = columns.date_of_service.days + first;
    const std::int32_t* birth = columns.birth_date.first + first;
    const std::int32_t* start = columns.first_start.days + first;
    Byte unsure[width] = {};
    for (int i = 0; i < count; ++i) {
        const std::int32_t lived = service[i] - birth[i];
        const std::int32_t since = service[i] - start[i];
        const bool known = is_given(cells.birth[i]) && is_given(cells.service[i]) && lived >= 0;
        flags.adult[i] = static_cast<Byte>(known ? (lived >= 18 * 366 ? 2 : 0) : 1);
        flags.before_text[i] = service[i] < text_from;
        flags.renewal_told[i] = since >= 6 * 31 && is_given(cells.service[i]) && is_given(cells.first_start[i]);
        unsure[i] = (known && lived >= 18 * 365 && lived < 18 * 366) || (since >= 6 * 28 && since < 6 * 31);
    }
    for (int i = 0; i < count; ++i) {
        if (unsure[i] == 0) continue;
        const pol::Fact<pol::Date> on =
            pol::batch::fact_at(columns.date_of_service, first + static_cast<std::size_t>(i));
        const pol::Fact<pol::Date> from = pol::batch::fact_at(columns.first_start, first + static_cast<std::size_t>(i));
        const pol::Fact<pol::DateRange> born =
            pol::batch::fact_at(columns.birth_date, first + static_cast<std::size_t>(i));
        flags.adult[i] = static_cast<Byte>(age_is_at_least(born, on, 18, pol::AgeUnit::years, calendar));
        flags.renewal_told[i] = !is_open(terms, true, {on, from, on}, {.duration = terms.duration}, calendar);
    }
}

struct Walk {
    Byte going;
    Byte set = 0;

    void add(Byte rows, Possible result) { set = static_cast<Byte>(set | (rows != 0 ? result : 0)); }
    void stop_where(Byte condition, Possible result) {
        add(both(going, condition != 0), result);
        going = both(going, condition != 2);
    }
};

struct Row {
    Byte gate, nmn, off_label, rebate_out, initial, renewal;
    Byte may_initial, may_renew, told_initial, told_renewal;
};

/// Medicaid with the rebate rule, Child Health Plus without.
inline Byte by_criteria(const Row& row, Byte going, Byte rebate_out) {
    Walk walk{going};
    walk.stop_where(row.gate, excluded);
    // Where one determination holds the other, if open, gives nothing; both give the same.
    walk.stop_where(greatest(row.off_label, rebate_out), excluded);
    const Byte first = both(walk.going, row.may_initial), again = both(walk.going, row.may_renew);
    walk.add(both(both(first, row.initial != 0), row.told_initial), approved);
    walk.add(both(both(first, row.initial != 0), row.told_initial ^ 1), approved_open);
    walk.add(both(both(again, row.renewal != 0), row.told_renewal), approved);
    walk.add(both(both(again, row.renewal != 0), row.told_renewal ^ 1), approved_open);
    walk.add(both(first, row.initial != 2) | both(again, row.renewal != 2), criteria_not_met);
    return walk.set;
}

inline Row row_of(const Cells& cells, const DayFlags& days, int i) {
    using namespace plan::qalsody;
    const Byte conflict = both(says(cells.aspiration[i], pol::YesNo::yes), says(cells.tracheostomy[i], pol::YesNo::no));
    const Byte free = conflict ^ 1;
    const Byte als = truth(documented(cells.diagnosis[i]), says(cells.diagnosis[i], Diagnosis::als));
    const Byte sod1 = truth(documented(cells.mutation[i]), says(cells.mutation[i], Sod1Mutation::confirmed));
    const Byte prescribed = truth(documented(cells.prescriber[i]),
                                  static_cast<Byte>(says(cells.prescriber[i], PrescriberSpecialty::neurology) |
                                                    says(cells.prescriber[i], PrescriberSpecialty::als_specialist)));
    const Byte consulted = truth(documented(cells.consulted[i]),
                                 static_cast<Byte>(says(cells.consulted[i], ConsultedSpecialty::neurology) |
                                                   says(cells.consulted[i], ConsultedSpecialty::als_specialist)));
    const Byte weak = truth(attested(cells.weakness[i]), says(cells.weakness[i], pol::YesNo::yes));
    const Byte no_tracheostomy =
        truth(both(documented(cells.tracheostomy[i]), free), says(cells.tracheostomy[i], pol::YesNo::no));
    const Byte tracheostomy =
        truth(both(attested(cells.tracheostomy[i]), free), says(cells.tracheostomy[i], pol::YesNo::yes));
    const Byte aspiration =
        truth(both(attested(cells.aspiration[i]), free), says(cells.aspiration[i], pol::YesNo::yes));
    const Byte ventilated = truth(attested(cells.ventilation[i]), says(cells.ventilation[i], pol::YesNo::yes));
    const Byte benefits = truth(attested(cells.benefits[i]), says(cells.benefits[i], pol::YesNo::yes));
    const Byte shared = least(least(greatest(prescribed, consulted), days.adult[i]), least(least(als, sod1), weak));
    const Byte independent = negated(greatest(ventilated, least(tracheostomy, negated(aspiration))));
    return {.gate = truth(is_given(cells.contract[i]), says(cells.contract[i], pol::YesNo::yes)),
            .nmn = least(least(als, sod1), days.adult[i]),
            .off_label = truth(documented(cells.indication[i]), says(cells.indication[i], Indication::other)),
            .rebate_out = truth(is_given(cells.rebate[i]), says(cells.rebate[i], pol::YesNo::no)),
            .initial = least(shared, greatest(no_tracheostomy, aspiration)),
            .renewal = least(shared, least(benefits, independent)),
            .may_initial = may_be(cells.kind[i], RequestKind::initial),
            .may_renew = may_be(cells.kind[i], RequestKind::renewal),
            .told_initial = is_given(cells.service[i]),
            .told_renewal = days.renewal_told[i]};
}

inline Byte set_of(const Cells& cells, const DayFlags& days, int i) {
    using Line = plan::qalsody::LineOfBusiness;
    using plan::qalsody::Benefit;
    const Row row = row_of(cells, days, i);
    const Byte dated = is_given(cells.service[i]);
    const Byte in_force = both(dated, days.before_text[i]) ^ 1;
    const Byte listed = both(in_force, may_be(cells.benefit[i], Benefit::medical));
    const Byte com =
        may_be(cells.line[i], Line::commercial_group, Line::on_exchange, Line::off_exchange, Line::essential_plan);
    const Byte mcr = may_be(cells.line[i], Line::dual_special_needs, Line::medicare_advantage);
    const Byte medicaid = may_be(cells.line[i], Line::medicaid_harp);
    const Byte children = may_be(cells.line[i], Line::child_health_plus);
    const Byte unticked = may_be(cells.line[i], Line::federal_employee, Line::medicare_part_d, Line::ancillary);
    Walk outside{1};
    outside.add(static_cast<Byte>((dated ^ 1) | (in_force ^ 1)), does_not_apply);
    outside.add(both(in_force, unticked), does_not_apply);
    outside.add(both(both(in_force, may_be(cells.benefit[i], Benefit::pharmacy)), com | mcr | medicaid | children),
                does_not_apply);
    Walk commercial{both(com, listed)};
    commercial.stop_where(row.gate, excluded);
    commercial.stop_where(row.nmn, not_medically_necessary);
    commercial.add(commercial.going, refer_off_label);
    Walk medicare{both(mcr, listed)};
    medicare.stop_where(row.gate, excluded);
    medicare.add(medicare.going, refer_lcd);
    return static_cast<Byte>(outside.set | commercial.set | medicare.set |
                             by_criteria(row, both(medicaid, listed), row.rebate_out) |
                             by_criteria(row, both(children, listed), 0));
}

/// By the set of what is possible; one that leaves a question open is review only where it cannot be answered.
struct Outcomes {
    Outcome of[256];
    constexpr Outcomes() : of{} {
        constexpr Outcome single[] = {Outcome::approved,
                                      Outcome::needs_information,
                                      Outcome::criteria_not_met,
                                      Outcome::not_medically_necessary,
                                      Outcome::excluded,
                                      Outcome::does_not_apply,
                                      Outcome::refer,
                                      Outcome::refer};
        for (Outcome& each : of) each = Outcome::needs_information;
        for (int i = 0; i < 8; ++i) of[1 << i] = single[i];
    }
};
constexpr Outcomes outcomes_by_set;

/// What a row comes to only by questions, or by comparing two approvals: these rows are decided one by one.
inline Byte needs_a_look(const Cells& c, const DayFlags& days, int i) {
    Byte found = 0;
    for (const Cell cell :
         {c.line[i], c.benefit[i], c.kind[i], c.birth[i], c.service[i], c.first_start[i], c.contract[i], c.rebate[i],
          c.prescriber[i], c.consulted[i], c.diagnosis[i], c.mutation[i], c.weakness[i], c.tracheostomy[i],
          c.aspiration[i], c.ventilation[i], c.benefits[i], c.indication[i]})
        found = static_cast<Byte>(found | (cell == pol::batch::cell_not_knowable));
    const Byte either_kind = both(is_given(c.kind[i]) ^ 1, both(is_given(c.service[i]), days.renewal_told[i]));
    return static_cast<Byte>(found | either_kind << 1);
}

}  // namespace

void decide(const plan::qalsody::Columns& columns, std::size_t rows, Outcome* outcomes, std::uint8_t* possible) {
    Cells cells{};
    DayFlags days{};
    for (std::size_t first = 0; first < rows; first += width) {
        const std::size_t count = std::min<std::size_t>(width, rows - first);
        Byte sets[width];
        Byte looks[width];
        cells.copy(columns, first, count);
        write_days(columns, first, static_cast<int>(count), cells, days);
        for (int i = 0; i < width; ++i) sets[i] = set_of(cells, days, i);
        for (int i = 0; i < width; ++i) looks[i] = needs_a_look(cells, days, i);
        for (std::size_t i = 0; i < count; ++i) {
            const std::size_t row = first + i;
            possible[row] = sets[i];
            outcomes[row] = outcomes_by_set.of[sets[i]];
            const bool asks = (looks[i] & 1) != 0 && outcomes[row] == Outcome::needs_information;
            const bool compares = (looks[i] & 2) != 0 && (sets[i] & approved) != 0;
            if (asks || compares) outcomes[row] = facts::decide(request_at(columns, row)).outcome;
        }
    }
}

}  // namespace hand::qalsody
