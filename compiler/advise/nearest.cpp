#include "compiler/advise/nearest.hpp"

#include "compiler/interpret/answers.hpp"
#include "pol/number.hpp"

#include <algorithm>
#include <cstdlib>
#include <tuple>

namespace pol::advise {

namespace {

/// Whether a fact has a number, a day or both: answers to it lie near to one another, or far.
bool has_degree(const model::Fact& fact) {
    switch (fact.type) {
        case FactType::yes_no:
        case FactType::one_of:
        case FactType::list:
            return false;
        case FactType::date:
        case FactType::partial_date:
            return true;
        case FactType::number:
        case FactType::measurement:
            break;
    }
    return fact.notation == Notation::amount;
}

bool differ_in_degree(const model::Policy& policy, const Change& one, const Change& other) {
    if (one.fact != other.fact || one.answer.presence != other.answer.presence ||
        one.answer.evidence != other.answer.evidence)
        return false;
    const model::Fact& fact = policy.facts[one.fact];
    return has_degree(fact) ||
           (fact.type != FactType::list && interpretation::give_same_value(fact, one.answer, other.answer));
}

/// Less is better: decimals beyond those of the given number, then how far the number and the day are from what is
/// given.
auto distance(const Answer& given, const Answer& answer) {
    const int places = normalized(answer.number).places;
    if (given.presence != Presence::given) return std::tuple(places, number(0), 0, 0);
    const Number before = number(given.number);
    const Number after = number(answer.number);
    return std::tuple(std::max(0, places - normalized(given.number).places),
                      before < after ? after - before : before - after, std::abs(answer.date.days - given.date.days),
                      std::abs(answer.range.first.days - given.range.first.days));
}

}  // namespace

bool differ_in_degree(const model::Policy& policy, const std::vector<Change>& one, const std::vector<Change>& other) {
    return std::equal(one.begin(), one.end(), other.begin(), other.end(),
                      [&](const Change& left, const Change& right) { return differ_in_degree(policy, left, right); });
}

bool is_nearer(const RequestRecord& request, const std::vector<Change>& one, const std::vector<Change>& other) {
    for (std::size_t i = 0; i < one.size(); ++i) {
        const Answer& given = request.answers[one[i].fact];
        const auto left = distance(given, one[i].answer);
        const auto right = distance(given, other[i].answer);
        if (left < right || right < left) return left < right;
    }
    return false;
}

}  // namespace pol::advise
