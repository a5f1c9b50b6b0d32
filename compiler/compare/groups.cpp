#include "compiler/compare/groups.hpp"

#include "compiler/compare/grants.hpp"
#include "compiler/compare/request_key.hpp"
#include "compiler/compare/translate.hpp"
#include "compiler/interpret/conditions.hpp"

#include <algorithm>
#include <limits>

namespace pol::comparison {

namespace {

using interpretation::Route;

model::Policy in_force_from(const model::Policy& policy, Date from) {
    model::Policy result = policy;
    result.text_from = from;
    result.text_through.reset();
    return result;
}

bool same(const Difference& left, const Difference& right) {
    return left.direction == right.direction && left.old_outcome == right.old_outcome &&
           left.new_outcome == right.new_outcome && left.clauses == right.clauses;
}

bool holds(const std::vector<std::string>& more, const std::vector<std::string>& fewer) {
    return std::all_of(fewer.begin(), fewer.end(), [&](const std::string& each) {
        return std::find(more.begin(), more.end(), each) != more.end();
    });
}

void add_name(std::vector<std::string>& names, const std::string& name) {
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
}

/// What contradicts itself is asked about again, whatever the rules say.
bool contradicts_itself(const model::Policy& policy, const RequestRecord& request) {
    const interpretation::Answers answers = interpretation::settled(policy, request.answers, request.entries);
    return std::any_of(answers.facts.begin(), answers.facts.end(),
                       [](const Answer& answer) { return answer.presence == Presence::in_conflict; });
}

/// Whether a text has every value that a request names; one that it does not have can only be compared, not read.
bool knows_values(const RequestRecord& request, Side side, const Vocabulary& vocabulary) {
    const auto knows = [&](std::size_t fact, const Answer& answer) {
        const JointFact& joint = vocabulary.facts[fact];
        if (answer.presence != Presence::given || answer.value >= joint.values.size()) return true;
        const JointValue& value = joint.values[answer.value];
        return (side == Side::older ? value.in_old : value.in_new).has_value();
    };
    for (std::size_t i = 0; i < request.answers.size(); ++i)
        if (!knows(i, request.answers[i])) return false;
    for (const EntryRecord& entry : request.entries)
        for (std::size_t i = 0; i < entry.fields.size(); ++i)
            if (!knows(entry.list + 1U + i, entry.fields[i])) return false;
    return true;
}

/// The greatest number where both come to more.
std::uint64_t sum(std::uint64_t left, std::uint64_t right) {
    constexpr std::uint64_t most = std::numeric_limits<std::uint64_t>::max();
    return left > most - right ? most : left + right;
}

/// Whether one group says what another says, of fewer clauses.
bool takes_in(const Group& simple, const Group& other) {
    const Difference& one = simple.difference;
    const Difference& two = other.difference;
    return one.direction == two.direction && one.old_outcome == two.old_outcome && one.new_outcome == two.new_outcome &&
           !one.clauses.empty() && one.clauses.size() < two.clauses.size() && holds(two.clauses, one.clauses);
}

}  // namespace

Groups::Groups(const Texts& texts, const std::vector<Edit>& edits, const model::Policy& original_old,
               const model::Policy& original_new)
    : texts_(texts),
      original_old_(in_force_from(original_old, texts.older.text_from)),
      original_new_(in_force_from(original_new, texts.newer.text_from)),
      original_old_interpreter_(original_old_),
      original_new_interpreter_(original_new_),
      old_interpreter_(texts.older),
      new_interpreter_(texts.newer),
      differences_(texts, edits) {}

std::optional<Difference> Groups::difference(const RequestRecord& request) const {
    return differences_.between(old_interpreter_.interpret(request), new_interpreter_.interpret(request));
}

std::optional<Difference> Groups::consider(const RequestRecord& request, std::uint64_t count,
                                           const std::vector<Route>& routes) {
    const auto [place, is_new] = group_of_request_.try_emplace(key_of(request), std::nullopt);
    if (is_new) place->second = place_in_group(request);
    if (!place->second) return std::nullopt;
    Group& group = groups_[*place->second];
    group.count = sum(group.count, count);
    note_routes(group, routes.empty() ? route_of(request) : routes);
    return group.difference;
}

/// The group that a request belongs to, made for it where it is the first; none where nothing changes.
std::optional<std::size_t> Groups::place_in_group(const RequestRecord& request) {
    if (contradicts_itself(texts_.older, request) && contradicts_itself(texts_.newer, request)) return std::nullopt;
    ++considered_;
    const std::optional<Difference> found = difference(request);
    if (!found) return std::nullopt;
    const auto known = std::find_if(groups_.begin(), groups_.end(),
                                    [&](const Group& group) { return same(group.difference, *found); });
    if (known != groups_.end()) {
        for (const std::string& code : found->codes) add_name(known->difference.codes, code);
        return static_cast<std::size_t>(known - groups_.begin());
    }
    if (!confirms(request)) return std::nullopt;
    const RequestRecord member = smallest(request, *found);
    groups_.push_back({.difference = *found,
                       .member = member,
                       .older = old_interpreter_.interpret(member),
                       .newer = new_interpreter_.interpret(member)});
    return groups_.size() - 1;
}

bool Groups::tells_otherwise(const Edit& edit, const RequestRecord& request) const {
    if (!edit.is_condition) return true;
    const auto truth = [&](const model::Policy& policy, const std::vector<model::Condition>& conditions) {
        const interpretation::Answers answers = interpretation::settled(policy, request.answers, request.entries);
        Truth all = Truth::yes;
        for (const model::Condition& condition : conditions)
            all = all_of(all, interpretation::truth_of(condition, answers));
        return all;
    };
    const Truth one = truth(texts_.older, edit.old_conditions);
    const Truth two = truth(texts_.newer, edit.new_conditions);
    return one != two && one != Truth::unknown && two != Truth::unknown;
}

/// The member with every answer dropped that the change does not need, the last ones first. Nothing more is asked then.
RequestRecord Groups::smallest(RequestRecord request, const Difference& wanted) const {
    const std::size_t asked = questions_about(request);
    const auto is_kept = [&](const RequestRecord& tried) {
        const std::optional<Difference> found = difference(tried);
        return found && same(*found, wanted) && questions_about(tried) <= asked && confirms(tried);
    };
    for (std::size_t i = request.answers.size(); i-- > builtin_fact_count;) {
        if (request.answers[i].presence != Presence::given) continue;
        RequestRecord tried = request;
        tried.answers[i] = Answer{};
        std::erase_if(tried.entries, [&](const EntryRecord& entry) { return entry.list == i; });
        if (is_kept(tried)) request = std::move(tried);
    }
    for (const BuiltinFact date : {BuiltinFact::birth_date, BuiltinFact::date_of_request, BuiltinFact::first_start}) {
        RequestRecord tried = request;
        tried.answers[index_of(date)] = Answer{};
        if (is_kept(tried)) request = std::move(tried);
    }
    return request;
}

/// How much both texts ask about a request.
std::size_t Groups::questions_about(const RequestRecord& request) const {
    return old_interpreter_.interpret(request).questions.size() + new_interpreter_.interpret(request).questions.size();
}

/// What the texts as they were read decide comes to the same as what their translations decide.
bool Groups::confirms(const RequestRecord& request) const {
    const auto agrees = [&](Side side) {
        const bool is_old = side == Side::older;
        const model::Policy& original = is_old ? original_old_ : original_new_;
        const model::Policy& translated = is_old ? texts_.older : texts_.newer;
        const Interpreter& reader = is_old ? original_old_interpreter_ : original_new_interpreter_;
        const DecisionRecord own = reader.interpret(in_words_of(request, original, texts_.vocabulary, side));
        const DecisionRecord joint = (is_old ? old_interpreter_ : new_interpreter_).interpret(request);
        if (own.outcome != joint.outcome || own.results.size() != joint.results.size()) return false;
        for (std::size_t i = 0; i < own.results.size(); ++i)
            if (whole_words(original, own.results[i].result) != whole_words(translated, joint.results[i].result))
                return false;
        return true;
    };
    const auto speaks = [&](Side side) { return knows_values(request, side, texts_.vocabulary); };
    return (!speaks(Side::older) || agrees(Side::older)) && (!speaks(Side::newer) || agrees(Side::newer));
}

void Groups::note_routes(Group& group, const std::vector<Route>& routes) const {
    const std::vector<model::Fact>& facts = texts_.newer.facts;
    for (const Route& route : routes) {
        add_name(group.lines, facts[index_of(BuiltinFact::line_of_business)].values[route.line].name);
        add_name(group.kinds, facts[index_of(BuiltinFact::request)].values[route.kind].name);
    }
}

std::vector<Route> Groups::route_of(const RequestRecord& request) const {
    const auto value = [&](BuiltinFact fact) { return request.answers[index_of(fact)]; };
    const Answer line = value(BuiltinFact::line_of_business);
    const Answer benefit = value(BuiltinFact::benefit);
    const Answer kind = value(BuiltinFact::request);
    if (line.presence != Presence::given || kind.presence != Presence::given) return {};
    return {{.line = line.value, .benefit = benefit.value, .kind = kind.value}};
}

std::vector<Group> Groups::merged() const {
    std::vector<Group> result;
    for (const Group& group : groups_) {
        const auto simple = std::find_if(groups_.begin(), groups_.end(), [&](const Group& other) {
            return takes_in(other, group) && std::none_of(groups_.begin(), groups_.end(), [&](const Group& simpler) {
                       return takes_in(simpler, other);
                   });
        });
        if (simple == groups_.end()) result.push_back(group);
    }
    for (const Group& group : groups_)
        for (Group& other : result)
            if (takes_in(other, group)) {
                other.count = sum(other.count, group.count);
                for (const std::string& line : group.lines) add_name(other.lines, line);
                for (const std::string& kind : group.kinds) add_name(other.kinds, kind);
                break;
            }
    std::stable_sort(result.begin(), result.end(), [](const Group& left, const Group& right) {
        return left.difference.direction < right.difference.direction;
    });
    return result;
}

}  // namespace pol::comparison
