// What the lines of each block of a file accept and refuse.

#include "tests/unit/grammar/accepts.hpp"

#include <doctest/doctest.h>

using namespace pol::test;

TEST_CASE("lines of a header, of a drug and of the boxes") {
    check_lines<grammar::header_line>(
        {"number \"PHARMACY-127\"", "plan ny_plan", "facts als, ms", "effective 2024-04", "effective 2024-04-01",
         "reviewed 2026-06-01", "text from 2026-06-01 by date_of_service",
         "text from 2026-06-01 through 2026-12-31 by date_of_request", "earlier not on file",
         "earlier refer to policy \"P-1\"", "see policy \"1\"", "reading \"text\" open"},
        {"number 127", "plan NY", "facts", "effective 2024", "effective 04/2024", "reviewed 2026-06", "text 2026-06-01",
         "text from 2026-06-01", "text by date_of_service", "earlier on file", "earlier", "earlier excluded",
         "earlier refer", "reading \"text\"", "reviewed 2026-06-01, 2026-06-02"});
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
         "define time = first of\n  21 days otherwise", "define a means b is yes\nnot in document \"x\"",
         "define advanced means any of   not in document \"x\"\n  a is yes\nend not in document \"y\""});
    check_lines<grammar::defined_case>(
        {"21 days otherwise", "time + 1 month   when a is yes and b is no   # why", "3 when all of\n  a is yes\nend"},
        {"21 days", "21 days if a is yes", "when a is yes", "otherwise", "21 days when", "21 days otherwise a is yes"});
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
         "ask TEXT"});
    check_lines<grammar::never_check>({"check never approved when age at date_of_service is less than 18 years",
                                       "check never refer to LCD \"L33394\" when all of\n  a is yes\nend"},
                                      {"check approved when a is yes", "check never when a is yes",
                                       "check never approved", "check never approved if a is yes"});
    check_lines<grammar::accepted_finding>(
        {"accepted renewal-denied at MMC.9.b because \"it is meant\"", "accepted never-fails at GATE because \"so\""},
        {"accepted at MMC.1 because \"so\"", "accepted never-fails because \"so\"", "accepted never-fails at MMC.1",
         "accepted Never at MMC.1 because \"so\""});
}
