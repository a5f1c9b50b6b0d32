#pragma once

#include "pol/evidence.hpp"
#include "pol/outcome.hpp"

#include <string_view>

namespace pol {

/// The words of the closed lists, one place for `.pol` files, findings, JSON and texts. For tools; generated
/// evaluators do without them.

[[nodiscard]] constexpr std::string_view words_of(Outcome outcome) noexcept {
    constexpr std::string_view words[] = {"approved",        "criteria not met", "not medically necessary",
                                          "investigational", "excluded",         "does not apply",
                                          "refer",           "review",           "needs information"};
    static_assert(std::size(words) == outcome_count);
    return words[static_cast<std::size_t>(outcome)];
}

[[nodiscard]] constexpr std::string_view words_of(QuestionKind kind) noexcept {
    constexpr std::string_view words[] = {"answer", "attest", "document", "exact date", "measure again", "resolve"};
    static_assert(std::size(words) == static_cast<std::size_t>(QuestionKind::resolve) + 1);
    return words[static_cast<std::size_t>(kind)];
}

[[nodiscard]] constexpr std::string_view words_of(Evidence evidence) noexcept {
    constexpr std::string_view words[] = {"none", "claimed", "attested", "documented"};
    static_assert(std::size(words) == static_cast<std::size_t>(Evidence::documented) + 1);
    return words[static_cast<std::size_t>(evidence)];
}

[[nodiscard]] constexpr std::string_view words_of(TargetKind kind) noexcept {
    constexpr std::string_view words[] = {"policy", "LCD", "NCD"};
    static_assert(std::size(words) == static_cast<std::size_t>(TargetKind::ncd) + 1);
    return words[static_cast<std::size_t>(kind)];
}

}  // namespace pol
