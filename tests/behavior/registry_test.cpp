// The generated registry of the made-up policies: what is found, and that what is decided through it is what the
// interpreter decides of the policy's file.

#include "compiler/driver/pipeline.hpp"
#include "compiler/interpret/interpreter.hpp"
#include "examples/adjudicate/addressed.hpp"
#include "pol/decide_record.hpp"
#include "pol/generic_request.hpp"
#include "pol/text_view.hpp"
#include "pol/words.hpp"
#include "tests/behavior/random_requests.hpp"
#include "tests/support/decision_differences.hpp"

#include <doctest/doctest.h>
#include <lapwing.hpp>
#include <made_up_policies_registry.hpp>

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

using namespace pol;

namespace {

const Registry& registry = made_up::made_up_policies_registry();

std::string text_of(Text text) { return std::string(view(text)); }

std::string name_of(const RegisteredText& text) { return text_of(text.policy().description->name); }

std::vector<std::string> names(const FoundTexts& found) {
    std::vector<std::string> names;
    for (const RegisteredText& text : found) names.push_back(name_of(text));
    return names;
}

RequestDays service_on(int year, int month, int day) {
    const Date date = date_of(year, month, day);
    return {.of_service = {date, date}};
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("every policy of the build is in the registry and decides as the interpreter does") {
    CHECK(registry.texts.size == 17);
    for (const RegisteredText& text : registry.texts) {
        CAPTURE(name_of(text));
        Run run({});
        const std::optional<model::Policy> policy =
            build_model(run, std::string(POL_SOURCE_DIR) + "/tests/policies/" + name_of(text) + ".pol");
        REQUIRE(policy);
        const PolicyDescription& description = *text.policy().description;
        CHECK(text_of(text.number) == policy->number);
        CHECK(text_of(description.hash) == policy->content_hash);
        CHECK(text_of(description.compiler) == policy->compiler);
        const Interpreter interpreter(*policy);
        testing::RandomRequests requests(*policy, 5);
        for (int i = 0; i < 300; ++i) {
            const RequestRecord request = requests.next();
            CHECK(testing::first_difference(*policy, interpreter.interpret(request), decide(text.policy(), request)) ==
                  "");
        }
    }
}

TEST_CASE("the texts of a number answer each for its days") {
    CHECK(names(registry.find("LAKE-50", service_on(2024, 12, 31))) == Names{"lapwing_2024"});
    CHECK(names(registry.find("LAKE-50", service_on(2025, 1, 1))) == Names{"lapwing_2025"});
    CHECK(names(registry.find("LAKE-50", service_on(2026, 1, 1))) == Names{"lapwing"});
    CHECK(names(registry.find("LAKE-50", service_on(2025, 8, 1))) == Names{"lapwing"});
    CHECK(names(registry.find("LAKE-50", service_on(2000, 1, 1))) == Names{"lapwing_2024"});
    CHECK(names(registry.find("LAKE-50", service_on(2030, 1, 1))) == Names{"lapwing"});
    CHECK(names(registry.find("LAKE-50")) == Names{"lapwing_2024", "lapwing_2025", "lapwing"});
    CHECK(registry.find("LAKE-5").empty());
}

TEST_CASE("a day outside all texts has its own answer, decided by the text next to it") {
    const auto outcome_on = [](const RequestDays& days) {
        const RegisteredText& text = *registry.find("LAKE-50", days).begin();
        GenericRequest request(*text.policy().description);
        CHECK(request.set("date_of_service", days.of_service.first) == "");
        CHECK(request.set("line_of_business", "employer") == "");
        const DecisionRecord decision = decide(text.policy(), request.record());
        REQUIRE(decision.results.size() == 1);
        const std::uint16_t target = decision.results[0].result.target;
        const bool refers = decision.outcome == Outcome::refer;
        return refers ? text_of(text.policy().description->targets[target].number)
                      : std::string(words_of(decision.outcome));
    };
    CHECK(outcome_on(service_on(2023, 12, 31)) == "LAKE-5");
    CHECK(outcome_on(service_on(2025, 8, 1)) == "LAKE-51");
    CHECK(outcome_on(service_on(2028, 1, 1)) == "does not apply");
}

TEST_CASE("a code gives every policy that lists it on the day") {
    const Code shared = parse_hcpcs("J1787").code;
    CHECK(names(registry.find(shared, service_on(2025, 3, 31))).empty());
    CHECK(names(registry.find(shared, service_on(2025, 4, 1))) == Names{"lapwing_2025"});
    CHECK(names(registry.find(shared, service_on(2026, 4, 1))) == Names{"lapwing"});
    const Names listing = names(registry.find(parse_hcpcs("J1561").code, service_on(2026, 6, 1)));
    CHECK(listing.size() > 1);
    CHECK(std::is_sorted(listing.begin(), listing.end(), [](const std::string& left, const std::string& right) {
        const auto number = [](const std::string& name) {
            for (const RegisteredText& text : registry.texts)
                if (name_of(text) == name) return text_of(text.number);
            return std::string();
        };
        return number(left) < number(right);
    }));
    CHECK(names(registry.find(parse_ndc("54092071204").code, service_on(2026, 1, 1))) == Names{"lapwing"});
}

TEST_CASE("without a date every text of a number decides, each by the facts that it knows") {
    PolicyDesks desks;
    const std::string request =
        R"({"id":"x","policy":"LAKE-50","line_of_business":"employer","diagnosis":"first_form","stage":"severe"})";
    const auto answer = answer_addressed(request, "file:1", registry, json::Detail::brief, desks);
    REQUIRE(answer);
    CHECK(answer->errors == "");
    REQUIRE(answer->decided.size() == 3);
    CHECK(answer->line.starts_with(R"({"id":"x","decisions":[{"id":"x","policy":{"name":"lapwing_2024",)"));
    for (const AddressedAnswer::Decided& decided : answer->decided) {
        REQUIRE(!decided.decision.questions.empty());
        CHECK(decided.decision.questions[0].fact != no_index);
    }
    const std::string unknown = request.substr(0, request.size() - 1) + R"(,"colour":"red"})";
    const auto refused = answer_addressed(unknown, "file:1", registry, json::Detail::brief, desks);
    REQUIRE(refused);
    CHECK(refused->errors == "file:1: error: $.colour: is no fact of this policy (LAKE-50, text of 2024-01-01)\n");
    CHECK(refused->line == "");
}

TEST_CASE("with a date, in its short form or its long one, the text of that day decides alone") {
    PolicyDesks desks;
    for (const char* date : {R"("2025-05-06")", R"({"value":"2025-05-06"})", R"({ "value" : "2025-05-06" })"}) {
        CAPTURE(date);
        const auto answer =
            answer_addressed(R"({"policy":"LAKE-50","date_of_service":)" + std::string(date) + R"(,"stage":"severe"})",
                             "file:1", registry, json::Detail::brief, desks);
        REQUIRE(answer);
        CHECK(answer->errors == "");
        CHECK(answer->decided.size() == 1);
        CHECK(answer->line.starts_with(R"({"policy":{"name":"lapwing_2025",)"));
    }
    CHECK(!answer_addressed(R"({"date_of_service":"2025-05-06"})", "file:1", registry, json::Detail::brief, desks));
}

TEST_CASE("the readers and writers of a desk are made once, and nothing of a line stays for the next") {
    PolicyDesks desks;
    const PolicyDescription& policy = *registry.find("LAKE-50", service_on(2026, 5, 6)).begin()->policy().description;
    CHECK(&desks.of(policy) == &desks.of(policy));
    const auto answered = [](std::string_view line, PolicyDesks& with) {
        const auto answer = answer_addressed(line, "file:1", registry, json::Detail::full, with);
        REQUIRE(answer);
        return answer->errors + answer->line;
    };
    for (const char* line : {R"({"id":"x","policy":"LAKE-50","date_of_service":"2026-05-06","stage":"severe"})",
                             R"({"policy":"LAKE-50","date_of_service":"2026-05-06","stage":"nowhere"})",
                             R"({"policy":"LAKE-50","date_of_service":"2026-05-06"})"}) {
        PolicyDesks own;
        CHECK(answered(line, desks) == answered(line, own));
    }
}

TEST_CASE("a request of the policy's own type is decided as it is") {
    const CompiledPolicy& policy = registry.find("LAKE-50", service_on(2026, 5, 6)).begin()->policy();
    REQUIRE(policy.takes<made_up::lapwing::Request>());
    CHECK(!registry.find("LAKE-30").begin()->policy().takes<made_up::lapwing::Request>());
    made_up::lapwing::Request request;
    request.date_of_service = given(date_of(2028, 1, 1));
    made_up::lapwing::Decision room;
    const DecisionView decision = policy.decide(&request, &room);
    CHECK(decision.outcome == Outcome::does_not_apply);
    CHECK(decision.result(0).result.outcome == Outcome::does_not_apply);
    CHECK(decision.clauses.has(static_cast<int>(made_up::lapwing::Clause::TEXT)));
}
