#include "compiler/model/describe.hpp"
#include "tests/support/lowered.hpp"
#include "tests/support/model_text.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace pol {
namespace {

using test::clause;
using test::clause_index;

const std::string plan_head = R"(plan some_plan "Some plan"
  lines of business
    city     "City"
    country  "Country"
    island   "Island"
    sea      "Sea"
  end
  benefits  medical, pharmacy
  requests  initial, renewal
  calendar
    short months   take the last day
    leap birthday  1 March
  end
  facts from plan
    excluded_by_contract : yes/no  ask "Is it excluded?"
  end
)";
const std::string plan = plan_head + "end\n";
const std::string plan_with_evidence = plan_head + "  evidence is attested\nend\n";

const std::string facts = R"(facts some_facts from provider
  diagnosis  : one of first_form "the first form", other   ask "Which diagnosis?"
  tested     : yes/no  "was tested"   ask "Was it tested?"
  improved   : yes/no  ask "Is there improvement?"   implies tested
end
)";

/// A policy around its blocks; `applies` is whole, `rest` holds everything below it.
std::string policy_text(const std::string& applies, const std::string& rest) {
    return R"(policy some "Some"
  number   "S-1"
  plan     some_plan
  facts    some_facts
  text     from 2026-06-01 by date_of_service
  earlier  not on file
end
)" + applies +
           rest;
}

const std::string all_boxes = R"(applies to
  [x] city  [x] country  [ ] island  [x] sea
end
)";

const std::string criteria = R"(section A
  for city, country, sea
  initial requires all of
    1. "tested"
       tested is yes
    2. "one of them"
       any of
         a. "form"
            diagnosis is first_form
         b. "better"
            improved is yes
       end
    any of
      3. "third"
         excluded_by_contract is no
      4. "fourth"
         age at date_of_service is at least 18 years
    end
  end
  5. "half a year"
     approve 6 months from date_of_service
     renewal requires all of
       items 1 to 2, 4
       a. "better now"
          attested improved is yes
     end
  otherwise criteria not met
end
)";

model::Policy lowered(const std::string& rest, const std::string& applies = all_boxes, const std::string& with = plan) {
    return test::lowered(policy_text(applies, rest), with, {facts});
}

std::string requirement(const model::Policy& policy, const std::string& id) {
    for (const model::Requirement& each : policy.requirements)
        if (policy.clauses[each.clause].id == id) {
            if (const auto* condition = std::get_if<model::Condition>(&each.body))
                return test::condition_text(policy, *condition);
            return test::group_text(policy, std::get<model::RequirementGroup>(each.body));
        }
    return "no requirement " + id;
}

std::string ids(const model::Policy& policy) {
    std::vector<model::ClauseIndex> all;
    for (std::size_t i = 0; i < policy.clauses.size(); ++i) all.push_back(static_cast<model::ClauseIndex>(i));
    return test::clauses_text(policy, all);
}

TEST_CASE("facts: the seven of every policy, then the plan's, then the files'") {
    const model::Policy policy = lowered(criteria);
    REQUIRE(policy.facts.size() == builtin_fact_count + 4);
    CHECK(policy.facts[0].name == "line_of_business");
    CHECK(policy.facts[0].values[1].text == "Country");
    CHECK(policy.facts[index_of(BuiltinFact::request)].values[1].name == "renewal");
    CHECK(policy.facts[index_of(BuiltinFact::birth_date)].type == FactType::partial_date);
    CHECK(policy.facts[index_of(BuiltinFact::first_start)].name == "first_start");
    for (std::size_t i = 0; i < builtin_fact_count; ++i) CHECK_FALSE(policy.facts[i].question.empty());

    CHECK(policy.facts[7].source == FactSource::plan);
    CHECK(policy.facts[7].phrase == "excluded by contract");
    CHECK(policy.facts[8].values[1].text == "other");
    CHECK(policy.facts[9].phrase == "was tested");
    CHECK(policy.facts[10].implies == std::vector<model::FactIndex>{9});
}

TEST_CASE("clauses stand in file order with their ids and kinds") {
    const model::Policy policy = lowered(criteria);
    CHECK(ids(policy) ==
          "TEXT, APPLIES.city, APPLIES.country, APPLIES.island, APPLIES.sea, A.1, A.2, A.2.a, A.2.b, A.3, A.4, A.5, "
          "A.5.a, A.otherwise");
    CHECK(clause(policy, "A.1").kind == ClauseKind::requirement);
    CHECK(clause(policy, "A.2").kind == ClauseKind::requirement);
    CHECK(clause(policy, "A.2.b").kind == ClauseKind::requirement);
    CHECK(clause(policy, "A.5").kind == ClauseKind::approval);
    CHECK(clause(policy, "A.otherwise").text == "otherwise criteria not met");
    CHECK(clause(policy, "TEXT").line == 5);
    CHECK(clause(policy, "APPLIES.country").line == 9);
    CHECK(clause(policy, "A.1").line == 14);
}

TEST_CASE("unnumbered items count within their list, justifications hang on their outcome") {
    const model::Policy policy = lowered(R"(section A
  for city, country, sea
  * "first paragraph"
    excluded when tested is no
    because
      i.  "for one"
      ii. "for another"
    end
  * note "second paragraph"
  otherwise review
end
guidelines G
  * note "first of the guidelines"
  1) evidence is documented
  2) see A.*2
end
)");
    CHECK(clause(policy, "A.*1").because ==
          std::vector<model::ClauseIndex>{clause_index(policy, "A.*1.i"), clause_index(policy, "A.*1.ii")});
    CHECK(clause(policy, "A.*1.ii").kind == ClauseKind::because);
    CHECK(clause(policy, "A.*2").kind == ClauseKind::note);
    CHECK(clause(policy, "G.*1").text == "first of the guidelines");
    CHECK(clause(policy, "G.1").kind == ClauseKind::evidence);
    CHECK(clause(policy, "G.1").text == "evidence is documented");
    CHECK(clause(policy, "G.2").text == "see A.*2");
    CHECK(clause(policy, "G.2").see_clauses == std::vector<model::ClauseIndex>{clause_index(policy, "A.*2")});
}

TEST_CASE("the minimum evidence is the innermost that is stated") {
    const std::string rest = R"(section A
  for city, country, sea
  initial requires all of
    1. "mixed"
       all of
         tested is yes
         excluded_by_contract is no
         attested any of
           improved is yes unless diagnosis is other
           excluded_by_contract is no
         end
         attested improved is yes unless tested is no
       end
  end
  renewal requires all of
    items 1
  end
  2. "half a year"
     approve 6 months from date_of_service
  otherwise criteria not met
end
)";
    const auto expected = [](const std::string& level) {
        return "all of (tested is yes [" + level +
               "]; excluded_by_contract is no; any of (unless (improved is yes [attested]; diagnosis is other "
               "[attested]); excluded_by_contract is no); unless (improved is yes [attested]; tested is no [" +
               level + "]))";
    };
    const std::string rule = "guidelines G\n  1. note \"first\"\n  2. evidence is documented\nend\n";
    CHECK(requirement(lowered(rest), "A.1") == expected("claimed"));
    CHECK(requirement(lowered(rest, all_boxes, plan_with_evidence), "A.1") == expected("attested"));
    CHECK(requirement(lowered(rest + rule, all_boxes, plan_with_evidence), "A.1") == expected("documented"));
}

TEST_CASE("criteria keep their groups; repeated items are the same requirements") {
    const model::Policy policy = lowered(criteria);
    REQUIRE(policy.sections.size() == 1);
    const auto& section_criteria = policy.sections[0].criteria;
    REQUIRE(section_criteria.size() == 2);
    CHECK(test::group_text(policy, section_criteria[0]->group) == "all of (A.1, A.2, any of (A.3, A.4))");
    CHECK(test::clauses_text(policy, section_criteria[0]->clauses) == "A.1, A.2, A.2.a, A.2.b, A.3, A.4");
    CHECK(test::group_text(policy, section_criteria[1]->group) == "all of (A.1, A.2, A.4, A.5.a)");
    CHECK(test::clauses_text(policy, section_criteria[1]->clauses) == "A.1, A.2, A.2.a, A.2.b, A.4, A.5.a");
    CHECK(section_criteria[0]->approval == section_criteria[1]->approval);
    CHECK(requirement(policy, "A.2") == "any of (A.2.a, A.2.b)");
    CHECK(requirement(policy, "A.2.b") == "improved is yes [claimed]");
    CHECK(policy.requirements.size() == 7);
}

TEST_CASE("coverage: boxes, sections of ticked lines, benefits") {
    const std::string applies = R"(applies to
  [x] sea  [ ] island  [x] city  [x] country
  pharmacy only   see A.5, G.1, policy "X-1"
end
)";
    const model::Policy policy = lowered(criteria + "guidelines G\n  1. note \"one\"\nend\n", applies);
    CHECK(policy.lines[0].ticked);
    CHECK(policy.lines[0].section == 0);
    CHECK_FALSE(policy.lines[2].ticked);
    CHECK_FALSE(policy.lines[2].section);
    CHECK(policy.lines[3].box == clause_index(policy, "APPLIES.sea"));
    CHECK(clause_index(policy, "APPLIES.sea") < clause_index(policy, "APPLIES.city"));
    CHECK_FALSE(policy.benefits[0].listed);
    CHECK(policy.benefits[1].listed);
    CHECK(policy.benefit_clause == clause_index(policy, "APPLIES.pharmacy"));
    CHECK(clause(policy, "APPLIES.pharmacy").kind == ClauseKind::benefit);
    CHECK(clause(policy, "APPLIES.pharmacy").text == "pharmacy only");
    CHECK(test::clauses_text(policy, policy.benefit_reasons) == "A.5, G.1");

    const model::Policy unlisted = lowered(criteria);
    CHECK(unlisted.benefit_clause == no_index);
    CHECK(unlisted.benefit_reasons.empty());
    CHECK(unlisted.benefits[0].listed);

    const std::string bare = "applies to\n  [x] sea [ ] island [x] city [x] country\n  medical, pharmacy\nend\n";
    const std::string cited = "guidelines G\n  1. note \"one\"\n     see APPLIES.pharmacy\nend\n";
    const model::Policy listed = lowered(criteria + cited, bare);
    CHECK(test::clauses_text(listed, clause(listed, "G.1").see_clauses) == "APPLIES.medical");
    CHECK(test::clauses_text(listed, listed.benefit_reasons) == "APPLIES.medical");
    CHECK(clause(listed, "APPLIES.medical").text == "medical, pharmacy");
}

const std::string determinations = R"(gate "contract"
  excluded when excluded_by_contract is yes
end
guidelines G
  1. "everywhere"
     excluded when diagnosis is other
     exception to A.1
  2. "in the city"
     for city, island
     refer to NCD "9" when tested is no
     exception to G.1
     exception to A.1
end
section A
  for city, country
  1. "not in A"
     investigational when improved is no
  2. "in the country"
     for country
     not medically necessary when improved is yes
  otherwise refer to policy "P"   see LCD "L" at "https://example.org"
end
section B
  for sea
  see LCD "L"
  1. "in B"
     refer to LCD "L"
end
)";

TEST_CASE("determinations know their lines, sections theirs, in file order") {
    const model::Policy policy = lowered(determinations);
    const auto lines = [&policy](std::size_t index) {
        std::string text;
        for (const bool line : policy.determinations.at(index).lines) text += line ? 'x' : '-';
        return text;
    };
    REQUIRE(policy.determinations.size() == 6);
    CHECK(policy.gate == 0);
    CHECK(lines(0) == "xxxx");
    CHECK(lines(1) == "xx-x");
    CHECK(lines(2) == "x---");
    CHECK(lines(3) == "xx--");
    CHECK(lines(4) == "-x--");
    CHECK(lines(5) == "---x");
    CHECK(policy.sections[0].determinations == std::vector<model::DeterminationIndex>{1, 2, 3, 4});
    CHECK(policy.sections[1].determinations == std::vector<model::DeterminationIndex>{1, 5});
    CHECK_FALSE(policy.sections[0].criteria.at(0));
    CHECK_FALSE(policy.sections[0].criteria.at(1));
    CHECK_FALSE(policy.determinations[5].condition);
    CHECK_FALSE(policy.sections[1].otherwise);
}

TEST_CASE("exceptions hang on the determination they lift") {
    const model::Policy policy = lowered(determinations);
    CHECK(policy.determinations[1].exceptions == std::vector<model::DeterminationIndex>{2});
    CHECK(policy.determinations[3].exceptions == std::vector<model::DeterminationIndex>{1, 2});
    CHECK(policy.determinations[2].exceptions.empty());
}

TEST_CASE("an exception to a range lifts what gives an outcome there") {
    const model::Policy policy = lowered(R"(section A
  for city, country, sea
  1. "one"     excluded when improved is no
  2. note "nothing"
  3. "three"   excluded when improved is yes
     because
       a. "a reason"
     end
  4. "four"    excluded when diagnosis is other
  5. "five"    review when tested is no
               exception to A.1 to A.3, A.4
  otherwise criteria not met
end
)");
    for (const std::size_t lifted : {0U, 1U, 2U})
        CHECK(policy.determinations.at(lifted).exceptions == std::vector<model::DeterminationIndex>{3});
    CHECK(policy.determinations.at(3).exceptions.empty());
}

TEST_CASE("outcomes instead of others belong to sections with criteria") {
    const model::Policy policy = lowered(R"(section A
  for city, country
  1. "half a year"
     approve 6 months from date_of_service
     initial requires all of
       a. "tested"   tested is yes
     end
     renewal requires all of
       items 1.a
     end
  2. "a human looks"
     review instead of approval when improved is no
  otherwise criteria not met
end
section B
  for sea
  1. "in B"   refer to LCD "L" when improved is no
  otherwise criteria not met
end
guidelines G
  1. "no denial without a human"
     review instead of denial
end
)");
    using model::Replaced;
    CHECK(policy.determinations.at(0).replaces == Replaced::approval);
    CHECK(policy.determinations.at(1).replaces == Replaced::nothing);
    CHECK(policy.determinations.at(2).replaces == Replaced::denial);
    CHECK(policy.sections[0].determinations == std::vector<model::DeterminationIndex>{0, 2});
    CHECK(policy.sections[1].determinations == std::vector<model::DeterminationIndex>{1});
}

TEST_CASE("one target a document, in order of appearance") {
    const model::Policy policy = lowered(determinations);
    REQUIRE(policy.targets.size() == 3);
    CHECK(policy.targets[0].kind == TargetKind::ncd);
    CHECK(policy.targets[1].number == "P");
    CHECK(policy.targets[2].address == "https://example.org");
    CHECK(policy.determinations[2].verdict.target == 0);
    CHECK(policy.determinations[5].verdict.target == 2);
    CHECK(policy.sections[0].otherwise->verdict.target == 1);
    CHECK(clause(policy, "A.otherwise").see_targets == std::vector<model::TargetIndex>{2});
    CHECK(clause(policy, "A.otherwise").text == "otherwise refer to policy P");
    CHECK(clause(policy, "B.1").see_targets == std::vector<model::TargetIndex>{2});
}

}  // namespace
}  // namespace pol
