#include "compiler/advise/advice_words.hpp"
#include "compiler/advise/write_advice.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace pol::advise {

namespace {

class Writer {
public:
    Writer(const model::Policy& policy, const RequestRecord& request) : policy_(policy), request_(request) {}

    [[nodiscard]] std::string denial(const DenialAdvice& advice) && {
        line("");
        line("Why");
        for (const Reason& reason : advice.reasons) write_reason(reason);
        write_ways("Still open to change", advice.open);
        write_ways("Only if what is documented were otherwise", advice.closed);
        if (advice.open.empty() && advice.closed.empty()) {
            line("");
            line("Nothing was found that would change it, with up to three facts otherwise");
        }
        write_fixed(advice);
        return std::move(text_);
    }

    [[nodiscard]] std::string questioning(const QuestioningAdvice& advice) && {
        line("");
        line("Fewest answers: {} to {}, {:.1f} on average; ask in this order{}", advice.fewest, advice.most,
             advice.average, advice.is_best ? "" : " (each time what most answers settle)");
        write_order(advice.order);
        if (advice.settlements.empty()) return std::move(text_);
        line("");
        line("So few answers can settle it");
        for (const Settlement& each : advice.settlements)
            line("  {}: {}", answers(each.answers), outcome_words(policy_, each.decision));
        return std::move(text_);
    }

private:
    template <class... Parts>
    void line(fmt::format_string<Parts...> words, Parts&&... parts) {
        text_ += fmt::format(words, std::forward<Parts>(parts)...) + "\n";
    }

    void write_order(const std::vector<model::FactIndex>& order) {
        std::size_t widest = 0;
        for (const model::FactIndex fact : order) widest = std::max(widest, policy_.facts[fact].name.size());
        for (const model::FactIndex fact : order)
            line("  {:<{}}  {}", policy_.facts[fact].name, widest, policy_.facts[fact].question);
    }

    void write_reason(const Reason& reason) {
        const model::Clause& clause = policy_.clauses[reason.clause];
        line("  {}  {}", clause.id, clause.text);
        const std::string asked = condition_words(policy_, reason.clause);
        if (!asked.empty()) line("    asks   {}", asked);
        std::string stated;
        for (const model::FactIndex fact : reason.facts)
            stated += (stated.empty() ? "" : ", ") + stated_words(policy_, request_, fact);
        for (const std::string& age : age_words(policy_, request_, reason.clause)) stated += ", " + age;
        if (!stated.empty()) line("    known  {}", stated);
    }

    void write_ways(const char* heading, const std::vector<Way>& ways) {
        if (ways.empty()) return;
        line("");
        line("{}", heading);
        for (const Way& way : ways) line("  {}: {}", joined(way.changes), outcome_words(policy_, way.decision));
    }

    void write_fixed(const DenialAdvice& advice) {
        if (advice.fixed.empty()) return;
        std::string names;
        for (const model::FactIndex fact : advice.fixed)
            names += (names.empty() ? "" : ", ") + stated_words(policy_, request_, fact);
        line("");
        line("Cannot change: {}", names);
    }

    [[nodiscard]] std::string answers(const std::vector<Change>& changes) const {
        std::string words;
        for (const Change& change : changes)
            words += (words.empty() ? "" : ", ") + words_for(policy_, request_, change);
        return words;
    }

    [[nodiscard]] std::string joined(const std::vector<Change>& changes) const {
        std::string words;
        for (const Change& change : changes) {
            const Means means = means_of(policy_, request_, change.fact);
            words +=
                fmt::format("{}{} {}", words.empty() ? "" : " and ",
                            means == Means::otherwise ? "if" : words_for(means), words_for(policy_, request_, change));
        }
        return words;
    }

    const model::Policy& policy_;
    const RequestRecord& request_;
    std::string text_;
};

}  // namespace

std::string write_text(const model::Policy& policy, const RequestRecord& request, const DecisionRecord& decision) {
    if (is_denial(decision.outcome)) return Writer(policy, request).denial(advise_on_denial(policy, request, decision));
    if (decision.outcome == Outcome::needs_information)
        return Writer(policy, request).questioning(advise_on_questions(policy, request, decision));
    return {};
}

}  // namespace pol::advise
