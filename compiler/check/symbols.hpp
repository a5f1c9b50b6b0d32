#pragma once

#include "compiler/ast/program.hpp"
#include "pol/description.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace pol::checking {

/// What can be said about a fact: `routing` is line of business, benefit and request kind; `date` the whole dates of
/// a request, `birth_date` and `partial_date`, those declared, may be known to the month or year only. A derived fact
/// is one_of its groups. A `measurement` is a number; choices that are measured are choices that have a day.
enum class FactKind { routing, date, birth_date, partial_date, yes_no, one_of, scale, code, number, measurement, list };

struct KnownFact {
    std::string name;
    FactKind kind = FactKind::yes_no;
    FactSource source = FactSource::request;
    std::vector<std::string> values;
    /// Absent for the facts every request has.
    const ast::FactDeclaration* declaration = nullptr;
    /// Of a field, which is called `trials.length`: its list.
    const ast::FactDeclaration* list = nullptr;
    /// A choice with the day on which it was found.
    bool is_dated_choice = false;
};

[[nodiscard]] bool is_date(FactKind kind);
/// Whether it follows from another fact, so that no request states it.
[[nodiscard]] bool is_derived(const KnownFact& fact);
/// Whether it has an amount: a number or a measurement.
[[nodiscard]] bool is_number(FactKind kind);
[[nodiscard]] bool is_dated_choice(const ast::FactDeclaration& declaration);
/// Whether it has the day on which it was measured or found.
[[nodiscard]] bool is_measured(const KnownFact& fact);
/// The system of a fact that is a code.
[[nodiscard]] const ast::Name& code_system(const KnownFact& fact);
/// The declaration of a number or a measurement.
[[nodiscard]] const ast::NumberType& number_type(const KnownFact& fact);
/// "is a yes/no fact", "is a date": what a finding says of a fact.
[[nodiscard]] const char* kind_words(FactKind kind);

/// The names a policy may use: those of its plan and facts files, those every request has, and the terms it defines.
/// Of a name declared twice the first declaration counts. All facts and terms share one namespace; a value belongs to
/// its fact, lines of business, benefits and request kinds to their own lists.
class Symbols {
public:
    explicit Symbols(const ast::Program& program);

    /// Nothing for a name that is not declared.
    [[nodiscard]] const KnownFact* fact(const std::string& name) const;
    [[nodiscard]] const std::vector<KnownFact>& facts() const { return facts_; }
    [[nodiscard]] std::vector<std::string> fact_names() const;
    /// A field of a list; nothing for any other name.
    [[nodiscard]] const KnownFact* field(const std::string& list, const std::string& name) const;
    /// Fields of that name, of whatever list.
    [[nodiscard]] std::vector<const KnownFact*> fields_called(const std::string& name) const;
    /// The names of the fields of a list, as they are called among its entries.
    [[nodiscard]] std::vector<std::string> field_names(const ast::FactDeclaration& list) const;
    [[nodiscard]] std::vector<std::string> list_names() const;
    /// A definition of the policy; nothing for any other name.
    [[nodiscard]] const ast::Define* term(const std::string& name) const;
    /// Whether a definition names a day: its first value is one.
    [[nodiscard]] bool is_day(const ast::Define& term) const { return days_.count(&term) > 0; }
    /// The field whose value a definition is, where that is no number and no day but a choice or a code of an entry;
    /// nothing for any other definition.
    [[nodiscard]] const KnownFact* choice(const ast::Define& term) const;
    /// At most so many days lie between a day and the dates that it is counted from, also through definitions.
    [[nodiscard]] std::int64_t days_away(const ast::DayOperand& day) const;
    /// Facts and terms, and fields as they are called among the entries of their list.
    [[nodiscard]] std::vector<std::string> names() const;

    std::vector<std::string> lines;
    std::vector<std::string> benefits;
    std::vector<std::string> requests;

private:
    void add(KnownFact fact);
    void add_facts(const ast::FactsBlock& block);
    void add_terms(const ast::Policy& policy);
    void add_day(const ast::Define& term);
    [[nodiscard]] std::optional<std::int64_t> days_away(const ast::Name& name) const;
    [[nodiscard]] std::optional<std::int64_t> days_away(const ast::Expression& value) const;

    std::vector<KnownFact> facts_;
    std::unordered_map<std::string, std::size_t> by_name_;
    std::vector<const ast::Define*> terms_;
    std::unordered_map<std::string, const ast::Define*> term_by_name_;
    /// The definitions that name a day, with days_away().
    std::unordered_map<const ast::Define*, std::int64_t> days_;
};

[[nodiscard]] inline bool is_condition(const ast::Define& term) {
    return std::holds_alternative<ast::Condition>(term.body);
}

/// Whether a request has a field of this name without any declaration: its own facts, and its `id`.
[[nodiscard]] bool is_request_field(const std::string& name);
/// The names of a fact's values.
[[nodiscard]] std::vector<std::string> values_of(const ast::FactDeclaration& declaration);
[[nodiscard]] bool contains(const std::vector<std::string>& names, const std::string& name);
/// The dates a statement may count from: where a period starts, at which day an age is taken.
[[nodiscard]] const std::vector<std::string>& counting_dates();

}  // namespace pol::checking
