#pragma once

#include "compiler/model/policy.hpp"
#include "pol/record.hpp"
#include "tests/oracle/batch_way.hpp"
#include "tests/oracle/places.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace oracle {

/// Decides requests by hand, by the compiled evaluator and, where asked, by the interpreter, and compares everything a
/// decision says: outcome, results with periods, doses and clauses, questions with kinds and clauses, trace. What a
/// batch says of them is compared with the compiled evaluator.
class ThreeWays {
public:
    ThreeWays();

    /// By hand against compiled.
    void compare(const by_hand::Request& request) { (void)compare_compiled(request); }
    /// All three.
    void compare_all(const by_hand::Request& request);
    /// All three for one request in `every`, by hand against compiled for the others.
    void compare_sampled(const by_hand::Request& request, std::uint64_t every) {
        compared_ % every == 0 ? compare_all(request) : compare(request);
    }

    /// Ends a test: fails it if anything differed, or if fewer requests came by than it promises.
    void expect_agreement(std::uint64_t at_least);

private:
    [[nodiscard]] by_hand::Decision compare_compiled(const by_hand::Request& request);
    void note_difference(const char* who, const by_hand::Decision& expected, const pol::DecisionRecord& actual);

    pol::model::Policy policy_;
    Places places_;
    pol::RequestRecord record_;
    BatchWay batch_;
    std::uint64_t compared_ = 0;
    std::uint64_t interpreted_ = 0;
    std::uint64_t differing_ = 0;
    /// The first few, in words.
    std::vector<std::string> differences_;
};

}  // namespace oracle
