#include "compiler/ast/fields.hpp"
#include "compiler/lower/notations.hpp"
#include "compiler/lower/passes.hpp"
#include "compiler/lower/quantities.hpp"
#include "compiler/lower/statements.hpp"
#include "compiler/lower/wording.hpp"
#include "compiler/source/overloaded.hpp"

#include <cassert>
#include <string_view>
#include <utility>

namespace pol::lowering {

namespace {

struct BuiltinWords {
    const char* name;
    const char* phrase;
    const char* question;
    FactType type;
};

/// In the order of pol::BuiltinFact.
constexpr BuiltinWords builtin_words[] = {
    {"line_of_business", "line of business", "Which line of business covers the member?", FactType::one_of},
    {"benefit", "benefit", "Under which benefit is it requested?", FactType::one_of},
    {"request", "kind of request", "Which kind of request is it?", FactType::one_of},
    {"birth_date", "date of birth", "When was the member born?", FactType::partial_date},
    {"date_of_request", "date of the request", "On which day was the request made?", FactType::date},
    {"date_of_service", "date of service", "On which day is the service or the first dose of the period?",
     FactType::date},
    {"first_start", "start of the first approval", "On which day did the first approved period start?", FactType::date},
};
static_assert(std::size(builtin_words) == builtin_fact_count);

std::vector<model::Value> named_values(const std::vector<ast::Name>& names) {
    std::vector<model::Value> values;
    for (const ast::Name& name : names) values.push_back({.name = name.text, .text = with_blanks(name.text)});
    return values;
}

std::vector<model::Value> values_of(const std::vector<ast::LineOfBusiness>& lines) {
    std::vector<model::Value> values;
    for (const ast::LineOfBusiness& line : lines) values.push_back({.name = line.name.text, .text = line.text.text});
    return values;
}

std::vector<model::Value> values_of(const ast::ChoiceType& type) {
    std::vector<model::Value> values;
    for (const ast::ValueDeclaration& value : type.values)
        values.push_back(
            {.name = value.name.text, .text = value.text ? value.text->text : with_blanks(value.name.text)});
    return values;
}

std::vector<model::FactCode> codes_of(const ast::FactDeclaration& declaration, const model::Fact& fact) {
    std::vector<model::FactCode> codes;
    for (const ast::CodeAttribute& code : declaration.codes)
        codes.push_back(
            {.system = code.system.text, .code = code.code.text, .value = value_named(fact, code.value.text)});
    return codes;
}

void add(Context& context, model::Fact fact) {
    std::string name = fact.name;
    const std::uint16_t index = append(context.policy.facts, std::move(fact));
    [[maybe_unused]] const bool is_new = context.fact_by_name.emplace(std::move(name), index).second;
    assert(is_new);
}

void add_builtins(Context& context) {
    const ast::Plan& plan = plan_of(context.program);
    for (const BuiltinWords& words : builtin_words)
        add(context, {.name = words.name,
                      .phrase = words.phrase,
                      .question = words.question,
                      .type = words.type,
                      .source = FactSource::request,
                      .values = {},
                      .implies = {},
                      .codes = {}});
    const auto set = [&](BuiltinFact fact, std::vector<model::Value> values, const Span& place) {
        context.policy.facts[index_of(fact)].values = std::move(values);
        context.policy.facts[index_of(fact)].span = place;
    };
    set(BuiltinFact::line_of_business, values_of(plan.lines), plan.lines_span);
    set(BuiltinFact::benefit, named_values(plan.benefits), plan.benefits_span);
    set(BuiltinFact::request, named_values(plan.requests), plan.requests_span);
}

/// Numbers without bounds of their own are within these.
constexpr Decimal default_least{.digits = 0, .places = 0};
constexpr Decimal default_most{.digits = 999'999'999, .places = 0};

constexpr std::pair<std::string_view, Notation> systems[] = {
    {"hcpcs", Notation::hcpcs}, {"cpt", Notation::cpt}, {"icd10cm", Notation::icd10cm}, {"ndc", Notation::ndc}};

void set_number(model::Fact& fact, const ast::NumberType& type) {
    fact.type = type.measured ? FactType::measurement : FactType::number;
    fact.unit = type.unit ? type.unit->text : "";
    fact.least = type.between ? to_decimal(type.between->least) : default_least;
    fact.most = type.between ? to_decimal(type.between->most) : default_most;
}

void set_code(model::Fact& fact, const ast::CodeType& type) {
    fact.type = FactType::number;
    for (const auto& [word, notation] : systems)
        if (type.system.text == word) fact.notation = notation;
    fact.most = last_number(system_of(fact.notation));
}

/// A choice with a day is the place of its value, measured.
void set_places(model::Fact& fact, Notation notation, std::size_t values) {
    fact.type = FactType::measurement;
    fact.notation = notation;
    fact.most = {.digits = static_cast<std::int64_t>(values) - 1, .places = 0};
}

void set_choice(model::Fact& fact, const ast::ChoiceType& type) {
    fact.type = FactType::one_of;
    fact.values = values_of(type);
    if (type.measured) set_places(fact, Notation::name, fact.values.size());
}

void set_yes_no(model::Fact& fact, const ast::YesNoType& type) {
    fact.type = FactType::yes_no;
    if (type.measured) set_places(fact, Notation::yes_no, 2);
}

void set_type(model::Fact& fact, const ast::FactType& type) {
    std::visit(overloaded{
                   [&](const ast::YesNoType& form) { set_yes_no(fact, form); },
                   [&](const ast::ChoiceType& form) { set_choice(fact, form); },
                   [&](const ast::CodeType& form) { set_code(fact, form); },
                   [&](const ast::NumberType& form) { set_number(fact, form); },
                   [&](const ast::DateType&) { fact.type = FactType::partial_date; },
                   [&](const ast::ListType&) { fact.type = FactType::list; },
                   [](const ast::DerivedType&) { assert(false); },
               },
               type);
}

/// The groups of a fact that is derived from a code.
Derived groups_of_codes(const model::Fact& fact, model::FactIndex source, const ast::DerivedType& type) {
    Derived derived{source, {}, {}, {}};
    for (const ast::ValueGroup& group : type.groups) {
        derived.groups.push_back(group.name.text);
        derived.codes_of_group.emplace_back();
        for (const ast::Name& value : group.values) derived.codes_of_group.back().push_back(range_of(fact, value));
    }
    return derived;
}

/// The groups of a derived fact by the values of its source; those that no group names are in the last one.
Derived to_derived(const model::Policy& policy, model::FactIndex source, const ast::DerivedType& type) {
    const model::Fact& fact = policy.facts[source];
    if (is_code(fact.notation)) return groups_of_codes(fact, source, type);
    const std::size_t values = fact.type == FactType::yes_no ? 2 : fact.values.size();
    const auto last = static_cast<std::uint16_t>(type.groups.size() - 1);
    Derived derived{source, std::vector<std::uint16_t>(values, last), {}, {}};
    for (const ast::ValueGroup& group : type.groups) {
        for (const ast::Name& value : group.values)
            derived.group_of_value[value_named(fact, value.text)] = static_cast<std::uint16_t>(derived.groups.size());
        derived.groups.push_back(group.name.text);
    }
    return derived;
}

/// The facts of a block or, with the prefix of their names, the fields of a list.
class Declared {
public:
    Declared(Context& context, FactSource source) : context_(context), source_(source) {}

    void add(const std::vector<ast::FactDeclaration>& facts) {
        for (const ast::FactDeclaration& fact : facts) add_fact(fact);
        for (const ast::FactDeclaration& fact : facts)
            if (const auto* type = std::get_if<ast::DerivedType>(&fact.type))
                context_.derived_by_name.emplace(
                    name_of(fact.name),
                    to_derived(context_.policy, fact_named(context_, name_of(type->source)), *type));
    }

private:
    [[nodiscard]] std::string name_of(const ast::Name& name) const {
        return list_ ? ast::field_name(context_.policy.facts[*list_].name, name.text) : name.text;
    }

    void add_fact(const ast::FactDeclaration& declaration) {
        if (std::holds_alternative<ast::DerivedType>(declaration.type)) return;
        model::Fact fact;
        fact.name = name_of(declaration.name);
        fact.phrase = declaration.phrase ? declaration.phrase->text : with_blanks(declaration.name.text);
        fact.question = declaration.ask ? declaration.ask->text : fact.phrase + "?";
        fact.source = source_;
        fact.list = list_;
        fact.span = declaration.name.span;
        set_type(fact, declaration.type);
        fact.codes = codes_of(declaration, fact);
        lowering::add(context_, std::move(fact));
        if (const auto* list = std::get_if<ast::ListType>(&declaration.type)) add_fields(list->fields);
    }

    /// Of the list added last.
    void add_fields(const std::vector<ast::FactDeclaration>& fields) {
        list_ = static_cast<model::FactIndex>(context_.policy.facts.size() - 1);
        add(fields);
        list_ = std::nullopt;
    }

    Context& context_;
    FactSource source_;
    std::optional<model::FactIndex> list_;
};

void add_block(Context& context, const ast::FactsBlock& block) {
    Declared(context, block.source.text == "plan" ? FactSource::plan : FactSource::provider).add(block.facts);
}

std::vector<const ast::FactsBlock*> all_blocks(const ast::Program& program) {
    std::vector<const ast::FactsBlock*> blocks;
    for (const ast::FactsBlock& block : plan_of(program).facts) blocks.push_back(&block);
    for (const ast::File& file : program.facts) blocks.push_back(&std::get<ast::FactsFile>(file.declared).facts);
    return blocks;
}

/// What facts say of other facts.
void link(Context& context, const ast::FactsBlock& block) {
    for (const ast::FactDeclaration& declaration : block.facts) {
        if (std::holds_alternative<ast::DerivedType>(declaration.type)) continue;
        model::Fact& fact = context.policy.facts[fact_named(context, declaration.name.text)];
        for (const ast::Name& name : declaration.implies) fact.implies.push_back(fact_named(context, name.text));
        if (declaration.not_before) fact.not_before = fact_named(context, declaration.not_before->text);
    }
}

/// The policy's `evidence is …`, else the plan's, else `claimed`.
Evidence minimum_evidence(const ast::Program& program) {
    for (const ast::Guidelines* guidelines : blocks_of<ast::Guidelines>(policy_of(program)))
        for (const ast::Item* item : every<ast::Item>(guidelines->statements))
            if (const auto* rule = first<ast::EvidenceRule>(item->statements)) return rule->minimum;
    const auto& plan_rule = plan_of(program).evidence;
    return plan_rule ? plan_rule->minimum : Evidence::claimed;
}

}  // namespace

void lower_facts(Context& context) {
    add_builtins(context);
    const auto blocks = all_blocks(context.program);
    for (const ast::FactsBlock* block : blocks) add_block(context, *block);
    for (const ast::FactsBlock* block : blocks) link(context, *block);
    for (const ast::DayOrder& order : plan_of(context.program).day_orders)
        context.policy.facts[fact_named(context, order.day.text)].not_before =
            fact_named(context, order.not_before.text);
    context.minimum = minimum_evidence(context.program);
}

}  // namespace pol::lowering
