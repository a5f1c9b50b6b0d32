#pragma once

#include "pol/compiled_policy.hpp"
#include "pol/record.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>

namespace pol {

/// Room for a request of a compiled policy, filled from a record.
class FilledRequest {
public:
    FilledRequest(const CompiledPolicy& policy, const RequestRecord& record)
        : policy_(policy), room_(new std::max_align_t[units_of(policy.request_size)]) {
        policy.begin_request(room_.get());
        for (std::size_t fact = 0; fact < record.answers.size(); ++fact)
            policy.assign(room_.get(), static_cast<std::uint16_t>(fact), record.answers[fact]);
        if (policy.add_entry != nullptr)
            for (const EntryRecord& entry : record.entries) policy.add_entry(room_.get(), entry);
    }
    ~FilledRequest() { policy_.end_request(room_.get()); }
    FilledRequest(const FilledRequest&) = delete;
    FilledRequest& operator=(const FilledRequest&) = delete;

    [[nodiscard]] DecisionRecord decide() const {
        const std::unique_ptr<std::max_align_t[]> room(new std::max_align_t[units_of(policy_.decision_size)]);
        return to_record(policy_.decide(room_.get(), room.get()));
    }

private:
    [[nodiscard]] static std::size_t units_of(std::uint32_t bytes) {
        return (bytes + sizeof(std::max_align_t) - 1) / sizeof(std::max_align_t);
    }

    const CompiledPolicy& policy_;
    std::unique_ptr<std::max_align_t[]> room_;
};

/// Decides a request that knows no types by any compiled policy. The record is one of that policy: an answer for each
/// of its facts.
[[nodiscard]] inline DecisionRecord decide(const CompiledPolicy& policy, const RequestRecord& record) {
    return FilledRequest(policy, record).decide();
}

}  // namespace pol
