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
            "state is none",
            "fibrosis is at least f1",
            "weight is at least 30 kg",
            "weight is 30kg",
            "share is at most 20%",
            "diagnosis is at least 18 years",
            "dose / weight is at most 6 mg/kg",
            "platelets is less than 1500 /mcL and (a + b) * 2 is not 3",
            "asked is at most lesser of maximum and 5 or b is yes",
            "hemoglobin measured within 30 days before date_of_request is less than 10 g/dL",
            "onset is before date_of_service",
            "onset is on or after 2026-01-31",
            "onset is on date_of_service and switch is on",
            "onset is within 10 days after date_of_service",
            "last_dose is at least 84 days before date_of_service unless a is yes",
            "weeks from onset to date_of_service is more than 3",
            "if a is yes then b is yes",
            "if weight is less than 3 kg then all of\n  a is yes\n  if b is yes then c is yes\nend",
        },
        {
            "",
            "diagnosis",
            "diagnosis is",
            "diagnosis is\nals",
            "diagnosis = als",
            "diagnosis is \"als\"",
            "diagnosis is Als",
            "not diagnosis is als",
            "weight is at least",
            "weight is at least 30 kg 3",
            "weight >= 30 kg",
            "30 kg",
            "18 years or older",
            "2 * lesser of a and b is 3",
            "(a + b is 3",
            "a + b is yes",
            "a + b is one of c",
            "a rounded to kg is 3",
            "onset is 2026-01-31",
            "onset is before 2026-01",
            "onset is within 10 before date_of_service",
            "onset + 3 is before date_of_service",
            "a measured recently is 3",
            "days from a is 3",
            "if a is yes",
            "if a is yes and b is yes then c is yes",
            "if a is yes then b is yes and c is yes",
            "if a is yes then b is yes unless c is yes",
            "if attested a is yes then b is yes",
            "if any of\n  a is yes\nend then b is yes",
            "a is yes and if b is yes then c is yes",
            "attested if a is yes then b is yes",
            "then is yes",
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
            "ab. \"short text\"",
            "MIG. \"text\" if indication is migraine",
            "MIG. \"text\"   if a is yes or b is yes   printed OR",
            "MIG. if a is yes and b is yes",
            "MIG. \"text\" if a is yes then b is yes",
            "dose is at most 5 mg",
            "dose / weight is at most 6 mg/kg",
            "quantity is at least 3",
            "quantity rounded up to 5 is 10",
            "initial approve 12 weeks from date_of_service",
            "renewal approve time from date_of_service until 2022-03-31 at the latest",
            "approve lesser of 6 months and time from date_of_service until last_day at the latest",
            "quantity J1561 = 2 g/kg * weight",
            "quantity kit \"kit volume\" = 5.5 mL/kg * (weight rounded up to 0.5 kg) rounded to 0.1 mL in mL",
            "quantity height = 60 in in in",
            "quantity 96450 = 3 in mL",
        },
        {
            "",
            "\"short text\"",
            "1 \"short text\"",
            "9.b. \"short text\"",
            "abcdefghijklm. \"short text\"",
            "1-4. \"short text\"",
            "a_b. \"short text\"",
            "(a) \"short text\"",
            "1. \"text\" if a is yes unless b is yes",
            "1. \"text\" if attested a is yes",
            "1. \"text\" if any of\n  a is yes\nend",
            "if a is yes",
            "approve from date_of_service",
            "approve 6 from date_of_service",
            "approve 6 months from date_of_service until date_of_service",
            "initial 6 months from date_of_service",
            "quantity J1561 60",
            "quantity = 3",
            "quantity kit = 3 mL in",
            "quantity kit = 3 mL mg",
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
         "text from 2026-06-01 through 2026-12-31 by date_of_request", "earlier not on file",
         "earlier refer to policy \"P-1\"", "see policy \"1\"", "reading \"text\" open"},
        {"number 127", "plan NY", "facts", "effective 2024", "effective 04/2024", "reviewed 2026-06", "text 2026-06-01",
         "text from 2026-06-01", "text by date_of_service", "earlier on file", "earlier", "earlier excluded",
         "earlier refer", "reading \"text\"", "reviewed 2026-06-01 reviewed 2026-06-02"});
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

TEST_CASE("definitions") {
    check_lines<grammar::define_block>(
        {"define naive means prior is no",
         "define naive \"not treated\" means prior is no   not in document \"letter\"",
         "define advanced means any of\n  a is yes\nend",
         "define advanced means any of   not in document \"x\"\n  a is yes\nend",
         "define bmi \"body mass index\" = weight / (height * height)", "define cap = lesser of a and\n  b",
         "define means means measured is yes", "define means = first * of",
         "define time = first of   not in document \"x\"\n  21 days when a is yes and b is none\n  12 months "
         "otherwise\nend",
         "define time = first of\n  12 weeks when all of\n    a is yes\n  end\n\n  other + 1 month   otherwise # "
         "rest\nend"},
        {"define", "define naive", "define naive is yes", "define naive means", "define Naive means a is yes",
         "define if means a is yes", "define naive means weight", "define bmi =", "define bmi = a is yes",
         "define bmi = weight when a is yes", "define time = first of 21 days otherwise\nend",
         "define time = first of\n  21 days\nend", "define time = first of\n  21 days if a is yes\nend",
         "define time = first of\n  21 days otherwise", "define a means b is yes\nnot in document \"x\"",
         "define advanced means any of   not in document \"x\"\n  a is yes\nend not in document \"y\""});
}

TEST_CASE("lines of a plan and of facts") {
    check_lines<grammar::fact_line>(
        {"tracheostomy : yes/no",
         "tracheostomy: yes/no \"phrase\" ask \"Is there one?\" implies a, b",
         "diagnosis : one of als \"ALS\", other",
         "diagnosis : one of als,\n  other\n",
         "ask \"Is there one?\"",
         "icd10cm G12.21 for als   not in document \"ICD-10-CM\"",
         "implies tracheostomy",
         "state : one of none, some",
         "weight : number in kg \"weight\" ask \"How much?\"",
         "weight : number in kg between 0.5 and 400",
         "score : number",
         "score : number between 0 and\n  31",
         "hemoglobin : measured in g/dL",
         "ratio : measured",
         "platelets : number in /mcL",
         "share : number in %",
         "fibrosis : scale of f0, f1 \"some\",\n  f2",
         "onset : date \"first day\" not before birth_date",
         "not before birth_date   ask \"When?\"",
         "\"a phrase\"   ask \"What?\"",
         "dose : number",
         "quantity : number in g"},
        {"tracheostomy", "tracheostomy : yes", "tracheostomy : bool", "Tracheostomy : yes/no", "age : yes/no",
         "diagnosis : one of", "diagnosis : one of als,", "ask Is there one?", "icd10cm G12.21", "icd10 G12.21 for als",
         "weight : number kg", "weight : number in", "weight : number between 1 kg and 2 kg",
         "weight : number between 1", "weight : number in kg_m", "fibrosis : scale f0, f1",
         "onset : date after birth_date", "onset : date not before", "if : yes/no"});
    check_lines<grammar::line_of_business>(
        {"child_health_plus \"Child Health Plus\"   members under 19 years   not in document \"product rule\"",
         "members under 19 years"},
        {"child_health_plus", "\"Child Health Plus\"", "a \"A\" members 19 years", "a-b \"A\""});
    check_lines<grammar::plan_line>(
        {"date_of_service not before date_of_request", "benefits medical, pharmacy", "requests initial, renewal",
         "evidence is attested", "calendar\n  short months take the last day\n  leap birthday 28 February\nend",
         "calendar\n  short months take the first of the next\n  leap birthday 1 March\nend",
         "lines of business\n  a \"A\"\nend", "facts from plan\n  a : yes/no\nend"},
        {"date_of_service not before", "date_of_service before date_of_request", "benefit medical", "benefits",
         "requests initial renewal", "evidence attested", "lines of\nend", "calendar take\nend"});
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
         "ask document, attest",
         "weight 7.2 kg, headache_days 18 documented, share 20%",
         "hemoglobin 9.4 g/dL on 2026-02-20 attested, ratio 3 on 2026-02, ratio 3 on 2026",
         "platelets 1500 /mcL, count 1500 cells, visits 1500",
         "dose 5 mg, quantity 3, quantity yes",
         "quantity kit 41.3 mL, quantity J1561 60, quantity 96450 3",
         "by GATE, TEXT, MMC.1"},
        {"evidence is documented",
         "diagnosis is als",
         "diagnosis",
         "birth_date 5/2/1974",

         "like adult",
         "like \"adult\" tracheostomy no",
         "like \"adult\" except",
         "expect",
         "expect yes",
         "from 2026-07-01",
         "doses eight",
         "units 800",
         "met 1 to 5",
         "met MMC.1 to",
         "no text",
         "possible maybe",
         "every outcome is denied",
         "ask",
         "doses 8,",
         "weight is 7.2 kg",
         "weight 7,2 kg",
         "weight .5 kg",
         "weight 7.2.1",
         "hemoglobin 9.4 g/dL on",
         "hemoglobin 9.4 g/dL on 2/2026",
         "hemoglobin 9.4 g/dL before 2026-02-20",
         "quantity kit of 3",
         "quantity kit 41,3 mL",
         "by MMC, GATE",
         "ask TEXT"});
    check_lines<grammar::never_check>({"check never approved when age at date_of_service is less than 18 years",
                                       "check never refer to LCD \"L33394\" when all of\n  a is yes\nend"},
                                      {"check approved when a is yes", "check never when a is yes",
                                       "check never approved", "check never approved if a is yes"});
}

TEST_CASE("names and labels") {
    check_lines<grammar::name>(
        {"a", "date_of_service", "x1", "open", "drug", "last", "forms", "annual", "none", "dose", "days", "quantity",
         "define", "measured", "rounded", "lesser", "means", "when", "number"},
        {"A", "1a", "_a", "a-b", "for", "yes", "end", "age", "not", "aB", "if", "then"});
    check_lines<pegtl::seq<grammar::label, pegtl::star<pegtl::any>>>(
        {"1. x", "10) x", "a. x", "Z) x", "iv. x", "XII. x", "* x", "1.", "ab. x", "ivy. x", "Z1. x", "T2b3) x",
         "MIG. x", "SPA-A. x", "abcdefghijkl. x"},
        {"1 x", "1.a x", "*x", ". x", "1-4. x", "-A. x", "A-. x", "A--B. x", "A_b. x", "abcdefghijklm. x", "MIG x"});
    check_lines<grammar::item_reference>({"MMC.1", "MMC.9.b", "MCR.*1", "APPLIES.medical", "G.otherwise", "M2.iv",
                                          "ESA.MIG", "SMA.Z11.a", "ESA.SPA-A.1", "GATE"},
                                         {"mmc.1", "MMC.", ".1", "MMC.1.", "MMC.1-4", "ESA.SPA-"});
}

TEST_CASE("units, quantities and values") {
    check_lines<grammar::unit>(
        {"kg", "%", "g/dL", "mg/kg", "kg/m2", "mU/mL", "/mcL", "cells/mcL", "mg/kg/day", "in", "/10hpf"},
        {"", "2kg", "kg/", "/", "kg//m", "kg/2", "%/kg", "kg_m", "/2", "kg /m"});
    check_lines<grammar::quantity>(
        {"7.2 kg", "7.2kg", "20%", "20 %", "1500 /mcL", "1500/mcL", "0.5", "60 in"},
        {"kg", ".5 kg", "7. kg", "-3", "2026-01-31", "2026-01", "3 and", "12 otherwise", "7_2"});
    check_lines<grammar::expression>(
        {"weight", "30 kg", "a + b - c * d / e", "weight/(height*height)", "((a))", "3 / 2", "a rounded up to 0.5 kg",
         "a * b rounded down to 1 rounded to 5 kg", "lesser of a + 1 and b * 2", "greater of (lesser of a and b) and c",
         "days from onset to date_of_service", "years from 2020-02-29 to onset", "days", "days - 1", "first of_x",
         "a measured on 2026-01-31", "a measured less than 3 weeks before b + 1 measured_again"},
        {"", "a +", "+ a", "a b", "a-b", "(a", "a)", "()", "a ** b", "lesser of a", "lesser of lesser of a and b and c",
         "a rounded", "a rounded to", "a rounded up 3", "days from a", "a measured", "a measured at least 3 days",
         "yes", "-a"});
}
