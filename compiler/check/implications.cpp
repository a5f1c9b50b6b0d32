#include "compiler/check/names.hpp"
#include "compiler/check/passes.hpp"

#include <fmt/format.h>

#include <unordered_map>

namespace pol::checking {
namespace {

/// Follows `implies` from fact to fact and reports each circle once, where it closes.
class CircleSearch {
public:
    explicit CircleSearch(const Context& context) : context_(context) {}

    void visit(const KnownFact& fact) {
        State& state = states_[fact.name];
        if (state != State::unseen || fact.declaration == nullptr) return;
        state = State::open;
        for (const ast::Name& implied : fact.declaration->implies) follow(fact, implied);
        states_[fact.name] = State::done;
    }

private:
    enum class State { unseen, open, done };

    void follow(const KnownFact& from, const ast::Name& implied) {
        const KnownFact* fact = context_.symbols.fact(implied.text);
        if (fact == nullptr) return;
        if (states_[fact->name] != State::open) return visit(*fact);
        const bool is_itself = fact == &from;
        context_.sink.add(FindingCode::implies_circle, implied.span,
                          is_itself ? fmt::format("`{}` implies itself", from.name)
                                    : fmt::format("`{}` and `{}` imply each other", from.name, fact->name),
                          is_itself ? "leave `implies` out" : "facts that always agree are one fact");
    }

    const Context& context_;
    std::unordered_map<std::string, State> states_;
};

void check_yes_no(const Context& context, const KnownFact& fact, Span span) {
    if (fact.kind != FactKind::yes_no || fact.is_dated_choice)
        context.sink.add(FindingCode::implies_not_yes_no, span, fmt::format("`{}` is not a yes/no fact", fact.name),
                         "`implies` stands between yes/no facts only");
}

void check_implied(const Context& context, const KnownFact& fact) {
    check_name_list(context.sink, "fact", fact.declaration->implies, context.symbols.fact_names());
    if (!fact.declaration->implies.empty()) check_yes_no(context, fact, fact.declaration->name.span);
    for (const ast::Name& implied : fact.declaration->implies)
        if (const KnownFact* known = context.symbols.fact(implied.text)) check_yes_no(context, *known, implied.span);
}

}  // namespace

void check_implications(const Context& context) {
    CircleSearch circles(context);
    for (const KnownFact& fact : context.symbols.facts()) {
        if (fact.declaration == nullptr || fact.list != nullptr || fact.declaration->implies.empty()) continue;
        check_implied(context, fact);
        circles.visit(fact);
    }
}

}  // namespace pol::checking
