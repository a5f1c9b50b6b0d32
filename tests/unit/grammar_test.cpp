// The rules by themselves: no rule loops without moving on, and what each kind of line accepts and refuses.

#include "tests/unit/grammar/accepts.hpp"

#include <doctest/doctest.h>
#include <tao/pegtl/contrib/analyze.hpp>

using namespace pol::test;

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
        {"kg", ".5 kg", "7. kg", "- 3", "2026-01-31", "2026-01", "3 and", "12 otherwise", "7_2"});
    check_lines<grammar::expression>(
        {"weight", "30 kg", "a + b - c * d / e", "weight/(height*height)", "((a))", "3 / 2", "a rounded up to 0.5 kg",
         "a * b rounded down to 1 rounded to 5 kg", "lesser of a + 1 and b * 2", "greater of (lesser of a and b) and c",
         "days from onset to date_of_service", "years from 2020-02-29 to onset", "days", "days - 1",
         "a measured on 2026-01-31", "a measured less than 3 weeks before b + 1"},
        {"", "a +", "+ a", "a b", "a-b", "(a", "a)", "()", "a ** b", "lesser of a", "lesser of lesser of a and b and c",
         "a rounded", "a rounded to", "a rounded up 3", "days from a", "a measured", "a measured at least 3 days",
         "yes", "-a"});
}

TEST_CASE("cells of tables") {
    check_lines<grammar::cell>(
        {
            "any",
            "g1",
            "yes",
            "none, compensated",
            "not g3, g1",
            "not naive",
            "at least f2",
            "less than 18 years",
            "at least 34 kg and less than 40 kg",
            "more than 2 * weight",
            "8 weeks",
            "weight * 6 units/kg",
            "lesser of a and b",
            "days from onset to date_of_service",
            "naive and treated",
            "naive or not treated or weight is less than 3 kg",
            "ns5a is yes and pi is no",
            "onset is before date_of_service",
        },
        {
            "",
            "|",
            "at least",
            "not",
            "g1,",
            "naive and",
            "naive and treated or cured",
            "any of",
            "< 5 kg",
        });
}

TEST_CASE("tables of items") {
    check_lines<grammar::table>(
        {
            "table\n  columns | a\n  1. | x\nend",
            "table takes the longest # the rule\n  columns | a | = b\n\n  M1. | any | 3 # one\n  row | x | 4\nend",
            "table takes the least\n  columns | age at date_of_service | when | =\n  otherwise 3\nend",
        },
        {
            "table is yes",
            "table takes the first\n  columns | a\nend",
            "table\n  columns | a\n",
        });
}
