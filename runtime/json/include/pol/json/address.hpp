#pragma once

#include "pol/code.hpp"
#include "pol/description.hpp"
#include "pol/json/members.hpp"
#include "pol/json/read_request.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace pol::json {

/// A request to a program with many policies says in one member, its address, which policy it is for. Whether a member
/// of that name is one: in `policy` by its number, in `hcpcs`, `cpt` or `ndc` by a code that it lists. To the reader of
/// one policy these are no facts.
[[nodiscard]] bool is_address(std::string_view name);

/// The names of all addresses, for suggestions.
[[nodiscard]] std::vector<std::string_view> address_names();

/// The system of an address that is a code; nothing for the number of a policy, and for what is no address.
[[nodiscard]] std::optional<CodeSystem> code_system_of(std::string_view name);

/// Whether a request may have an address: of most this tells without a look at their members that they have none.
[[nodiscard]] bool may_have_address(std::string_view request);

/// What is wrong with a request that has more than one address: the second stands beside another, or is the same member
/// given twice. `members` are those of the request.
[[nodiscard]] std::optional<RequestError> error_of_second_address(const std::vector<Member>& members);

/// Whether a request for the policy may have a member with that name that is a fact.
[[nodiscard]] bool has_fact(const PolicyDescription& policy, std::string_view name);

/// The request as the reader of one policy takes it: without its addresses, and without those facts that the policy
/// does not have but another text has that answers the same request. All else stays where it is, byte for byte.
/// `members` are those of the request. `answering` are the texts that answer it, the policy itself among them or not;
/// null stands for one that nobody has at hand. Such a text may have any fact, so none stays that the policy lacks.
[[nodiscard]] std::string request_for(const PolicyDescription& policy,
                                      std::span<const PolicyDescription* const> answering, std::string_view request,
                                      const std::vector<Member>& members);

}  // namespace pol::json
