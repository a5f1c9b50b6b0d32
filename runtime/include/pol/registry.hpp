#pragma once

#include "pol/code.hpp"
#include "pol/compiled_policy.hpp"
#include "pol/date.hpp"
#include "pol/description.hpp"
#include "pol/sorted.hpp"
#include "pol/text.hpp"

#include <cstdint>

namespace pol {

/// All policies of a build under one lookup: by number, or by a HCPCS, CPT or NDC code, and by the dates of a request.
/// The tables are read-only, a lookup is a binary search, and nothing is allocated.

/// Every day there is.
inline constexpr DateRange any_day{Date{-0x7fffffff}, open_end};

/// One text of a policy. Texts of one plan with one number are a series; each day has exactly one of them that answers
/// for it.
struct RegisteredText {
    Text number{};
    const CompiledPolicy& (*policy)() noexcept = nullptr;
    /// `date_of_service` or `date_of_request`: whichever selects the text.
    BuiltinFact selected_by = BuiltinFact::date_of_service;
    /// The days on which the text is in force.
    DateRange in_force{};
    /// The days for which it gives the answer: those in force; those since the text before it, of which its `earlier`
    /// tells; for the first one all days before, for the last one all days behind.
    DateRange answers{};
};

/// That a text lists a code, valid on some days.
struct Listing {
    std::uint32_t text = 0;
    DateRange valid = any_day;
};

/// Listings of one code or of one number, `count` from `first` on.
struct ListedCode {
    Code code{};
    std::uint32_t first = 0;
    std::uint32_t count = 0;
};
struct ListedNumber {
    Text number{};
    std::uint32_t first = 0;
    std::uint32_t count = 0;
};

/// The dates of a request as far as they are known: by themselves every day is possible.
struct RequestDays {
    DateRange of_service = any_day;
    DateRange of_request = any_day;
};

/// The texts that a lookup finds, in the order of their numbers and days; `for (const RegisteredText& text : found)`.
/// Dates that are known leave one text of a series. Without them each text that may answer is found.
class FoundTexts {
public:
    class Iterator {
    public:
        constexpr Iterator(const FoundTexts& found, std::uint32_t at) noexcept : found_(&found), at_(at) { skip(); }
        [[nodiscard]] constexpr const RegisteredText& operator*() const noexcept {
            return found_->texts_[found_->listings_[at_].text];
        }
        [[nodiscard]] constexpr const RegisteredText* operator->() const noexcept { return &**this; }
        constexpr Iterator& operator++() noexcept {
            const std::uint32_t text = found_->listings_[at_].text;
            do {
                ++at_;
                skip();
            } while (at_ < found_->listings_.size && found_->listings_[at_].text == text);
            return *this;
        }
        [[nodiscard]] friend constexpr bool operator==(const Iterator& left, const Iterator& right) noexcept {
            return left.at_ == right.at_;
        }

    private:
        constexpr void skip() noexcept {
            while (at_ < found_->listings_.size && !found_->counts(found_->listings_[at_])) ++at_;
        }

        const FoundTexts* found_;
        std::uint32_t at_;
    };

    constexpr FoundTexts() noexcept = default;
    constexpr FoundTexts(List<Listing> listings, List<RegisteredText> texts, const RequestDays& days) noexcept
        : listings_(listings), texts_(texts), days_(days) {}

    [[nodiscard]] constexpr Iterator begin() const noexcept { return {*this, 0}; }
    [[nodiscard]] constexpr Iterator end() const noexcept { return {*this, listings_.size}; }
    [[nodiscard]] constexpr bool empty() const noexcept { return begin() == end(); }

private:
    static constexpr bool meet(const DateRange& left, const DateRange& right) noexcept {
        return left.first <= right.last && right.first <= left.last;
    }
    /// A code counts on the day of service, whatever selects the text.
    [[nodiscard]] constexpr bool counts(const Listing& listing) const noexcept {
        const RegisteredText& text = texts_[listing.text];
        const bool by_service = text.selected_by == BuiltinFact::date_of_service;
        return meet(listing.valid, days_.of_service) &&
               meet(text.answers, by_service ? days_.of_service : days_.of_request);
    }

    List<Listing> listings_{};
    List<RegisteredText> texts_{};
    RequestDays days_{};
};

/// The generated tables; `TARGET_registry()` of a build gives its own.
struct Registry {
    /// By number, then by their days.
    List<RegisteredText> texts{};
    List<ListedNumber> numbers{};
    List<ListedCode> codes{};
    List<Listing> listings{};

    /// The texts of the policy with that number, as the document prints it; none if there is no such policy, and
    /// those of several where several plans use the number.
    [[nodiscard]] constexpr FoundTexts find(Text number, const RequestDays& days = {}) const noexcept {
        const std::uint32_t at =
            first_not_before(numbers, [&](const ListedNumber& each) { return is_before(each.number, number); });
        if (at == numbers.size || is_before(number, numbers[at].number)) return {};
        return found(numbers[at], days);
    }

    /// The texts of every policy that lists a code, valid on the day of service; none if no policy lists it.
    [[nodiscard]] constexpr FoundTexts find(Code code, const RequestDays& days = {}) const noexcept {
        const std::uint32_t at = first_not_before(codes, [&](const ListedCode& each) { return each.code < code; });
        if (at == codes.size || codes[at].code != code) return {};
        return found(codes[at], days);
    }

private:
    [[nodiscard]] static constexpr bool is_before(Text left, Text right) noexcept {
        for (std::uint32_t i = 0; i < left.size && i < right.size; ++i)
            if (left.data[i] != right.data[i])
                return static_cast<unsigned char>(left.data[i]) < static_cast<unsigned char>(right.data[i]);
        return left.size < right.size;
    }

    template <class Row>
    [[nodiscard]] constexpr FoundTexts found(const Row& row, const RequestDays& days) const noexcept {
        return {List<Listing>(listings.data + row.first, row.count), texts, days};
    }
};

}  // namespace pol
