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

/// Sixteen rows in a vector. Truth in a byte: 0 no, 1 unknown, 2 yes. Flags are all ones or all zeros.
using Lanes [[gnu::vector_size(16)]] = Byte;

Lanes flags(auto comparison) { return reinterpret_cast<Lanes>(comparison); }
Lanes least(Lanes left, Lanes right) { return left < right ? left : right; }
Lanes greatest(Lanes left, Lanes right) { return left > right ? left : right; }
Lanes negated(Lanes truth) { return 2 - truth; }
Lanes truth(Lanes usable, Lanes holds) { return (usable & holds & 2) | (~usable & 1); }

Lanes both(Lanes left, Lanes right) { return left & right; }

Lanes is_given(Lanes cells) { return flags(cells >= 8); }
Lanes documented(Lanes cells) { return flags((cells & 3) == 3); }
Lanes attested(Lanes cells) { return flags((cells & 2) != 0); }
template <class Value>
Lanes says(Lanes cells, Value value) {
    return flags((cells | 3) == static_cast<Byte>(11 + 4 * static_cast<int>(value)));
}
template <class... Values>
Lanes may_be(Lanes cells, Values... values) {
    return ~is_given(cells) | (says(cells, values) | ...);
}
Lanes at(const Byte* bytes, int first) {
    Lanes lanes;
    std::memcpy(&lanes, bytes + first, sizeof lanes);
    return lanes;
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

void look_at_days(const facts::Columns& columns, std::size_t row, DayFlags& out, int i) {
    constexpr pol::CalendarRules calendar;
    const pol::ApprovalTerms& terms = facts::description().approvals[0].terms;
    const pol::Fact<pol::Date> on = fact_at(columns.date_of_service, row);
    const pol::Fact<pol::Date> from = fact_at(columns.first_start, row);
    const pol::Fact<pol::DateRange> born = fact_at(columns.birth_date, row);
    out.adult[i] = static_cast<Byte>(age_is_at_least(born, on, 18, pol::AgeUnit::years, calendar));
    const bool told = !is_open(terms, true, {on, from, on}, {.duration = terms.duration}, calendar);
    out.renewal_told[i] = static_cast<Byte>(-static_cast<int>(told));
}

/// Mostly the days between two dates tell; the others are looked at one by one.
void write_days(const facts::Columns& columns, std::size_t first, int count, const Cells& cells, DayFlags& out) {
    constexpr std::int32_t text_from = pol::date_of(2026, 6, 1).days;
    const std::int32_t* service = columns.date_of_service.days + first;
    const std::int32_t* birth = columns.birth_date.first + first;
    const std::int32_t* start = columns.first_start.days + first;
    Byte unsure[width] = {};
    for (int i = 0; i < count; ++i) {
        const std::int32_t lived = service[i] - birth[i];
        const std::int32_t since = service[i] - start[i];
        const int known = (cells.birth[i] >= 8) & (cells.service[i] >= 8) & (lived >= 0);
        const int dated = (cells.service[i] >= 8) & (cells.first_start[i] >= 8);
        out.adult[i] = static_cast<Byte>(1 - known + 2 * (known & (lived >= 18 * 366)));
        out.before_text[i] = static_cast<Byte>(-(service[i] < text_from));
        out.renewal_told[i] = static_cast<Byte>(-(dated & (since >= 6 * 31)));
        unsure[i] = static_cast<Byte>((known & (lived >= 18 * 365) & (lived < 18 * 366)) |
                                      (dated & (since >= 6 * 28) & (since < 6 * 31)));
    }
    for (int i = 0; i < count; ++i)
        if (unsure[i] != 0) look_at_days(columns, first + static_cast<std::size_t>(i), out, i);
}

struct Walk {
    Lanes going;
    Lanes set{};

    void add(Lanes rows, Possible result) { set |= rows & static_cast<Byte>(result); }
    void stop_where(Lanes truth, Possible result) {
        add(going & flags(truth != 0), result);
        going &= flags(truth != 2);
    }
};

struct Row {
    Lanes gate, nmn, off_label, rebate_out, initial, renewal;
    Lanes may_initial, may_renew, told_initial, told_renewal;
};

/// Medicaid with the rebate rule, Child Health Plus without.
inline Lanes by_criteria(const Row& row, Lanes going, Lanes rebate_out) {
    Walk walk{going};
    walk.stop_where(row.gate, excluded);
    // Where one determination holds the other, if open, gives nothing; both give the same.
    walk.stop_where(greatest(row.off_label, rebate_out), excluded);
    const Lanes first = both(walk.going, row.may_initial), again = both(walk.going, row.may_renew);
    walk.add(both(both(first, flags(row.initial != 0)), row.told_initial), approved);
    walk.add(both(both(first, flags(row.initial != 0)), ~row.told_initial), approved_open);
    walk.add(both(both(again, flags(row.renewal != 0)), row.told_renewal), approved);
    walk.add(both(both(again, flags(row.renewal != 0)), ~row.told_renewal), approved_open);
    walk.add(both(first, flags(row.initial != 2)) | both(again, flags(row.renewal != 2)), criteria_not_met);
    return walk.set;
}

inline Row row_of(const Cells& cells, const DayFlags& days, int i) {
    using namespace plan::qalsody;
    const Lanes conflict =
        both(says(at(cells.aspiration, i), pol::YesNo::yes), says(at(cells.tracheostomy, i), pol::YesNo::no));
    const Lanes free = ~conflict;
    const Lanes als = truth(documented(at(cells.diagnosis, i)), says(at(cells.diagnosis, i), Diagnosis::als));
    const Lanes sod1 = truth(documented(at(cells.mutation, i)), says(at(cells.mutation, i), Sod1Mutation::confirmed));
    const Lanes prescribed = truth(documented(at(cells.prescriber, i)),
                                   (says(at(cells.prescriber, i), PrescriberSpecialty::neurology) |
                                    says(at(cells.prescriber, i), PrescriberSpecialty::als_specialist)));
    const Lanes consulted =
        truth(documented(at(cells.consulted, i)), (says(at(cells.consulted, i), ConsultedSpecialty::neurology) |
                                                   says(at(cells.consulted, i), ConsultedSpecialty::als_specialist)));
    const Lanes weak = truth(attested(at(cells.weakness, i)), says(at(cells.weakness, i), pol::YesNo::yes));
    const Lanes no_tracheostomy =
        truth(both(documented(at(cells.tracheostomy, i)), free), says(at(cells.tracheostomy, i), pol::YesNo::no));
    const Lanes tracheostomy =
        truth(both(attested(at(cells.tracheostomy, i)), free), says(at(cells.tracheostomy, i), pol::YesNo::yes));
    const Lanes aspiration =
        truth(both(attested(at(cells.aspiration, i)), free), says(at(cells.aspiration, i), pol::YesNo::yes));
    const Lanes ventilated = truth(attested(at(cells.ventilation, i)), says(at(cells.ventilation, i), pol::YesNo::yes));
    const Lanes benefits = truth(attested(at(cells.benefits, i)), says(at(cells.benefits, i), pol::YesNo::yes));
    const Lanes shared =
        least(least(greatest(prescribed, consulted), at(days.adult, i)), least(least(als, sod1), weak));
    const Lanes independent = negated(greatest(ventilated, least(tracheostomy, negated(aspiration))));
    return {.gate = truth(is_given(at(cells.contract, i)), says(at(cells.contract, i), pol::YesNo::yes)),
            .nmn = least(least(als, sod1), at(days.adult, i)),
            .off_label = truth(documented(at(cells.indication, i)), says(at(cells.indication, i), Indication::other)),
            .rebate_out = truth(is_given(at(cells.rebate, i)), says(at(cells.rebate, i), pol::YesNo::no)),
            .initial = least(shared, greatest(no_tracheostomy, aspiration)),
            .renewal = least(shared, least(benefits, independent)),
            .may_initial = may_be(at(cells.kind, i), RequestKind::initial),
            .may_renew = may_be(at(cells.kind, i), RequestKind::renewal),
            .told_initial = is_given(at(cells.service, i)),
            .told_renewal = at(days.renewal_told, i)};
}

inline Lanes set_of(const Cells& cells, const DayFlags& days, int i) {
    using Line = plan::qalsody::LineOfBusiness;
    using plan::qalsody::Benefit;
    const Row row = row_of(cells, days, i);
    const Lanes dated = is_given(at(cells.service, i));
    const Lanes in_force = ~both(dated, at(days.before_text, i));
    const Lanes listed = both(in_force, may_be(at(cells.benefit, i), Benefit::medical));
    const Lanes com =
        may_be(at(cells.line, i), Line::commercial_group, Line::on_exchange, Line::off_exchange, Line::essential_plan);
    const Lanes mcr = may_be(at(cells.line, i), Line::dual_special_needs, Line::medicare_advantage);
    const Lanes medicaid = may_be(at(cells.line, i), Line::medicaid_harp);
    const Lanes children = may_be(at(cells.line, i), Line::child_health_plus);
    const Lanes unticked = may_be(at(cells.line, i), Line::federal_employee, Line::medicare_part_d, Line::ancillary);
    Walk outside{Lanes{}};
    outside.add(((~dated) | (~in_force)), does_not_apply);
    outside.add(both(in_force, unticked), does_not_apply);
    outside.add(both(both(in_force, may_be(at(cells.benefit, i), Benefit::pharmacy)), com | mcr | medicaid | children),
                does_not_apply);
    Walk commercial{both(com, listed)};
    commercial.stop_where(row.gate, excluded);
    commercial.stop_where(row.nmn, not_medically_necessary);
    commercial.add(commercial.going, refer_off_label);
    Walk medicare{both(mcr, listed)};
    medicare.stop_where(row.gate, excluded);
    medicare.add(medicare.going, refer_lcd);
    return (outside.set | commercial.set | medicare.set | by_criteria(row, both(medicaid, listed), row.rebate_out) |
            by_criteria(row, both(children, listed), Lanes{}));
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

/// What rows come to only by questions (1), or by comparing two approvals (2): these are decided one by one.
inline Lanes needs_a_look(const Cells& c, const DayFlags& days, int i) {
    Lanes found{};
    for (const auto* cells : {&c.line, &c.benefit, &c.kind, &c.birth, &c.service, &c.first_start, &c.contract,
                              &c.rebate, &c.prescriber, &c.consulted, &c.diagnosis, &c.mutation, &c.weakness,
                              &c.tracheostomy, &c.aspiration, &c.ventilation, &c.benefits, &c.indication})
        found |= flags(at(*cells, i) == pol::batch::cell_not_knowable);
    const Lanes either_kind = ~is_given(at(c.kind, i)) & is_given(at(c.service, i)) & at(days.renewal_told, i);
    return (found & 1) | (either_kind & 2);
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
        for (int i = 0; i < width; i += static_cast<int>(sizeof(Lanes))) {
            const Lanes set = set_of(cells, days, i), look = needs_a_look(cells, days, i);
            std::memcpy(sets + i, &set, sizeof set);
            std::memcpy(looks + i, &look, sizeof look);
        }
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
