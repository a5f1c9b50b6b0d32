#pragma once

#include "pol/decide.hpp"
#include "pol/engine_room.hpp"
#include "pol/fact_offset.hpp"
#include "pol/measurement.hpp"

#include <cstddef>
#include <cstdint>
#include <cstring>

namespace pol {

/// How every request begins: the facts that all policies have, their choices as numbers.
struct CommonFacts {
    Fact<std::uint16_t> line_of_business;
    Fact<std::uint16_t> benefit;
    Fact<std::uint16_t> request;
    Fact<DateRange> birth_date;
    Fact<Date> date_of_request;
    Fact<Date> date_of_service;
    Fact<Date> first_start;
};

template <EngineRoom room>
class SharedCase;

/// A policy as the engine of its room sees it: its rules, where the facts of its requests lie, and its functions
/// (pol/typed_case.hpp). Those it does not need are null.
template <EngineRoom room>
struct SharedPolicy {
    using Truths = ClauseTruths<room.clauses>;
    using Questions = QuestionList<SharedCase<room>>;

    const PolicyRules<room.clauses>* rules = nullptr;
    const FactOffset* facts = nullptr;
    std::uint32_t request_size = 0;
    Truth (*gate_truth)(const void* request) noexcept = nullptr;
    void (*evaluate)(int section, const void* request, Truths& truths) noexcept = nullptr;
    Explained<room.clauses> (*criteria)(int section, int kind, const void* request, Truths& truths) noexcept = nullptr;
    void (*find_broken_implications)(const void* request, Bits<room.places>& broken) noexcept = nullptr;
    void (*find_numbers_beyond_bounds)(const void* request, Bits<room.facts>& beyond) noexcept = nullptr;
    DateRange (*selecting_day)(const void* request) noexcept = nullptr;
    void (*ask)(int clause, const void* request, Questions& questions) noexcept = nullptr;
    Length (*length)(int approval, const void* request) noexcept = nullptr;
    DateRange (*until)(int approval, const void* request) noexcept = nullptr;
    bool (*amounts)(int approval, const void* request, Result& result) noexcept = nullptr;
    void (*ask_approval)(int approval, const void* request, Questions& questions, bool asks_until) noexcept = nullptr;
};

/// A request of any policy of a room, with its policy.
template <EngineRoom shared_room>
class SharedCase {
public:
    static constexpr EngineRoom room = shared_room;
    using Policy = SharedPolicy<room>;
    using Questions = QuestionList<SharedCase>;

    SharedCase(const Policy& policy, const void* request) noexcept
        : policy_(policy), request_(static_cast<const unsigned char*>(request)) {}

    [[nodiscard]] const PolicyRules<room.clauses>& rules() const noexcept { return *policy_.rules; }

    [[nodiscard]] Presence presence(int fact) const noexcept {
        return static_cast<Presence>(request_[policy_.facts[fact].presence]);
    }
    [[nodiscard]] bool is_usable(int fact, Evidence minimum) const noexcept {
        const std::uint32_t at = policy_.facts[fact].presence;
        return static_cast<Presence>(request_[at]) == Presence::given &&
               static_cast<Evidence>(request_[at + 1]) >= minimum;
    }
    /// Line of business, benefit or kind of request.
    [[nodiscard]] Fact<std::uint16_t> choice(BuiltinFact fact) const noexcept {
        return at<Fact<std::uint16_t>>(static_cast<std::size_t>(fact) * sizeof(Fact<std::uint16_t>));
    }
    [[nodiscard]] Fact<DateRange> dated(int fact) const noexcept {
        switch (policy_.facts[fact].type) {
            case FactType::date:
                return pol::dated(read<Date>(fact));
            case FactType::partial_date:
                return read<DateRange>(fact);
            case FactType::measurement:
                return pol::dated(read<Measurement>(fact));
            default:
                return {};
        }
    }
    [[nodiscard]] ApprovalDates dates(int starts_on) const noexcept {
        return {.starts_on = read<Date>(starts_on),
                .first_start = at<Fact<Date>>(offsetof(CommonFacts, first_start)),
                .date_of_service = at<Fact<Date>>(offsetof(CommonFacts, date_of_service))};
    }
    [[nodiscard]] DateRange selecting_day() const noexcept {
        if (policy_.selecting_day != nullptr) return policy_.selecting_day(request_);
        return day_of(dated(rules().text.selected_by), Evidence::none).range;
    }

    [[nodiscard]] Truth gate_truth() const noexcept { return policy_.gate_truth(request_); }
    void evaluate(int section, ClauseTruths<room.clauses>& truths) const noexcept {
        policy_.evaluate(section, request_, truths);
    }
    [[nodiscard]] Explained<room.clauses> criteria(int section, int kind,
                                                   ClauseTruths<room.clauses>& truths) const noexcept {
        return policy_.criteria(section, kind, request_, truths);
    }
    void ask(int clause, Questions& questions) const noexcept { policy_.ask(clause, request_, questions); }
    void find_broken_implications(Bits<room.places>& broken) const noexcept {
        if (policy_.find_broken_implications != nullptr) policy_.find_broken_implications(request_, broken);
    }
    void find_numbers_beyond_bounds(Bits<room.facts>& beyond) const noexcept {
        if (policy_.find_numbers_beyond_bounds != nullptr) policy_.find_numbers_beyond_bounds(request_, beyond);
    }

    [[nodiscard]] Length length(int approval) const noexcept { return policy_.length(approval, request_); }
    [[nodiscard]] DateRange until(int approval) const noexcept { return policy_.until(approval, request_); }
    bool amounts(int approval, Result& result) const noexcept { return policy_.amounts(approval, request_, result); }
    void ask_approval(int approval, Questions& questions, bool asks_until) const noexcept {
        policy_.ask_approval(approval, request_, questions, asks_until);
    }

    /// A copy of the request in which facts are changed.
    class Changed {
    public:
        void copy(const SharedCase& from) noexcept {
            facts_ = from.policy_.facts;
            std::memcpy(request_, from.request_, from.policy_.request_size);
        }
        void set_presence(int fact, Presence presence) noexcept {
            request_[facts_[fact].presence] = static_cast<unsigned char>(presence);
        }
        void choose(BuiltinFact fact, int value) noexcept {
            const Fact<std::uint16_t> chosen{.value = static_cast<std::uint16_t>(value), .presence = Presence::given};
            std::memcpy(request_ + static_cast<std::size_t>(fact) * sizeof chosen, &chosen, sizeof chosen);
        }
        [[nodiscard]] SharedCase as_case(const SharedCase& from) const noexcept {
            return SharedCase(from.policy_, request_);
        }

    private:
        const FactOffset* facts_ = nullptr;
        alignas(16) unsigned char request_[static_cast<unsigned>(room.request_size())];
    };

private:
    template <class Part>
    [[nodiscard]] Part at(std::size_t offset) const noexcept {
        Part part;
        std::memcpy(&part, request_ + offset, sizeof part);
        return part;
    }
    /// A fact with that type of value.
    template <class Value>
    [[nodiscard]] Fact<Value> read(int fact) const noexcept {
        return at<Fact<Value>>(policy_.facts[fact].presence - offsetof(Fact<Value>, presence));
    }

    const Policy& policy_;
    const unsigned char* request_;
};

/// Decides a request of the policy's own type. Flattened: of the instructions of a decision a fourth were calls.
template <EngineRoom room>
[[gnu::flatten]] void decide(const SharedPolicy<room>& policy, const void* request,
                             const DecisionOutput<room.clauses>& decision) noexcept {
    decide_case(SharedCase<room>(policy, request), decision);
}

}  // namespace pol
