#pragma once

#include <pol/json/read_request.hpp>
#include <pol/json/write_decision.hpp>
#include <pol/record.hpp>
#include <pol/registry.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

/// The reader and the writer of each policy that lines have asked for so far, made once. One serves one thread.
class PolicyDesks {
public:
    struct PolicyDesk {
        explicit PolicyDesk(const pol::PolicyDescription& policy)
            : reader(policy, pol::json::Addressing::by_member), writer(policy) {}

        pol::json::RequestReader reader;
        pol::json::DecisionWriter writer;
    };

    [[nodiscard]] PolicyDesk& of(const pol::PolicyDescription& policy) {
        return desks_.try_emplace(&policy, policy).first->second;
    }

private:
    std::unordered_map<const pol::PolicyDescription*, PolicyDesk> desks_;
};

/// What becomes of a line that says which policy it is for: `policy` with its number, or a code (`hcpcs`, `cpt`,
/// `ndc`).
struct AddressedAnswer {
    /// What is wrong, one a line as `requests.jsonl:17: error: …`; then nothing is decided.
    std::string errors;
    /// The line to write: the decision; `{"id":…,"decisions":[…]}` for a code, or where the dates leave several texts.
    std::string line;
    struct Decided {
        const pol::PolicyDescription* policy = nullptr;
        pol::DecisionRecord decision;
    };
    std::vector<Decided> decided;
};

/// Nothing for a line that does not say it. `place` is the file and the number of the line.
[[nodiscard]] std::optional<AddressedAnswer> answer_addressed(std::string_view line, const std::string& place,
                                                              const pol::Registry& registry, pol::json::Detail detail,
                                                              PolicyDesks& desks);
