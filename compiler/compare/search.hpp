#pragma once

#include "compiler/compare/groups.hpp"
#include "compiler/compare/route_classes.hpp"
#include "compiler/compare/translate.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace pol::comparison {

/// How far a search got.
struct Coverage {
    /// Combinations of answers that were compared, most of them by what they share.
    std::uint64_t compared = 0;
    /// Whether these are all that the rules can tell apart on one day of the request.
    bool is_complete = true;
};

/// Compares both texts on one class of routes: depth first over the answers, leaving out what both surely decide alike.
class RouteSearch {
public:
    RouteSearch(const Texts& texts, const RouteClass& route_class, Groups& groups);

    /// All combinations, where `limit` steps suffice.
    [[nodiscard]] Coverage compare_all(std::uint64_t limit);
    /// Where one edit makes a difference, at most `limit` steps for it and `each` for one set of answers to what it
    /// reads.
    void look_around(const Edit& edit, std::uint64_t limit, std::uint64_t each);
    [[nodiscard]] const std::vector<Choice>& choices() const { return choices_; }
    /// A request that one of the texts surely approves; nothing where `limit` steps find none.
    [[nodiscard]] std::optional<RequestRecord> approved_by(Side side, std::uint64_t limit);
    /// Whether the answers listed are all that the rules can tell apart.
    [[nodiscard]] bool is_finite() const;

private:
    /// By choice the answer chosen; `open` while it is not.
    using State = std::vector<std::size_t>;
    struct Sight {
        bool is_alike = false;
        bool is_decided = false;
        bool differs = false;
    };

    [[nodiscard]] RequestRecord request_of(const State& state) const;
    [[nodiscard]] State settled_part(const State& state) const;
    [[nodiscard]] Sight look(const State& state) const;
    /// Whether both texts see two answers contradict each other, so that the request says nothing.
    [[nodiscard]] bool contradicts_itself(const State& state, std::size_t latest) const;
    [[nodiscard]] bool edits_are_alike(const interpretation::Truths& older, const interpretation::Truths& newer) const;
    void descend(State& state, std::size_t depth);
    [[nodiscard]] bool find_approved(const interpretation::PreparedPolicy& prepared, State& state, std::size_t depth);
    [[nodiscard]] bool record(const State& state, std::size_t depth);
    void prefer_approved();
    void prefer(const RequestRecord& request);
    void count(std::size_t depth);
    void order_by(const std::vector<bool>& is_first);
    void link_partners();

    const Texts& texts_;
    const RouteClass& class_;
    Groups& groups_;
    std::vector<Choice> choices_;
    RequestRecord usual_;
    /// By choice: the answers to try, those with which it implies something or is implied, and sizes of what is behind.
    std::vector<std::vector<std::size_t>> tried_;
    std::vector<std::vector<std::size_t>> partners_;
    std::vector<std::uint64_t> behind_;
    /// The edit that is looked at; none where all are.
    const Edit* wanted_ = nullptr;
    std::uint64_t left_ = 0;
    std::uint64_t reasons_left_ = 0;
    bool is_exhausted_ = false;
    /// Of a search around one edit: how many of its facts stand first, and hits with these answers.
    std::size_t first_count_ = 0;
    int hits_ = 0;
    std::uint64_t steps_here_ = 0;
    std::uint64_t left_here_ = 0;
    std::uint64_t compared_ = 0;
};

}  // namespace pol::comparison
