#include "compiler/check/measures.hpp"

#include <fmt/format.h>

namespace pol::checking {
namespace {

/// The words of a unit as it is written, powers apart: `cm2` is `cm` twice.
void add_words(std::map<std::string, int>& words, std::string_view written, int sign) {
    for (bool divided = false; !written.empty(); divided = true) {
        const std::size_t end = written.find('/');
        std::string word(written.substr(0, end));
        int power = divided ? -sign : sign;
        const std::optional<units::Unit> unit = units::unit_of(word);
        if (unit && unit->dimension.powers.size() == 1 && unit->dimension.powers.begin()->second == 2) {
            word.pop_back();
            power *= 2;
        }
        if (!word.empty() && word != "%") words[word] += power;
        written.remove_prefix(end == std::string_view::npos ? written.size() : end + 1);
    }
}

Measure joined(const Measure& left, const Measure& right, int sign) {
    Measure both = left;
    for (const auto& [word, power] : right.written) {
        const int sum = both.written[word] += sign * power;
        if (sum == 0) both.written.erase(word);
    }
    both.dimension = sign > 0 ? left.dimension * right.dimension : left.dimension / right.dimension;
    return both;
}

/// Whether an amount without a dimension is as many as its bare number says: `unit/units`, but not `mg/kg`.
bool is_bare(const Measure& measure) {
    long double factor = 1;
    for (const auto& [word, power] : measure.written) {
        const std::optional<units::Unit> below = units::unit_of("/" + word);
        if (!below) continue;
        const auto part =
            static_cast<long double>(below->factor.denominator) / static_cast<long double>(below->factor.numerator);
        for (int i = 0; i < power; ++i) factor *= part;
        for (int i = 0; i > power; --i) factor /= part;
    }
    return factor > 1 - 1e-12L && factor < 1 + 1e-12L;
}

std::string text_of(const std::map<std::string, int>& words) {
    std::string above;
    std::string below;
    const auto power_text = [](const std::string& word, int power) {
        return power == 1 ? word : word + std::to_string(power);
    };
    for (const auto& [word, power] : words) {
        if (power > 0) above += (above.empty() ? "" : "*") + power_text(word, power);
        if (power < 0) below += "/" + power_text(word, -power);
    }
    return above + below;
}

}  // namespace

Measure operator*(const Measure& left, const Measure& right) { return joined(left, right, 1); }
Measure operator/(const Measure& left, const Measure& right) { return joined(left, right, -1); }

std::optional<Measure> measure_of(const std::optional<ast::Name>& unit) {
    if (!unit) return Measure{};
    const std::optional<units::Unit> known = units::unit_of(unit->text);
    if (!known) return std::nullopt;
    Measure measure{known->dimension, {}};
    add_words(measure.written, unit->text, 1);
    return measure;
}

bool is_time(const Measure& measure) {
    return measure.dimension == units::days() || measure.dimension == units::months();
}

bool fit_together(const Measure& left, const Measure& right) {
    if (!(left.dimension == right.dimension)) return false;
    return !left.dimension.is_none() || is_bare(left) == is_bare(right);
}

std::string measure_words(const Measure& measure) {
    if (measure.written.empty()) return "has no unit";
    return fmt::format("is in `{}`", text_of(measure.written));
}

}  // namespace pol::checking
