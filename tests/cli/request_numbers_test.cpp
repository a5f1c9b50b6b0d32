// Requests that polc writes are requests that it reads, also where numbers are so small that JSON is often written with
// an exponent.

#include "tests/cli/support/command.hpp"
#include "tests/cli/support/policy_files.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace pol::test;

namespace {

constexpr const char* plan = R"(plan trace_plan "Trace plan"
  lines of business
    gold  "Gold"
  end
  benefits  medical
  requests  initial, renewal
  calendar
    short months   take the last day
    leap birthday  1 March
  end
end
)";

constexpr const char* facts = R"(facts assay from provider
  residue  : number in mg between -1 and 1  ask "How much is left?"
end
)";

/// What follows the name.
constexpr const char* policy = R"( "Tracil"
  number   "TEST-2"
  plan     trace_plan
  facts    assay
  text     from 2026-01-01 by date_of_service
  earlier  not on file
end

applies to
  [x] gold
end

section T "Traces"
  for gold
  initial requires all of
    1. "no more than a trace"  documented residue is at most 0.00002 mg
  end
  2. "half a year at a time"
     approve 6 months from date_of_service
     renewal requires all of
       items 1
     end
  otherwise criteria not met
end

scenario "a trace"
  evidence documented
  line_of_business gold, benefit medical, request initial
  date_of_service 2026-07-01
  residue 0.000015 mg
  expect approved
    from 2026-07-01 through 2026-12-31
    met T.1
end

scenario "less than nothing"
  like "a trace" except residue -0.000001 mg
  expect approved
    from 2026-07-01 through 2026-12-31
    met T.1
end
)";

/// The two texts of the policy, `older.pol` and `newer.pol`, of which the new one takes more.
struct Texts {
    Texts() {
        folder.write("trace_plan.pol", plan);
        folder.write("assay.pol", facts);
        for (const std::string name : {"older", "newer"}) folder.write(name + ".pol", "policy " + name + policy);
        replace_in(folder.path() / "newer.pol", "at most 0.00002 mg", "at most 0.00003 mg", folder);
    }

    [[nodiscard]] CommandResult polc(const std::string& arguments, const std::string& input = {}) const {
        return run("cd " + shell_word(folder.path().string()) + " && " + shell_word(POL_PROGRAM) + " " + arguments,
                   input);
    }
    [[nodiscard]] std::string decided(const std::string& text, const std::string& request) const {
        const CommandResult result = polc("decide " + text, request);
        CHECK(result.errors == "");
        return result.output;
    }

    ScratchFolder folder;
};

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

/// The member of the first change in the JSON of `polc diff`, as it stands there.
std::string member_in(const std::string& json) {
    const std::size_t begin = json.find("\"member\":") + 9;
    return json.substr(begin, json.find(",\"old_decision\"") - begin);
}

}  // namespace

TEST_CASE("the request of a scenario has small numbers without an exponent, and is decided as the scenario says") {
    const Texts texts;
    const std::string trace = texts.polc("test older.pol --request 'a trace'").output;
    CHECK(has(trace, R"("residue":{"value":0.000015,"evidence":"documented"})"));
    CHECK(texts.decided("older.pol", trace).starts_with("APPROVED"));
    const std::string negative = texts.polc("test older.pol --request 'less than nothing'").output;
    CHECK(has(negative, R"("value":-0.000001,)"));
    CHECK(texts.decided("older.pol", negative).starts_with("APPROVED"));
}

TEST_CASE("the member of a change has small numbers without an exponent, and is decided as the change says") {
    const Texts texts;
    const std::string member = member_in(texts.polc("diff older.pol newer.pol --format json").output);
    CHECK(has(member, "0.0000"));
    CHECK(texts.decided("older.pol", member).starts_with("CRITERIA NOT MET"));
    CHECK(texts.decided("newer.pol", member).starts_with("APPROVED"));
}
