#include "runtime/json/request_names.hpp"

#include "pol/entry_field.hpp"
#include "pol/json/words.hpp"
#include "pol/words.hpp"

namespace pol::json {

RequestNames::RequestNames(const PolicyDescription& policy) {
    constexpr std::string_view parts[part_count] = {"value", "evidence", "not_knowable", "unit", "on"};
    for (std::uint16_t i = 0; i < part_count; ++i) names_.add(parts_, parts[i], i);
    for (const Evidence level : {Evidence::claimed, Evidence::attested, Evidence::documented})
        names_.add(levels_, words_of(level), static_cast<std::uint16_t>(level));
    names_.add(fields_, "id", id_field);
    names_.add(fields_, "evidence", evidence_field);
    for (std::uint16_t fact = 0; fact < policy.facts.size; ++fact) {
        const FactDescription& description = policy.facts[fact];
        const bool is_entry_field = description.list != no_index;
        names_.add(is_entry_field ? lists_ + description.list : fields_,
                   is_entry_field ? name_in_entry(policy, description) : view(description.name), fact);
        for (std::uint16_t value = 0; value < description.values.size; ++value)
            names_.add(fact, view(description.values[value].name), value);
    }
    names_.build();
}

std::vector<std::string_view> names_of_fields(const PolicyDescription& policy) {
    std::vector<std::string_view> names = {"evidence", "id"};
    for (const FactDescription& fact : policy.facts)
        if (fact.list == no_index) names.push_back(view(fact.name));
    return names;
}

std::vector<std::string_view> names_of_entry_fields(const PolicyDescription& policy, std::uint16_t list) {
    std::vector<std::string_view> names;
    for (const FactDescription& fact : policy.facts)
        if (fact.list == list) names.push_back(name_in_entry(policy, fact));
    return names;
}

}  // namespace pol::json
