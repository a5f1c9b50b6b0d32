#include "pol/code.hpp"

#include <doctest/doctest.h>

#include <string_view>
#include <type_traits>

namespace {

using pol::Text;

bool is_code(pol::CodeSystem system, std::string_view text) {
    return pol::parse_code(system, Text(text.data(), static_cast<std::uint32_t>(text.size()))).valid;
}

TEST_CASE("a text is a literal, or so many bytes of a buffer") {
    static_assert(std::is_constructible_v<Text, const char(&)[6]>);
    static_assert(!std::is_constructible_v<Text, char(&)[16]>);
    char buffer[16] = "J1304";
    CHECK(pol::parse_hcpcs({buffer, 5}).valid);
}

TEST_CASE("a HCPCS code is a letter A to V and four digits") {
    static_assert(pol::parse_hcpcs("J1304").valid);
    CHECK(is_code(pol::CodeSystem::hcpcs, "A0001"));
    CHECK(is_code(pol::CodeSystem::hcpcs, "V9999"));
    for (const char* wrong : {"", "J130", "J13045", "W1304", "j1304", "11304", "J13O4", "J13.4"})
        CHECK_FALSE(is_code(pol::CodeSystem::hcpcs, wrong));
}

TEST_CASE("a CPT code is five digits") {
    CHECK(is_code(pol::CodeSystem::cpt, "96450"));
    for (const char* wrong : {"", "9645", "964500", "J1304", "9645T"})
        CHECK_FALSE(is_code(pol::CodeSystem::cpt, wrong));
}

TEST_CASE("an ICD-10-CM code has its dot behind the third character") {
    for (const char* right : {"G12", "G12.2", "G12.21", "U07.1", "C4A.9", "S72.001A"})
        CHECK(is_code(pol::CodeSystem::icd10cm, right));
    for (const char* wrong : {"", "G1", "G12.", "G1221", "G122.1", "1G2.1", "GG2.1", "G12.21.1", "S72.001AB", "g12.21"})
        CHECK_FALSE(is_code(pol::CodeSystem::icd10cm, wrong));
}

TEST_CASE("an NDC has one of five segment shapes") {
    for (const char* right : {"1234-5678-90", "12345-678-90", "12345-6789-0", "12345-6789-01", "123456-7890-12",
                              "64406010901", "064406010901"})
        CHECK(is_code(pol::CodeSystem::ndc, right));
    for (const char* wrong : {"", "-", "6440601090", "1234-567-89", "12345-67-890", "12345-6789", "12345-6789-01-1",
                              "12345-6789-0A", "123-45678-90", "9999999999999"})
        CHECK_FALSE(is_code(pol::CodeSystem::ndc, wrong));
}

TEST_CASE("one package has one normal form, however its NDC is written") {
    constexpr auto billing = pol::parse_ndc("64406-0109-01");
    // A long last segment makes up for no short one before it.
    CHECK_FALSE(pol::parse_ndc("64406-109-000000000001").valid);
    CHECK_FALSE(pol::parse_ndc("6440-109-000000000001").valid);
    static_assert(pol::parse_ndc("64406-109-01").code == billing.code);
    static_assert(pol::parse_ndc("064406-0109-01").code == billing.code);
    static_assert(pol::parse_ndc("64406010901").code == billing.code);
    CHECK(pol::parse_ndc("64406-0109-1").code == billing.code);
    CHECK_FALSE(pol::parse_ndc("64406-0109-02").code == billing.code);
}

TEST_CASE("codes of different systems or lengths are never equal") {
    CHECK_FALSE(pol::parse_cpt("96450").code == pol::parse_ndc("00000096450").code);
    CHECK_FALSE(pol::parse_icd10cm("G12").code == pol::parse_icd10cm("G12.0").code);
    CHECK_FALSE(pol::parse_icd10cm("G12.2").code == pol::parse_icd10cm("G12.20").code);
}

}  // namespace
