#include "compiler/emit/names.hpp"

#include "compiler/emit/emit.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace pol::emission {

namespace {

/// Keywords, alternative tokens, and macros that compilers or common headers define in lower case.
constexpr std::array<std::string_view, 119> reserved_words = {
    "alignas",      "alignof",      "and",
    "and_eq",       "asm",          "assert",
    "auto",         "bitand",       "bitor",
    "bool",         "break",        "case",
    "catch",        "char",         "char16_t",
    "char32_t",     "char8_t",      "class",
    "co_await",     "co_return",    "co_yield",
    "compl",        "concept",      "const",
    "const_cast",   "consteval",    "constexpr",
    "constinit",    "continue",     "decltype",
    "default",      "delete",       "do",
    "double",       "dynamic_cast", "else",
    "enum",         "errno",        "explicit",
    "export",       "extern",       "false",
    "far",          "float",        "for",
    "friend",       "goto",         "i386",
    "if",           "import",       "inline",
    "int",          "interface",    "linux",
    "long",         "main",         "major",
    "minor",        "module",       "mutable",
    "namespace",    "near",         "new",
    "noexcept",     "not",          "not_eq",
    "nullptr",      "operator",     "or",
    "or_eq",        "pascal",       "pol",
    "posix",        "private",      "protected",
    "public",       "register",     "reinterpret_cast",
    "requires",     "return",       "setjmp",
    "short",        "signed",       "sizeof",
    "small",        "static",       "static_assert",
    "static_cast",  "std",          "stderr",
    "stdin",        "stdout",       "struct",
    "switch",       "template",     "this",
    "thread_local", "throw",        "true",
    "try",          "typedef",      "typeid",
    "typename",     "typeof",       "union",
    "unix",         "unsigned",     "using",
    "virtual",      "void",         "volatile",
    "wchar_t",      "while",        "xor",
    "xor_eq",       "final",        "override",
    "offsetof",     "signals",
};

/// What the generated source uses without qualification beside the author's names.
const WordSet& source_names() {
    static const WordSet names = {"Age",
                                  "Batch",
                                  "Block",
                                  "Clause",
                                  "ClausePlanes",
                                  "Clauses",
                                  "Columns",
                                  "Entries",
                                  "Decision",
                                  "Evaluator",
                                  "Evidence",
                                  "FactId",
                                  "Group",
                                  "Place",
                                  "Plane",
                                  "Planes",
                                  "Possible",
                                  "Questions",
                                  "Request",
                                  "Row",
                                  "Section",
                                  "Truth",
                                  "Truths",
                                  "YesNo",
                                  "always",
                                  "amount_of",
                                  "asks_again",
                                  "asks_day",
                                  "average_of",
                                  "count_of",
                                  "day_of",
                                  "day_of_entry",
                                  "day_of_first",
                                  "day_of_latest",
                                  "days_after",
                                  "days_before",
                                  "days_between",
                                  "each",
                                  "earlier_of",
                                  "earliest_day",
                                  "entry",
                                  "exactly",
                                  "first_day",
                                  "first_of",
                                  "greater_of",
                                  "greatest_among",
                                  "greatest_of",
                                  "if_then",
                                  "in_case",
                                  "is_at_least",
                                  "is_at_most",
                                  "is_before",
                                  "is_different",
                                  "is_equal",
                                  "is_less_than",
                                  "is_more_than",
                                  "is_on_or_before",
                                  "last_day",
                                  "last_yearly",
                                  "later_of",
                                  "latest_day",
                                  "least_among",
                                  "least_of",
                                  "lesser_of",
                                  "may_be",
                                  "measured",
                                  "minimum",
                                  "months_after",
                                  "months_before",
                                  "months_between",
                                  "moved",
                                  "negate",
                                  "next_yearly",
                                  "not_before",
                                  "number",
                                  "on",
                                  "only_of",
                                  "place_within",
                                  "reckoned",
                                  "rounded",
                                  "length_of",
                                  "show",
                                  "sum_of",
                                  "told_by_rows",
                                  "value_of_first",
                                  "value_of_latest",
                                  "weeks_between",
                                  "years_between",
                                  "shown",
                                  "Rounding",
                                  "age_at_least",
                                  "age_at_most",
                                  "age_is",
                                  "age_is_not",
                                  "age_less_than",
                                  "age_more_than",
                                  "add_entry",
                                  "all_of",
                                  "amount_within",
                                  "any_of",
                                  "asks",
                                  "asks_age",
                                  "assign",
                                  "asks_contradiction",
                                  "asks_exact_field",
                                  "asks_field_contradiction",
                                  "asks_field",
                                  "at_entry",
                                  "at_least",
                                  "at_least_different",
                                  "at_most",
                                  "at_most_different",
                                  "calendar",
                                  "clauses",
                                  "clauses_of",
                                  "columns",
                                  "compiled_policy",
                                  "decide",
                                  "description",
                                  "is",
                                  "is_not",
                                  "is_one_of",
                                  "months",
                                  "none_of",
                                  "number_of",
                                  "date_of",
                                  "day_by_row",
                                  "lies_in",
                                  "request",
                                  "row",
                                  "rules",
                                  "test_by_row",
                                  "text_rule",
                                  "truths",
                                  "value_by_row",
                                  "unless",
                                  "years",
                                  "ask_about",
                                  "clause_count",
                                  "clause_room",
                                  "result_count",
                                  "fact_count",
                                  "line_rules",
                                  "benefit_is_listed",
                                  "section_rules",
                                  "criteria_rules",
                                  "result_rules",
                                  "exception_rules",
                                  "approval_rules",
                                  "asked_clauses",
                                  "implies_rules",
                                  "policy_rules",
                                  "fact_offsets",
                                  "shared_policy",
                                  "fact_table",
                                  "clause_table",
                                  "target_table",
                                  "approval_table",
                                  "reading_table",
                                  "policy_table",
                                  "expect",
                                  "given",
                                  "not_knowable",
                                  "questions"};
    return names;
}

/// The types among them, which those of facts and lists must not be.
const WordSet& type_names() {
    static const WordSet types = [] {
        WordSet found;
        for (const std::string_view name : source_names())
            if (name.front() >= 'A' && name.front() <= 'Z') found.insert(name);
        return found;
    }();
    return types;
}

bool is_reserved(std::string_view word) {
    static const WordSet words(reserved_words.begin(), reserved_words.end());
    return words.contains(word);
}

bool is_letter(char character) {
    return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
}

bool is_digit(char character) { return character >= '0' && character <= '9'; }

std::vector<std::string> value_names(const model::Fact& fact) {
    Scope scope;
    std::vector<std::string> names;
    for (const model::Value& value : fact.values) names.push_back(scope.take(identifier(value.name)));
    return names;
}

/// Whether its values are an enumeration.
bool has_named_values(const model::Fact& fact) { return !fact.values.empty(); }

std::string type_name(const model::Fact& fact, Scope& types) {
    const std::string name = fact.name == "request" ? "RequestKind" : pascal_case(identifier(fact.name));
    if (fact.type == FactType::list) return types.take(name + "Entry");
    return has_named_values(fact) ? types.take(name) : std::string();
}

void name_facts(const model::Policy& policy, Names& names) {
    Scope members;
    Scope types(type_names());
    std::optional<Scope> fields;
    for (const model::Fact& fact : policy.facts) {
        names.facts.push_back(members.take(identifier(fact.name)));
        names.types.push_back(type_name(fact, types));
        names.values.push_back(value_names(fact));
        if (!fact.list) fields.emplace();
        names.fields.push_back(fact.list ? fields->take(identifier(short_name(policy, fact))) : std::string());
    }
}

void name_clauses(const model::Policy& policy, Names& names, Scope& functions) {
    Scope enumerators;
    for (const model::Clause& clause : policy.clauses) {
        names.clauses.push_back(enumerators.take(identifier(clause.id)));
        names.functions.push_back(functions.take(lower_case(identifier(clause.id))));
        names.asks.push_back(functions.take(names.functions.back() + "_asks"));
        names.only_ifs.push_back(functions.take(names.functions.back() + "_only_if"));
    }
}

void name_values(const model::Policy& policy, Names& names, Scope& functions) {
    for (const model::Term& term : policy.terms)
        names.terms.push_back(functions.take(identifier(term.name) + (term.days_of ? "_in_days" : "")));
    for (const std::string& fact : names.facts) names.days.push_back(functions.take("day_of_" + fact));
}

void name_approvals(const model::Policy& policy, Names& names, Scope& functions) {
    for (const model::Approval& approval : policy.approvals) {
        const std::string clause = names.functions[approval.period_clause];
        Names::ApprovalNames own{functions.take(clause + "_length"),
                                 functions.take(clause + "_days"),
                                 functions.take(clause + "_until"),
                                 {},
                                 {}};
        for (const model::ComputedAmount& amount : approval.amounts) {
            const std::string name = lower_case(identifier(amount.name)) + "_of_" + clause;
            own.amounts.push_back(functions.take(name));
            own.granted.push_back(amount.only_if ? functions.take(name + "_granted") : std::string());
        }
        names.approvals.push_back(std::move(own));
    }
}

void name_sections(const model::Policy& policy, Names& names, Scope& functions) {
    Scope enumerators;
    const std::vector<std::string>& kinds = names.values[index_of(BuiltinFact::request)];
    for (const model::Section& section : policy.sections) {
        const std::string name = lower_case(identifier(section.id));
        names.sections.push_back(enumerators.take(name));
        names.evaluations.push_back(functions.take("evaluate_" + name));
        std::vector<std::string> criteria;
        for (const std::string& kind : kinds) criteria.push_back(functions.take(name + "_" + kind));
        names.criteria.push_back(std::move(criteria));
    }
}

}  // namespace

std::string Scope::take(const std::string& wanted) {
    const std::string base = is_reserved(wanted) ? wanted + "_" : wanted;
    std::string name = base;
    for (int number = 2; (used_ != nullptr && used_->contains(name)) || !taken_.insert(name).second; ++number)
        name = fmt::format("{}_{}", base, number);
    return name;
}

std::string pascal_case(std::string_view name) {
    std::string pascal;
    bool at_word_start = true;
    for (const char character : name) {
        const bool is_lower = character >= 'a' && character <= 'z';
        if (character != '_')
            pascal += at_word_start && is_lower ? static_cast<char>(character - 'a' + 'A') : character;
        at_word_start = character == '_';
    }
    return pascal;
}

std::string_view short_name(const model::Policy& policy, const model::Fact& fact) {
    const std::string_view name = fact.name;
    return fact.list ? name.substr(policy.facts[*fact.list].name.size() + 1) : name;
}

std::string identifier(std::string_view text) {
    std::string name;
    for (const char character : text) {
        if (character == '*') name += "star_";
        // Two underscores in a row are C++'s own.
        else if (is_letter(character) || is_digit(character))
            name += character;
        else if (name.empty() || name.back() != '_')
            name += '_';
    }
    if (name.empty() || is_digit(name.front())) name.insert(name.begin(), 'n');
    return name;
}

std::string lower_case(std::string text) {
    for (char& character : text)
        if (character >= 'A' && character <= 'Z') character = static_cast<char>(character - 'A' + 'a');
    return text;
}

Names::Names(const model::Policy& policy) : space(Scope().take(identifier(policy.name))) {
    Scope source(source_names());
    name_facts(policy, *this);
    // The enumerations are visible where the functions stand.
    for (const std::string& type : types)
        if (!type.empty()) static_cast<void>(source.take(type));
    name_values(policy, *this, source);
    name_clauses(policy, *this, source);
    name_sections(policy, *this, source);
    name_approvals(policy, *this, source);
}

}  // namespace pol::emission

namespace pol {

bool is_namespace(std::string_view text) {
    for (;;) {
        const std::size_t end = text.find("::");
        const std::string name(text.substr(0, end));
        if (name.empty() || emission::identifier(name) != name || emission::Scope().take(name) != name) return false;
        if (end == std::string_view::npos) return true;
        text = text.substr(end + 2);
    }
}

}  // namespace pol
