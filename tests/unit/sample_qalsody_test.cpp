#include "compiler/interpret/interpreter.hpp"
#include "pol/date_text.hpp"
#include "pol/words.hpp"
#include "tests/support/decision_words.hpp"
#include "tests/support/real_policy.hpp"
#include "tests/support/sample_models.hpp"

#include <doctest/doctest.h>

#include <random>

// What the tests show of the model made by hand holds for the policy file: both decide alike, in words.

using namespace pol;
using namespace pol::testing;

namespace {

constexpr int request_count = 5'000;

class RandomRequests {
public:
    /// The same request for both policies, whose facts may stand in different orders.
    void fill(RequestBuilder& one, RequestBuilder& other, const model::Policy& policy) {
        for (const model::Fact& fact : policy.facts) {
            const unsigned presence = below(8);
            if (presence == 0) continue;
            const std::string value = some_value(fact);
            const auto level = static_cast<Evidence>(1 + below(3));
            for (RequestBuilder* request : {&one, &other}) {
                request->set(fact.name, value, level);
                if (presence == 1) request->not_knowable(fact.name);
            }
        }
    }

private:
    unsigned below(unsigned limit) { return static_cast<unsigned>(random_() % limit); }

    std::string some_value(const model::Fact& fact) {
        if (fact.type == FactType::yes_no) return below(2) == 0 ? "no" : "yes";
        if (fact.type == FactType::one_of) return fact.values[below(static_cast<unsigned>(fact.values.size()))].name;
        const bool is_birth = fact.type == FactType::partial_date;
        const std::string day = iso_text(add_days(date_of(2026, 4, 1), static_cast<std::int32_t>(below(700))));
        if (!is_birth) return day;
        const std::string birth = (below(2) == 0 ? "2008" : "1974") + day.substr(4);
        return below(3) == 0 ? birth.substr(0, 7) : birth;
    }

    std::mt19937 random_{127};
};

std::string words_of(const model::Policy& policy, const DecisionRecord& decision) {
    std::string words =
        std::string(words_of(decision.outcome)) + " by " + words_for(policy, decision.clauses) + "\npossible ";
    for (const ResultRecord& record : decision.results) {
        words += words_for(policy, record.result) + " [" + words_for(policy, record.clauses) + "] ";
        words += iso_text(record.result.period.from) + " " + std::to_string(record.result.doses.count) + "; ";
    }
    words += "\nask " + question_words(policy, decision);
    return words + (decision.every_outcome_is_a_denial ? "\nall denials" : "");
}

}  // namespace

TEST_CASE("the model made by hand means what the policy file means") {
    const model::Policy by_hand = qalsody_model();
    const model::Policy real = real_policy("qalsody");
    REQUIRE(by_hand.facts.size() == real.facts.size());
    const Interpreter of_hand(by_hand);
    const Interpreter of_file(real);
    RandomRequests requests;
    int questions = 0;
    for (int i = 0; i < request_count; ++i) {
        RequestBuilder one(by_hand);
        RequestBuilder other(real);
        requests.fill(one, other, by_hand);
        const DecisionRecord expected = of_hand.interpret(one.record());
        REQUIRE(words_of(by_hand, expected) == words_of(real, of_file.interpret(other.record())));
        questions += expected.questions.empty() ? 0 : 1;
    }
    CHECK(questions > request_count / 4);
    CHECK(questions < request_count);
}
