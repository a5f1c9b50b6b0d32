#include "compiler/advise/questioning.hpp"

#include "compiler/advise/nearest.hpp"

#include <algorithm>

namespace pol::advise {

namespace {

using model::FactIndex;

/// Decisions that may be made for one question, and for all of the advice; open questions of which all orders are
/// compared.
constexpr std::uint64_t most_decided = 6'000;
constexpr std::uint64_t most_decided_in_all = 60'000;
constexpr std::size_t most_compared = 3;
/// Answers to one question that are told apart.
constexpr std::size_t most_answers = 8;
constexpr std::size_t most_in_settlement = 4;

/// What asking on from some state costs, with the best question first.
struct Cost {
    double average = 0;
    std::uint32_t fewest = 0;
    std::uint32_t most = 0;
    std::optional<FactIndex> question{};
};

/// An answer, the request with it, and what is decided then.
struct Step {
    Change answer;
    RequestRecord request;
    DecisionRecord decision;
};

bool is_settled(const DecisionRecord& decision) { return decision.questions.empty(); }

class Questioning {
public:
    Questioning(const model::Policy& policy, const RequestRecord& request)
        : policy_(policy), request_(request), interpreter_(policy), possible_(policy) {}

    [[nodiscard]] QuestioningAdvice run(const DecisionRecord& decision) {
        QuestioningAdvice advice;
        begin_anew();
        const Cost cost = cost_of(request_, decision);
        advice.average = cost.average;
        advice.fewest = cost.fewest;
        advice.most = cost.most;
        follow(request_, cost, advice.order);
        advice.is_best = is_best_;
        for (std::size_t count = 1; count <= most_in_settlement && !ends_in_approval(advice); ++count) {
            std::vector<Change> chosen;
            begin_anew();
            settle(request_, decision, chosen, count, advice.settlements);
        }
        return advice;
    }

private:
    [[nodiscard]] static bool ends_in_approval(const QuestioningAdvice& advice) {
        return std::any_of(advice.settlements.begin(), advice.settlements.end(),
                           [](const Settlement& each) { return each.decision.outcome == Outcome::approved; });
    }

    /// What follows each answer to a question. Nobody is expected to contradict what the request says already, or to
    /// measure what would have to be measured again.
    [[nodiscard]] std::vector<Step> steps_from(const RequestRecord& request, FactIndex fact) {
        std::vector<Step> steps;
        spend(possible_.effort(fact));
        for (Change& answer : possible_.of(request, fact)) {
            if (steps.size() == most_answers) break;
            RequestRecord next = changed(request, answer);
            DecisionRecord decision = decide(next);
            if (!is_no_answer(decision, fact))
                steps.push_back(
                    {.answer = std::move(answer), .request = std::move(next), .decision = std::move(decision)});
        }
        return steps;
    }

    /// Whether the answer just given to a fact is one of several that cannot all be right, or a measurement that does
    /// not count.
    [[nodiscard]] static bool is_no_answer(const DecisionRecord& decision, FactIndex answered) {
        return std::any_of(decision.questions.begin(), decision.questions.end(), [&](const QuestionRecord& question) {
            return question.fact == answered &&
                   (question.kind == QuestionKind::resolve || question.kind == QuestionKind::measure_again);
        });
    }

    [[nodiscard]] DecisionRecord decide(const RequestRecord& request) {
        spend(1);
        return interpreter_.interpret(request);
    }
    void begin_anew() { left_ = std::min(most_decided, left_in_all_); }
    void spend(std::uint64_t decisions) {
        left_ -= std::min(left_, decisions);
        left_in_all_ -= std::min(left_in_all_, decisions);
    }

    /// Field questions are asked of the list.
    [[nodiscard]] static std::vector<FactIndex> asked_in(const DecisionRecord& decision) {
        std::vector<FactIndex> facts;
        for (const QuestionRecord& question : decision.questions) facts.push_back(question.fact);
        return facts;
    }

    [[nodiscard]] Cost cost_of(const RequestRecord& request, const DecisionRecord& decision) {
        if (is_settled(decision)) return {};
        const std::vector<FactIndex> asked = asked_in(decision);
        if (asked.size() > most_compared) {
            is_best_ = false;
            return cost_of_asking(request, most_telling(request, asked)).value_or(one_answer(asked.front()));
        }
        std::optional<Cost> best;
        for (const FactIndex fact : asked) {
            const std::optional<Cost> cost = cost_of_asking(request, fact);
            if (cost && (!best || cost->average < best->average)) best = cost;
        }
        return best.value_or(one_answer(asked.front()));
    }

    /// The question of which the greatest share of answers settles the request.
    [[nodiscard]] FactIndex most_telling(const RequestRecord& request, const std::vector<FactIndex>& asked) {
        FactIndex best = asked.front();
        double best_share = -1;
        for (const FactIndex fact : asked) {
            const std::vector<Step> steps = steps_from(request, fact);
            const auto settling =
                std::count_if(steps.begin(), steps.end(), [](const Step& step) { return is_settled(step.decision); });
            const double share = steps.empty() ? -1 : static_cast<double>(settling) / static_cast<double>(steps.size());
            if (share <= best_share) continue;
            best = fact;
            best_share = share;
        }
        return best;
    }

    /// What is asked for and no answer is known of settles it, for all that is known.
    [[nodiscard]] static Cost one_answer(FactIndex fact) {
        return {.average = 1, .fewest = 1, .most = 1, .question = fact};
    }

    /// Without decisions left, one answer more is taken to settle it.
    [[nodiscard]] std::optional<Cost> cost_of_asking(const RequestRecord& request, FactIndex fact) {
        const std::vector<Step> steps = steps_from(request, fact);
        if (steps.empty()) return std::nullopt;
        Cost total{.average = 0, .fewest = ~0U, .most = 0, .question = fact};
        for (const Step& step : steps) {
            Cost behind{.average = 1, .fewest = 1, .most = 1};
            if (left_ > 0 || is_settled(step.decision))
                behind = cost_of(step.request, step.decision);
            else
                is_best_ = false;
            total.average += behind.average / static_cast<double>(steps.size());
            total.fewest = std::min(total.fewest, behind.fewest);
            total.most = std::max(total.most, behind.most);
        }
        total.average += 1;
        ++total.fewest;
        ++total.most;
        return total;
    }

    /// The questions on the way on which no answer settles the request as long as another does not.
    void follow(const RequestRecord& request, const Cost& cost, std::vector<FactIndex>& order) {
        const bool was_asked = cost.question && std::find(order.begin(), order.end(), *cost.question) != order.end();
        if (!cost.question || was_asked) return;
        order.push_back(*cost.question);
        std::optional<RequestRecord> longest;
        Cost longest_cost;
        for (Step& step : steps_from(request, *cost.question)) {
            begin_anew();
            const Cost behind = cost_of(step.request, step.decision);
            if (behind.most <= longest_cost.most) continue;
            longest_cost = behind;
            longest = std::move(step.request);
        }
        if (longest) follow(*longest, longest_cost, order);
    }

    void settle(const RequestRecord& request, const DecisionRecord& decision, std::vector<Change>& chosen,
                std::size_t count, std::vector<Settlement>& found) {
        for (const FactIndex fact : asked_in(decision)) {
            if (left_ == 0) return;
            for (Step& step : steps_from(request, fact)) {
                chosen.push_back(std::move(step.answer));
                if (is_settled(step.decision))
                    keep({.answers = chosen, .decision = std::move(step.decision)}, found);
                else if (count > 1)
                    settle(step.request, step.decision, chosen, count - 1, found);
                chosen.pop_back();
            }
        }
    }

    /// Leaves out answers without which the others settle it with the same outcome. One is chosen where an answer can
    /// only be thought of once another is there: a day of service at which the member comes of age, beside a birth.
    [[nodiscard]] Settlement without_needless(Settlement found) {
        for (std::size_t i = 0; i < found.answers.size();) {
            std::vector<Change> fewer = found.answers;
            fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(i));
            DecisionRecord decided = decide(changed(request_, fewer));
            if (!is_settled(decided) || decided.outcome != found.decision.outcome) {
                ++i;
                continue;
            }
            found = {.answers = std::move(fewer), .decision = std::move(decided)};
            i = 0;
        }
        return found;
    }

    void keep(Settlement way, std::vector<Settlement>& found) {
        way = without_needless(std::move(way));
        const auto known = std::find_if(found.begin(), found.end(), [&](const Settlement& each) {
            return each.decision.outcome == way.decision.outcome;
        });
        if (known == found.end())
            found.push_back(std::move(way));
        else if (way.answers.size() < known->answers.size() ||
                 (differ_in_degree(policy_, way.answers, known->answers) &&
                  is_nearer(request_, way.answers, known->answers)))
            *known = std::move(way);
    }

    const model::Policy& policy_;
    const RequestRecord& request_;
    Interpreter interpreter_;
    PossibleAnswers possible_;
    std::uint64_t left_ = 0;
    std::uint64_t left_in_all_ = most_decided_in_all;
    bool is_best_ = true;
};

}  // namespace

QuestioningAdvice advise_on_questions(const model::Policy& policy, const RequestRecord& request,
                                      const DecisionRecord& decision) {
    return Questioning(policy, request).run(decision);
}

}  // namespace pol::advise
