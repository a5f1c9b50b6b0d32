#pragma once

#include "pol/description.hpp"
#include "pol/record.hpp"
#include "pol/registry.hpp"

#include <cstdint>
#include <list>
#include <optional>
#include <vector>

namespace pol::testing {

/// The facts of all texts of a registry as those of one policy: by name, with every value that a text knows. A name
/// that texts give different types is left out, and so is a list that several texts have.
class SharedFacts {
public:
    explicit SharedFacts(const Registry& registry);

    /// Facts only.
    [[nodiscard]] PolicyDescription description() const;

    /// A request of one policy as one of these facts.
    [[nodiscard]] RequestRecord shared(const PolicyDescription& policy, const RequestRecord& request) const;
    /// One of these facts as a policy reads it; nothing where it has a value or a number that the policy does not know.
    [[nodiscard]] std::optional<RequestRecord> own(const PolicyDescription& policy, const RequestRecord& request) const;

private:
    /// A list, which one text has: with its fields it is fact `shared` and on here, and fact `own` and on there.
    struct SharedList {
        const PolicyDescription* policy = nullptr;
        std::uint16_t own = 0;
        std::uint16_t shared = 0;
    };
    void add(const FactDescription& fact);
    void add_list(const PolicyDescription& policy, std::uint16_t list);
    [[nodiscard]] std::optional<std::uint16_t> find(Text name) const;
    /// That of a fact of a policy, if it is no list and shared.
    [[nodiscard]] std::optional<std::uint16_t> shared_fact(const FactDescription& own) const;
    /// The same answer where another fact of that name has its values elsewhere; nothing if it has no such value.
    [[nodiscard]] static std::optional<Answer> translated(const Answer& answer, const FactDescription& from,
                                                          const FactDescription& to);

    std::vector<FactDescription> facts_;
    std::vector<SharedList> lists_;
    std::list<std::vector<ValueDescription>> values_;
};

}  // namespace pol::testing
