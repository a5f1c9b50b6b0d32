#pragma once

#include "compiler/compare/differences.hpp"
#include "compiler/interpret/interpreter.hpp"
#include "compiler/interpret/routes.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace pol::comparison {

/// Changes of one kind: the same clauses, from one outcome to another. With one member, whom both interpreters decided.
struct Group {
    Difference difference;
    /// How many of the looked-at requests change so; the greatest number where they are more.
    std::uint64_t count = 0;
    /// By name, those for whom a changed request was found.
    std::vector<std::string> lines{};
    std::vector<std::string> kinds{};
    /// In the words of the vocabulary, and what both texts decide.
    RequestRecord member{};
    DecisionRecord older{};
    DecisionRecord newer{};
};

/// Decides requests by both texts and keeps what differs.
class Groups {
public:
    /// The original texts confirm what is found in the words of the vocabulary.
    Groups(const Texts& texts, const std::vector<Edit>& edits, const model::Policy& original_old,
           const model::Policy& original_new);
    Groups(const Groups&) = delete;
    Groups& operator=(const Groups&) = delete;

    /// How the request comes out differently. It counts for `count` requests, on all of `routes`, or on its own.
    std::optional<Difference> consider(const RequestRecord& request, std::uint64_t count,
                                       const std::vector<interpretation::Route>& routes);
    [[nodiscard]] std::optional<Difference> difference(const RequestRecord& request) const;

    /// Whether what an edit says of the request is known in both texts, and not the same.
    [[nodiscard]] bool tells_otherwise(const Edit& edit, const RequestRecord& request) const;

    /// How many requests were decided by both texts, each counted once.
    [[nodiscard]] std::uint64_t considered() const { return considered_; }
    /// Those that rest on fewer clauses take in those that rest on these and others; in the order of what they say.
    [[nodiscard]] std::vector<Group> merged() const;
    [[nodiscard]] const Differences& differences() const { return differences_; }

private:
    [[nodiscard]] std::optional<std::size_t> place_in_group(const RequestRecord& request);
    [[nodiscard]] RequestRecord smallest(RequestRecord request, const Difference& wanted) const;
    [[nodiscard]] std::size_t questions_about(const RequestRecord& request) const;
    [[nodiscard]] bool confirms(const RequestRecord& request) const;
    void note_routes(Group& group, const std::vector<interpretation::Route>& routes) const;
    [[nodiscard]] std::vector<interpretation::Route> route_of(const RequestRecord& request) const;

    const Texts& texts_;
    model::Policy original_old_;
    model::Policy original_new_;
    Interpreter original_old_interpreter_;
    Interpreter original_new_interpreter_;
    Interpreter old_interpreter_;
    Interpreter new_interpreter_;
    Differences differences_;
    std::vector<Group> groups_;
    /// By key of all requests that were considered: edits that read the same facts lead to the same requests.
    std::unordered_map<std::string, std::optional<std::size_t>> group_of_request_;
    std::uint64_t considered_ = 0;
};

}  // namespace pol::comparison
