#pragma once

#include "pol/answer.hpp"
#include "pol/decision_view.hpp"
#include "pol/description.hpp"

#include <cstdint>
#include <new>

namespace pol {

struct EntryRecord;

/// A compiled policy in the form that serves all of them: what registries, services and tools call that do not know its
/// types. Every generated header offers its own as `compiled_policy()`. Rooms are given by the caller, as large as said
/// here and aligned for anything; but for the entries of lists nothing is allocated.
struct CompiledPolicy {
    const PolicyDescription* description = nullptr;
    std::uint32_t request_size = 0;
    std::uint32_t decision_size = 0;
    /// Makes an empty request in a room, and ends it.
    void (*begin_request)(void* room) noexcept = nullptr;
    void (*end_request)(void* room) noexcept = nullptr;
    /// Sets a fact of such a request by its number, and adds an entry to a list of it; null without lists.
    void (*assign)(void* request, std::uint16_t fact, const Answer& answer) noexcept = nullptr;
    void (*add_entry)(void* request, const EntryRecord& entry) = nullptr;
    /// Decides such a request, or one of the policy's own type. The view is that of the decision in the room.
    DecisionView (*decide)(const void* request, void* decision_room) noexcept = nullptr;
    /// Stands for the policy's own type of requests.
    const void* request_type = nullptr;

    /// Whether `Request` is the policy's own type, so that one may be decided as it is.
    template <class Request>
    [[nodiscard]] bool takes() const noexcept;
};

namespace detail {

/// An address of its own for every type.
template <class Type>
inline constexpr char type_key = 0;

/// A request with the entries that it borrows. INVARIANT: the request comes first, at the same address.
template <class Request, class Entries>
struct OwningRequest {
    Request request{};
    Entries entries{};
};
struct NoEntries {};

template <class Request, class Entries, auto decide, auto assign>
struct Erased {
    using Owning = OwningRequest<Request, Entries>;
    using Decision = decltype(decide(Request{}));

    static void begin_request(void* room) noexcept { ::new (room) Owning; }
    static void end_request(void* room) noexcept { static_cast<Owning*>(room)->~Owning(); }
    static void assign_fact(void* request, std::uint16_t fact, const Answer& answer) noexcept {
        assign(static_cast<Owning*>(request)->request, fact, answer);
    }
    static DecisionView decide_in(const void* request, void* room) noexcept {
        return DecisionView(*::new (room) Decision(decide(*static_cast<const Request*>(request))));
    }

    [[nodiscard]] static constexpr CompiledPolicy policy(const PolicyDescription& description) noexcept {
        return {.description = &description,
                .request_size = sizeof(Owning),
                .decision_size = sizeof(Decision),
                .begin_request = begin_request,
                .end_request = end_request,
                .assign = assign_fact,
                .add_entry = nullptr,
                .decide = decide_in,
                .request_type = &type_key<Request>};
    }
};

}  // namespace detail

template <class Request>
bool CompiledPolicy::takes() const noexcept {
    return request_type == &detail::type_key<Request>;
}

/// How generated sources make theirs.
template <class Request, auto decide, auto assign>
[[nodiscard]] constexpr CompiledPolicy compiled(const PolicyDescription& description) noexcept {
    return detail::Erased<Request, detail::NoEntries, decide, assign>::policy(description);
}

/// The same with lists.
template <class Request, class Entries, auto decide, auto assign, auto add_entry>
[[nodiscard]] constexpr CompiledPolicy compiled(const PolicyDescription& description) noexcept {
    CompiledPolicy policy = detail::Erased<Request, Entries, decide, assign>::policy(description);
    policy.add_entry = [](void* request, const EntryRecord& entry) {
        auto& owning = *static_cast<detail::OwningRequest<Request, Entries>*>(request);
        add_entry(owning.request, owning.entries, entry);
    };
    return policy;
}

}  // namespace pol
