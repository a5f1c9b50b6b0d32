#include "compiler/analyze/exceptions.hpp"

#include "compiler/analyze/wording.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace pol::analysis {

namespace {

using model::ClauseIndex;
using model::Condition;
using model::ConditionGroup;
using model::Quantifier;

/// The tests of one condition, and how else its exceptions could be meant.
class Exceptions {
public:
    Exceptions(const model::Policy& policy, const Condition& condition)
        : policy_(policy), written_(taken_apart(condition)) {
        const Rebuild whole = [](Grouping changed) { return changed; };
        add_alternatives(written_, whole);
    }

    [[nodiscard]] const std::vector<NamedGrouping>& readings() const { return readings_; }
    [[nodiscard]] Ambiguity place() && {
        Ambiguity place;
        place.subjects = std::move(subjects_);
        place.written = std::move(written_);
        place.readings = std::move(readings_);
        return place;
    }

private:
    /// Puts a changed part into its place in the whole.
    using Rebuild = std::function<Grouping(Grouping)>;

    Grouping taken_apart(const Condition& condition) {
        const auto* group = std::get_if<ConditionGroup>(&condition.form);
        if (group == nullptr) {
            subjects_.push_back(subject_of(condition));
            words_.push_back(words_for_condition(policy_, condition));
            return grouping_of(subjects_.size() - 1);
        }
        Grouping apart{.subject = std::nullopt, .quantifier = group->quantifier, .count = group->count, .members = {}};
        for (const Condition& member : group->members) apart.members.push_back(taken_apart(member));
        return apart;
    }

    static bool is_exception(const Grouping& grouping) {
        return !grouping.subject && grouping.quantifier == Quantifier::unless;
    }
    /// A group that lists its members; `unless` and `if … then` have parts of their own kind.
    static bool is_list(const Grouping& grouping) {
        return !grouping.subject && grouping.members.size() > 1 && !is_exception(grouping) &&
               grouping.quantifier != Quantifier::if_then;
    }

    void add_alternatives(const Grouping& part, const Rebuild& rebuild) {
        for (std::size_t i = 0; i < part.members.size(); ++i) {
            const Rebuild inside = [&part, &rebuild, i](Grouping changed) {
                Grouping whole = part;
                whole.members[i] = std::move(changed);
                return rebuild(std::move(whole));
            };
            if (is_list(part) && is_exception(part.members[i])) add("wider", part.members[i], rebuild(wider(part, i)));
            add_alternatives(part.members[i], inside);
        }
        if (is_exception(part) && is_list(part.members.front())) add("narrower", part, rebuild(narrower(part)));
    }

    /// Of none of several things the exception then lifts every one.
    static Grouping wider(const Grouping& list, std::size_t place) {
        Grouping all = list;
        const Grouping exception = list.members[place].members.back();
        all.members[place] = list.members[place].members.front();
        if (list.quantifier != Quantifier::none_of) return group_of(Quantifier::unless, {std::move(all), exception});
        all.quantifier = Quantifier::any_of;
        return group_of(Quantifier::none_of, {group_of(Quantifier::unless, {std::move(all), exception})});
    }

    static Grouping narrower(const Grouping& exception) {
        Grouping list = exception.members.front();
        Grouping& last = list.members.back();
        last = group_of(Quantifier::unless, {std::move(last), exception.members.back()});
        return list;
    }

    void add(const char* how, const Grouping& exception, Grouping reading) {
        const std::optional<std::size_t> alone = exception.members.back().subject;
        const std::string what = alone ? fmt::format("`unless {}`", words_[*alone]) : std::string("the exception");
        readings_.push_back({fmt::format("with {} {}", what, how), std::move(reading)});
    }

    const model::Policy& policy_;
    std::vector<Subject> subjects_;
    std::vector<std::string> words_;
    Grouping written_;
    std::vector<NamedGrouping> readings_;
};

std::vector<const model::Reading*> said_of(const model::Policy& policy, ClauseIndex clause) {
    std::vector<const model::Reading*> found;
    for (const model::Reading& reading : policy.readings)
        if (std::find(reading.clauses.begin(), reading.clauses.end(), clause) != reading.clauses.end())
            found.push_back(&reading);
    return found;
}

void add_ambiguity(const model::Policy& policy, ClauseIndex clause, const Condition& condition,
                   std::vector<Ambiguity>& found) {
    Exceptions exceptions(policy, condition);
    const std::optional<interpretation::Route> route = route_of(policy, clause);
    if (exceptions.readings().empty() || !route) return;
    const std::string& id = policy.clauses[clause].id;
    Ambiguity place = std::move(exceptions).place();
    place.name = fmt::format("exception in {}", id);
    place.route = *route;
    place.said = said_of(policy, clause);
    place.code = FindingCode::exception_scope;
    place.span = policy.clauses[clause].span;
    place.complaint = fmt::format("the exception in `{}` can be read wider or narrower than it is written", id);
    place.hint = fmt::format("say what it lifts, as in `reading {} \"…\" open`", id.substr(id.find('.') + 1));
    found.push_back(std::move(place));
}

}  // namespace

std::vector<Ambiguity> exception_ambiguities(const PreparedPolicy& prepared) {
    const model::Policy& policy = prepared.policy;
    std::vector<Ambiguity> found;
    for (const model::Requirement& requirement : policy.requirements)
        if (const auto* condition = std::get_if<Condition>(&requirement.body))
            add_ambiguity(policy, requirement.clause, *condition, found);
    for (const model::Determination& determination : policy.determinations)
        if (determination.condition) add_ambiguity(policy, determination.clause, *determination.condition, found);
    return found;
}

}  // namespace pol::analysis
