#include "compiler/driver/address.hpp"

#include "pol/json/address.hpp"

#include <algorithm>
#include <string_view>

namespace pol {

std::string address_in(const json::Reading& reading, const model::Policy& policy) {
    constexpr std::string_view request = "$.";
    for (const json::RequestError& error : reading.errors) {
        const std::string_view path = error.path;
        const std::string_view field = path.starts_with(request) ? path.substr(request.size()) : std::string_view();
        const bool is_fact = std::any_of(policy.facts.begin(), policy.facts.end(),
                                         [&](const model::Fact& fact) { return fact.name == field; });
        json::Member member;
        member.key = field;
        if (json::is_address(member) && !is_fact) return std::string(field);
    }
    return {};
}

}  // namespace pol
