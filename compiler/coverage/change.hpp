#pragma once

#include "compiler/model/policy.hpp"

#include <cstdint>
#include <functional>
#include <string>
#include <utility>

namespace pol::coverage {

/// Where a change stands: a clause (`MMC.2`), a definition (`define bmi`) or a part of the files around the policy.
struct Place {
    std::string name;
    /// Line in the policy's file; 0 where it stands in another file.
    std::uint32_t line = 0;
    /// no_index where it is no clause.
    model::ClauseIndex clause = no_index;
};

/// What a change leaves alone. In a condition: everything but the truth of its clause, which depends on facts alone. In
/// a rule: everything that does not depend on facts alone.
enum class Reach { condition, rule, other };

/// One change of a policy, as its author reads it: `age at date_of_service is at least 18 years`, then `at least 19
/// years`.
struct Change {
    Place place;
    std::string before;
    std::string after;
    Reach reach = Reach::other;
};

/// Called for every change while the policy has it.
using Visit = std::function<void(const Change&)>;
/// What a part says as it stands now.
using Words = std::function<std::string()>;

/// Changes parts of a policy one at a time, and puts each back before the next.
class Changer {
public:
    Changer(model::Policy& policy, const Visit& visit) : policy_(policy), visit_(visit) {}

    [[nodiscard]] model::Policy& policy() { return policy_; }
    void at(Place place) { place_ = std::move(place); }
    void at_clause(model::ClauseIndex clause);
    /// How far the next changes reach.
    void within(Reach reach) { reach_ = reach; }

    /// `words` are read before and while the part is changed.
    template <class Part>
    void replace(Part& part, Part changed, const Words& words) {
        const std::string before = words();
        std::swap(part, changed);
        visit(before, words());
        std::swap(part, changed);
    }
    template <class Part>
    void replace(Part& part, Part changed, const std::string& before, const std::string& after) {
        std::swap(part, changed);
        visit(before, after);
        std::swap(part, changed);
    }

private:
    void visit(const std::string& before, const std::string& after);

    model::Policy& policy_;
    const Visit& visit_;
    Place place_;
    Reach reach_ = Reach::other;
};

/// What a part comes to that is taken away.
inline constexpr const char* left_out = "left out";

}  // namespace pol::coverage
