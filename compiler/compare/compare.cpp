#include "compiler/compare/compare.hpp"

#include "compiler/compare/neighbours.hpp"
#include "compiler/compare/request_days.hpp"
#include "compiler/compare/search.hpp"

#include <algorithm>
#include <limits>

namespace pol {

namespace {

using namespace comparison;

/// Steps for all routes together, where answers are all listed and where they are not.
constexpr std::uint64_t steps_for_all = 60'000;
constexpr std::uint64_t steps_to_begin = 3'000;
/// Then for every edit on every route where these did not suffice: first a little for many sets of answers, then more
/// for each, and requests around known ones. Many edits share it.
constexpr std::uint64_t steps_for_edit = 2'000;
constexpr std::uint64_t few_steps = 150;
constexpr std::uint64_t many_steps = 1'500;
constexpr std::uint64_t requests_for_edit = 4'000;
constexpr std::size_t edits_with_full_share = 8;
constexpr std::uint64_t steps_to_approval = 3'000;

class Work {
public:
    Work(Comparison& comparison, Groups& groups)
        : comparison_(comparison), texts_(*comparison.texts), groups_(groups) {}

    void run() {
        const std::vector<RouteClass> classes = route_classes(texts_, comparison_.edits);
        const auto count = static_cast<std::uint64_t>(
            std::count_if(classes.begin(), classes.end(), [](const RouteClass& each) { return !each.edits.empty(); }));
        for (const RouteClass& each : classes)
            if (!each.edits.empty()) search(each, steps_for_all / count);
        if (!comparison_.is_complete) comparison_.compared = groups_.considered();
    }

private:
    void search(const RouteClass& route_class, std::uint64_t steps) {
        RouteSearch search(texts_, route_class, groups_);
        const Coverage coverage = search.compare_all(search.is_finite() ? steps : std::min(steps, steps_to_begin));
        if (__builtin_add_overflow(comparison_.compared, coverage.compared, &comparison_.compared))
            comparison_.compared = std::numeric_limits<std::uint64_t>::max();
        const bool is_by_day = turns_on_days(texts_, route_class.routes.front());
        if (coverage.is_complete && !is_by_day) return;
        comparison_.is_complete = false;
        const std::vector<RequestRecord> known = known_requests(route_class, search);
        if (is_by_day) compare_days(texts_, route_class, known, groups_);
        const std::uint64_t share = 1 + route_class.edits.size() / edits_with_full_share;
        for (const Edit& edit : route_class.edits) {
            compare_neighbours(texts_, known, edit, search.choices(), requests_for_edit / share, groups_);
            for (const std::uint64_t each : {few_steps, many_steps})
                search.look_around(edit, steps_for_edit / share, each);
        }
    }

    /// One that each text approves, and those of all scenarios.
    [[nodiscard]] std::vector<RequestRecord> known_requests(const RouteClass& route_class, RouteSearch& search) const {
        std::vector<RequestRecord> known;
        for (const Side side : {Side::newer, Side::older})
            if (std::optional<RequestRecord> approved = search.approved_by(side, steps_to_approval))
                known.push_back(std::move(*approved));
        for (const model::Policy* policy : {&texts_.newer, &texts_.older})
            for (const model::Scenario& scenario : policy->scenarios)
                if (is_on(route_class, scenario.request)) known.push_back(scenario.request);
        return known;
    }

    [[nodiscard]] static bool is_on(const RouteClass& route_class, const RequestRecord& request) {
        const auto is = [&](BuiltinFact fact, std::uint16_t value) {
            const Answer& answer = request.answers[index_of(fact)];
            return answer.presence == Presence::given && answer.value == value;
        };
        return std::any_of(route_class.routes.begin(), route_class.routes.end(),
                           [&](const interpretation::Route& route) {
                               return is(BuiltinFact::line_of_business, route.line) &&
                                      is(BuiltinFact::benefit, route.benefit) && is(BuiltinFact::request, route.kind);
                           });
    }

    Comparison& comparison_;
    const Texts& texts_;
    Groups& groups_;
};

}  // namespace

Comparison compare(const model::Policy& older, const model::Policy& newer) {
    Comparison comparison;
    comparison.texts = std::make_unique<Texts>(older, newer);
    comparison.edits = edits_of(*comparison.texts);
    comparison.definitions = Definitions(*comparison.texts).edits();
    Groups groups(*comparison.texts, comparison.edits, older, newer);
    Work(comparison, groups).run();
    comparison.changes = groups.merged();
    return comparison;
}

}  // namespace pol
