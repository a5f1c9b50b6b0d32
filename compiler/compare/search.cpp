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
constexpr int most_hits = 6;
constexpr std::uint64_t steps_here = 1500;

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

std::uint64_t RouteSearch::rest(std::size_t depth) const { return behind_[depth]; }

Coverage RouteSearch::compare_all(std::uint64_t limit) {
    wanted_ = nullptr;
    left_ = limit;
    reasons_left_ = steps_for_reasons;
    is_exhausted_ = false;
    first_count_ = 0;
    left_here_ = limit;
    State state(choices_.size(), open);
    descend(state, 0);
    const bool is_finite =
        std::all_of(choices_.begin(), choices_.end(), [](const Choice& choice) { return choice.is_finite; });
    return {.compared = is_exhausted_ ? limit : behind_.front(), .is_complete = is_finite && !is_exhausted_};
}

void RouteSearch::look_around(const Edit& edit, std::uint64_t limit) {
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
    left_here_ = steps_here;
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

void RouteSearch::record(const State& state, std::size_t depth) {
    if (groups_.consider(request_of(settled_part(state)), rest(depth), class_.routes)) ++hits_;
}

/// Behind a place that both decide alike the reasons may still differ; that is looked at as far as steps are left.
void RouteSearch::descend(State& state, std::size_t depth) {
    if (depth == first_count_) {
        hits_ = 0;
        left_here_ = std::min(left_, wanted_ != nullptr ? steps_here : left_);
    }
    if (left_ == 0 || left_here_ == 0) {
        is_exhausted_ = true;
        return;
    }
    --left_;
    if (depth >= first_count_) --left_here_;
    const Sight sight = look(state);
    if (sight.is_alike) return;
    if (sight.is_decided || depth == state.size()) {
        const int before = hits_;
        if (sight.differs || depth == state.size() || reasons_left_ > 0) record(state, depth);
        if (sight.differs || depth == state.size() || hits_ != before || reasons_left_ == 0) return;
        --reasons_left_;
    }
    for (const std::size_t answer : tried_[depth]) {
        if (wanted_ != nullptr && depth >= first_count_ && hits_ >= most_hits) break;
        state[depth] = answer;
        descend(state, depth + 1);
    }
    state[depth] = open;
}

}  // namespace pol::comparison
