// The rules by themselves: no rule loops without moving on, and what each kind of line accepts and refuses.

#include "grammar/expectations.hpp"

#include <doctest/doctest.h>
#include <tao/pegtl.hpp>
#include <tao/pegtl/contrib/analyze.hpp>

#include <string>
#include <vector>

namespace {

namespace pegtl = tao::pegtl;
namespace grammar = pol::grammar;

/// Rules only match here; nothing is recorded.
template <class Rule>
struct silent : pegtl::normal<Rule> {
    static constexpr bool enable = false;
};

template <class Rule>
bool accepts(const std::string& text) {
    pegtl::memory_input<pegtl::tracking_mode::lazy> in(text, "");
    try {
        return pegtl::parse<pegtl::seq<Rule, pegtl::eof>, pegtl::nothing, silent>(in);
    } catch (const pegtl::parse_error&) {
        return false;
    }
}

template <class Rule>
void check_lines(const std::vector<std::string>& good, const std::vector<std::string>& bad) {
    for (const std::string& line : good) CHECK_MESSAGE(accepts<Rule>(line), line);
    for (const std::string& line : bad) CHECK_MESSAGE(!accepts<Rule>(line), line);
}

}  // namespace

TEST_CASE("no entry point can loop without moving on") {
    CHECK(pegtl::analyze<grammar::file>() == 0);
    CHECK(pegtl::analyze<grammar::resumption>() == 0);
    CHECK(pegtl::analyze<grammar::possible_resumption>() == 0);
    CHECK(pegtl::analyze<grammar::block_opening>() == 0);
}

TEST_CASE("conditions") {
    check_lines<grammar::condition>(
        {
            "diagnosis is als",
            "tracheostomy is yes",
            "diagnosis is not als",
            "specialty is one of neurology, als_specialist",
            "specialty is one of neurology,\n   # the second one\n   als_specialist",
            "age at date_of_service is at least 18 years",
            "age at date_of_request is less than 6 months",
            "age at first_start is 1 year",
            "age at first_start is not 1 year",
            "a is yes and b is no and c is yes",
            "a is yes or\n  b is no",
            "attested a is yes",
            "a is yes unless b is yes",
            "attested a is yes unless attested b is yes",
            "attested none of\n  a is yes\n  b is yes unless c is yes\nend",
            "at least 2 of\n  a is yes\n\n  b is yes # comment\n  c is yes\nend",
            "all of\n  a is yes\n  b is yes\nend unless c is yes",
            "a is yes unless all of\n  b is yes\n  c is yes\nend",
            "any of\nend",
        },
        {
            "",
            "diagnosis",
            "diagnosis is",
            "diagnosis is\nals",
            "diagnosis = als",
            "diagnosis is \"als\"",
            "diagnosis is Als",
            "diagnosis is at least 18 years",
            "not diagnosis is als",
            "for is yes",
            "age is at least 18 years",
            "age at date_of_service is at least 18",
            "age at date_of_service is one of 18 years",
            "a is yes and b is no or c is yes",
            "a is yes or b is no and c is yes",
            "attested a is yes and b is no",
            "a is yes and attested b is no",
            "a is yes and b is no unless c is yes",
            "a is yes unless b is yes or c is yes",
            "a is yes unless b is yes unless c is yes",
            "a is yes and any of\n  b is yes\nend",
            "any of\n  1. a is yes\nend",
            "any of a is yes\nend",
            "any of\n  a is yes",
            "at least of\n  a is yes\nend",
        });
}

TEST_CASE("statements") {
    check_lines<grammar::statement_line>(
        {
            "1. \"short text\"",
            "a) \"short text\"   printed AND",
            "iv. note \"text\"   see MMC.9, policy \"11.01.03\"   not in document \"source\"",
            "* \"text\"",
            "1.",
            "note \"text with \\\" and \\\\\"",
            "see G.4, MCR.*1, LCD \"L33394\" at \"https://example.org\", NCD \"1.2\"",
            "evidence is documented",
            "for medicaid_harp, essential_plan",
            "printed OR",
            "excluded when a is yes",
            "criteria not met",
            "not medically necessary when all of\n  a is yes\nend",
            "investigational when a is yes   see policy \"1\"",
            "does not apply when a is yes",
            "refer to policy \"PHARMACY-32\" when a is yes",
            "review",
            "exception to MMC.7",
            "because\n  a. \"one\"\n  b. \"two\"\nend",
            "items 1 to 4, 6",
            "dose 0.5 mg",
            "loading 3 doses 14 days apart",
            "maintenance every 28 days",
            "maintenance every 28 days after the last loading dose",
            "approve 6 months from date_of_service",
            "otherwise refer to LCD \"L33394\"   see G.8",
            "initial requires all of\n  1. \"one\"\n     a is yes\n  any of\n    2. \"two\"\n    3. \"three\"\n  "
            "end\nend",
            "renewal requires at least 2 of\n  items 1 to 4\n  a. \"one\" a is yes\nend",
            "3. \"one of these\" any of\n  a. \"one\" a is yes\n  b. \"two\" b is yes\nend",
            "reading \"text\" open",
            "reading 5, 9.b, *1 \"text\" decided by \"P&T Committee\" on 2026-07-01",
            "a is yes   printed AND",
        },
        {
            "",
            "\"short text\"",
            "1 \"short text\"",
            "9.b. \"short text\"",
            "ab. \"short text\"",
            "- \"short text\"",
            "note text",
            "note \"text",
            "note \"text \\n\"",
            "note \"one\" \"two\"",
            "see here",
            "see MMC.",
            "evidence documented",
            "printed and",
            "excluded if a is yes",
            "excluded when",
            "criteria met",
            "refer policy \"1\"",
            "refer to \"1\"",
            "exception MMC.7",
            "items",
            "dose 100mg",
            "dose 100",
            "dose .5 mg",
            "loading 3 doses",
            "maintenance 28 days",
            "approve 6 months",
            "otherwise",
            "otherwise approve",
            "initial requires",
            "reading \"text\"",
            "reading \"text\" decided on 2026-07-01",
            "reading MMC.5, \"text\" open",
            "a is yes b is yes",
            "a is yes end",
        });
}

TEST_CASE("lines of a header, of a drug and of the boxes") {
    check_lines<grammar::header_line>(
        {"number \"PHARMACY-127\"", "plan ny_plan", "facts als, ms", "effective 2024-04", "effective 2024-04-01",
         "reviewed 2026-06-01", "text from 2026-06-01 by date_of_service",
         "text from 2026-06-01 through 2026-12-31 by date_of_request", "earlier not on file", "see policy \"1\"",
         "reading \"text\" open"},
        {"number 127", "plan NY", "facts", "effective 2024", "effective 04/2024", "reviewed 2026-06", "text 2026-06-01",
         "text from 2026-06-01", "text by date_of_service", "earlier on file", "earlier", "reading \"text\"",
         "reviewed 2026-06-01 reviewed 2026-06-02"});
    check_lines<grammar::drug_line>(
        {"hcpcs J1304 = 1 mg per unit", "hcpcs J1304", "cpt 96450 = 1 mL per unit   not in document \"CPT\"",
         "hcpcs C9157 = 1 mg per unit from 2023-10-01 through 2023-12-31", "ndc 64406-0109-01 = 100 mg in 15 mL vial",
         "ndc 64406-0109-01 = 100 mg tablet", "ndc 64406-0109-01"},
        {"hcpcs", "J1304", "hcpcs J1304 = 1mg per unit", "hcpcs J1304 = 1 mg", "ndc 64406-0109-01 = mg",
         "ndc 64406-0109-01 = 100 mg in vial", "hcpcs J1304 through"});
    check_lines<grammar::applies_line>(
        {"[x] commercial_group", "[x] a   [ ] b   [x] c", "medical only", "medical only   see G.4, G.5",
         "medical, pharmacy", "see G.4", "reading \"text\" open"},
        {"[X] a", "[] a", "[x]", "[x] A", "medical", "medical pharmacy", "only", "medical only pharmacy"});
    check_lines<grammar::history_line>({"2026-06-01 \"revised\"", "reading \"text\" open"},
                                       {"2026-06 \"revised\"", "2026-06-01", "\"revised\"", "06/01/2026 \"revised\""});
}

TEST_CASE("lines of a plan and of facts") {
    check_lines<grammar::fact_line>(
        {"tracheostomy : yes/no", "tracheostomy: yes/no \"phrase\" ask \"Is there one?\" implies a, b",
         "diagnosis : one of als \"ALS\", other", "diagnosis : one of als,\n  other\n", "ask \"Is there one?\"",
         "icd10cm G12.21 for als   not in document \"ICD-10-CM\"", "implies tracheostomy"},
        {"tracheostomy", "tracheostomy : yes", "tracheostomy : bool", "Tracheostomy : yes/no", "age : yes/no",
         "diagnosis : one of", "diagnosis : one of als,", "ask Is there one?", "icd10cm G12.21",
         "icd10 G12.21 for als"});
    check_lines<grammar::line_of_business>(
        {"child_health_plus \"Child Health Plus\"   members under 19 years   not in document \"product rule\"",
         "members under 19 years"},
        {"child_health_plus", "\"Child Health Plus\"", "a \"A\" members 19 years", "a-b \"A\""});
    check_lines<grammar::plan_line>(
        {"benefits medical, pharmacy", "requests initial, renewal", "evidence is attested",
         "calendar\n  short months take the last day\n  leap birthday 28 February\nend",
         "calendar\n  short months take the first of the next\n  leap birthday 1 March\nend",
         "lines of business\n  a \"A\"\nend", "facts from plan\n  a : yes/no\nend"},
        {"benefit medical", "benefits", "requests initial renewal", "evidence attested", "lines of\nend",
         "calendar take\nend"});
}

TEST_CASE("lines of a scenario") {
    check_lines<grammar::scenario_line>(
        {"evidence documented",
         "line_of_business medicaid_harp, benefit medical",
         "birth_date 1974-05-02",
         "birth_date 1974-05, date_of_service 2026-07-01",
         "birth_date 1974",
         "weakness_from_als yes attested",
         "tracheostomy not given, diagnosis not knowable",
         "like \"adult\"",
         "like \"adult\" except tracheostomy not given,\n  diagnosis other claimed",
         "expect needs information",
         "expect refer to LCD \"L33394\"",
         "from 2026-07-01 through 2026-12-31",
         "doses 8, units 800 J1304, units 120 mL",
         "met MMC.1 to MMC.5, MMC.9.a",
         "failing MMC.2, doses 1",
         "by G.4, G.5, APPLIES.medicare_part_d",
         "by GATE",
         "no text on file",
         "possible approved open, criteria not met, refer to LCD \"L33394\"",
         "every outcome is a denial",
         "ask tracheostomy, attest weakness_from_als, exact date birth_date",
         "ask document, attest"},
        {"evidence is documented", "diagnosis is als", "diagnosis", "birth_date 5/2/1974",

         "like adult", "like \"adult\" tracheostomy no", "like \"adult\" except", "expect", "expect yes",
         "from 2026-07-01", "doses eight", "units 800", "met 1 to 5", "met MMC.1 to", "no text", "possible maybe",
         "every outcome is denied", "ask", "doses 8,"});
    check_lines<grammar::never_check>({"check never approved when age at date_of_service is less than 18 years",
                                       "check never refer to LCD \"L33394\" when all of\n  a is yes\nend"},
                                      {"check approved when a is yes", "check never when a is yes",
                                       "check never approved", "check never approved if a is yes"});
}

TEST_CASE("names and labels") {
    check_lines<grammar::name>({"a", "date_of_service", "x1", "open", "drug", "last", "forms", "annual"},
                               {"A", "1a", "_a", "a-b", "for", "yes", "end", "age", "not", "aB"});
    check_lines<pegtl::seq<grammar::label, pegtl::star<pegtl::any>>>(
        {"1. x", "10) x", "a. x", "Z) x", "iv. x", "XII. x", "* x", "1."},
        {"1 x", "1.a x", "ab. x", "ivy. x", "*x", ". x"});
    check_lines<grammar::item_reference>(
        {"MMC.1", "MMC.9.b", "MCR.*1", "APPLIES.medical", "G.otherwise", "M2.iv", "GATE"},
        {"mmc.1", "MMC.", ".1", "MMC.1."});
}
