// The bounds that prove values exact hold for values as they are computed, whatever a request says.

#include "compiler/check/sizes.hpp"

#include "pol/number.hpp"

#include <doctest/doctest.h>

#include <map>
#include <optional>
#include <random>
#include <string>
#include <utility>

using namespace pol;
using namespace pol::checking;

namespace {

struct Known {
    std::int64_t least;
    std::int64_t most;
    const char* unit;
    Number factor;
};
const std::map<std::string, Known> facts = {
    {"weight", {0, 400, "kg", number(1)}},           {"height", {0, 250, "cm", number(1, 100)}},
    {"salt", {0, 5000, "mg", number(1, 1'000'000)}}, {"visits", {0, 31, nullptr, number(1)}},
    {"height_sds", {-900, 10, nullptr, number(1)}},
};

ast::Program program() {
    ast::FactsBlock block;
    block.source.text = "provider";
    for (const auto& [name, fact] : facts) {
        ast::NumberType type;
        if (fact.unit != nullptr) type.unit = ast::Name{fact.unit, {}};
        type.between = ast::NumberType::Bounds{{fact.least, 0, {}}, {fact.most, 0, {}}};
        ast::FactDeclaration declaration;
        declaration.name.text = name;
        declaration.type = type;
        block.facts.push_back(declaration);
    }
    ast::Program made;
    made.policy.declared = ast::Policy{};
    made.facts.push_back({ast::FactsFile{block}, {}, 0});
    return made;
}

/// Random values as written, and the facts of a random request.
class Samples {
public:
    explicit Samples(std::uint32_t seed) : random_(seed) {}

    ast::Expression make(int depth) {
        if (depth == 0) return draw(2) == 0 ? literal() : named();
        switch (draw(4)) {
            case 0:
                return {ast::Extreme{draw(2) == 0, {make(depth - 1), make(depth - 1)}}, {}};
            case 1:
                return {ast::RoundedValue{static_cast<ast::RoundingWord>(draw(3)), step(), {make(depth - 1)}}, {}};
            default:
                return {ast::Arithmetic{static_cast<ast::Operation>(draw(4)), {make(depth - 1), make(depth - 1)}}, {}};
        }
    }

    std::map<std::string, Number> request() {
        std::map<std::string, Number> given;
        for (const auto& [name, fact] : facts) {
            const int places = draw(7);
            const std::int64_t digits = draw_wide(fact.least * power_of_ten(places), fact.most * power_of_ten(places));
            given[name] = number(digits, power_of_ten(places)) * fact.factor;
        }
        return given;
    }

private:
    int draw(int below) { return static_cast<int>(random_() % static_cast<std::uint32_t>(below)); }
    std::int64_t draw_wide(std::int64_t least, std::int64_t most) {
        return std::uniform_int_distribution<std::int64_t>(least, most)(random_);
    }
    ast::Quantity step() { return {{draw_wide(1, 51), 2, {}}, std::nullopt, {}}; }
    ast::Expression literal() {
        return {ast::Quantity{{draw_wide(-1'000'000, 1'000'000), draw(7), {}}, std::nullopt, {}}, {}};
    }
    ast::Expression named() {
        const auto fact = std::next(facts.begin(), draw(static_cast<int>(facts.size())));
        return {ast::NamedValue{{fact->first, {}}}, {}};
    }

    std::mt19937 random_;
};

/// A value as the runtime computes it; nothing where a divisor comes to 0.
class Evaluation {
public:
    explicit Evaluation(std::map<std::string, Number> given) : given_(std::move(given)) {}

    std::optional<Number> value(const ast::Expression& expression) const {
        return std::visit([&](const auto& written) { return form(written); }, expression.form);
    }

private:
    std::optional<Number> form(const ast::Quantity& quantity) const {
        return number(quantity.amount.digits, power_of_ten(quantity.amount.places));
    }
    std::optional<Number> form(const ast::NamedValue& named) const { return given_.at(named.name.text); }
    std::optional<Number> form(const ast::Arithmetic& arithmetic) const {
        const auto left = value(arithmetic.operands.front());
        const auto right = value(arithmetic.operands.back());
        if (!left || !right) return std::nullopt;
        switch (arithmetic.operation) {
            case ast::Operation::plus:
                return *left + *right;
            case ast::Operation::minus:
                return *left - *right;
            case ast::Operation::times:
                return *left * *right;
            case ast::Operation::divided_by:
                return is_zero(*right) ? std::nullopt : std::optional(*left / *right);
        }
        return std::nullopt;
    }
    std::optional<Number> form(const ast::Extreme& extreme) const {
        const auto left = value(extreme.operands.front());
        const auto right = value(extreme.operands.back());
        if (!left || !right) return std::nullopt;
        return extreme.lesser ? lesser(*left, *right) : greater(*left, *right);
    }
    std::optional<Number> form(const ast::RoundedValue& written) const {
        const auto operand = value(written.operand.front());
        if (!operand) return std::nullopt;
        return rounded(*operand, static_cast<Rounding>(written.word), *form(written.step));
    }
    // not among the samples
    std::optional<Number> form(const ast::MeasuredValue&) const { return std::nullopt; }
    std::optional<Number> form(const ast::Elapsed&) const { return std::nullopt; }
    std::optional<Number> form(const ast::Aggregate&) const { return std::nullopt; }
    std::optional<Number> form(const ast::ChosenEntry&) const { return std::nullopt; }
    std::optional<Number> form(const ast::Parenthesized&) const { return std::nullopt; }
    std::optional<Number> form(const ast::DayOperand&) const { return std::nullopt; }

    std::map<std::string, Number> given_;
};

long double as_float(WideInteger value) { return static_cast<long double>(detail::magnitude(value)); }

}  // namespace

TEST_CASE("no value computed is larger than its bounds") {
    const ast::Program made = program();
    const ast::Plan plan;
    Sink sink;
    const Context context{made, ast::policy_of(made), plan, Symbols(made), Ledger(ast::policy_of(made)), sink};
    Sizes sizes(context);
    int proved = 0;
    int refused = 0;
    for (std::uint32_t seed = 1; seed <= 20'000; ++seed) {
        CAPTURE(seed);
        Samples samples(seed);
        const ast::Expression written = samples.make(1 + static_cast<int>(seed % 4));
        const std::optional<Size> size = sizes.size(written);
        if (!size) ++refused;
        const std::optional<Number> value = size ? Evaluation(samples.request()).value(written) : std::nullopt;
        if (!value) continue;
        ++proved;
        REQUIRE(as_float(value->numerator) <= size->numerator);
        REQUIRE(as_float(value->denominator) <= size->denominator);
        REQUIRE(as_float(value->numerator) / as_float(value->denominator) <= size->value * (1 + 1e-12L));
    }
    CHECK(proved > 5'000);
    CHECK(refused > 100);
}

TEST_CASE("sums of many decimals stay provable, products of many do not") {
    const ast::Program made = program();
    const ast::Plan plan;
    Sink sink;
    const Context context{made, ast::policy_of(made), plan, Symbols(made), Ledger(ast::policy_of(made)), sink};
    Sizes sizes(context);
    const ast::Expression visits{ast::NamedValue{{"visits", {}}}, {}};
    ast::Expression sum = visits;
    ast::Expression product = visits;
    for (int i = 0; i < 40; ++i) {
        sum = {ast::Arithmetic{ast::Operation::plus, {sum, visits}}, {}};
        product = {ast::Arithmetic{ast::Operation::times, {product, visits}}, {}};
    }
    CHECK(sizes.size(sum).has_value());
    CHECK_FALSE(sizes.size(product).has_value());
    CHECK_FALSE(
        Sizes(context).size(ast::Expression{ast::Arithmetic{ast::Operation::divided_by, {visits, product}}, {}}));
}
