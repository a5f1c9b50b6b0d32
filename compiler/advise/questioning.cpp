#include "compiler/advise/questioning.hpp"

#include "compiler/advise/nearest.hpp"

#include <algorithm>

namespace pol::advise {

namespace {

using model::FactIndex;

/// Decisions that may be made, and open questions of which all orders are compared.
constexpr std::uint64_t most_decided = 6'000;
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

bool is_settled(const DecisionRecord& decision) { return decision.questions.empty(); }

class Questioning {
public:
    Questioning(const model::Policy& policy, const RequestRecord& request)
        : policy_(policy), request_(request), interpreter_(policy), possible_(policy) {}

    [[nodiscard]] QuestioningAdvice run(const DecisionRecord& decision) {
        QuestioningAdvice advice;
        left_ = most_decided;
        const Cost cost = cost_of(request_, decision);
        advice.average = cost.average;
        advice.fewest = cost.fewest;
        advice.most = cost.most;
        follow(request_, cost, advice.order);
        advice.is_best = is_best_;
        for (std::size_t count = 1; count <= most_in_settlement && !ends_in_approval(advice); ++count) {
            std::vector<Change> chosen;
            left_ = most_decided;
            settle(request_, decision, chosen, count, advice.settlements);
        }
        return advice;
    }

private:
    [[nodiscard]] static bool ends_in_approval(const QuestioningAdvice& advice) {
        return std::any_of(advice.settlements.begin(), advice.settlements.end(),
                           [](const Settlement& each) { return each.decision.outcome == Outcome::approved; });
    }

    [[nodiscard]] std::vector<Change> answers_to(const RequestRecord& request, FactIndex fact) const {
        std::vector<Change> answers = possible_.of(request, fact);
        if (answers.size() > most_answers) answers.resize(most_answers);
        return answers;
    }

    [[nodiscard]] DecisionRecord decide(const RequestRecord& request) {
        if (left_ > 0) --left_;
        return interpreter_.interpret(request);
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
            const std::vector<Change> answers = answers_to(request, fact);
            const auto settling = std::count_if(answers.begin(), answers.end(), [&](const Change& answer) {
                return is_settled(decide(changed(request, answer)));
            });
            const double share =
                answers.empty() ? -1 : static_cast<double>(settling) / static_cast<double>(answers.size());
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
        const std::vector<Change> answers = answers_to(request, fact);
        if (answers.empty()) return std::nullopt;
        Cost total{.average = 0, .fewest = ~0U, .most = 0, .question = fact};
        for (const Change& answer : answers) {
            Cost behind{.average = 1, .fewest = 1, .most = 1};
            if (left_ > 0) {
                const RequestRecord next = changed(request, answer);
                behind = cost_of(next, decide(next));
            } else {
                is_best_ = false;
            }
            total.average += behind.average / static_cast<double>(answers.size());
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
        if (!cost.question) return;
        order.push_back(*cost.question);
        std::optional<RequestRecord> longest;
        Cost longest_cost;
        for (const Change& answer : answers_to(request, *cost.question)) {
            left_ = most_decided;
            RequestRecord next = changed(request, answer);
            const Cost behind = cost_of(next, decide(next));
            if (behind.most <= longest_cost.most) continue;
            longest_cost = behind;
            longest = std::move(next);
        }
        if (longest) follow(*longest, longest_cost, order);
    }

    void settle(const RequestRecord& request, const DecisionRecord& decision, std::vector<Change>& chosen,
                std::size_t count, std::vector<Settlement>& found) {
        for (const FactIndex fact : asked_in(decision))
            for (const Change& answer : answers_to(request, fact)) {
                if (left_ == 0) return;
                const RequestRecord next = changed(request, answer);
                DecisionRecord decided = decide(next);
                chosen.push_back(answer);
                if (is_settled(decided))
                    keep(chosen, std::move(decided), found);
                else if (count > 1)
                    settle(next, decided, chosen, count - 1, found);
                chosen.pop_back();
            }
    }

    void keep(const std::vector<Change>& chosen, DecisionRecord decision, std::vector<Settlement>& found) const {
        const auto known = std::find_if(found.begin(), found.end(), [&](const Settlement& each) {
            return each.decision.outcome == decision.outcome;
        });
        if (known == found.end())
            found.push_back({.answers = chosen, .decision = std::move(decision)});
        else if (differ_in_degree(policy_, chosen, known->answers) && is_nearer(request_, chosen, known->answers))
            *known = {.answers = chosen, .decision = std::move(decision)};
    }

    const model::Policy& policy_;
    const RequestRecord& request_;
    Interpreter interpreter_;
    PossibleAnswers possible_;
    std::uint64_t left_ = 0;
    bool is_best_ = true;
};

}  // namespace

QuestioningAdvice advise_on_questions(const model::Policy& policy, const RequestRecord& request,
                                      const DecisionRecord& decision) {
    return Questioning(policy, request).run(decision);
}

}  // namespace pol::advise
