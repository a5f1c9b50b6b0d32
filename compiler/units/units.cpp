#include "compiler/units/units.hpp"

#include "compiler/units/table.hpp"

#include <numeric>

namespace pol::units {
namespace {

bool is_letter(char sign) { return (sign >= 'a' && sign <= 'z') || (sign >= 'A' && sign <= 'Z'); }
bool is_digit(char sign) { return sign >= '0' && sign <= '9'; }

std::optional<Factor> product(const Factor& left, const Factor& right) {
    const std::int64_t up = std::gcd(left.numerator, right.denominator);
    const std::int64_t down = std::gcd(right.numerator, left.denominator);
    const auto times = [](std::int64_t a, std::int64_t b) { return a > largest_part / b ? 0 : a * b; };
    const Factor factor{times(left.numerator / up, right.numerator / down),
                        times(left.denominator / down, right.denominator / up)};
    if (factor.numerator == 0 || factor.denominator == 0) return std::nullopt;
    return factor;
}
Factor inverse(const Factor& factor) { return {factor.denominator, factor.numerator}; }

Dimension joined(const Dimension& left, const Dimension& right, int sign) {
    Dimension both = left;
    for (const auto& [name, power] : right.powers) {
        const int sum = both.powers[name] += sign * power;
        if (sum == 0) both.powers.erase(name);
    }
    return both;
}

/// Goes on with another part of a unit, multiplied or divided by it; false if that does not fit.
bool join(Unit& whole, const Unit& part, bool divided) {
    const std::optional<Factor> factor = product(whole.factor, divided ? inverse(part.factor) : part.factor);
    if (!factor) return false;
    whole.factor = *factor;
    whole.dimension = joined(whole.dimension, part.dimension, divided ? -1 : 1);
    return true;
}

/// Takes the digits at the beginning off; 1 if there are none, 0 if they are no factor.
std::int64_t leading_number(std::string_view& text) {
    if (text.empty() || !is_digit(text.front())) return 1;
    std::int64_t value = 0;
    for (; !text.empty() && is_digit(text.front()); text.remove_prefix(1)) {
        value = value * 10 + (text.front() - '0');
        if (value > largest_part) return 0;
    }
    return value;
}

/// `mL`, `m2`, `vg`, `%`.
std::optional<Unit> word_of(std::string_view word) {
    if (const std::optional<Unit> known = table_entry(word)) return known;
    if (word.empty() || !is_letter(word.front())) return std::nullopt;
    for (const char sign : word)
        if (!is_letter(sign) && !is_digit(sign)) return std::nullopt;
    return Unit{{{{std::string(word), 1}}}, {}};
}

/// A word between two `/`, behind the first with a number before it: `g/100mL`.
std::optional<Unit> part_of(std::string_view part, bool divided) {
    Unit unit;
    if (divided) unit.factor.numerator = leading_number(part);
    const std::optional<Unit> word = word_of(part);
    if (unit.factor.numerator == 0 || !word || !join(unit, *word, false)) return std::nullopt;
    return unit;
}

std::string power_text(const std::string& name, int power) { return power == 1 ? name : name + std::to_string(power); }

}  // namespace

Dimension operator*(const Dimension& left, const Dimension& right) { return joined(left, right, 1); }
Dimension operator/(const Dimension& left, const Dimension& right) { return joined(left, right, -1); }

Dimension days() { return {{{"days", 1}}}; }
Dimension months() { return {{{"months", 1}}}; }

std::string base_unit(const Dimension& dimension) {
    std::string above;
    std::string below;
    for (const auto& [name, power] : dimension.powers) {
        if (power > 0) above += (above.empty() ? "" : "*") + power_text(name, power);
        if (power < 0) below += "/" + power_text(name, -power);
    }
    return above + below;
}

std::optional<Unit> unit_of(std::string_view written) {
    if (written.empty()) return std::nullopt;
    Unit whole;
    bool divided = written.front() == '/';
    if (divided) written.remove_prefix(1);
    for (;;) {
        const std::size_t end = written.find('/');
        const std::optional<Unit> part = part_of(written.substr(0, end), divided);
        if (!part || !join(whole, *part, divided)) return std::nullopt;
        if (end == std::string_view::npos) return whole;
        written.remove_prefix(end + 1);
        divided = true;
    }
}

std::optional<Factor> conversion(const Unit& from, const Unit& to) {
    if (!(from.dimension == to.dimension)) return std::nullopt;
    return product(from.factor, inverse(to.factor));
}

}  // namespace pol::units
