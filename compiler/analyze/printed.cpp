#include "compiler/analyze/printed.hpp"

#include "compiler/analyze/printed_lists.hpp"
#include "compiler/analyze/variants.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace pol::analysis {

namespace {

using model::ClauseIndex;
using model::Connective;
using model::Quantifier;

/// Subjects in the order printed, parted where `parting` stands; each part and all of them put together.
Grouping parted_at(const model::PrintedItems& items, Connective parting, Quantifier inside, Quantifier outside) {
    std::vector<Grouping> parts{group_of(inside, {})};
    for (std::size_t i = 0; i < items.size(); ++i) {
        parts.back().members.push_back(grouping_of(i));
        if (items[i].behind == parting) parts.push_back(group_of(inside, {}));
    }
    return group_of(outside, std::move(parts));
}

Grouping from_left_to_right(const model::PrintedItems& items) {
    Grouping so_far = grouping_of(0);
    for (std::size_t i = 0; i + 1 < items.size(); ++i) {
        const bool is_or = items[i].behind == Connective::or_;
        so_far = group_of(is_or ? Quantifier::any_of : Quantifier::all_of, {std::move(so_far), grouping_of(i + 1)});
    }
    return so_far;
}

bool joins_by(const model::PrintedItems& items, Connective connective) {
    return std::any_of(items.begin(), items.end(),
                       [&](const model::PrintedItem& item) { return item.behind == connective; });
}

bool mixes(const model::PrintedItems& items) {
    return joins_by(items, Connective::and_) && joins_by(items, Connective::or_);
}

std::vector<NamedGrouping> readings_of(const model::PrintedItems& items) {
    Grouping all = group_of(Quantifier::all_of, {});
    for (std::size_t i = 0; i < items.size(); ++i) all.members.push_back(grouping_of(i));
    if (!mixes(items)) return {{"as printed", from_left_to_right(items)}};
    return {{"with AND first", parted_at(items, Connective::or_, Quantifier::all_of, Quantifier::any_of)},
            {"with OR first", parted_at(items, Connective::and_, Quantifier::any_of, Quantifier::all_of)},
            {"from left to right", from_left_to_right(items)},
            {"with all required", std::move(all), false}};
}

bool is_only(const Grouping& grouping, Quantifier quantifier) {
    if (grouping.subject) return true;
    return grouping.quantifier == quantifier &&
           std::all_of(grouping.members.begin(), grouping.members.end(),
                       [&](const Grouping& member) { return is_only(member, quantifier); });
}

/// Whether one connective alone is printed and the grouping is just that.
bool agrees_by_form(const PrintedList& list) {
    if (!joins_by(list.items, Connective::or_)) return is_only(list.written, Quantifier::all_of);
    return !joins_by(list.items, Connective::and_) && is_only(list.written, Quantifier::any_of);
}

/// Items with another connective before them than behind them; at both ends of a list that has one only.
std::vector<ClauseIndex> turning_points(const model::PrintedItems& items) {
    std::vector<ClauseIndex> found;
    for (std::size_t i = 1; i + 1 < items.size(); ++i)
        if (items[i - 1].behind != items[i].behind) found.push_back(items[i].clause);
    if (found.empty()) found = {items.front().clause, items.back().clause};
    return found;
}

/// A reading of how items are grouped names at least two of them, one of them where the connectives turn.
std::vector<const model::Reading*> said_of(const model::Policy& policy, const model::PrintedItems& items) {
    const std::vector<ClauseIndex> turning = turning_points(items);
    std::vector<const model::Reading*> found;
    for (const model::Reading& reading : policy.readings) {
        const auto names = [&](ClauseIndex clause) {
            return std::find(reading.clauses.begin(), reading.clauses.end(), clause) != reading.clauses.end();
        };
        const auto named = std::count_if(items.begin(), items.end(),
                                         [&](const model::PrintedItem& item) { return names(item.clause); });
        if (named >= 2 && std::any_of(turning.begin(), turning.end(), names)) found.push_back(&reading);
    }
    return found;
}

/// No outcome of the item is given to the member.
Subject subject_of_outcomes(const PreparedPolicy& prepared, ClauseIndex clause, model::LineIndex line) {
    std::vector<Subject> given;
    for (const model::DeterminationIndex index : prepared.determinations_of_line[line])
        if (prepared.policy.determinations[index].clause == clause)
            given.push_back(subject_of_outcome(prepared, index, line));
    return {[given](const Answers& answers) {
                Truth none = Truth::yes;
                for (const Subject& each : given) none = unless(none, each.truth(answers));
                return none;
            },
            [given](VariableCollector& collector) {
                for (const Subject& each : given) each.collect(collector);
            }};
}

/// What a reading has to name at the least. One item where the connectives turn is named with the one behind it.
std::vector<ClauseIndex> items_to_name(const model::PrintedItems& items) {
    std::vector<ClauseIndex> named = turning_points(items);
    for (std::size_t i = 0; i + 1 < items.size() && named.size() == 1; ++i)
        if (items[i].clause == named.front()) named.push_back(items[i + 1].clause);
    return named;
}

std::string items_words(const model::Policy& policy, const std::vector<ClauseIndex>& clauses) {
    std::string words;
    for (const ClauseIndex clause : clauses) {
        const std::string& id = policy.clauses[clause].id;
        words += (words.empty() ? "" : ", ") + id.substr(id.find('.') + 1);
    }
    return words;
}

Ambiguity ambiguity_of(const PreparedPolicy& prepared, const PrintedList& list) {
    const model::Policy& policy = prepared.policy;
    const std::string& first = policy.clauses[list.items.front().clause].id;
    const std::string& last = policy.clauses[list.items.back().clause].id;
    Ambiguity place;
    const char* joint = !joins_by(list.items, Connective::or_)   ? "AND"
                        : joins_by(list.items, Connective::and_) ? "AND and OR"
                                                                 : "OR";
    place.name = fmt::format("{} of {} to {}", joint, first, last);
    place.route = list.route;
    for (std::size_t i = 0; i < list.items.size(); ++i) {
        const ClauseIndex clause = list.items[i].clause;
        const bool is_requirement = prepared.requirement_of_clause[clause] != nullptr;
        place.subjects.push_back(is_requirement ? subject_of_item(prepared, clause)
                                                : subject_of_outcomes(prepared, clause, list.route.line));
        if (is_requirement) add_variants(prepared, clause, i, place.variants);
    }
    place.written = list.written;
    place.readings = readings_of(list.items);
    place.said = said_of(policy, list.items);
    const std::vector<ClauseIndex> to_name = items_to_name(list.items);
    place.code = FindingCode::printed_grouping;
    place.span = policy.clauses[to_name.front()].span;
    place.complaint = mixes(list.items)
                          ? fmt::format("AND and OR from `{}` to `{}` can be read in more than one way", first, last)
                          : fmt::format("`{}` to `{}` are printed with {} and not asked so", first, last, joint);
    place.hint = fmt::format("say how they are read, as in `reading {} \"…\" open`, or group them as they are meant",
                             items_words(policy, to_name));
    return place;
}

}  // namespace

std::vector<Ambiguity> printed_ambiguities(const PreparedPolicy& prepared) {
    std::vector<Ambiguity> found;
    for (const model::PrintedItems& items : prepared.policy.printed) {
        const std::optional<PrintedList> list = printed_list(prepared, items);
        if (list && !agrees_by_form(*list)) found.push_back(ambiguity_of(prepared, *list));
    }
    return found;
}

}  // namespace pol::analysis
