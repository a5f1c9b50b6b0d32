#include "compiler/analyze/notations.hpp"

#include "compiler/analyze/value_words.hpp"
#include "compiler/codes/codes.hpp"

#include <fmt/format.h>

#include <set>
#include <variant>

namespace pol::analysis {

namespace {

std::set<std::int64_t> codes_beside(CodeSystem system, const std::vector<Number>& limits) {
    std::set<std::int64_t> numbers;
    const auto add = [&](std::optional<std::int64_t> number) {
        if (number) numbers.insert(*number);
    };
    for (const Number& limit : limits) {
        const auto number = static_cast<std::int64_t>(limit.numerator / limit.denominator);
        add(codes::at_or_before(system, number - 1));
        add(codes::at_or_before(system, number));
        add(codes::at_or_after(system, number));
        add(codes::at_or_after(system, number + 1));
    }
    if (numbers.empty()) add(codes::at_or_after(system, 0));
    return numbers;
}

/// A code fact against one number.
struct CodeBound {
    model::FactIndex fact = 0;
    std::int64_t number = 0;
};

std::optional<CodeBound> code_bound(const model::Policy& policy, const model::Condition& condition,
                                    model::NumberOperator comparison) {
    const auto* test = std::get_if<model::NumberTest>(&condition.form);
    if (test == nullptr || test->comparison != comparison) return std::nullopt;
    const auto* read = std::get_if<model::NumberOfFact>(&test->left.form);
    const auto* limit = std::get_if<model::Constant>(&test->right.form);
    if (read == nullptr || limit == nullptr || !is_code(policy.facts[read->fact].notation)) return std::nullopt;
    return CodeBound{read->fact, limit->value.numerator};
}

}  // namespace

std::vector<std::int64_t> telling_values(const model::Fact& fact, const std::vector<Number>& limits) {
    std::set<std::int64_t> numbers;
    if (is_code(fact.notation)) numbers = codes_beside(system_of(fact.notation), limits);
    if (!is_code(fact.notation))
        for (std::int64_t place = fact.least.digits; place <= fact.most.digits; ++place) numbers.insert(place);
    return {numbers.begin(), numbers.end()};
}

Notation notation_of(const model::Fact& fact) {
    if (fact.type == FactType::one_of) return Notation::name;
    return fact.type == FactType::yes_no ? Notation::yes_no : fact.notation;
}

std::string words_for_number(const model::Fact& fact, Decimal number) {
    switch (notation_of(fact)) {
        case Notation::amount:
            return words_for_amount(number, fact.unit);
        case Notation::name:
            return fact.values[static_cast<std::size_t>(number.digits)].name;
        case Notation::yes_no:
            return number.digits == 0 ? "no" : "yes";
        case Notation::hcpcs:
        case Notation::cpt:
        case Notation::icd10cm:
        case Notation::ndc:
            break;
    }
    return codes::written(system_of(fact.notation), number.digits).value_or(words_for_amount(number, fact.unit));
}

std::optional<std::string> words_for_range(const model::Policy& policy, const std::vector<model::Condition>& tests) {
    if (tests.size() != 2) return std::nullopt;
    const std::optional<CodeBound> first = code_bound(policy, tests.front(), model::NumberOperator::is_at_least);
    const std::optional<CodeBound> last = code_bound(policy, tests.back(), model::NumberOperator::is_at_most);
    if (!first || !last || first->fact != last->fact) return std::nullopt;
    const CodeSystem system = system_of(policy.facts[first->fact].notation);
    const std::optional<std::string> range = codes::written(system, codes::Range{first->number, last->number});
    if (!range) return std::nullopt;
    return fmt::format("{} is {}", short_name(policy, first->fact), *range);
}

}  // namespace pol::analysis
