#pragma once

#include "compiler/advise/possible_answers.hpp"

#include <cstdint>
#include <vector>

namespace pol::advise {

/// Answers that settle a request, and what is decided with them.
struct Settlement {
    std::vector<Change> answers;
    DecisionRecord decision;
};

struct QuestioningAdvice {
    /// The facts in the order in which they are best asked, as long as no answer settles the request.
    std::vector<model::FactIndex> order;
    /// How many of them must be answered: at least, at most, and on average where each telling answer is as likely as
    /// the others.
    std::uint32_t fewest = 0;
    std::uint32_t most = 0;
    double average = 0;
    /// The smallest sets of answers that settle the request, one for each outcome, up to that of an approval or four.
    std::vector<Settlement> settlements;
    /// Whether all orders were compared; otherwise each next question is the one that most answers to settle.
    bool is_best = true;
};

/// How a request that needs information is asked about with the fewest answers. Every answer was decided upon by the
/// interpreter.
[[nodiscard]] QuestioningAdvice advise_on_questions(const model::Policy& policy, const RequestRecord& request,
                                                    const DecisionRecord& decision);

}  // namespace pol::advise
