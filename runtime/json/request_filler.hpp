#pragma once

#include "pol/json/read_request.hpp"
#include "runtime/json/error_list.hpp"
#include "runtime/json/fault.hpp"
#include "runtime/json/list_reader.hpp"
#include "runtime/json/node.hpp"
#include "runtime/json/request_names.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace pol::json {

/// Fills requests of one policy from the values of their texts, and reports what is wrong with these.
class RequestFiller {
public:
    explicit RequestFiller(const PolicyDescription& policy) : policy_(policy), names_(policy), lists_(policy, names_) {}
    RequestFiller(const RequestFiller&) = delete;
    RequestFiller& operator=(const RequestFiller&) = delete;

    void fill(const Node& root, const RequestTarget& target, Reading& reading);

private:
    /// The parts of an answer in its long form, null for one that is not there.
    struct LongForm {
        const Node* parts[part_count] = {};
        [[nodiscard]] const Node* operator[](Part part) const { return parts[static_cast<std::size_t>(part)]; }
    };

    void report(const Place& place, std::string message) { add_error(*reading_, place, std::move(message)); }

    void read_default_evidence(const Node& root);
    void read_member(const Member& member);
    void read_id(const Member& member);
    void report_unknown(std::string_view key);

    void read_fact(std::uint16_t fact, const Member& member);
    void read_bare_value(std::uint16_t fact, const Member& member, Answer& answer);
    void read_long_form(std::uint16_t fact, const Member& member, Answer& answer);
    [[nodiscard]] LongForm split(const FactDescription& fact, const Member& member);
    void read_not_knowable(std::string_view field, const LongForm& form, Answer& answer);
    void check_unit(const FactDescription& fact, std::string_view field, const Node& node);
    void read_day_measured(std::string_view field, const LongForm& form, Answer& answer);
    [[nodiscard]] Evidence read_evidence(const Place& place, const Node& node);
    void read_value(std::uint16_t fact, const Place& place, const Node& node, Answer& answer);

    const PolicyDescription& policy_;
    RequestNames names_;
    ListReader lists_;
    const RequestTarget* target_ = nullptr;
    Reading* reading_ = nullptr;
    Evidence default_evidence_ = Evidence::claimed;
    bool is_evidence_seen_ = false;
    bool is_id_seen_ = false;
    std::vector<bool> is_seen_;
};

}  // namespace pol::json
