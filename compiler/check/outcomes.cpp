#include "compiler/check/outcomes.hpp"

#include "compiler/check/passes.hpp"
#include "compiler/check/readings.hpp"
#include "compiler/check/statement_words.hpp"
#include "compiler/check/walk.hpp"
#include "compiler/diagnostics/suggest.hpp"

#include <fmt/format.h>

#include <unordered_map>

namespace pol::checking {
namespace {

/// Outcomes that statements give; the others follow from criteria and from what is not known.
void check_stated(const Context& context, const ast::OutcomePhrase& phrase) {
    if (phrase.outcome == Outcome::approved)
        context.sink.add(FindingCode::wrong_outcome, phrase.span, "`approved` is not stated, it follows from criteria",
                         "write what a request needs in `initial requires …`");
    if (phrase.outcome == Outcome::needs_information)
        context.sink.add(FindingCode::wrong_outcome, phrase.span,
                         "`needs information` is not stated, it follows from facts that are missing",
                         "for a human decision write `review`");
}

template <class Visit>
void each_outcome(const ast::Policy& policy, const Visit& visit) {
    for (const ast::HeaderLine* line : header_lines<ast::EarlierTexts>(policy))
        if (const auto& outcome = std::get<ast::EarlierTexts>(line->form).outcome) visit(*outcome);
    for (const ast::Gate* gate : blocks_of<ast::Gate>(policy)) visit(gate->determination.outcome);
    each_clause_block(policy, [&](const ast::Name&, const std::vector<ast::Statement>& statements) {
        each_statement(statements, [&](const ast::Statement& statement) {
            if (const auto* determination = std::get_if<ast::Determination>(&statement.form))
                visit(determination->outcome);
            if (const auto* otherwise = std::get_if<ast::Otherwise>(&statement.form)) visit(otherwise->outcome);
        });
    });
}

/// One document has one address.
class AddressCheck {
public:
    explicit AddressCheck(Sink& sink) : sink_(sink) {}

    void check(const ast::DocumentReference& document) {
        if (document.number.text.empty())
            sink_.add(FindingCode::empty_text, document.number.span, "a document needs its number",
                      "write it as the document prints it");
        if (!document.address) return;
        const auto [first, is_new] = first_.emplace(words_of(document), &*document.address);
        if (!is_new && first->second->text != document.address->text)
            add_with_place(sink_, FindingCode::two_addresses, document.address->span,
                           fmt::format("{} has another address here", words_of(document)), "a document has one address",
                           first->second->span, "its first address");
    }

private:
    Sink& sink_;
    std::unordered_map<std::string, const ast::Text*> first_;
};

}  // namespace

void check_outcomes(const Context& context) {
    AddressCheck addresses(context.sink);
    each_outcome(context.policy, [&](const ast::OutcomePhrase& phrase) {
        check_stated(context, phrase);
        if (phrase.document) addresses.check(*phrase.document);
    });
    each_see(context.policy, [&](const ast::See& see, const std::string&) {
        for (const auto& reference : see.references)
            if (const auto* document = std::get_if<ast::DocumentReference>(&reference)) addresses.check(*document);
    });
}

ReferTargets::ReferTargets(const ast::Policy& policy) {
    each_outcome(policy, [&](const ast::OutcomePhrase& phrase) {
        if (phrase.document) targets_.push_back(words_of(*phrase.document));
    });
}

void ReferTargets::check(const ast::OutcomePhrase& phrase, Sink& sink) const {
    if (!phrase.document || contains(targets_, words_of(*phrase.document))) return;
    sink.add(FindingCode::unknown_target, phrase.document->span,
             fmt::format("nothing here refers to {}", words_of(*phrase.document)),
             did_you_mean(words_of(*phrase.document), targets_));
}

}  // namespace pol::checking
