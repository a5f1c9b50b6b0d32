// Fills in a request of one policy by the names of its facts, with a value of every type, and decides it.
#include "pol/decide_record.hpp"
#include "pol/generic_request.hpp"
#include "pol/words.hpp"

#include <epoetin.hpp>

#include <cstdio>
#include <string>

using pol::Evidence;

int main() {
    const pol::CompiledPolicy& policy = plan::epoetin::compiled_policy();
    pol::GenericRequest request(*policy.description);
    const auto say = [](const std::string& problem) {
        if (!problem.empty()) std::printf("%s\n", problem.c_str());
    };
    const pol::Date day = pol::date_of(2026, 7, 1);
    // What the plan knows carries no evidence: choices, exact days, a day of which the year is known.
    say(request.set("line_of_business", "commercial"));
    say(request.set("request", "initial"));
    say(request.set("named_plan", "caremark"));
    say(request.set("date_of_service", day));
    say(request.set("date_of_request", day));
    say(request.set("birth_date", pol::some_day_in(1974)));  // some_day_in(1974, 5): of the month

    // What the provider says is claimed where no evidence is stated: choices, yes or no, and what nobody can find out.
    say(request.set("product", "retacrit"));
    say(request.set("indication", "mds", Evidence::documented));
    say(request.set("other_esa", false, Evidence::attested));
    say(request.set("blood_pressure", "controlled", Evidence::attested));
    say(request.set("on_iron", true, Evidence::documented));
    say(request.set("first_dose", pol::not_knowable));

    // Numbers stand in the unit that the fact declares: 320 mU/mL, 1.5 months; a measurement of 9.4 g/dL has its day.
    say(request.set("epo", pol::Decimal{320}, Evidence::documented));
    say(request.set("chemotherapy_left", pol::Decimal{15, 1}));
    say(request.set("hemoglobin", pol::Measurement{{94, 1}, {day, day}}, Evidence::documented));
    say(request.set("tsat", pol::Decimal{22}));  // has none, and is not set

    const pol::DecisionRecord decision = pol::decide(policy, request.record());
    std::printf("%s\n", std::string(pol::words_of(decision.outcome)).c_str());
    for (const pol::QuestionRecord& question : decision.questions)
        std::printf("  %s\n", std::string(pol::view(policy.description->facts[question.fact].question)).c_str());

    if (std::fflush(stdout) == 0 && std::ferror(stdout) == 0) return 0;
    std::fputs("by_name_example: cannot write to standard output\n", stderr);
    return 3;
}
