#include "compiler/check/names.hpp"
#include "compiler/check/passes.hpp"

#include <fmt/format.h>

#include <unordered_map>

namespace pol::checking {
namespace {

/// `DAY not before BOUND`, of the plan or of a fact.
struct Order {
    ast::Name day;
    ast::Name bound;
};

class DayOrderCheck {
public:
    explicit DayOrderCheck(const Context& context) : context_(context), sink_(context.sink) {}

    void run() {
        for (const ast::DayOrder& order : context_.plan.day_orders) add_of_plan(order);
        for (const KnownFact& fact : context_.symbols.facts())
            if (fact.declaration != nullptr && fact.list == nullptr && fact.declaration->not_before)
                add_of_fact(fact, *fact.declaration->not_before);
        for (const Order& order : in_order_) visit(order);
    }

private:
    enum class State { unseen, open, done };

    /// The plan orders the dates that every request has, which are exact but for the birth.
    void add_of_plan(const ast::DayOrder& order) {
        if (!contains(counting_dates(), order.day.text))
            return context_.symbols.fact(order.day.text) == nullptr
                       ? add_unknown_name(sink_, "date", order.day, counting_dates())
                       : sink_.add(FindingCode::wrong_date_fact, order.day.span,
                                   fmt::format("a plan sets no bound for `{}`", order.day.text),
                                   "write " + quoted_list(counting_dates(), "or"));
        std::vector<std::string> bounds = counting_dates();
        bounds.emplace_back("birth_date");
        if (!contains(bounds, order.not_before.text))
            return context_.symbols.fact(order.not_before.text) == nullptr
                       ? add_unknown_name(sink_, "date", order.not_before, bounds)
                       : sink_.add(FindingCode::wrong_date_fact, order.not_before.span,
                                   fmt::format("`{}` is no bound of a plan", order.not_before.text),
                                   "write " + quoted_list(bounds, "or"));
        add({order.day, order.not_before});
    }

    void add_of_fact(const KnownFact& fact, const ast::Name& bound) {
        if (fact.kind != FactKind::partial_date)
            return sink_.add(FindingCode::not_a_date, bound.span,
                             fmt::format("`{}` {}, not a date", fact.name, kind_words(fact.kind)),
                             "`not before` stands at dates only");
        const KnownFact* other = context_.symbols.fact(bound.text);
        if (other == nullptr) return add_unknown_name(sink_, "fact", bound, date_names());
        if (!is_date(other->kind))
            return sink_.add(FindingCode::not_a_date, bound.span,
                             fmt::format("`{}` {}, not a date", other->name, kind_words(other->kind)),
                             "a date is bounded by a date");
        add({fact.declaration->name, bound});
    }

    std::vector<std::string> date_names() const {
        std::vector<std::string> names;
        for (const KnownFact& fact : context_.symbols.facts())
            if (is_date(fact.kind)) names.push_back(fact.name);
        return names;
    }

    void add(const Order& order) {
        const auto [first, is_new] = bounds_.emplace(order.day.text, order);
        if (is_new) return in_order_.push_back(order);
        add_with_place(sink_, FindingCode::repeated_statement, order.day.span,
                       fmt::format("`{}` has two bounds", order.day.text), "leave one of them out",
                       first->second.day.span, "the first one");
    }

    void visit(const Order& order) {
        State& state = states_[order.day.text];
        if (state != State::unseen) return;
        state = State::open;
        const auto next = bounds_.find(order.bound.text);
        if (states_[order.bound.text] == State::open)
            report_circle(order);
        else if (next != bounds_.end())
            visit(next->second);
        states_[order.day.text] = State::done;
    }

    void report_circle(const Order& order) {
        sink_.add(FindingCode::not_before_circle, order.bound.span,
                  order.day.text == order.bound.text
                      ? fmt::format("`{}` is bounded by itself", order.day.text)
                      : fmt::format("`{}` and `{}` bound each other", order.bound.text, order.day.text),
                  "leave one of the bounds out");
    }

    const Context& context_;
    Sink& sink_;
    std::vector<Order> in_order_;
    std::unordered_map<std::string, Order> bounds_;
    std::unordered_map<std::string, State> states_;
};

}  // namespace

void check_day_orders(const Context& context) { DayOrderCheck(context).run(); }

}  // namespace pol::checking
