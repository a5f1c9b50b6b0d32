#include "pol/json/read_request.hpp"
#include "tests/unit/json/sample.hpp"

#include <doctest/doctest.h>

using namespace pol;
using json::read_request;

namespace {

json::RequestReading read(std::string_view text) { return read_request(text, test::sample_policy()); }

/// The errors as one text, a line each.
std::string errors_of(std::string_view text) {
    std::string lines;
    for (const json::RequestError& error : read(text).errors) lines += to_text(error) + "\n";
    return lines;
}

Answer answer_to(std::uint16_t fact, std::string_view text) {
    const json::RequestReading reading = read(text);
    CHECK(errors_of(text) == "");
    REQUIRE(reading.request.answers.size() == test::sample::fact_count);
    return reading.request.answers[fact];
}

std::uint16_t place(BuiltinFact fact) { return static_cast<std::uint16_t>(fact); }

}  // namespace

TEST_CASE("an empty request gives no fact at all") {
    const json::RequestReading reading = read("{}");
    CHECK(reading.errors.empty());
    CHECK(reading.id.empty());
    REQUIRE(reading.request.answers.size() == test::sample::fact_count);
    for (const Answer& answer : reading.request.answers) CHECK(answer.presence == Presence::not_given);
}

TEST_CASE("values are read by the type of their fact") {
    CHECK(answer_to(place(BuiltinFact::benefit), R"({"benefit": "pharmacy"})").value == 1);
    CHECK(answer_to(test::sample::inhaler, R"({"inhaler": true})").value == 1);
    CHECK(answer_to(test::sample::inhaler, R"({"inhaler": false})").presence == Presence::given);
    CHECK(answer_to(test::sample::severity, R"({"severity": {"value": "severe"}})").value == 2);
    CHECK(answer_to(place(BuiltinFact::date_of_service), R"({"date_of_service": "2024-02-29"})").date ==
          date_of(2024, 2, 29));
    CHECK(read(R"({"id": "r-1 ü"})").id == "r-1 ü");
}

TEST_CASE("a birth date may be a day, a month or a year") {
    const auto range = [](std::string_view text) { return answer_to(place(BuiltinFact::birth_date), text).range; };
    CHECK(range(R"({"birth_date": "2008-06-15"})") == DateRange{date_of(2008, 6, 15), date_of(2008, 6, 15)});
    CHECK(range(R"({"birth_date": "2008-02"})") == DateRange{date_of(2008, 2, 1), date_of(2008, 2, 29)});
    CHECK(range(R"({"birth_date": "1800"})") == DateRange{date_of(1800, 1, 1), date_of(1800, 12, 31)});
}

TEST_CASE("null is not given and not_knowable is not knowable") {
    CHECK(answer_to(test::sample::inhaler, R"({"inhaler": null})").presence == Presence::not_given);
    CHECK(answer_to(test::sample::inhaler, R"({"inhaler": {"not_knowable": true}})").presence ==
          Presence::not_knowable);
    CHECK(answer_to(place(BuiltinFact::benefit), R"({"benefit": {"not_knowable": true}})").presence ==
          Presence::not_knowable);
}

TEST_CASE("the level is the value's own, else the request's, else claimed, and only providers have one") {
    CHECK(answer_to(test::sample::inhaler, R"({"inhaler": true})").evidence == Evidence::claimed);
    CHECK(answer_to(test::sample::inhaler, R"({"inhaler": true, "evidence": "documented"})").evidence ==
          Evidence::documented);
    CHECK(answer_to(test::sample::inhaler, R"({"evidence": "documented", "inhaler": {"value": true}})").evidence ==
          Evidence::documented);
    CHECK(answer_to(test::sample::inhaler,
                    R"({"evidence": "documented", "inhaler": {"evidence": "attested", "value": true}})")
              .evidence == Evidence::attested);
    CHECK(answer_to(test::sample::contract_excludes, R"({"evidence": "documented", "contract_excludes": true})")
              .evidence == Evidence::none);
    CHECK(answer_to(place(BuiltinFact::benefit), R"({"evidence": "documented", "benefit": "medical"})").evidence ==
          Evidence::none);
}

TEST_CASE("an unknown field names the one that may be meant") {
    CHECK(errors_of(R"({"severty": "mild"})") == "$.severty: is no fact of this policy; did you mean `severity`?\n");
    CHECK(errors_of(R"({"Benefit": "medical"})") == "$.Benefit: is no fact of this policy; did you mean `benefit`?\n");
    CHECK(errors_of(R"({"zzzzzz": 1})") == "$.zzzzzz: is no fact of this policy\n");
    CHECK(errors_of(R"({"inhaler": {"": true, "value": true}})") == "$.inhaler[\"\"]: is not known here\n");
    CHECK(errors_of(R"({"": 1})") == "$[\"\"]: is no fact of this policy\n");
    CHECK(errors_of("{\"a\\u0007 b\": 1}") == "$[\"a\\u0007 b\"]: is no fact of this policy\n");
    CHECK(errors_of(R"({"inhaler": {"valu": true}})") ==
          "$.inhaler.valu: is not known here; did you mean `value`?\n"
          "$.inhaler: has no `value`; write null for a fact that is not given\n");
    CHECK(errors_of(R"({"inhaler": {"value": true, "level": "attested"}})") ==
          "$.inhaler.level: is not known here; did you mean `evidence`?\n");
    CHECK(errors_of(R"({"level": "attested"})") == "$.level: is no fact of this policy; did you mean `evidence`?\n");
    CHECK(errors_of(R"({"severity": "midl"})") ==
          "$.severity: must be one of `mild`, `moderate`, `severe`, not `midl`; did you mean `mild`?\n");
}

TEST_CASE("a wrong value says what is right") {
    CHECK(errors_of(R"({"inhaler": "yes"})") == "$.inhaler: must be true or false, not `yes`\n");
    CHECK(errors_of(R"({"inhaler": "true"})") ==
          "$.inhaler: must be true or false, not `true`; write it without quotes\n");
    CHECK(errors_of(R"({"inhaler": {"value": "false"}})") ==
          "$.inhaler.value: must be true or false, not `false`; write it without quotes\n");
    CHECK(errors_of(R"({"inhaler": "True"})") == "$.inhaler: must be true or false, not `True`\n");
    CHECK(errors_of(R"({"inhaler": 1})") == "$.inhaler: must be true or false, not a number\n");
    CHECK(errors_of(R"({"inhaler": [true]})") == "$.inhaler: must be true or false, not a list\n");
    CHECK(errors_of(R"({"inhaler": {"value": null}})") == "$.inhaler.value: must be true or false, not null\n");
    CHECK(errors_of(R"({"inhaler": {"value": {"value": true}}})") ==
          "$.inhaler.value: must be true or false, not an object\n");
    CHECK(errors_of(R"({"severity": "sever"})") ==
          "$.severity: must be one of `mild`, `moderate`, `severe`, not `sever`; did you mean `severe`?\n");
    CHECK(errors_of(R"({"severity": true})") == "$.severity: must be one of `mild`, `moderate`, `severe`, not true\n");
    CHECK(errors_of(R"({"severity": "J45.50"})") ==
          "$.severity: must be one of `mild`, `moderate`, `severe`, not `J45.50`; the code stands for `severe`, which "
          "must be said by name\n");
}

TEST_CASE("dates are days of the calendar in range") {
    CHECK(errors_of(R"({"date_of_service": "2026-02-29"})") ==
          "$.date_of_service: `2026-02-29` is not in the calendar\n");
    CHECK(errors_of(R"({"date_of_service": "2026-13-01"})") ==
          "$.date_of_service: `2026-13-01` is not in the calendar\n");
    CHECK(errors_of(R"({"date_of_service": "2026-00-10"})") ==
          "$.date_of_service: `2026-00-10` is not in the calendar\n");
    CHECK(errors_of(R"({"date_of_service": "1799-12-31"})") ==
          "$.date_of_service: `1799-12-31` is outside 1800-01-01 to 2199-12-31\n");
    CHECK(errors_of(R"({"date_of_service": "2200-01-01"})") ==
          "$.date_of_service: `2200-01-01` is outside 1800-01-01 to 2199-12-31\n");
    CHECK(errors_of(R"({"date_of_service": "2026-07"})") ==
          "$.date_of_service: must be a day like `2026-07-01`, not `2026-07`\n");
    CHECK(errors_of(R"({"date_of_service": "07/01/2026"})") ==
          "$.date_of_service: must be a day like `2026-07-01`, not `07/01/2026`\n");
    CHECK(errors_of(R"({"birth_date": "2008-6"})") ==
          "$.birth_date: must be a day, a month or a year like `2008-06-15`, `2008-06` or `2008`, not `2008-6`\n");
    CHECK(errors_of(R"({"birth_date": 2008})") ==
          "$.birth_date: must be a day, a month or a year like `2008-06`, not a number\n");
    CHECK(errors_of(R"({"birth_date": "2008-13"})") == "$.birth_date: `2008-13` is not in the calendar\n");
}

TEST_CASE("evidence stands with provider facts only") {
    CHECK(errors_of(R"({"contract_excludes": {"value": true, "evidence": "documented"}})") ==
          "$.contract_excludes.evidence: only what a provider says carries evidence\n");
    CHECK(errors_of(R"({"benefit": {"value": "medical", "evidence": "attested"}})") ==
          "$.benefit.evidence: only what a provider says carries evidence\n");
    CHECK(errors_of(R"({"evidence": "sworn"})") ==
          "$.evidence: must be `claimed`, `attested` or `documented`, not `sworn`\n");
    CHECK(errors_of(R"({"inhaler": {"value": true, "evidence": null}})") ==
          "$.inhaler.evidence: must be `claimed`, `attested` or `documented`, not null\n");
    CHECK(errors_of(R"({"inhaler": {"evidence": "attested", "not_knowable": true}})") ==
          "$.inhaler: what is not knowable has neither `value` nor `evidence`\n");
    CHECK(errors_of(R"({"inhaler": {"not_knowable": false}})") == "$.inhaler.not_knowable: must be true, not false\n");
    CHECK(errors_of(R"({"inhaler": {}})") == "$.inhaler: has no `value`; write null for a fact that is not given\n");
}

TEST_CASE("what is given twice is never chosen from") {
    CHECK(errors_of(R"({"inhaler": true, "inhaler": true})") == "$.inhaler: given twice\n");
    CHECK(errors_of(R"({"inhaler": null, "inhaler": true})") == "$.inhaler: given twice\n");
    CHECK(errors_of(R"({"inhaler": {"value": true, "value": false}})") == "$.inhaler.value: given twice\n");
    CHECK(errors_of(R"({"id": "a", "id": "b"})") == "$.id: given twice\n");
    CHECK(errors_of(R"({"evidence": "claimed", "evidence": "claimed"})") == "$.evidence: given twice\n");
    CHECK(errors_of("{\"inhaler\": true, \"inhale\\u0072\": false}") == "$.inhaler: given twice\n");
}

TEST_CASE("an id is a short text") {
    CHECK(errors_of(R"({"id": 7})") == "$.id: must be a text, not a number\n");
    CHECK(errors_of(R"({"id": ""})") == "$.id: empty\n");
    CHECK(errors_of(R"({"id": ")" + std::string(201, 'x') + "\"}") == "$.id: longer than 200 bytes\n");
    CHECK(errors_of(R"({"id": ")" + std::string(200, 'x') + "\"}") == "");
}

TEST_CASE("what is not one JSON object is reported where reading stopped") {
    CHECK(errors_of("") == "$: empty\n");
    CHECK(errors_of("  ") == "$: cut off: the text ends before the request does\n");
    CHECK(errors_of("[]") == "$: must be one object, not a list\n");
    CHECK(errors_of("null") == "$: must be one object, not null\n");
    CHECK(errors_of(R"({"inhaler": true)") == "$.inhaler: cut off: the text ends before the request does\n");
    CHECK(errors_of(R"({"inhaler": true} {})") == "$: something follows the request at byte 19\n");
    CHECK(errors_of(R"({"inhaler": yes})") == "$.inhaler: not JSON at byte 13, near `\"inhaler\": y`\n");
    CHECK(errors_of(R"({"inhaler": 1e999})") == "$.inhaler: must be true or false, not a number\n");
    CHECK(errors_of("{\"inhaler\": \"\xff\"}") == "$: not UTF-8 at byte 14\n");
    CHECK(errors_of("{\"inhaler\": \"\xed\xa0\x80\"}") == "$: not UTF-8 at byte 14\n");
    CHECK(errors_of("\xef\xbb\xbf{}") == "$: a byte order mark may only start a file\n");
    CHECK(errors_of(std::string("{}\0", 3)) == "$: a zero byte at byte 3\n");
}

TEST_CASE("nesting is bounded") {
    const std::string deep = R"({"inhaler": )" + std::string(100'000, '[') + std::string(100'000, ']') + "}";
    CHECK(errors_of(deep) == "$.inhaler[0]: nested too deeply\n");
    const std::string open(1'000'000, '[');
    CHECK(errors_of(open) == "$: nested too deeply\n");
    CHECK(errors_of(R"({"inhaler": [[[{"a": [{}]}]]]})") == "$.inhaler: must be true or false, not a list\n");
}

TEST_CASE("independent errors come together, and not without end") {
    CHECK(errors_of(R"({"inhaler": 1, "severity": 2, "colour": 3})") ==
          "$.inhaler: must be true or false, not a number\n"
          "$.severity: must be one of `mild`, `moderate`, `severe`, not a number\n"
          "$.colour: is no fact of this policy\n");
    std::string many = "{\"x0\": 0";
    for (int i = 1; i < 50'000; ++i) many += ", \"x" + std::to_string(i) + "\": 0";
    CHECK(read(many + "}").errors.size() == json::most_errors_reported);
}

TEST_CASE("long texts of a sender are shown in part, cut between characters") {
    std::string name;
    for (int i = 0; i < 100; ++i) name += "ü";
    std::string shown;
    for (int i = 0; i < 30; ++i) shown += "ü";
    CHECK(errors_of("{\"inhaler\": \"" + name + "\"}") == "$.inhaler: must be true or false, not `" + shown + "…`\n");
}

TEST_CASE("a list is an error where nobody takes its entries") {
    json::RequestReader reader(test::sample_policy());
    const json::Reading& reading =
        reader.read(R"({"trials": [{}]})", json::RequestTarget{.assign = [](void*, std::uint16_t, const Answer&) {}});
    REQUIRE(reading.errors.size() == 1);
    CHECK(json::to_text(reading.errors.front()) == "$.trials: is a list, which is not taken here");
}

TEST_CASE("a list has entries, each with some of its fields, and evidence as a whole") {
    const json::RequestReading reading =
        read(R"({"trials": {"value": [{"length": 42, "severity": "mild"}, {}], "evidence": "attested"}})");
    CHECK(reading.errors.empty());
    CHECK(reading.request.answers[test::sample::trials].presence == Presence::given);
    CHECK(reading.request.answers[test::sample::trials].evidence == Evidence::attested);
    CHECK(reading.request.answers[test::sample::trials_length].presence == Presence::not_given);
    REQUIRE(reading.request.entries.size() == 2);
    CHECK(reading.request.entries[0].list == test::sample::trials);
    REQUIRE(reading.request.entries[0].fields.size() == 3);
    CHECK(reading.request.entries[0].fields[1].number == Decimal{42, 0});
    CHECK(reading.request.entries[0].fields[2].presence == Presence::not_given);
    CHECK(reading.request.entries[1].fields[0].presence == Presence::not_given);
}

TEST_CASE("an empty list is an answer") {
    const json::RequestReading reading = read(R"({"trials": [], "evidence": "documented"})");
    CHECK(reading.errors.empty());
    CHECK(reading.request.answers[test::sample::trials].presence == Presence::given);
    CHECK(reading.request.answers[test::sample::trials].evidence == Evidence::documented);
    CHECK(reading.request.entries.empty());
    CHECK(read(R"({"trials": null})").request.answers[test::sample::trials].presence == Presence::not_given);
}

TEST_CASE("what is wrong with an entry is told at its place") {
    CHECK(errors_of(R"({"trials": {"length": 42}})") ==
          "$.trials.length: is not known here\n"
          "$.trials: has no `value`; write null for a fact that is not given\n");
    CHECK(errors_of(R"({"trials": "none"})") == "$.trials: must be a list of entries, `[]` for none, not `none`\n");
    CHECK(errors_of(R"({"trials": [{"lenght": 42}, 7, {"severity": "mile"}]})") ==
          "$.trials[0].lenght: is no field of `trials`; did you mean `length`?\n"
          "$.trials[1]: must be an entry, an object, not a number\n"
          "$.trials[2].severity: must be one of `mild`, `moderate`, `severe`, not `mile`; did you mean `mild`?\n");
    CHECK(errors_of(R"({"trials": {"value": [{"length": 10000}, {"length": 1, "length": 2}]}})") ==
          "$.trials.value[0].length: `10000` is outside 0 to 9999 days\n"
          "$.trials.value[1].length: given twice\n");
    CHECK(errors_of(R"({"trials": [{"length": {"value": 1}}], "trials.length": 2})") ==
          "$.trials[0].length: must be a number in days, not an object\n"
          "$[\"trials.length\"]: is no fact of this policy\n");
}

TEST_CASE("a list of more than a thousand entries is refused") {
    std::string text = R"({"trials": [{})";
    for (int i = 1; i < 1000; ++i) text += ", {}";
    CHECK(errors_of(text + "]}") == "");
    CHECK(errors_of(text + ", {}]}") == "$.trials: has more than 1000 entries\n");
}

TEST_CASE("a reader keeps nothing of one request for the next") {
    json::RequestReader reader(test::sample_policy());
    const auto answers = [&](std::string_view text) {
        RequestRecord record;
        record.answers.resize(test::sample::fact_count);
        static_cast<void>(reader.read(text, json::target_of(record)));
        return record.answers;
    };
    const auto& first = reader.read(R"({"id": "a", "id": 1, "colour": 1, "inhaler": 1})",
                                    json::RequestTarget{.assign = [](void*, std::uint16_t, const Answer&) {}});
    CHECK(first.errors.size() == 3);
    CHECK(answers(R"({"evidence": "documented", "inhaler": true})")[test::sample::inhaler].evidence ==
          Evidence::documented);
    RequestRecord record;
    record.answers.resize(test::sample::fact_count);
    const json::Reading& second = reader.read(R"({"inhaler": true})", json::target_of(record));
    CHECK(second.errors.empty());
    CHECK(second.id.empty());
    CHECK(record.answers[test::sample::inhaler].evidence == Evidence::claimed);
    CHECK(reader.read("{", json::target_of(record)).is_cut_off);
    CHECK_FALSE(reader.read("{}", json::target_of(record)).is_cut_off);
}

TEST_CASE("the request's level is found wherever it stands, behind lists and escapes too") {
    std::string text = R"({"inhaler": true, "trials": [)";
    for (int i = 0; i < 200; ++i) text += R"({"s\u0065verity": "m\u0069ld", "since": "20\u00326-02"}, )";
    text += R"({}], "severity": "s\u0065vere", "contract_excludes": true, "\u0065vidence": "d\u006fcumented"})";
    const json::RequestReading later = read(text);
    CHECK(errors_of(text) == "");
    for (const std::uint16_t fact : {test::sample::inhaler, test::sample::trials, test::sample::severity})
        CHECK(later.request.answers[fact].evidence == Evidence::documented);
    CHECK(later.request.answers[test::sample::contract_excludes].evidence == Evidence::none);
    REQUIRE(later.request.entries.size() == 201);
    for (std::size_t i = 0; i < 200; ++i) {
        CHECK(later.request.entries[i].fields[0].value == 0);
        CHECK(later.request.entries[i].fields[2].range == DateRange{date_of(2026, 2, 1), date_of(2026, 2, 28)});
    }
    CHECK(errors_of(R"({"inhaler": true, "evidence": "sworn", "severity": "mild", "evidence": "claimed"})") ==
          "$.evidence: must be `claimed`, `attested` or `documented`, not `sworn`\n"
          "$.evidence: given twice\n");
}

TEST_CASE("errors of a text of several lines say in which line and column they are") {
    CHECK(errors_of("{\n  \"inhaler\": yes\n}") ==
          "$.inhaler, line 2, column 14: not JSON at byte 16, near `\"inhaler\": y`\n");
    CHECK(errors_of("{\n  \"inhaler\": true\n") ==
          "$.inhaler, line 3, column 1: cut off: the text ends before the request does\n");
    const json::RequestReading reading =
        read("{\n  \"é\\n\": 1, \"inhaler\": 3,\n  \"weight\": {\"value\": true},\n  \"inhaler\": 4\n}\n");
    std::vector<std::pair<std::uint32_t, std::uint32_t>> places;
    for (const json::RequestError& error : reading.errors) places.emplace_back(error.line, error.column);
    CHECK(places == std::vector<std::pair<std::uint32_t, std::uint32_t>>{{2, 10}, {2, 24}, {3, 23}, {4, 14}});
    CHECK(read("{\"inhaler\": 3}\n").errors.front().line == 0);
}

TEST_CASE("what is given twice is told at the place of each later one, in the order of lines") {
    CHECK(errors_of("{\"inhaler\": true,\n \"inhaler\": true,\n  \"inhaler\": true}") ==
          "$.inhaler, line 2, column 13: given twice\n$.inhaler, line 3, column 14: given twice\n");
    CHECK(errors_of("{\"inhaler\": {\"value\": 3,\n \"value\": true}}") ==
          "$.inhaler.value, line 1, column 23: must be true or false, not a number\n"
          "$.inhaler.value, line 2, column 11: given twice\n");
    CHECK(errors_of("{\"trials\": [{\"length\": 2,\n\"length\": 1}],\n\"trials\": [{\"length\": 3}]}") ==
          "$.trials[0].length, line 2, column 11: given twice\n$.trials, line 3, column 11: given twice\n");
}
