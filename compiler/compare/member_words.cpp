#include "compiler/compare/member_words.hpp"

#include "compiler/analyze/answer_words.hpp"
#include "compiler/analyze/notations.hpp"
#include "compiler/analyze/value_words.hpp"
#include "compiler/compare/grants.hpp"
#include "compiler/compare/plain_numbers.hpp"
#include "compiler/interpret/words.hpp"
#include "pol/date_text.hpp"
#include "pol/words.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace pol::comparison {

namespace {

using model::FactIndex;
using Json = nlohmann::ordered_json;

/// The level that most answers of a provider have.
Evidence usual_level(const model::Policy& policy, const RequestRecord& request) {
    std::array<int, 4> counts{};
    for (std::size_t i = 0; i < request.answers.size(); ++i)
        if (request.answers[i].presence == Presence::given && policy.facts[i].source == FactSource::provider)
            ++counts[static_cast<std::size_t>(request.answers[i].evidence)];
    const auto most = std::max_element(counts.rbegin(), counts.rend());
    const auto level = static_cast<std::size_t>(counts.rend() - most - 1);
    return *most == 0 || level == 0 ? Evidence::none : static_cast<Evidence>(level);
}

bool is_stated(const Answer& answer) {
    return answer.presence == Presence::given || answer.presence == Presence::not_knowable;
}

Json number_json(Decimal number) {
    if (number.places == 0) return number.digits;
    return static_cast<double>(number.digits) / static_cast<double>(power_of_ten(number.places));
}

Json value_json(const model::Fact& fact, const Answer& answer) {
    switch (fact.type) {
        case FactType::yes_no:
            return answer.value == 1;
        case FactType::one_of:
            return fact.values[answer.value].name;
        case FactType::date:
            return iso_text(answer.date);
        case FactType::partial_date:
            return analysis::words_for_days(answer.range);
        case FactType::number:
        case FactType::measurement:
        case FactType::list:
            break;
    }
    if (fact.notation == Notation::yes_no) return answer.number.digits == 1;
    if (fact.notation != Notation::amount) return analysis::words_for_number(fact, answer.number);
    return number_json(answer.number);
}

Json entries_json(const model::Policy& policy, const RequestRecord& request, FactIndex list) {
    Json entries = Json::array();
    for (const EntryRecord& entry : request.entries) {
        if (entry.list != list) continue;
        Json fields = Json::object();
        for (std::size_t i = 0; i < entry.fields.size(); ++i) {
            const auto field = static_cast<FactIndex>(list + 1 + i);
            if (entry.fields[i].presence == Presence::given)
                fields[std::string(analysis::short_name(policy, field))] =
                    value_json(policy.facts[field], entry.fields[i]);
        }
        entries.push_back(std::move(fields));
    }
    return entries;
}

Json answer_json(const model::Policy& policy, const RequestRecord& request, FactIndex index) {
    const model::Fact& fact = policy.facts[index];
    const Answer& answer = request.answers[index];
    if (answer.presence == Presence::not_knowable) return Json::object({{"not_knowable", true}});
    Json value = fact.type == FactType::list ? entries_json(policy, request, index) : value_json(fact, answer);
    const bool has_level = fact.source == FactSource::provider && answer.evidence != Evidence::none;
    if (fact.type != FactType::measurement && !has_level) return value;
    Json whole{{"value", std::move(value)}};
    if (fact.type == FactType::measurement) whole["on"] = analysis::words_for_days(answer.range);
    if (has_level) whole["evidence"] = words_of(answer.evidence);
    return whole;
}

std::string clause_words(const model::Policy& policy, const DecisionRecord& decision) {
    if (decision.clauses.empty()) return {};
    const char* word = decision.outcome == Outcome::approved           ? "met"
                       : decision.outcome == Outcome::criteria_not_met ? "failing"
                                                                       : "by";
    return fmt::format(", {} {}", word, words_for(policy, decision.clauses));
}

constexpr std::size_t page_width = 110;

/// Pieces joined by commas, in lines of a page's width.
std::string wrapped(const std::vector<std::string>& pieces, const std::string& indent) {
    std::string text;
    std::string line = indent;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        const std::string piece = pieces[i] + (i + 1 < pieces.size() ? "," : "");
        if (line.size() > indent.size() && line.size() + 1 + piece.size() > page_width) {
            text += line + "\n";
            line = indent;
        }
        line += (line.size() > indent.size() ? " " : "") + piece;
    }
    return text + line + "\n";
}

}  // namespace

std::vector<std::string> member_words(const model::Policy& policy, const RequestRecord& request) {
    std::vector<std::string> words;
    const Evidence usual = usual_level(policy, request);
    if (usual != Evidence::none) words.push_back(fmt::format("evidence {}", words_of(usual)));
    for (std::size_t i = 0; i < request.answers.size(); ++i) {
        const Answer& answer = request.answers[i];
        const model::Fact& fact = policy.facts[i];
        if (answer.presence == Presence::not_knowable) words.push_back(fact.name + " not knowable");
        if (answer.presence != Presence::given) continue;
        const std::string value = fact.type == FactType::list
                                      ? analysis::words_for_entries(policy, request.entries, static_cast<FactIndex>(i))
                                      : analysis::words_for_answer(fact, answer);
        const bool names_level =
            fact.source == FactSource::provider && answer.evidence != usual && answer.evidence != Evidence::none;
        words.push_back(fmt::format("{} {}{}{}", fact.name, value, names_level ? " " : "",
                                    names_level ? words_of(answer.evidence) : ""));
    }
    return words;
}

std::string member_text(const model::Policy& policy, const RequestRecord& request, const std::string& indent) {
    std::vector<std::string> words = member_words(policy, request);
    std::string text;
    if (!words.empty() && words.front().starts_with("evidence ")) {
        text = indent + words.front() + "\n";
        words.erase(words.begin());
    }
    return words.empty() ? text : text + wrapped(words, indent);
}

std::string member_json(const model::Policy& policy, const RequestRecord& request) {
    Json json = Json::object();
    for (std::size_t i = 0; i < request.answers.size(); ++i)
        if (is_stated(request.answers[i]))
            json[policy.facts[i].name] = answer_json(policy, request, static_cast<FactIndex>(i));
    return without_exponents(json.dump());
}

std::string decision_words(const model::Policy& policy, const DecisionRecord& decision) {
    const bool is_decided = decision.results.size() == 1 && decision.results.front().result.outcome == decision.outcome;
    if (is_decided) return whole_words(policy, decision.results.front().result) + clause_words(policy, decision);
    std::string possible, asked;
    for (const ResultRecord& result : decision.results)
        possible += (possible.empty() ? "" : ", ") + words_for(policy, result.result);
    for (const QuestionRecord& question : decision.questions)
        asked += fmt::format("{}{} {}", asked.empty() ? "" : ", ", words_of(question.kind),
                             policy.facts[question.fact].name);
    return fmt::format("{}, possible {}{}", words_of(decision.outcome), possible,
                       asked.empty() ? std::string() : ", asks " + asked);
}

}  // namespace pol::comparison
