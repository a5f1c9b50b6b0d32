#include "compiler/ast/fields.hpp"

#include "compiler/ast/entry_terms.hpp"
#include "compiler/source/overloaded.hpp"

#include <map>
#include <set>
#include <utility>

namespace pol::ast {
namespace {

/// The declarations that tell which names inside a body are fields, and which are values of what stands before them.
class Declarations {
public:
    explicit Declarations(const Program& program) {
        if (program.plan)
            for (const FactsBlock& block : plan_of(program).facts) add(block);
        for (const File& file : program.facts)
            if (const auto* facts = std::get_if<FactsFile>(&file.declared)) add(facts->facts);
        for (const Block& block : policy_of(program).blocks)
            if (const auto* define = std::get_if<Define>(&block)) add(*define);
    }

    [[nodiscard]] bool is_field(const std::string& list, const std::string& name) const {
        const auto found = fields_.find(list);
        return found != fields_.end() && found->second.count(name) > 0;
    }
    /// Whether it is compared with values, not with amounts.
    [[nodiscard]] bool has_values(const std::string& name) const { return choices_.count(name) > 0; }
    [[nodiscard]] bool is_code(const std::string& name) const { return codes_.count(name) > 0; }
    [[nodiscard]] bool is_date(const std::string& name) const { return dates_.count(name) > 0; }

private:
    /// A condition, or a choice or a code of the entry that is the latest or the first.
    void add(const Define& define) {
        if (std::holds_alternative<Condition>(define.body)) choices_.insert(define.name.text);
        const auto* value = std::get_if<Expression>(&define.body);
        const auto* chosen = value == nullptr ? nullptr : std::get_if<ChosenEntry>(&value->form);
        if (chosen == nullptr) return;
        const std::string field = field_name(chosen->entries.list.text, chosen->field.text);
        if (has_values(field)) choices_.insert(define.name.text);
        if (is_code(field)) codes_.insert(define.name.text);
    }
    void add(const FactsBlock& block) {
        for (const FactDeclaration& fact : block.facts) {
            add(fact, fact.name.text);
            const auto* list = std::get_if<ListType>(&fact.type);
            if (list == nullptr) continue;
            for (const FactDeclaration& field : list->fields) {
                fields_[fact.name.text].insert(field.name.text);
                add(field, field_name(fact.name.text, field.name.text));
            }
        }
    }
    void add(const FactDeclaration& fact, const std::string& name) {
        const bool has_amount =
            std::holds_alternative<NumberType>(fact.type) || std::holds_alternative<DateType>(fact.type);
        if (!has_amount) choices_.insert(name);
        if (std::holds_alternative<CodeType>(fact.type)) codes_.insert(name);
        if (std::holds_alternative<DateType>(fact.type)) dates_.insert(name);
    }

    std::map<std::string, std::set<std::string>> fields_;
    std::set<std::string> choices_;
    std::set<std::string> codes_;
    std::set<std::string> dates_;
};

/// Digits alone as the code that they are, `96413`; nothing for any other amount.
std::optional<Name> as_code(const Quantity& quantity) {
    if (quantity.unit || quantity.amount.places > 0 || quantity.amount.digits < 0) return std::nullopt;
    std::string digits = std::to_string(quantity.amount.digits);
    const std::size_t written = quantity.span.end - quantity.span.begin;
    if (digits.size() < written) digits.insert(0, written - digits.size(), '0');
    return Name{std::move(digits), quantity.span};
}

/// The same for what a scenario gives, where four digits alone are read as a year.
struct CodeOfValue {
    std::optional<Name> operator()(const Quantity& quantity) const { return as_code(quantity); }
    std::optional<Name> operator()(const Date& date) const {
        const std::optional<Quantity> number = as_number(date);
        return number ? as_code(*number) : std::nullopt;
    }
    template <class Other>
    std::optional<Name> operator()(const Other&) const {
        return std::nullopt;
    }
};

/// Goes through conditions and values; `list_` is the one whose entries are at hand, or nothing.
class Resolution {
public:
    explicit Resolution(const Declarations& declarations) : declarations_(declarations) {}

    void visit(Condition& condition) {
        if (std::optional<FactTest> test = as_fact_test(condition)) condition.form = *std::move(test);
        if (list_ != nullptr && entry_terms_.put_in_place(condition, *list_)) return;
        std::visit([&](auto& form) { visit(form); }, condition.form);
    }
    void visit(Expression& expression) {
        std::visit([&](auto& form) { visit(form); }, expression.form);
        if (auto* chosen = std::get_if<ChosenEntry>(&expression.form); chosen != nullptr && is_day(*chosen))
            expression.form = DayOperand{std::move(*chosen), expression.span};
    }
    /// A definition of a list's entries, for all that stands below it.
    void define(Define& definition) {
        auto* condition = std::get_if<Condition>(&definition.body);
        if (condition == nullptr) return;
        visit(make_count_of(*definition.of, *condition));
        entry_terms_.add(definition);
    }

private:
    /// The name that a name has here: of a field, its whole one.
    [[nodiscard]] std::string resolved(const Name& name) const {
        Name whole = name;
        visit(whole);
        return whole.text;
    }

    /// What only the types of facts tell from a comparison of amounts: `procedure is 96413`, and
    /// `pregnancy_test measured within 30 days before date_of_request is negative`.
    [[nodiscard]] std::optional<FactTest> as_fact_test(const Condition& condition) const {
        const auto* test = std::get_if<QuantityTest>(&condition.form);
        if (test == nullptr) return std::nullopt;
        const auto* named = std::get_if<NamedValue>(&test->left.form);
        const auto* digits = std::get_if<Quantity>(&test->right.form);
        if (named != nullptr && digits != nullptr && declarations_.is_code(resolved(named->name)))
            if (const std::optional<Name> code = as_code(*digits))
                return FactTest{named->name, test->comparison, {*code}, {}};
        const auto* measured = std::get_if<MeasuredValue>(&test->left.form);
        const auto* value = std::get_if<NamedValue>(&test->right.form);
        if (measured == nullptr || value == nullptr || !declarations_.has_values(resolved(measured->fact)))
            return std::nullopt;
        return FactTest{measured->fact, test->comparison, {value->name}, measured->when};
    }

    [[nodiscard]] bool is_day(const ChosenEntry& chosen) const {
        return declarations_.is_date(field_name(chosen.entries.list.text, chosen.field.text));
    }

    void visit(Name& name) const {
        if (list_ != nullptr && declarations_.is_field(*list_, name.text)) name.text = field_name(*list_, name.text);
    }
    void visit(DayOperand& day) const {
        std::visit(
            overloaded{[&](Name& name) { visit(name); }, [](Date&) {}, [&](YearlyDay& yearly) { visit(yearly.from); },
                       [&](MovedDay& moved) { visit(moved.from); },
                       [&](ExtremeDay& extreme) { visit(extreme.operands); }, [](ChosenEntry&) {}},
            day.form);
    }
    void visit(std::vector<DayOperand>& days) const {
        for (DayOperand& day : days) visit(day);
    }
    template <class Part>
    void visit(std::vector<Part>& parts) {
        for (Part& part : parts) visit(part);
    }

    void visit(FactTest& test) {
        visit(test.fact);
        if (!declarations_.has_values(test.fact.text)) visit(test.values);
        if (test.measured) visit(test.measured->anchor);
    }
    void visit(AgeTest& test) const { visit(test.at); }
    void visit(QuantityTest& test) {
        visit(test.left);
        visit(test.right);
    }
    void visit(DayTest& test) const {
        visit(test.day);
        visit(test.relation.anchor);
    }
    void visit(CountTest& test) { visit(test.entries); }
    void visit(ConditionGroup& group) { visit(group.members); }
    void visit(Unless& unless) { visit(unless.parts); }
    void visit(IfThen& if_then) { visit(if_then.parts); }
    void visit(Supported& supported) { visit(supported.inner); }

    void visit(Quantity&) const {}
    void visit(NamedValue& value) const { visit(value.name); }
    void visit(MeasuredValue& value) const {
        visit(value.fact);
        visit(value.when.anchor);
    }
    void visit(Arithmetic& arithmetic) { visit(arithmetic.operands); }
    void visit(Extreme& extreme) { visit(extreme.operands); }
    void visit(RoundedValue& rounded) { visit(rounded.operand); }
    void visit(Elapsed& elapsed) const {
        visit(elapsed.from);
        visit(elapsed.to);
    }
    void visit(Aggregate& aggregate) { visit(aggregate.entries); }
    void visit(ChosenEntry& chosen) { visit(chosen.entries); }
    void visit(Parenthesized& parenthesized) { visit(parenthesized.operand); }

    void visit(Entries& entries) {
        const std::string* outer = std::exchange(list_, &entries.list.text);
        visit(entries.where);
        list_ = outer;
    }

    const Declarations& declarations_;
    EntryTerms entry_terms_;
    const std::string* list_ = nullptr;
};

/// The conditions and values of statements.
class Statements {
public:
    explicit Statements(Resolution& resolution) : resolution_(resolution) {}

    void visit(std::vector<Statement>& statements) {
        for (Statement& statement : statements) visit(statement);
    }
    void visit(Determination& determination) {
        if (determination.condition) resolution_.visit(*determination.condition);
    }

private:
    void visit(Statement& statement) {
        std::visit(overloaded{
                       [&](Item& item) { visit(item.statements); },
                       [&](ItemGroup& group) { visit(group.members); },
                       [&](Requires& requires_group) { visit(requires_group.group.members); },
                       [&](Determination& determination) { visit(determination); },
                       [&](Requirement& requirement) { resolution_.visit(requirement.condition); },
                       [&](OnlyIf& only_if) { resolution_.visit(only_if.condition); },
                       [&](Approve& approve) { resolution_.visit(approve.duration); },
                       [&](QuantityApproved& quantity) {
                           resolution_.visit(quantity.amount);
                           if (quantity.when) resolution_.visit(*quantity.when);
                       },
                       [](Otherwise&) {},
                       [](Because&) {},
                       [](Notes&) {},
                       [](ForLines&) {},
                       [](See&) {},
                       [](Printed&) {},
                       [](NotInDocument&) {},
                       [](Reading&) {},
                       [](Note&) {},
                       [](EvidenceRule&) {},
                       [](ExceptionTo&) {},
                       [](ItemsAgain&) {},
                       [](Dose&) {},
                       [](Loading&) {},
                       [](Maintenance&) {},
                   },
                   statement.form);
    }

    Resolution& resolution_;
};

void visit_cases(Resolution& resolution, std::vector<DefinedCase>& cases) {
    for (DefinedCase& one : cases) {
        resolution.visit(one.value);
        if (one.when) resolution.visit(*one.when);
    }
}

/// Digits that a scenario gives to a fact or, of an entry of `list`, to a field.
void visit_assignments(const Declarations& declarations, std::vector<Assignment>& assignments, const Name* list) {
    for (Assignment& assignment : assignments) {
        std::string name = list == nullptr ? assignment.fact.text : field_name(list->text, assignment.fact.text);
        if (assignment.place) name = field_name(assignment.fact.text, assignment.place->field.text);
        if (auto* entries = std::get_if<std::vector<Assignment::Entry>>(&assignment.value))
            for (Assignment::Entry& entry : *entries) visit_assignments(declarations, entry.fields, &assignment.fact);
        const std::optional<Name> code = std::visit(CodeOfValue{}, assignment.value);
        if (code && declarations.is_code(name)) assignment.value = *code;
    }
}

void visit_block(const Declarations& declarations, Resolution& resolution, Block& block) {
    Statements statements(resolution);
    std::visit(overloaded{
                   [&](Gate& gate) { statements.visit(gate.determination); },
                   [&](Define& define) {
                       if (define.of) return resolution.define(define);
                       std::visit(overloaded{[&](Selection& rows) { visit_cases(resolution, rows.cases); },
                                             [&](std::vector<DefinedCase>& cases) { visit_cases(resolution, cases); },
                                             [&](auto& body) { resolution.visit(body); }},
                                  define.body);
                   },
                   [&](Section& section) { statements.visit(section.statements); },
                   [&](Guidelines& guidelines) { statements.visit(guidelines.statements); },
                   [&](NeverCheck& check) { resolution.visit(check.condition); },
                   [](Drug&) {},
                   [](AppliesTo&) {},
                   [](History&) {},
                   [](AcceptedFinding&) {},
                   [&](Scenario& scenario) { visit_assignments(declarations, scenario.assignments, nullptr); },
               },
               block);
}

}  // namespace

void resolve_fields(Program& program) {
    const Declarations declarations(program);
    Resolution resolution(declarations);
    for (Block& block : std::get<Policy>(program.policy.declared).blocks) visit_block(declarations, resolution, block);
}

}  // namespace pol::ast
