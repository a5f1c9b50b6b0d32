#include "compiler/ast/words.hpp"
#include "compiler/check/passes.hpp"
#include "compiler/check/references.hpp"
#include "compiler/check/walk.hpp"

#include <fmt/format.h>

#include <map>
#include <unordered_map>

namespace pol::checking {
namespace {

struct Exception {
    const LedgerEntry* from = nullptr;
    const LedgerEntry* to = nullptr;
    Span span;
};

bool is_in_section(const Context& context, const LedgerEntry& entry) {
    for (const ast::Section* section : blocks_of<ast::Section>(context.policy))
        if (section->id.text == entry.block) return true;
    return false;
}

ast::Replaced replaced_by(const ast::Item& item) {
    for (const ast::Statement& statement : item.statements)
        if (const auto* determination = std::get_if<ast::Determination>(&statement.form))
            return determination->replaces;
    return ast::Replaced::nothing;
}

std::string place_words(ast::Replaced replaced) {
    if (replaced == ast::Replaced::nothing) return "comes before the criteria";
    return fmt::format("stands instead of {}", ast::replaced_words(replaced));
}

class ExceptionCheck {
public:
    explicit ExceptionCheck(const Context& context) : context_(context), sink_(context.sink) {}

    void run() {
        each_clause_block(context_.policy, [&](const ast::Name& id, const std::vector<ast::Statement>& statements) {
            for (const ast::Statement& statement : statements)
                if (const auto* item = std::get_if<ast::Item>(&statement.form)) read(*item, id.text);
        });
        for (const auto& [from, exceptions] : exceptions_) visit(from);
    }

private:
    enum class State { unseen, open, done };

    void read(const ast::Item& item, const std::string& block) {
        const LedgerEntry* from = context_.ledger.entry_of(item);
        if (from->kind != ClauseKind::determination) return;
        for (const ast::Statement& statement : item.statements) {
            const auto* exception = std::get_if<ast::ExceptionTo>(&statement.form);
            if (exception == nullptr) continue;
            for (const ast::ItemRange& range : exception->items) read(*from, range, block);
        }
    }

    /// Both ends of a range must be what can be excepted; between them what gives no outcome is passed over.
    void read(const LedgerEntry& from, const ast::ItemRange& range, const std::string& block) {
        const LedgerEntry* first = resolve(context_.ledger, range.first, block, sink_);
        if (first == nullptr || !can_except(from, *first, range.first.span)) return;
        if (!range.last) return keep({&from, first, range.span});
        const LedgerEntry* last = resolve(context_.ledger, *range.last, block, sink_);
        if (last == nullptr || !can_except(from, *last, range.last->span)) return;
        for (const LedgerEntry* to : resolve(context_.ledger, range, block, sink_))
            if (to == first || to == last ||
                (to->kind == ClauseKind::determination && can_except(from, *to, range.span)))
                keep({&from, to, range.span});
    }

    bool can_except(const LedgerEntry& from, const LedgerEntry& to, Span span) {
        if (to.kind != ClauseKind::determination) {
            const bool is_gate = to.kind == ClauseKind::gate;
            add_with_place(
                sink_, FindingCode::wrong_exception, span,
                is_gate ? "nothing is an exception to the gate" : fmt::format("`{}` gives no outcome", to.id),
                is_gate ? "the gate is asked before every item; narrow its own condition"
                        : "an exception is made to an item with an outcome",
                to.span, is_gate ? "the gate" : "this item");
            return false;
        }
        if (!are_of_one_stage(from, to, span)) return false;
        if (from.block == to.block || !is_in_section(context_, from) || !is_in_section(context_, to)) return true;
        add_with_place(sink_, FindingCode::wrong_exception, span,
                       fmt::format("`{}` never decides a request together with `{}`", to.id, from.id),
                       "the sections are for different lines of business", to.span, "this item");
        return false;
    }

    /// What comes earlier decides without an exception, and what comes later cannot lift it.
    bool are_of_one_stage(const LedgerEntry& from, const LedgerEntry& to, Span span) {
        const ast::Replaced one = replaced_by(*from.item);
        const ast::Replaced other = replaced_by(*to.item);
        if (one == other) return true;
        add_with_place(sink_, FindingCode::wrong_exception, span,
                       fmt::format("`{}` and `{}` are not asked together", from.id, to.id),
                       fmt::format("`{}` {}, `{}` {}", from.id, place_words(one), to.id, place_words(other)), to.span,
                       "this item");
        return false;
    }

    void keep(const Exception& exception) {
        std::vector<Exception>& exceptions = exceptions_[exception.from];
        for (const Exception& earlier : exceptions)
            if (earlier.to == exception.to)
                return add_with_place(sink_, FindingCode::repeated_statement, exception.span,
                                      fmt::format("the exception to `{}` stands twice", exception.to->id),
                                      "leave one of them out", earlier.span, "the first one");
        exceptions.push_back(exception);
    }

    void visit(const LedgerEntry* entry) {
        if (states_[entry] != State::unseen) return;
        states_[entry] = State::open;
        if (const auto found = exceptions_.find(entry); found != exceptions_.end())
            for (const Exception& exception : found->second) follow(exception);
        states_[entry] = State::done;
    }

    void follow(const Exception& exception) {
        if (states_[exception.to] != State::open) return visit(exception.to);
        const bool is_itself = exception.from == exception.to;
        sink_.add(FindingCode::exception_circle, exception.span,
                  is_itself
                      ? fmt::format("`{}` is an exception to itself", exception.to->id)
                      : fmt::format("`{}` and `{}` are exceptions to each other", exception.from->id, exception.to->id),
                  "an exception goes one way, also through others");
    }

    const Context& context_;
    Sink& sink_;
    /// In the order of the file, as the ledger is.
    std::map<const LedgerEntry*, std::vector<Exception>> exceptions_;
    std::unordered_map<const LedgerEntry*, State> states_;
};

}  // namespace

void check_exceptions(const Context& context) { ExceptionCheck(context).run(); }

}  // namespace pol::checking
