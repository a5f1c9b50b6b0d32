#include "compiler/compare/differences.hpp"

#include "compiler/compare/grants.hpp"
#include "compiler/interpret/words.hpp"
#include "pol/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace pol::comparison {

namespace {

using Labels = std::vector<std::string>;

/// Approved is best, a denial worst; everything else leaves it open.
int rank(Outcome outcome) {
    if (outcome == Outcome::approved) return 2;
    return is_denial(outcome) ? 0 : 1;
}

Direction direction_of(int was, int is) {
    if (was == is) return Direction::moved;
    return is < was ? Direction::stricter : Direction::looser;
}

bool is_decided(const DecisionRecord& decision) {
    return decision.results.size() == 1 && decision.outcome == decision.results.front().result.outcome;
}

std::string outcome_words(const model::Policy& policy, const DecisionRecord& decision) {
    return is_decided(decision) ? words_for(policy, decision.results.front().result)
                                : std::string(words_of(decision.outcome));
}

Labels without(const Labels& labels, const Labels& others) {
    Labels rest;
    for (const std::string& label : labels)
        if (std::find(others.begin(), others.end(), label) == others.end()) rest.push_back(label);
    return rest;
}

Labels united(Labels labels, const Labels& others) {
    for (const std::string& label : without(others, labels)) labels.push_back(label);
    return labels;
}

std::set<std::string> possible_words(const model::Policy& policy, const DecisionRecord& decision) {
    std::set<std::string> words;
    for (const ResultRecord& result : decision.results) words.insert(words_for(policy, result.result));
    return words;
}

int best_rank(const DecisionRecord& decision) {
    int best = 0;
    for (const ResultRecord& result : decision.results) best = std::max(best, rank(result.result.outcome));
    return best;
}

std::set<std::string> question_words(const model::Policy& policy, const DecisionRecord& decision) {
    std::set<std::string> words;
    for (const QuestionRecord& question : decision.questions)
        words.insert(fmt::format("{} {}", words_of(question.kind), policy.facts[question.fact].name));
    return words;
}

std::string listed(const std::set<std::string>& all, const std::set<std::string>& others) {
    std::string words;
    for (const std::string& each : all)
        if (others.count(each) == 0) words += (words.empty() ? "" : ", ") + each;
    return words;
}

const Granted* named(const std::vector<Granted>& all, const std::string& name) {
    const auto found = std::find_if(all.begin(), all.end(), [&](const Granted& each) { return each.name == name; });
    return found == all.end() ? nullptr : &*found;
}

}  // namespace

Differences::Differences(const Texts& texts, const std::vector<Edit>& edits) : texts_(texts) {
    for (const Edit& edit : edits) edited_.push_back(edit.clause);
}

std::optional<Difference> Differences::between(const DecisionRecord& older, const DecisionRecord& newer) const {
    if (auto found = of_results(older, newer)) return found;
    if (auto found = of_grants(older, newer)) return found;
    if (auto found = of_possible(older, newer)) return found;
    if (auto found = of_questions(older, newer)) return found;
    return of_reasons(older, newer);
}

bool Differences::same(const Result& older, const Result& newer) const {
    if (words_for(texts_.older, older) != words_for(texts_.newer, newer)) return false;
    if (older.outcome != Outcome::approved || older.open) return true;
    if (older.period.from != newer.period.from) return false;
    const std::vector<Granted> one = granted_by(texts_.older, older);
    const std::vector<Granted> two = granted_by(texts_.newer, newer);
    return std::equal(one.begin(), one.end(), two.begin(), two.end(), [](const Granted& left, const Granted& right) {
        return left.name == right.name && left.amount == right.amount;
    });
}

std::optional<Difference> Differences::of_results(const DecisionRecord& older, const DecisionRecord& newer) const {
    const std::string was = outcome_words(texts_.older, older);
    const std::string is = outcome_words(texts_.newer, newer);
    if (was == is) return std::nullopt;
    const int old_rank = rank(older.outcome);
    const int new_rank = rank(newer.outcome);
    const bool new_explains = newer.outcome != Outcome::approved && (new_rank <= old_rank || !is_decided(older));
    Labels clauses = edited_among(reasons_of(older, newer, new_explains));
    if (clauses.empty()) clauses = edited_among(reasons_of(older, newer, !new_explains));
    if (clauses.empty()) clauses = reasons_of(older, newer, new_explains);
    return Difference{direction_of(old_rank, new_rank), was, is, std::move(clauses)};
}

std::optional<Difference> Differences::of_grants(const DecisionRecord& older, const DecisionRecord& newer) const {
    if (!is_decided(older) || older.outcome != Outcome::approved || !is_decided(newer)) return std::nullopt;
    const Result& was = older.results.front().result;
    const Result& is = newer.results.front().result;
    if (same(was, is)) return std::nullopt;
    const std::vector<Granted> one = granted_by(texts_.older, was);
    const std::vector<Granted> two = granted_by(texts_.newer, is);
    Labels fewer, more, codes;
    const auto note = [&](Labels& kinds, const Granted& each) {
        if (each.is_one_of_many()) codes.push_back(each.name);
        if (std::find(kinds.begin(), kinds.end(), each.kind) == kinds.end()) kinds.push_back(each.kind);
    };
    for (const Granted& each : two) {
        const Granted* other = named(one, each.name);
        if (other == nullptr || other->amount < each.amount) note(more, each);
        if (other != nullptr && each.amount < other->amount) note(fewer, each);
    }
    for (const Granted& each : one)
        if (named(two, each.name) == nullptr) note(fewer, each);
    const Direction direction = fewer.empty() == more.empty() ? Direction::moved
                                : more.empty()                ? Direction::stricter
                                                              : Direction::looser;
    std::string what = "approved";
    if (!fewer.empty()) what += fmt::format(", less: {}", fmt::join(fewer, ", "));
    if (!more.empty()) what += fmt::format(", more: {}", fmt::join(more, ", "));
    if (fewer.empty() && more.empty()) what += ", from another day";
    std::string clause = texts_.label(texts_.older.approvals[was.approval], texts_.newer.approvals[is.approval]);
    return Difference{direction, "approved", std::move(what), {std::move(clause)}, std::move(codes)};
}

std::optional<Difference> Differences::of_possible(const DecisionRecord& older, const DecisionRecord& newer) const {
    const std::set<std::string> was = possible_words(texts_.older, older);
    const std::set<std::string> is = possible_words(texts_.newer, newer);
    if (is_decided(older) || was == is) return std::nullopt;
    const std::string gone = listed(was, is);
    const std::string added = listed(is, was);
    Labels clauses = edited_among(united(reasons_of(older, newer, true), reasons_of(older, newer, false)));
    if (clauses.empty() && edited_.size() == 1) clauses = edited_;
    return Difference{direction_of(best_rank(older), best_rank(newer)),
                      "needs information" + (gone.empty() ? "" : ", possible: " + gone),
                      "needs information" + (added.empty() ? "" : ", possible: " + added), std::move(clauses)};
}

std::optional<Difference> Differences::of_questions(const DecisionRecord& older, const DecisionRecord& newer) const {
    const std::set<std::string> was = question_words(texts_.newer, older);
    const std::set<std::string> is = question_words(texts_.newer, newer);
    if (was == is) return std::nullopt;
    const std::string gone = listed(was, is);
    const std::string added = listed(is, was);
    return Difference{Direction::asked, "asks " + (gone.empty() ? "nothing more" : gone),
                      "asks " + (added.empty() ? "nothing more" : added),
                      edited_among(united(reasons_of(older, newer, true), reasons_of(older, newer, false)))};
}

std::optional<Difference> Differences::of_reasons(const DecisionRecord& older, const DecisionRecord& newer) const {
    const Labels was = labels_of(older.clauses, false);
    const Labels is = labels_of(newer.clauses, true);
    const Labels gone = without(was, is);
    const Labels added = without(is, was);
    if (gone.empty() && added.empty()) return std::nullopt;
    const std::string outcome = outcome_words(texts_.newer, newer);
    const auto by = [&](const char* word, const Labels& labels) {
        const Labels edited = edited_among(labels);
        return fmt::format("{}, {} {}", outcome, word, fmt::join(edited.empty() ? labels : edited, ", "));
    };
    const std::string is_now = added.empty() ? by("no longer by", gone) : by(gone.empty() ? "also by" : "by", added);
    const std::string was_so = added.empty() || gone.empty() ? outcome : by("by", gone);
    Labels clauses = edited_among(united(gone, added));
    if (clauses.empty()) clauses = united(gone, added);
    return Difference{Direction::moved, was_so, is_now, std::move(clauses)};
}

Labels Differences::labels_of(const std::vector<std::uint16_t>& clauses, bool is_new) const {
    Labels labels;
    for (const std::uint16_t clause : clauses) labels.push_back(texts_.label(clause, is_new));
    return labels;
}

/// The clauses that a decision rests on, or that its questions are asked for.
Labels Differences::reasons_of(const DecisionRecord& older, const DecisionRecord& newer, bool is_new) const {
    const DecisionRecord& decision = is_new ? newer : older;
    Labels labels = labels_of(decision.clauses, is_new);
    for (const ResultRecord& result : decision.results)
        labels = united(std::move(labels), labels_of(result.clauses, is_new));
    for (const QuestionRecord& question : decision.questions)
        labels = united(std::move(labels), labels_of(question.clauses, is_new));
    return labels;
}

Labels Differences::edited_among(const Labels& labels) const {
    Labels found;
    for (const std::string& label : labels)
        if (std::find(edited_.begin(), edited_.end(), label) != edited_.end()) found.push_back(label);
    return found;
}

}  // namespace pol::comparison
