// Finds the policies that list a code on the day of service, and decides one request by each, with facts by name.
#include "pol/decide_record.hpp"
#include "pol/generic_request.hpp"
#include "pol/text_view.hpp"
#include "pol/words.hpp"

#include <pol_policies_registry.hpp>

#include <cstdint>
#include <cstdio>
#include <string>

using pol::Evidence;

int main(int count, char** arguments) {
    // A code that is known at run time only; what is none is not looked up.
    const std::string code = count > 1 ? arguments[1] : "J1304";
    const pol::ParsedCode parsed = pol::parse_hcpcs(pol::Text(code.data(), static_cast<std::uint32_t>(code.size())));
    if (!parsed.valid) {
        std::fprintf(stderr, "registry_example: `%s` is no HCPCS code\n", code.c_str());
        return 2;
    }
    const pol::Date day = pol::date_of(2026, 7, 1);
    const pol::RequestDays days = {.of_service = {day, day}};
    for (const pol::RegisteredText& text : plan::pol_policies_registry().find(parsed.code, days)) {
        const pol::PolicyDescription& policy = *text.policy().description;
        const std::string number(pol::view(policy.number));
        // What is wrong with a fact is said, and the fact is not given.
        const auto say = [&](const std::string& problem) {
            if (!problem.empty()) std::printf("%s: %s\n", number.c_str(), problem.c_str());
        };
        pol::GenericRequest request(policy);
        say(request.set("line_of_business", "commercial_group"));
        say(request.set("benefit", "medical"));
        say(request.set("date_of_service", day));
        say(request.set("birth_date", pol::some_day_in(1974)));
        say(request.set("contract_excludes", false));
        say(request.set("diagnosis", "als", Evidence::documented));
        say(request.set("sod1_mutation", "confirmd", Evidence::documented));

        const pol::DecisionRecord decision = pol::decide(text.policy(), request.record());
        std::printf("%s: %s\n", number.c_str(), std::string(pol::words_of(decision.outcome)).c_str());
    }
    if (std::fflush(stdout) == 0 && std::ferror(stdout) == 0) return 0;
    std::fputs("registry_example: cannot write to standard output\n", stderr);
    return 3;
}
