#include "tests/support/model_words.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <array>
#include <cstdlib>

namespace pol::test {

namespace {

template <std::size_t Size, class Enumeration>
std::string_view pick(const std::array<std::string_view, Size>& words, Enumeration value) {
    return words.at(static_cast<std::size_t>(value));
}

}  // namespace

std::string_view word(Outcome outcome) {
    static constexpr std::array<std::string_view, outcome_count> words{
        "approved", "criteria not met", "not medically necessary", "investigational", "excluded", "does not apply",
        "refer to", "review",           "needs information"};
    return pick(words, outcome);
}

std::string_view word(Evidence evidence) {
    static constexpr std::array<std::string_view, 4> words{"none", "claimed", "attested", "documented"};
    return pick(words, evidence);
}

std::string_view word(ClauseKind kind) {
    static constexpr std::array<std::string_view, 12> words{"text",          "box",         "benefit",   "gate",
                                                            "determination", "requirement", "otherwise", "approval",
                                                            "dosing",        "because",     "evidence",  "note"};
    return pick(words, kind);
}

std::string_view word(FactType type) {
    static constexpr std::array<std::string_view, 7> words{"yes/no", "one of",      "date", "partial date",
                                                           "number", "measurement", "list"};
    return pick(words, type);
}

std::string_view word(Notation notation) {
    static constexpr std::array<std::string_view, 7> words{"amounts", "names",     "yes/no", "HCPCS",
                                                           "CPT",     "ICD-10-CM", "NDC"};
    return pick(words, notation);
}

std::string_view word(FactSource source) {
    static constexpr std::array<std::string_view, 3> words{"request", "plan", "provider"};
    return pick(words, source);
}

std::string_view word(TargetKind kind) {
    static constexpr std::array<std::string_view, 3> words{"policy", "LCD", "NCD"};
    return pick(words, kind);
}

std::string_view word(QuestionKind kind) {
    static constexpr std::array<std::string_view, 6> words{"answer",     "attest",        "document",
                                                           "exact date", "measure again", "resolve"};
    return pick(words, kind);
}

std::string text(Decimal decimal) {
    std::string digits = fmt::format("{:0{}}", std::abs(decimal.digits), decimal.places + 1);
    if (decimal.places > 0) digits.insert(digits.end() - decimal.places, '.');
    return (decimal.digits < 0 ? "-" : "") + digits;
}

std::string text(Duration duration) {
    return fmt::format("{} {}", duration.amount, duration.unit == DurationUnit::days ? "days" : "months");
}

std::string text(const model::Policy& policy, const model::Verdict& verdict) {
    if (verdict.target == no_index) return std::string(word(verdict.outcome));
    const model::Target& target = policy.targets.at(verdict.target);
    return fmt::format("{} {} {}", word(verdict.outcome), word(target.kind), target.number);
}

std::string quantifier_text(model::Quantifier quantifier, std::int32_t count) {
    if (quantifier == model::Quantifier::at_least) return fmt::format("at least {} of", count);
    static constexpr std::array<std::string_view, 6> words{"all of",   "any of", "none of",
                                                           "at least", "unless", "if then"};
    return std::string(pick(words, quantifier));
}

std::string_view comparison_text(std::size_t comparison) {
    static constexpr std::array<std::string_view, 6> words{"is",           "is not",     "is at least",
                                                           "is more than", "is at most", "is less than"};
    return pick(words, comparison);
}

std::string joined(const std::vector<std::string>& parts, std::string_view between) {
    return parts.empty() ? "-" : fmt::format("{}", fmt::join(parts, between));
}

}  // namespace pol::test
