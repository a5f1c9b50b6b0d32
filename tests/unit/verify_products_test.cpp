// Codes of `drug … by product`, which the document prints beside the products' names.

#include "tests/support/verified.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <string>
#include <vector>

using namespace pol::test;

namespace {

/// What is found between a line of codes in the policy and the codes of the document.
std::vector<std::string> found(const std::string& line, const std::string& printed) {
    std::filesystem::current_path(POL_SOURCE_DIR);
    const std::string policy =
        "policy petrel \"Petrela\"\n  number \"RX.77\"\n  plan coast_plan\n  facts joints\n  effective 2026-01-01\n"
        "  text from 2026-01-01 by date_of_service\n  earlier not on file\nend\n"
        "drug petrel \"Petrela\" by product\n  hcpcs " +
        line + "\nend\nsection A\n  for employer\n  1. note \"x\"\nend\n";
    const std::string document =
        "Policy Name: Petrela\nPolicy #: RX.77\nEffective: 01/01/2026\n\nPOLICY:\n1. Something\n\nCODES:\n" + printed;
    std::vector<std::string> messages;
    for (const FoundAt& at : differences_of("tests/golden/verify/gannet/petrel.pol", policy, document))
        messages.push_back(at.message);
    return messages;
}

const std::string right = "J1001 for petrela, Q5001 for mollymawk, Q5002 for fulmaris = 10 mg per unit";
const std::string exchanged = "J1001 for petrela, Q5002 for mollymawk, Q5001 for fulmaris = 10 mg per unit";

/// Ways in which documents print the same codes.
const std::vector<std::string> in_running_text = {
    "10 mg per unit: Petrela J1001, Molly Mawk Q5001,\nFulmaris Q5002\n",
    "Petrela J1001 (10 mg per unit), Molly\nMawk Q5001 (10 mg per unit), Fulmaris\nQ5002 (10 mg per unit)\n",
};
const std::vector<std::string> in_a_table = {
    "Petrela      J1001\nMolly Mawk   Q5001\nFulmaris     Q5002\n10 mg per unit\n",
    "J1001   Petrela      10 mg\nQ5001   Molly Mawk   10 mg\nQ5002   Fulmaris     10 mg\n",
};
/// Names stand on both sides of every code: it may belong to either.
const std::vector<std::string> behind_a_list = {
    "Petrela, Molly Mawk and Fulmaris, 10 mg per unit\nJ1001 Petrela\nQ5001 Molly Mawk\nQ5002 Fulmaris\n",
};

}  // namespace

TEST_CASE("codes beside their products are not found") {
    for (const auto& ways : {in_running_text, in_a_table, behind_a_list})
        for (const std::string& printed : ways) {
            CAPTURE(printed);
            CHECK(found(right, printed).empty());
        }
}

TEST_CASE("two codes of products that are exchanged are found") {
    for (const auto& ways : {in_running_text, in_a_table})
        for (const std::string& printed : ways) {
            CAPTURE(printed);
            const std::vector<std::string> messages = found(exchanged, printed);
            REQUIRE(messages.size() == 2);
            CHECK(messages[0] == "the document prints `Q5002` for another product: `fulmaris`");
            CHECK(messages[1] == "the document prints `Q5001` for another product: `mollymawk`");
        }
}

TEST_CASE("a code between two names is found where it belongs to neither") {
    const std::string wrong = "Q5002 for petrela, Q5001 for mollymawk, J1001 for fulmaris = 10 mg per unit";
    CHECK(found(wrong, in_running_text[0]).size() == 2);
    const std::vector<std::string> messages = found(wrong, behind_a_list[0]);
    REQUIRE(messages.size() == 1);
    CHECK(messages[0] == "the document prints `Q5002` for another product: `mollymawk`");
}

TEST_CASE("codes that the document does not print beside names are not found") {
    for (const std::string printed :
         {"Petrela and its biosimilars: Q5001, J1001, Q5002 (10 mg)\n", "J1001, Q5001, Q5002, 10 mg\n",
          "J1001 Q5001 Q5002 10 mg\nPetrela Molly Mawk Fulmaris\n",
          "Petrela Molly Mawk Fulmaris\nJ1001 Q5001 Q5002 10 mg\n"}) {
        CAPTURE(printed);
        CHECK(found(right, printed).empty());
        CHECK(found(exchanged, printed).empty());
    }
}

TEST_CASE("a product with two codes, and a code of two products, stand beside a name") {
    const std::string line = "J1001 for petrela, Q5001 for petrela, Q5002 for mollymawk, fulmaris = 10 mg per unit";
    CHECK(found(line, "Petrela J1001, Q5001; Fulmaris, Molly Mawk Q5002; 10 mg").empty());
    CHECK(found(line, "Molly Mawk J1001, Q5001; Petrela Q5002; 10 mg").size() == 3);
}

TEST_CASE("a product's name that is one letter off is found") {
    const std::string slip = "J1001 for petrela, Q5001 for mollymawk, Q5002 for fulmarus = 10 mg per unit";
    const std::vector<std::string> messages = found(slip, in_a_table[1]);
    REQUIRE(messages.size() == 1);
    CHECK(messages[0] == "the document spells `fulmarus` otherwise here: `fulmaris`");
}
