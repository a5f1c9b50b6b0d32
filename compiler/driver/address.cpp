#include "compiler/driver/address.hpp"

#include <algorithm>

namespace pol {

std::string address_in(const json::Reading& reading, const model::Policy& policy) {
    for (const char* field : {"policy", "hcpcs", "cpt", "ndc"}) {
        const bool is_fact = std::any_of(policy.facts.begin(), policy.facts.end(),
                                         [&](const model::Fact& fact) { return fact.name == field; });
        const bool is_wrong =
            std::any_of(reading.errors.begin(), reading.errors.end(),
                        [&](const json::RequestError& error) { return error.path == std::string("$.") + field; });
        if (is_wrong && !is_fact) return field;
    }
    return {};
}

}  // namespace pol
