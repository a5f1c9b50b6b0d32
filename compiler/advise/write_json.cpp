#include "compiler/advise/advice_words.hpp"
#include "compiler/advise/write_advice.hpp"

#include <nlohmann/json.hpp>

#include <cmath>

namespace pol::advise {

namespace {

using Json = nlohmann::ordered_json;

class Writer {
public:
    Writer(const model::Policy& policy, const RequestRecord& request) : policy_(policy), request_(request) {}

    [[nodiscard]] Json denial(const DenialAdvice& advice) const {
        Json reasons = Json::array();
        for (const Reason& reason : advice.reasons) reasons.push_back(of(reason));
        return {{"why", std::move(reasons)},
                {"open", of(advice.open)},
                {"only_if_otherwise", of(advice.closed)},
                {"cannot_change", names_of(advice.fixed)}};
    }

    [[nodiscard]] Json questioning(const QuestioningAdvice& advice) const {
        Json settlements = Json::array();
        for (const Settlement& each : advice.settlements) {
            Json answers = Json::array();
            for (const Change& answer : each.answers) answers.push_back(words_for(policy_, request_, answer));
            settlements.push_back(
                {{"answers", std::move(answers)}, {"decision", outcome_words(policy_, each.decision)}});
        }
        return {{"order", names_of(advice.order)},
                {"fewest", advice.fewest},
                {"most", advice.most},
                {"average", std::round(advice.average * 100) / 100},
                {"best_order", advice.is_best},
                {"settled_by", std::move(settlements)}};
    }

private:
    [[nodiscard]] Json of(const Reason& reason) const {
        Json known = Json::array();
        for (const model::FactIndex fact : reason.facts) known.push_back(stated_words(policy_, request_, fact));
        for (const std::string& age : age_words(policy_, request_, reason.clause)) known.push_back(age);
        return {{"clause", policy_.clauses[reason.clause].id},
                {"text", policy_.clauses[reason.clause].text},
                {"asks", condition_words(policy_, reason.clause)},
                {"known", std::move(known)}};
    }

    [[nodiscard]] Json of(const std::vector<Way>& ways) const {
        Json all = Json::array();
        for (const Way& way : ways) all.push_back(of(way.changes, way.decision));
        return all;
    }

    [[nodiscard]] Json of(const std::vector<Change>& changes, const DecisionRecord& decision) const {
        Json all = Json::array();
        for (const Change& change : changes)
            all.push_back({{"fact", policy_.facts[change.fact].name},
                           {"means", words_for(means_of(policy_, request_, change.fact))},
                           {"answer", words_for(policy_, request_, change)}});
        return {{"changes", std::move(all)}, {"decision", outcome_words(policy_, decision)}};
    }

    [[nodiscard]] Json names_of(const std::vector<model::FactIndex>& facts) const {
        Json names = Json::array();
        for (const model::FactIndex fact : facts) names.push_back(policy_.facts[fact].name);
        return names;
    }

    const model::Policy& policy_;
    const RequestRecord& request_;
};

}  // namespace

std::string write_json(const model::Policy& policy, const RequestRecord& request, const DecisionRecord& decision) {
    const Writer writer(policy, request);
    if (is_denial(decision.outcome)) return writer.denial(advise_on_denial(policy, request, decision)).dump();
    if (decision.outcome == Outcome::needs_information)
        return writer.questioning(advise_on_questions(policy, request, decision)).dump();
    return {};
}

}  // namespace pol::advise
