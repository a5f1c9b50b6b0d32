#pragma once

#include "compiler/check/context.hpp"
#include "compiler/check/measures.hpp"

#include <unordered_map>

namespace pol::checking {

/// What values measure: types and units of expressions.
class Values {
public:
    explicit Values(const Context& context) : context_(context) {}

    /// What a value measures. Reports what cannot be computed with it and then returns nothing.
    std::optional<Measure> measure(const ast::Expression& expression, Sink& sink);
    /// What a number, a measurement or a defined value measures. Nothing for other names, and for those whose own
    /// declaration has a finding.
    std::optional<Measure> measure(const ast::Name& name, Sink& sink);
    /// What a defined value measures: that of its first case.
    std::optional<Measure> measure(const ast::Define& term);

    /// Whether some cases of a definition are days and others months: a time that only an approval can last.
    [[nodiscard]] bool is_of_two_kinds(const ast::Define& term);

    /// What a value counts if it is a difference of two days, by its own name or with numbers added to it.
    [[nodiscard]] std::optional<ast::TimeUnit> counted_time(const ast::Expression& expression) const;

    /// One of two values that must be of one kind, with what a finding calls it.
    struct Side {
        const Measure& measure;
        std::string words;
        const ast::Expression* written = nullptr;
        /// Who knows what it counts, where that may be said.
        const Values* values = nullptr;
    };
    /// Reports two values of different kinds at the second.
    static void check_fit(const Side& left, const Side& right, Span span, Sink& sink);

private:
    std::optional<Measure> form(const ast::Quantity& quantity, Sink& sink);
    std::optional<Measure> form(const ast::NamedValue& value, Sink& sink);
    std::optional<Measure> form(const ast::MeasuredValue& value, Sink& sink);
    std::optional<Measure> form(const ast::Arithmetic& arithmetic, Sink& sink);
    std::optional<Measure> form(const ast::Extreme& extreme, Sink& sink);
    std::optional<Measure> form(const ast::RoundedValue& rounded, Sink& sink);
    std::optional<Measure> form(const ast::Elapsed& elapsed, Sink& sink);
    std::optional<Measure> form(const ast::Aggregate& aggregate, Sink& sink);
    std::optional<Measure> form(const ast::ChosenEntry& chosen, Sink& sink);
    std::optional<Measure> form(const ast::Parenthesized& parenthesized, Sink& sink);
    std::optional<Measure> form(const ast::DayOperand& day, Sink& sink);
    std::optional<Measure> same_kind(const std::vector<ast::Expression>& operands, Sink& sink);
    [[nodiscard]] std::optional<ast::TimeUnit> counted_time(const ast::Name& name) const;
    [[nodiscard]] std::optional<ast::TimeUnit> counted_time(const std::vector<ast::Expression>& operands) const;

    const Context& context_;
    std::unordered_map<const ast::Define*, std::optional<Measure>> terms_;
};

}  // namespace pol::checking
