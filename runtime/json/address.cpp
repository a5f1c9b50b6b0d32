#include "pol/json/address.hpp"

#include "pol/text_view.hpp"
#include "runtime/json/error_list.hpp"

#include <algorithm>
#include <iterator>

namespace pol::json {
namespace {

constexpr std::string_view number_key = "policy";
struct CodeKey {
    std::string_view key;
    CodeSystem system;
};
constexpr CodeKey code_keys[] = {{"hcpcs", CodeSystem::hcpcs}, {"cpt", CodeSystem::cpt}, {"ndc", CodeSystem::ndc}};

/// Every request may have these, whatever the policy.
[[nodiscard]] bool is_of_every_request(std::string_view name) { return name == "id" || name == "evidence"; }

[[nodiscard]] bool is_fact_of_another(std::string_view name, const PolicyDescription& policy,
                                      std::span<const PolicyDescription* const> answering) {
    if (is_of_every_request(name) || has_fact(policy, name)) return false;
    return std::any_of(answering.begin(), answering.end(),
                       [&](const PolicyDescription* other) { return other == nullptr || has_fact(*other, name); });
}

}  // namespace

std::optional<CodeSystem> code_system_of(std::string_view name) {
    const auto* found =
        std::find_if(std::begin(code_keys), std::end(code_keys), [&](const CodeKey& each) { return each.key == name; });
    return found == std::end(code_keys) ? std::nullopt : std::optional(found->system);
}

bool is_address(std::string_view name) { return name == number_key || code_system_of(name).has_value(); }

std::vector<std::string_view> address_names() {
    std::vector<std::string_view> names = {number_key};
    for (const CodeKey& each : code_keys) names.push_back(each.key);
    return names;
}

bool may_have_address(std::string_view request) {
    const auto stands_in = [&](std::string_view key) { return request.find(key) != std::string_view::npos; };
    return stands_in(number_key) || std::any_of(std::begin(code_keys), std::end(code_keys),
                                                [&](const CodeKey& each) { return stands_in(each.key); });
}

std::optional<RequestError> error_of_second_address(const std::vector<Member>& members) {
    const auto has_address = [](const Member& member) { return is_address(member.key); };
    const auto first = std::find_if(members.begin(), members.end(), has_address);
    if (first == members.end()) return std::nullopt;
    const auto second = std::find_if(std::next(first), members.end(), has_address);
    if (second == members.end()) return std::nullopt;
    RequestError error{.path = "$." + std::string(second->key), .message = given_twice};
    if (second->key != first->key)
        error.message = "stands beside `" + std::string(first->key) + "`; one of them says which policy is meant";
    return error;
}

bool has_fact(const PolicyDescription& policy, std::string_view name) {
    return std::any_of(policy.facts.begin(), policy.facts.end(),
                       [&](const FactDescription& fact) { return fact.list == no_index && view(fact.name) == name; });
}

std::string request_for(const PolicyDescription& policy, std::span<const PolicyDescription* const> answering,
                        std::string_view request, const std::vector<Member>& members) {
    std::vector<Member> left_out;
    std::copy_if(members.begin(), members.end(), std::back_inserter(left_out), [&](const Member& member) {
        return is_address(member.key) || is_fact_of_another(member.key, policy, answering);
    });
    return without(request, left_out);
}

}  // namespace pol::json
