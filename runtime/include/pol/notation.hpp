#pragma once

#include "pol/code.hpp"
#include "pol/decimal.hpp"

#include <cstdint>

namespace pol {

/// How the values of a number or a measurement are written: as the amounts they are; by the names of a list, of which
/// the number is the place; as yes and no, of which no is 0 and yes is 1; as codes of a system, in whose order the
/// numbers are.
enum class Notation : std::uint8_t { amount, name, yes_no, hcpcs, cpt, icd10cm, ndc };

[[nodiscard]] constexpr bool is_code(Notation notation) noexcept { return notation >= Notation::hcpcs; }

/// Of a notation that is one of codes.
[[nodiscard]] constexpr CodeSystem system_of(Notation notation) noexcept {
    switch (notation) {
        case Notation::hcpcs:
            return CodeSystem::hcpcs;
        case Notation::cpt:
            return CodeSystem::cpt;
        case Notation::icd10cm:
            return CodeSystem::icd10cm;
        case Notation::ndc:
        case Notation::amount:
        case Notation::name:
        case Notation::yes_no:
            break;
    }
    return CodeSystem::ndc;
}

/// What a code of a system is called, and one of them.
struct SystemWords {
    const char* name;
    const char* example;
};
[[nodiscard]] constexpr SystemWords words_of(CodeSystem system) noexcept {
    switch (system) {
        case CodeSystem::hcpcs:
            return {"a HCPCS code", "J1304"};
        case CodeSystem::cpt:
            return {"a CPT code", "96413"};
        case CodeSystem::icd10cm:
            return {"an ICD-10-CM code", "C50.911"};
        case CodeSystem::ndc:
            break;
    }
    return {"an NDC", "64406-0109-01"};
}

/// The number that stands for a code in a request.
[[nodiscard]] constexpr Decimal number_for(Code code) noexcept {
    return {.digits = static_cast<std::int64_t>(code.key), .places = 0};
}
/// The number of the last code that a system can have.
[[nodiscard]] constexpr Decimal last_number(CodeSystem system) noexcept {
    constexpr std::int64_t icd10cm_end = 94'931'877'133;  // 37 to the 7th
    constexpr std::int64_t five_characters_end = 69'343'957;
    constexpr std::int64_t ndc_end = 1'000'000'000'000;
    if (system == CodeSystem::ndc) return {.digits = ndc_end - 1, .places = 0};
    return {.digits = (system == CodeSystem::icd10cm ? icd10cm_end : five_characters_end) - 1, .places = 0};
}

/// The number that stands for a value of a choice with a day: its place, from 0.
template <class Value>
[[nodiscard]] constexpr Decimal place_of(Value value) noexcept {
    return {.digits = static_cast<std::int64_t>(value), .places = 0};
}

namespace detail {
/// Called, and so the end of the build, where `code` is not written as one of its system.
inline void is_not_a_code() noexcept {}

template <std::uint32_t N>
[[nodiscard]] consteval Decimal code_written(CodeSystem system, const char (&written)[N]) noexcept {
    const ParsedCode parsed = parse_code(system, Text(written, N - 1));
    if (!parsed.valid) is_not_a_code();
    return number_for(parsed.code);
}
}  // namespace detail

/// A code as it is written: `request.diagnosis_code = pol::documented(pol::icd10cm("C50.911"))`. What is no code of the
/// system does not build. A code that is known at run time only is read with `parse_code` and given as its
/// `number_for`.
template <std::uint32_t N>
[[nodiscard]] consteval Decimal icd10cm(const char (&written)[N]) noexcept {
    return detail::code_written(CodeSystem::icd10cm, written);
}
template <std::uint32_t N>
[[nodiscard]] consteval Decimal hcpcs(const char (&written)[N]) noexcept {
    return detail::code_written(CodeSystem::hcpcs, written);
}
template <std::uint32_t N>
[[nodiscard]] consteval Decimal cpt(const char (&written)[N]) noexcept {
    return detail::code_written(CodeSystem::cpt, written);
}
template <std::uint32_t N>
[[nodiscard]] consteval Decimal ndc(const char (&written)[N]) noexcept {
    return detail::code_written(CodeSystem::ndc, written);
}

}  // namespace pol
