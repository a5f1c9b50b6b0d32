// What is read out of the running text of documents: figures, items, boxes, history.

#include "compiler/verify/clause_figures.hpp"
#include "compiler/verify/document.hpp"
#include "compiler/verify/figures.hpp"
#include "compiler/verify/line_words.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

using namespace pol;
using namespace pol::verifying;

namespace {

/// The figures of a text: what they compare by, `~` before those that may be missing on the other side.
std::string figures(std::string_view text) {
    std::string all;
    for (const Figure& figure : figures_of(plain_signs(text, 0, 0)))
        all += (all.empty() ? "" : ", ") + std::string(figure.is_needed ? "" : "~") + figure.key;
    return all;
}

Document read(const std::string& text) {
    SourceMap sources;
    const std::uint32_t number = sources.add("document.txt", text);
    return read_document(sources.file(number), number);
}

std::string items(const std::string& text) {
    std::string all;
    for (const PrintedItem& item : read(text).items) all += item.label + "=" + item.text.text + "|";
    return all;
}

}  // namespace

TEST_CASE("numbers are read with their units, in digits and in words") {
    CHECK(figures("for 6 months at a time") == "6/1 months");
    CHECK(figures("six months; six (6) months") == "6/1 months, 6/1 months, 6/1 months");
    CHECK(figures("a 14-day interval, every 28 days") == "14/1 days, 28/1 days");
    CHECK(figures("twenty-eight days") == "28/1 days");
    CHECK(figures("18 years of age or older") == "216/1 months");
    CHECK(figures("8-12 weeks, 6 to 12 weeks") == "56/1 days, 84/1 days, 42/1 days, 84/1 days");
    CHECK(figures("100mg (15 mL)") == "1/10000 kg, 3/200 L");
    CHECK(figures("\u226565%, .5 mg per kg") == "13/20 %, 1/2000000 %");
    CHECK(figures("1,500 agents") == "1500");
    CHECK(figures("twice; adults; weekly; two of these") == "~2, ~216/1 months, ~7/1 days, ~2");
}

TEST_CASE("numbers that only call or count off something may be missing") {
    CHECK(figures("superoxide dismutase 1 (SOD1)") == "~1, SOD1");
    CHECK(figures("criteria 1 to 4 above, phase 3, n=72") == "~1, ~4, ~3, ~72");
    CHECK(figures("as shown.10 In mutation.3 and the 2nd dose") == "");
    CHECK(figures("at least 2 drugs") == "2");
}

TEST_CASE("every number of a list that counts off may be missing") {
    CHECK(figures("items 2, 4 and 9, and the use; criteria 1, 2, or 3") == "~2, ~4, ~9, ~1, ~2, ~3");
    CHECK(figures("week 28, 3 doses") == "~28, 3");
    std::string list = "items 1";
    for (int i = 0; i < 100000; ++i) list += ", 1";
    CHECK(figures_of(plain_signs(list, 0, 0)).back().counts_off);
}

TEST_CASE("Roman numbers are read behind what they are numbers of") {
    CHECK(figures("class II to IV; Stage IIIB or IV; type I, IV therapy, II") == "~2, ~4, ~3, ~4, ~1");
}

TEST_CASE("what a unit holds is an amount; 0 may be missing") {
    CHECK(figures("10 mg/unit, 10 mg per unit") == "1/100000 kg, 1/100000 kg");
    CHECK(figures("32 weeks, 0 days; 0 doses") == "224/1 days, ~0/1 days, ~0");
}

TEST_CASE("dates are read in every notation") {
    for (const char* day : {"06/01/2026", "6-1-26", "2026-06-01", "June 1, 2026", "1 June 2026", "Jun. 1, 2026"}) {
        CAPTURE(day);
        CHECK(figures(day) == "2026-06-01");
    }
    CHECK(figures("04/2024, April 2024") == "2024-04, 2024-04");
    CHECK(figures("November 1 and 31 March") == "11-01, 03-31");
    CHECK(figures("may 1 march 2") == "1, ~2");
}

TEST_CASE("codes and numbers of documents are read as they are compared") {
    CHECK(figures("(Pharmacy-32), #11.01.03, L33394, J1304") == "PHARMACY32, 110103, L33394, J1304");
    CHECK(figures("64406-0109-01, 64406-109-1, G12.21") == "64406010901, 64406010901, G1221");
    CHECK(figures("call 1-800-555-0100") == "");
    CHECK(figures("https://example.org/a?id=33394.") == "~HTTPSEXAMPLEORGAID33394");
}

TEST_CASE("a range of codes in digits is found as a range of others is") {
    const auto is_in = [](const char* range, std::string_view text) {
        Written written;
        write_value(written, {range, {}});
        return is_among(written.figures.at(0), figures_of(plain_signs(text, 0, 0)));
    };
    CHECK(is_in("99201 to 99205", "codes 99201 through 99205"));
    CHECK(is_in("00100 to 00222", "code 00103"));
    CHECK_FALSE(is_in("99201 to 99205", "99211, 992030 and 3 visits"));
    CHECK_FALSE(is_in("00001 to 00010", "3 visits"));
    CHECK(is_in("C50.1 to C50.9", "C50.91"));
}

TEST_CASE("items are found by their labels wherever lines break") {
    CHECK(items("POLICY:\n1. One AND\n2. Two\na. below\nb. too\n3. Three\n") ==
          "1=One AND|2=Two|a=below|b=too|3=Three|");
    CHECK(items("POLICY: 1. One AND 2. Two:\na. below AND b. Too 3. Three") ==
          "1=One AND|2=Two:|a=below AND|b=Too|3=Three|");
    CHECK(items("POLICY:\n1.\nOne\n\n2)\nTwo") == "1=One|2=Two|");
    CHECK(items("POLICY:\n1. see version\n7. The next") == "1=see version 7. The next|");
    CHECK(items("POLICY:\n1. One\n\n3\n\f\ntext of it\nREFERENCES:\n1. Gull A.") == "1=One text of it|");
}

TEST_CASE("parted words and numbers are read as one") {
    CHECK(items("POLICY:\n1. treat-\nment at 14-\nday steps (Pharmacy-\n32)") ==
          "1=treatment at 14-day steps (Pharmacy-32)|");
}

TEST_CASE("what stands on every page is left out") {
    const std::string footer = "\nMade-up plan, RX-7\nPage 1 of 2\n\f";
    const std::string other = "\nMade-up plan, RX-7\nPage 2 of 2\n";
    CHECK(items("POLICY:\n1. One" + footer + "and more AND" + other + "2. Two") == "1=One and more AND|2=Two|");
}

TEST_CASE("what counts signs numbers no page") {
    CHECK(items("POLICY:\n1. One\n2. at least 2 of 3 signs\n3. Three\n") == "1=One|2=at least 2 of 3 signs|3=Three|");
    CHECK(items("POLICY:\n1. One\n2. at least 2 of 3\n3. Three\na. at least 2 of 3\nsigns, at\nleast 2 of 3") ==
          "1=One|2=at least 2 of 3|3=Three|a=at least 2 of 3 signs, at least 2 of 3|");
    CHECK(items("POLICY:\n1. One\n2 of 3\ngoes on\nRX-7 1 of 2\nto its end\nRX-7 2 of 2\n2. Two") ==
          "1=One goes on to its end|2=Two|");
}

TEST_CASE("a line may have any number of headings") {
    std::string headings;
    for (int i = 0; i < 100000; ++i) headings += "POLICY:";
    CHECK(items(headings + " 1. One UPDATES: none CRITERIA: 2. Two") == "1=One|2=Two|");
}

TEST_CASE("boxes are read in all their signs") {
    const Document document = read("\u2612 Group \u2610 Part D\n[x] State\n[ ] Other\nPOLICY:\n1. One");
    REQUIRE(document.boxes.size() == 4);
    CHECK(document.boxes[0].ticked);
    CHECK(document.boxes[1].words == "Part D");
    CHECK_FALSE(document.boxes[1].ticked);
    CHECK(document.boxes[2].ticked);
    CHECK_FALSE(document.boxes[3].ticked);
}

TEST_CASE("a row of the history begins with its date and keeps dates that its words lead to") {
    const Document document = read("REVISION HISTORY:\n06/01/2026 Revised, effective 07/01/2026\n2/3/25 New");
    REQUIRE(document.rows.size() == 2);
    CHECK(document.rows[0].date.key == "2026-06-01");
    CHECK(document.rows[1].date.key == "2025-02-03");
}

TEST_CASE("a line of business is found under another wording") {
    const LineWords words({"Medicaid Managed Care and HARP", "Medicare Part D",
                           "Medicaid & Health and Recovery Plans (MMC/HARP)", "Medicare Part B"});
    CHECK(words.in_common(0, 2) > words.in_common(0, 3));
    CHECK(words.in_common(1, 3) == 0);
}
