#pragma once

#include "pol/json/read_request.hpp"
#include "runtime/json/cursor.hpp"
#include "runtime/json/error_list.hpp"
#include "runtime/json/list_reader.hpp"
#include "runtime/json/request_forms.hpp"

#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

namespace pol::json {

/// Fills requests of one policy from their texts, and reports what is wrong with these.
class RequestFiller {
public:
    RequestFiller(const PolicyDescription& policy, Addressing addressing)
        : forms_(policy), lists_(forms_), addressing_(addressing), seen_in_(policy.facts.size) {}
    RequestFiller(const RequestFiller&) = delete;
    RequestFiller& operator=(const RequestFiller&) = delete;

    /// Whether the text is JSON; if it is not, what was reported of it means nothing.
    [[nodiscard]] bool fill(const Cursor& text, const RequestTarget& target, Reading& reading);

private:
    /// The parts of an answer in its long form.
    class LongForm {
    public:
        /// The part, or null where it is not there.
        [[nodiscard]] const Node* operator[](Part part) const { return has(part) ? &nodes_[place(part)] : nullptr; }
        [[nodiscard]] bool has(Part part) const { return (given_ >> place(part) & 1U) != 0; }
        /// Where a part is taken to.
        [[nodiscard]] Node& add(Part part) {
            given_ |= 1U << place(part);
            return nodes_[place(part)];
        }

    private:
        [[nodiscard]] static std::size_t place(Part part) { return static_cast<std::size_t>(part); }
        Node nodes_[part_count];
        unsigned given_ = 0;
    };

    // What is rare stands in functions of its own, which are not copied into those of every field.
    [[gnu::cold, gnu::noinline]] void report(const Place& place, std::string message) {
        add_error(*reading_, place, std::move(message));
    }
    [[gnu::cold]] void report_fault(Fault fault, std::uint16_t fact, const Place& place, const Node& node);

    // Whether what is taken is JSON: a member's value, or a part of one.
    [[nodiscard]] bool read_member(std::string_view key);
    [[nodiscard]] bool read_other(std::uint16_t field, std::string_view key);
    [[nodiscard]] bool read_id(std::string_view key);
    [[nodiscard]] bool read_default_level(std::string_view key);
    [[nodiscard]] bool read_fact(std::uint16_t fact, std::string_view key);
    [[nodiscard]] bool read_long_form(std::uint16_t fact, std::string_view key);
    [[nodiscard]] bool take_part(const FactDescription& fact, const Place& place, LongForm& form);
    [[nodiscard, gnu::cold]] bool read_again(std::string_view key);
    [[nodiscard, gnu::cold]] bool refuse_part(const FactDescription& fact, const Place& place, std::uint16_t index);
    [[nodiscard]] bool pass_over();

    void read_bare_value(std::uint16_t fact, std::string_view key, const Node& node);
    void read_parts(std::uint16_t fact, std::string_view key, const LongForm& form, Answer& answer);
    void read_not_knowable(std::string_view key, const LongForm& form, Answer& answer);
    void check_unit(const FactDescription& fact, std::string_view key, const Node& node);
    void read_day_measured(std::string_view key, const LongForm& form, Answer& answer);
    void read_value(std::uint16_t fact, std::string_view key, std::string_view part, const Node& node, Answer& answer);

    /// What a member of a request may be called, for suggestions.
    [[nodiscard, gnu::cold]] std::vector<std::string_view> names_of_members() const;

    /// The level that a text says; reported where it says none.
    [[nodiscard]] Evidence read_level(const Place& place, const Node& node);
    /// That of facts which state none.
    [[nodiscard]] Evidence default_level() {
        if (!is_level_known_) find_default_level();
        return default_level_;
    }
    /// Looks ahead for the level of the request, which has not come yet.
    void find_default_level();

    RequestForms forms_;
    ListReader lists_;
    Addressing addressing_;
    Cursor* cursor_ = nullptr;
    const RequestTarget* target_ = nullptr;
    Reading* reading_ = nullptr;
    Evidence default_level_ = Evidence::claimed;
    bool is_level_known_ = false;
    bool is_level_seen_ = false;
    bool is_id_seen_ = false;
    /// The request in which each fact came last, by its number.
    std::vector<std::uint64_t> seen_in_;
    std::uint64_t request_ = 0;
};

}  // namespace pol::json
