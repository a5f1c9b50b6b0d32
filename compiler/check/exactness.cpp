#include "compiler/check/conditions.hpp"
#include "compiler/check/names.hpp"
#include "compiler/check/passes.hpp"
#include "compiler/check/quantities.hpp"
#include "compiler/check/sizes.hpp"
#include "compiler/check/uses.hpp"
#include "compiler/check/value_words.hpp"

#include <fmt/format.h>

#include <unordered_set>

namespace pol::checking {
namespace {

/// Reports each value that can become too large once: a definition, not what reads it.
class ExactnessCheck {
public:
    explicit ExactnessCheck(const Context& context) : context_(context), sizes_(context) {}

    void run() {
        for (const ast::Define* term : blocks_of<ast::Define>(context_.policy)) check(*term);
        each_condition_and_body(context_.policy, [&](const ast::Condition& condition) {
            each_test(condition, overloaded{
                                     [&](const ast::FactTest& test) { check(test); },
                                     [](const ast::AgeTest&) {},
                                     [&](const ast::QuantityTest& test) { check(test); },
                                     [](const ast::DayTest&) {},
                                     [](const ast::CountTest&) {},
                                 });
        });
        each_clause_block(context_.policy, [&](const ast::Name&, const std::vector<ast::Statement>& statements) {
            each_of<ast::Approve>(
                statements, [&](const ast::Approve& approve, const ast::Statement&) { check_value(approve.duration); });
            each_of<ast::QuantityApproved>(
                statements, [&](const ast::QuantityApproved& amount, const ast::Statement&) { check(amount); });
        });
    }

private:
    void check(const ast::Define& term) {
        if (is_condition(term) || context_.symbols.is_day(term)) return;
        std::vector<std::string> read;
        each_name(context_.symbols, term, [&](const ast::Name& name) { read.push_back(name.text); });
        if (reads_too_large(read)) {
            too_large_.insert(term.name.text);
        } else if (!sizes_.size(term.name)) {
            too_large_.insert(term.name.text);
            report(term.name.span, fmt::format("`{}`", term.name.text), read);
        }
    }

    void check(const ast::FactTest& test) {
        if (!compares_numbers(context_.symbols, test)) return;
        check_sides({ast::NamedValue{test.fact}, test.fact.span},
                    {ast::NamedValue{test.values.front()}, test.values.front().span});
    }

    void check(const ast::QuantityTest& test) { check_sides(test.left, test.right); }

    void check_sides(const ast::Expression& left, const ast::Expression& right) {
        if (!check_value(left) || !check_value(right)) return;
        if (Sizes::can_compare(*sizes_.size(left), *sizes_.size(right))) return;
        std::vector<std::string> read = names_of(left);
        for (const std::string& name : names_of(right)) read.push_back(name);
        report(right.span, fmt::format("{} and {}", words_of(left), words_of(right)), read, "compared");
    }

    bool check_value(const ast::Expression& value) {
        const std::vector<std::string> read = names_of(value);
        if (reads_too_large(read)) return false;
        const bool is_exact = sizes_.size(value).has_value();
        if (!is_exact) report(value.span, words_of(value), read);
        return is_exact;
    }

    /// An amount is brought from base units to the unit it is shown or billed in.
    void check(const ast::QuantityApproved& amount) {
        if (!check_value(amount.amount)) return;
        ast::Quantity one{{1, 0, amount.what.span}, amount.unit, amount.what.span};
        if (const ast::BillingCode* code = billing_code(context_.policy, amount.what.text))
            one = {*code->amount, code->unit, code->span};
        const std::optional<Size> unit = sizes_.size({one, one.span});
        if (unit && Sizes::can_show(*sizes_.size(amount.amount), *unit)) return;
        report(amount.amount.span, words_of(amount.amount), names_of(amount.amount), "written");
    }

    static std::vector<std::string> names_of(const ast::Expression& value) {
        std::vector<std::string> names;
        each_name(value, [&](const ast::Name& name) { names.push_back(name.text); });
        return names;
    }

    bool reads_too_large(const std::vector<std::string>& names) const {
        for (const std::string& name : names)
            if (too_large_.count(name) > 0) return true;
        return false;
    }

    void report(Span span, const std::string& words, const std::vector<std::string>& read,
                const char* done = "computed") {
        const std::vector<std::string> unbounded = unbounded_facts(read);
        context_.sink.add(
            FindingCode::needs_bounds, span, fmt::format("{} can become too large to be {} exactly", words, done),
            unbounded.empty() ? "narrow the bounds of its facts, or round on the way, as in `rounded to 0.001`"
                              : fmt::format("declare between which values {} can lie, as in `between 0 and 500`",
                                            quoted_list(unbounded)));
    }

    /// The facts without bounds that a value reads, also through definitions.
    std::vector<std::string> unbounded_facts(const std::vector<std::string>& read) const {
        std::vector<std::string> unbounded;
        std::unordered_set<std::string> seen;
        collect(read, seen, unbounded);
        return unbounded;
    }

    void collect(const std::vector<std::string>& read, std::unordered_set<std::string>& seen,
                 std::vector<std::string>& unbounded) const {
        for (const std::string& name : read) {
            if (!seen.insert(name).second) continue;
            if (const KnownFact* fact = context_.symbols.fact(name)) {
                if (is_number(fact->kind) && !number_type(*fact).between) unbounded.push_back(name);
                continue;
            }
            std::vector<std::string> below;
            each_name(context_.symbols, *context_.symbols.term(name),
                      [&](const ast::Name& inner) { below.push_back(inner.text); });
            collect(below, seen, unbounded);
        }
    }

    const Context& context_;
    Sizes sizes_;
    std::unordered_set<std::string> too_large_;
};

}  // namespace

void check_exactness(const Context& context) { ExactnessCheck(context).run(); }

}  // namespace pol::checking
