// Shares compared with `20` where `20%` is meant: facts in `%`, and shares of change such as `(before - now) / before`.
// A ratio of other values may well be 20; a change that is 20 times what it began with is none that a policy asks for
// without saying so.

#include "compiler/ast/words.hpp"
#include "compiler/check/conditions.hpp"
#include "compiler/check/literals.hpp"
#include "compiler/check/passes.hpp"
#include "compiler/check/value_words.hpp"

#include <fmt/format.h>

namespace pol::checking {
namespace {

using ast::Arithmetic;
using ast::Expression;
using ast::Operation;

const Arithmetic* operation_of(const Expression& expression, Operation operation) {
    const auto* arithmetic = std::get_if<Arithmetic>(&inside(expression).form);
    return arithmetic != nullptr && arithmetic->operation == operation ? arithmetic : nullptr;
}

class SharesCheck {
public:
    explicit SharesCheck(const Context& context) : context_(context) {}

    void check(const ast::QuantityTest& test) const {
        check_sides(test.left, test.right);
        check_sides(test.right, test.left);
    }

private:
    void check_sides(const Expression& value, const Expression& bound) const {
        const auto* quantity = std::get_if<ast::Quantity>(&inside(bound).form);
        if (quantity == nullptr || quantity->unit) return;
        const std::optional<std::int64_t> largest = largest_share(value);
        if (!largest || exact(quantity->amount) <= number(*largest)) return;
        const std::string amount = ast::written(*quantity);
        context_.sink.add(
            FindingCode::share_without_percent, bound.span,
            fmt::format("{} is a share, of which `{}` is {} times the whole", words_of(value), amount, amount),
            fmt::format("write `{}%`; if so many times are meant, write that in `%`, too", amount));
    }

    /// The most that is likely to be asked of a value if it is a share. Nothing for any other value.
    std::optional<std::int64_t> largest_share(const Expression& value) const {
        const Expression& bare = inside(value);
        if (const auto* measured = std::get_if<ast::MeasuredValue>(&bare.form))
            return largest_given_share(measured->fact);
        if (const auto* named = std::get_if<ast::NamedValue>(&bare.form)) {
            const ast::Define* term = context_.symbols.term(named->name.text);
            const auto* defined = term == nullptr ? nullptr : std::get_if<Expression>(&term->body);
            if (defined == nullptr) return largest_given_share(named->name);
            return largest_share(*defined);
        }
        const Arithmetic* quotient = operation_of(bare, Operation::divided_by);
        const Arithmetic* change =
            quotient == nullptr ? nullptr : operation_of(quotient->operands.front(), Operation::minus);
        return change == nullptr ? std::nullopt : largest_change(*change, quotient->operands.back());
    }

    std::optional<std::int64_t> largest_given_share(const ast::Name& name) const {
        const KnownFact* fact = context_.symbols.fact(name.text);
        if (fact == nullptr || !is_number(fact->kind)) return std::nullopt;
        // Bounds tell by themselves which numbers are too large.
        const ast::NumberType& type = number_type(*fact);
        return type.unit && type.unit->text == "%" && !type.between ? std::optional<std::int64_t>(1) : std::nullopt;
    }

    /// Nothing falls by more than all of it, but it may rise to several times what it was.
    static std::optional<std::int64_t> largest_change(const Arithmetic& change, const Expression& whole) {
        constexpr std::int64_t largest_rise = 4;
        if (is_same(change.operands.front(), whole)) return 1;
        if (is_same(change.operands.back(), whole)) return largest_rise;
        return std::nullopt;
    }

    static bool is_same(const Expression& left, const Expression& right) {
        const auto* left_name = std::get_if<ast::NamedValue>(&inside(left).form);
        const auto* right_name = std::get_if<ast::NamedValue>(&inside(right).form);
        return left_name != nullptr && right_name != nullptr && left_name->name.text == right_name->name.text;
    }

    const Context& context_;
};

}  // namespace

void check_shares(const Context& context) {
    const SharesCheck shares(context);
    each_condition_and_body(context.policy, [&](const ast::Condition& condition) {
        each_test(condition, overloaded{
                                 [](const ast::FactTest&) {},
                                 [](const ast::AgeTest&) {},
                                 [&](const ast::QuantityTest& test) { shares.check(test); },
                                 [](const ast::DayTest&) {},
                                 [](const ast::CountTest&) {},
                             });
    });
}

}  // namespace pol::checking
