#include "compiler/compare/search.hpp"

#include "compiler/analyze/axis.hpp"
#include "compiler/compare/reads.hpp"
#include "compiler/interpret/decided_route.hpp"

#include <algorithm>
#include <limits>

namespace pol::comparison {

namespace {

using interpretation::Answers;
using interpretation::DecidedRoute;
using interpretation::Truths;
using model::FactIndex;

constexpr std::size_t open = std::numeric_limits<std::size_t>::max();
/// Steps behind a place where both decide alike, for reasons that differ there only.
constexpr std::uint64_t steps_for_reasons = 4000;
constexpr int most_hits = 3;

Answer given(std::uint16_t value) {
    Answer answer;
    answer.presence = Presence::given;
    answer.value = value;
    return answer;
}

void give_day(RequestRecord& request, BuiltinFact fact, Date day) {
    request.answers[index_of(fact)] = analysis::on_day(given(0), day);
}

/// The months or days that anchored approvals of a route last: renewals start the second of them.
std::int32_t longest_course(const Texts& texts, const interpretation::Route& route) {
    std::int32_t months = 12;
    for (const interpretation::PreparedPolicy* prepared : {&texts.prepared_old, &texts.prepared_new})
        if (const model::Criteria* criteria = prepared->criteria_of(route.line, route.kind)) {
            const Duration length = prepared->policy.approvals[criteria->approval].duration;
            months = std::max(months, length.unit == DurationUnit::months ? length.amount : length.amount / 28 + 1);
        }
    return months;
}

std::size_t determination_at(const model::Policy& policy, model::ClauseIndex clause) {
    for (std::size_t i = 0; i < policy.determinations.size(); ++i)
        if (policy.determinations[i].clause == clause) return i;
    return policy.determinations.size();
}

}  // namespace

RouteSearch::RouteSearch(const Texts& texts, const RouteClass& route_class, Groups& groups)
    : texts_(texts), class_(route_class), groups_(groups), choices_(choices_of(texts, class_.rules, class_.edits)) {
    const interpretation::Route& route = class_.routes.front();
    usual_.answers.resize(texts.newer.facts.size());
    usual_.answers[index_of(BuiltinFact::line_of_business)] = given(route.line);
    usual_.answers[index_of(BuiltinFact::benefit)] = given(route.benefit);
    usual_.answers[index_of(BuiltinFact::request)] = given(route.kind);
    const Date day = day_of_requests(texts);
    give_day(usual_, BuiltinFact::date_of_service, day);
    give_day(usual_, BuiltinFact::date_of_request, add_days(day, -40));
    if (!is_finite()) prefer_approved();
    order_by(std::vector<bool>(choices_.size(), false));
}

/// Facts of edits first, those in an implication side by side.
void RouteSearch::order_by(const std::vector<bool>& is_first) {
    std::vector<std::pair<int, Choice>> ranked;
    for (std::size_t i = 0; i < choices_.size(); ++i)
        ranked.emplace_back(is_first[i] ? 0 : choices_[i].is_edited ? 1 : 2, choices_[i]);
    std::stable_sort(ranked.begin(), ranked.end(),
                     [](const auto& left, const auto& right) { return left.first < right.first; });
    choices_.clear();
    for (auto& [rank, choice] : ranked) choices_.push_back(std::move(choice));
    first_count_ = static_cast<std::size_t>(std::count(is_first.begin(), is_first.end(), true));
    link_partners();
    tried_.clear();
    for (const Choice& choice : choices_) {
        std::vector<std::size_t> tried;
        for (std::size_t answer = 1; answer < choice.answers.size(); ++answer) tried.push_back(answer);
        if (choice.is_edited || tried.empty()) tried.push_back(0);
        tried_.push_back(std::move(tried));
    }
    behind_.assign(choices_.size() + 1, 1);
    for (std::size_t i = choices_.size(); i-- > 0;)
        if (__builtin_mul_overflow(behind_[i + 1], std::uint64_t{tried_[i].size()}, &behind_[i]))
            behind_[i] = std::numeric_limits<std::uint64_t>::max();
}

void RouteSearch::link_partners() {
    partners_.assign(choices_.size(), {});
    for (std::size_t i = 0; i < choices_.size(); ++i)
        for (std::size_t j = 0; j < choices_.size(); ++j)
            if (i != j && (analysis::are_related(texts_.older, choices_[i].fact, choices_[j].fact) ||
                           analysis::are_related(texts_.newer, choices_[i].fact, choices_[j].fact)))
                partners_[i].push_back(j);
}

void RouteSearch::count(std::size_t depth) {
    if (__builtin_add_overflow(compared_, behind_[depth], &compared_))
        compared_ = std::numeric_limits<std::uint64_t>::max();
}

bool RouteSearch::contradicts_itself(const State& state, std::size_t latest) const {
    const auto says = [&](std::size_t choice, std::uint16_t value) {
        const Answer& answer = choices_[choice].answers[state[choice]];
        return answer.presence == Presence::given && answer.value == value;
    };
    const auto implies = [&](const model::Policy& policy, std::size_t one, std::size_t other) {
        const std::vector<FactIndex>& all = policy.facts[choices_[one].fact].implies;
        return std::find(all.begin(), all.end(), choices_[other].fact) != all.end();
    };
    const auto contradict = [&](std::size_t one, std::size_t other) {
        return implies(texts_.older, one, other) && implies(texts_.newer, one, other) && says(one, 1) && says(other, 0);
    };
    return std::any_of(partners_[latest].begin(), partners_[latest].end(), [&](std::size_t partner) {
        return state[partner] != open && (contradict(latest, partner) || contradict(partner, latest));
    });
}

Coverage RouteSearch::compare_all(std::uint64_t limit) {
    wanted_ = nullptr;
    left_ = limit;
    reasons_left_ = steps_for_reasons;
    is_exhausted_ = false;
    first_count_ = 0;
    compared_ = 0;
    steps_here_ = limit;
    left_here_ = limit;
    State state(choices_.size(), open);
    descend(state, 0);
    return {.compared = compared_, .is_complete = is_finite() && !is_exhausted_};
}

bool RouteSearch::is_finite() const {
    return std::all_of(choices_.begin(), choices_.end(), [](const Choice& choice) { return choice.is_finite; });
}

/// Where not all answers are listed, those of scenarios that are approved are good ones to begin with.
void RouteSearch::prefer_approved() {
    for (const model::Policy* policy : {&texts_.older, &texts_.newer})
        for (const model::Scenario& scenario : policy->scenarios) {
            const auto is = [&](BuiltinFact fact, std::uint16_t value) {
                return scenario.request.answers[index_of(fact)].value == value;
            };
            const bool is_on =
                std::any_of(class_.routes.begin(), class_.routes.end(), [&](const interpretation::Route& route) {
                    return is(BuiltinFact::line_of_business, route.line) && is(BuiltinFact::request, route.kind);
                });
            if (!is_on || scenario.expected.outcome != Outcome::approved) continue;
            prefer(scenario.request);
            break;
        }
}

void RouteSearch::prefer(const RequestRecord& request) {
    for (Choice& choice : choices_) {
        Answer answer = request.answers[choice.fact];
        if (answer.presence != Presence::given) continue;
        answer.evidence = choice.strongest;
        choice.answers.insert(choice.answers.begin() + 1, answer);
        if (choice.entries.empty()) continue;
        std::vector<EntryRecord> entries;
        for (const EntryRecord& entry : request.entries)
            if (entry.list == choice.fact) entries.push_back(entry);
        choice.entries.insert(choice.entries.begin() + 1, std::move(entries));
    }
}

void RouteSearch::look_around(const Edit& edit, std::uint64_t limit, std::uint64_t each) {
    Reads older(texts_.older), newer(texts_.newer);
    for (const model::Condition& condition : edit.old_conditions) older.add(condition);
    for (const model::Condition& condition : edit.new_conditions) newer.add(condition);
    std::vector<bool> is_first;
    for (const Choice& choice : choices_)
        is_first.push_back(older.facts.count(choice.fact) > 0 || newer.facts.count(choice.fact) > 0);
    order_by(is_first);
    wanted_ = &edit;
    left_ = limit;
    reasons_left_ = limit / 8;
    steps_here_ = each;
    left_here_ = each;
    hits_ = 0;
    is_exhausted_ = false;
    State state(choices_.size(), open);
    descend(state, 0);
    wanted_ = nullptr;
}

RequestRecord RouteSearch::request_of(const State& state) const {
    RequestRecord request = usual_;
    for (std::size_t i = 0; i < state.size(); ++i) {
        if (state[i] == open) {
            request.answers[choices_[i].fact] = Answer{};
            continue;
        }
        request.answers[choices_[i].fact] = choices_[i].answers[state[i]];
        if (choices_[i].entries.empty()) continue;
        const std::vector<EntryRecord>& entries = choices_[i].entries[state[i]];
        request.entries.insert(request.entries.end(), entries.begin(), entries.end());
    }
    const Answer& service = request.answers[index_of(BuiltinFact::date_of_service)];
    Answer& start = request.answers[index_of(BuiltinFact::first_start)];
    if (start.presence == Presence::not_given && service.presence == Presence::given)
        start = analysis::on_day(given(0), add_months(service.date, -longest_course(texts_, class_.routes.front()),
                                                      texts_.newer.calendar.short_months));
    return request;
}

RouteSearch::State RouteSearch::settled_part(const State& state) const {
    State settled = state;
    for (std::size_t i = 0; i < state.size(); ++i)
        for (const std::size_t partner : partners_[i])
            if (state[partner] == open) settled[i] = open;
    return settled;
}

bool RouteSearch::edits_are_alike(const Truths& older, const Truths& newer) const {
    const auto is_alike = [&](const Edit& edit) {
        if (!edit.is_condition) return false;
        const std::size_t determined = determination_at(texts_.older, edit.in_old);
        if (determined < texts_.older.determinations.size()) {
            const Truth truth = older.determinations[determined];
            return truth != Truth::unknown &&
                   truth == newer.determinations[determination_at(texts_.newer, edit.in_new)];
        }
        const Truth truth = older.requirements[edit.in_old];
        return truth != Truth::unknown && truth == newer.requirements[edit.in_new] &&
               older.asked_under[edit.in_old] != Truth::unknown &&
               older.asked_under[edit.in_old] == newer.asked_under[edit.in_new];
    };
    if (wanted_ != nullptr) return is_alike(*wanted_);
    return std::all_of(class_.edits.begin(), class_.edits.end(), is_alike);
}

RouteSearch::Sight RouteSearch::look(const State& state) const {
    const RequestRecord request = request_of(settled_part(state));
    const Answers older = interpretation::settled(texts_.older, request.answers, request.entries);
    const Answers newer = interpretation::settled(texts_.newer, request.answers, request.entries);
    const Truths old_truths = evaluate(texts_.prepared_old, older);
    const Truths new_truths = evaluate(texts_.prepared_new, newer);
    Sight sight;
    sight.is_alike = edits_are_alike(old_truths, new_truths);
    if (sight.is_alike) return sight;
    const interpretation::Route& route = class_.routes.front();
    const DecidedRoute was = decide_route(texts_.prepared_old, old_truths, older, route);
    const DecidedRoute is = decide_route(texts_.prepared_new, new_truths, newer, route);
    sight.is_decided = was.members.is_decided() && is.members.is_decided();
    if (!sight.is_decided) return sight;
    const interpretation::Member& one = was.members.list().front();
    const interpretation::Member& two = is.members.list().front();
    sight.differs = !groups_.differences().same(one.result, two.result);
    return sight;
}

std::optional<RequestRecord> RouteSearch::approved_by(Side side, std::uint64_t limit) {
    left_ = limit;
    State state(choices_.size(), open);
    if (!find_approved(side == Side::older ? texts_.prepared_old : texts_.prepared_new, state, 0)) return std::nullopt;
    return request_of(settled_part(state));
}

bool RouteSearch::find_approved(const interpretation::PreparedPolicy& prepared, State& state, std::size_t depth) {
    if (left_ == 0) return false;
    --left_;
    const RequestRecord request = request_of(settled_part(state));
    const Answers answers = interpretation::settled(prepared.policy, request.answers, request.entries);
    const DecidedRoute decided = decide_route(prepared, evaluate(prepared, answers), answers, class_.routes.front());
    if (decided.members.is_decided()) return decided.members.list().front().result.outcome == Outcome::approved;
    if (depth == state.size()) return false;
    for (const std::size_t answer : tried_[depth]) {
        state[depth] = answer;
        if (!contradicts_itself(state, depth) && find_approved(prepared, state, depth + 1)) return true;
    }
    state[depth] = open;
    return false;
}

/// Whether it differs. A hit is only what changes the outcome.
bool RouteSearch::record(const State& state, std::size_t depth) {
    const std::optional<Difference> found =
        groups_.consider(request_of(settled_part(state)), is_finite() ? behind_[depth] : 1, class_.routes);
    const bool changes = found && (found->direction == Direction::stricter || found->direction == Direction::looser);
    if (changes) ++hits_;
    return found.has_value();
}

/// Behind a place that both decide alike the reasons may still differ; that is looked at as far as steps are left.
void RouteSearch::descend(State& state, std::size_t depth) {
    if (depth == first_count_) {
        hits_ = 0;
        left_here_ = std::min(left_, steps_here_);
    }
    if (left_ == 0 || (depth >= first_count_ && left_here_ == 0)) {
        is_exhausted_ = true;
        return;
    }
    --left_;
    if (depth >= first_count_) --left_here_;
    const Sight sight = look(state);
    if (sight.is_alike) return count(depth);
    if (sight.is_decided || depth == state.size()) {
        const bool is_last = sight.differs || depth == state.size();
        const bool is_recorded = (is_last || reasons_left_ > 0) && record(state, depth);
        if (is_last || is_recorded || reasons_left_ == 0) return count(depth);
        --reasons_left_;
    }
    for (const std::size_t answer : tried_[depth]) {
        if (wanted_ != nullptr && depth >= first_count_ && hits_ >= most_hits) break;
        state[depth] = answer;
        if (!contradicts_itself(state, depth)) descend(state, depth + 1);
    }
    state[depth] = open;
}

}  // namespace pol::comparison
