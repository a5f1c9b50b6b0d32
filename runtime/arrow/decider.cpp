#include "runtime/arrow/decider.hpp"

namespace pol::arrow {

const std::vector<std::string>& Decider::decide(std::span<const std::int64_t> rows,
                                                std::span<const std::int64_t> places) {
    const std::vector<std::string>& problems = input_.read(rows);
    const batch::Decisions decisions = {.outcomes = part_.outcomes.data(),
                                        .denials = part_.denials.data(),
                                        .possible = possible_.data(),
                                        .approved_from = part_.from.data(),
                                        .approved_through = part_.through.data()};
    evaluator_.decide(input_.columns().data(), input_.entries(), rows.size(), decisions);
    output_.take(places, decisions, evaluator_.possible);
    return problems;
}

}  // namespace pol::arrow
