// Forms in which a document and its policy say the same, and what is found where they do not.

#include "tests/support/verified.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <string>
#include <vector>

using namespace pol::test;

namespace {

struct Written {
    /// Lines of section A, blocks before it and behind it.
    std::string section;
    std::string before;
    std::string behind;
};

std::vector<FoundAt> found(const Written& written, const std::string& printed) {
    std::filesystem::current_path(POL_SOURCE_DIR);
    const std::string policy =
        "policy petrel \"Petrela\"\n  number \"RX.77\"\n  plan coast_plan\n  facts joints\n  effective 2026-01-01\n"
        "  text from 2026-01-01 by date_of_service\n  earlier not on file\nend\n" +
        written.before + "section A\n  for employer\n" + written.section + "end\n" + written.behind;
    const std::string document = "Policy Name: Petrela\nPolicy #: RX.77\nEffective: 01/01/2026\nPOLICY\n" + printed;
    return differences_of("tests/golden/verify/gannet/petrel.pol", policy, document);
}

std::vector<std::string> messages(const Written& written, const std::string& printed) {
    std::vector<std::string> all;
    for (const FoundAt& at : found(written, printed)) all.push_back(at.message);
    return all;
}

using Messages = std::vector<std::string>;

}  // namespace

TEST_CASE("the step that an amount is rounded to is a figure of its item") {
    const auto quantity = [](const std::string& step) {
        return Written{"  1. \"dose\" quantity vials = weight * 4 mg/kg rounded up to " + step + " in mg\n", "", ""};
    };
    const std::string printed = "1. 4 mg/kg, in whole vials of 150 mg\n";
    CHECK(messages(quantity("150 mg"), printed).empty());
    CHECK(messages(quantity("420 mg"), printed) == Messages{"`A.1` says `420 mg` where the document prints `150 mg`"});
    CHECK(messages(quantity("1 mg"), "1. 4 mg/kg, in whole milligrams\n").empty());
}

TEST_CASE("the step of a definition that an item uses is one of its figures") {
    const auto defined = [](const std::string& step) {
        return Written{"  1. \"dose\" quantity vials = dose_in_vials in mg\n",
                       "define dose_in_vials = weight * 4 mg/kg rounded up to " + step + "\n", ""};
    };
    const std::string printed = "1. 4 mg/kg, in whole vials of 150 mg\n";
    CHECK(messages(defined("150 mg"), printed).empty());
    CHECK(messages(defined("420 mg"), printed) ==
          Messages{"`dose_in_vials` says `420 mg` where the document prints `150 mg`"});
}

TEST_CASE("what a unit holds is the same as a rate and as an amount") {
    const Written written{"  1. \"units\" quantity units = weight * 4 mg/kg / per_unit in unit\n",
                          "define per_unit = 10 mg/unit\n", ""};
    CHECK(messages(written, "1. 4 mg/kg, at 10 mg per unit\n").empty());
    CHECK(messages(written, "1. 4 mg/kg, at 10 mg/unit\n").empty());
    CHECK(messages(written, "1. 4 mg/kg, at 20 mg per unit\n").size() == 1);
}

TEST_CASE("0 of something may be left out") {
    const Written written{"  initial requires all of\n    1. \"born early\" gestation is less than 32 weeks\n  end\n",
                          "", ""};
    CHECK(messages(written, "1. Born before 32 weeks, 0 days\n").empty());
    CHECK(messages(written, "1. Born before 32 weeks, 3 days\n").size() == 1);
}

TEST_CASE("items that a list names are no figures") {
    const Written written{
        "  1. \"a\" note \"a\"\n  2. \"b\" note \"b\"\n  3. \"c\" note \"c\"\n"
        "  4. \"again\" renewal requires items 1, 2, 3\n",
        "", ""};
    const std::string items = "1. Gulls\n2. Terns\n3. Skuas\n4. Renewals require items ";
    CHECK(messages(written, items + "1, 2 and 3, and the rest\n").empty());
    CHECK(messages(written, items + "1, 2, and 3\n").empty());
    CHECK(messages(written, items + "1 and 3, 7 doses\n").size() == 1);
}

TEST_CASE("the connective behind the last item of a group may be that of the whole") {
    const auto group = [](const std::string& at_group, const std::string& at_last) {
        return Written{"  initial requires all of\n    1. \"one of\" " + at_group +
                           "\n      any of\n        a. \"x\" printed OR\n           joints is at least 6\n" +
                           "        b. \"y\" " + at_last +
                           "\n           tb_negative is yes\n      end\n    2. \"z\" csdmards is at least 2\n  end\n",
                       "", ""};
    };
    const auto printed = [](const std::string& at_last) {
        return "1. One of these:\na. 6 joints; OR\nb. no tuberculosis" + at_last + "\n2. 2 drugs\n";
    };
    CHECK(messages(group("printed AND", ""), printed("; AND")).empty());
    CHECK(messages(group("", "printed AND"), printed("; AND")).empty());
    CHECK(messages(group("printed AND", ""), printed("; OR")) == Messages{"the document prints `OR` behind `A.1`"});
    CHECK(messages(group("printed AND", ""), printed("")) ==
          Messages{"the document prints no `AND` or `OR` behind `A.1`"});
    CHECK(messages(group("", ""), printed("; AND")) == Messages{"the document prints `AND` behind `A.1.b`"});
}

TEST_CASE("a heading in capitals needs no empty line before it") {
    const Written written{"  1. \"a\" note \"a\"\n", "drug petrel \"Petrela\"\n  hcpcs J1001 = 10 mg per unit\nend\n",
                          "guidelines G\n  1. note \"kept\"\nend\n"};
    CHECK(messages(written, "1. Gulls\nGUIDELINES\n1. Kept\nCODES\nPetrela J1001 10 mg\n").empty());
}

TEST_CASE("guidelines may stand before a section in the policy") {
    const std::string guidelines = "guidelines G\n  1. note \"all is documented\"\nend\n";
    const std::string section = "  1. \"gulls\" note \"6 gulls\"\n  2. \"terns\" note \"7 terns\"\n";
    const std::string printed = "1. There are 6 gulls\n2. There are 7 terns\nGUIDELINES\n1. All is documented\n";
    const std::string guidelines_first =
        "GUIDELINES\n1. All is documented\nCRITERIA\n1. There are 6 gulls\n2. There are 7 terns\n";
    for (const Written& written : {Written{section, guidelines, ""}, Written{section, "", guidelines}}) {
        CHECK(messages(written, printed).empty());
        CHECK(messages(written, guidelines_first).empty());
    }
}

TEST_CASE("a class in Roman numbers is compared where the policy says it") {
    const auto says = [](const std::string& text) { return Written{"  1. note \"" + text + "\"\n", "", ""}; };
    CHECK(messages(says("class II to IV"), "1. Class II to IV\n").empty());
    CHECK(messages(says("class 2 to 4"), "1. Class II to IV\n").empty());
    CHECK(messages(says("by class"), "1. Class II to IV, stage IIIB\n").empty());
    CHECK(messages(says("class II to IV"), "1. Class III to IV\n") ==
          Messages{"`II` of `A.1` does not stand in that item of the document"});
}

TEST_CASE("an item that says it is not in the document, and is, is one finding") {
    const Written written{"  1. note \"a\"\n  2. note \"b\" not in document \"the committee\"\n  3. note \"c\"\n", "",
                          ""};
    const std::vector<FoundAt> differences = found(written, "1. Gulls\n2. Terns\n3. Skuas\n");
    REQUIRE(differences.size() == 1);
    CHECK(differences[0].message == "`A.2` says `not in document`, but the document has an item `2` here");
    CHECK(differences[0].document_line == 6);
    CHECK(messages(written, "1. Gulls\n3. Skuas\n").empty());
}

TEST_CASE("a value that is not printed stands in a definition that says so") {
    const Written written{"  1. \"months\" initial approve longest from date_of_service\n",
                          "define longest = 12 months   not in document \"the committee\"\n", ""};
    CHECK(messages(written, "1. Approved while it helps\n").empty());
}

TEST_CASE("notes below an approval or a dose are compared with the items that the document labels there") {
    const std::string dosing =
        "  1. \"dosing\"\n     quantity doses = 4 when request is initial\n     notes\n"
        "       a. \"gulls: 600 mg weekly\"\n       b. \"terns: 900 mg every 2 weeks\"\n     end\n";
    const std::string gulls = "1. Dosing, 4 doses:\na. Gulls: 600 mg weekly\nb. ";
    CHECK(messages({dosing, "", ""}, gulls + "Terns: 900 mg every 2 weeks\n").empty());
    CHECK(messages({dosing, "", ""}, gulls + "Terns: 900 mg every 3 weeks\n") ==
          Messages{"`A.1.b` says `2 weeks` where the document prints `3 weeks`"});
    CHECK(messages({dosing, "", ""}, "1. Dosing, 4 doses:\na. Gulls: 600 mg weekly\n") ==
          Messages{"`A.1.b` has no item of its own in the document"});
}
