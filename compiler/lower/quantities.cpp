#include "compiler/lower/quantities.hpp"

#include "compiler/lower/dates.hpp"
#include "compiler/lower/fraction.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

namespace pol::lowering {

namespace {

using Amount = std::optional<Fraction>;

Amount amount_of(const ast::Decimal& decimal) { return Fraction::from(to_decimal(decimal)); }

Amount times(Amount left, Amount right) { return left && right ? Fraction::product(*left, *right) : std::nullopt; }

Amount divided(Amount left, Amount right) { return left && right ? Fraction::quotient(*left, *right) : std::nullopt; }

/// A dose in one package's equality: how much of `unit` it is, as `100 mg in 15 mL` gives mL for mg and back.
Amount converted(const ast::Dose& dose, const ast::PackageCode& package, const std::string& unit) {
    const Amount amount = amount_of(dose.amount);
    if (dose.unit.text == unit) return amount;
    if (!package.amount || !package.unit || !package.volume || !package.volume_unit) return std::nullopt;
    const Amount content = amount_of(*package.amount);
    const Amount volume = amount_of(*package.volume);
    if (dose.unit.text == package.unit->text && unit == package.volume_unit->text)
        return divided(times(amount, volume), content);
    if (dose.unit.text == package.volume_unit->text && unit == package.unit->text)
        return divided(times(amount, content), volume);
    return std::nullopt;
}

class Dosing {
public:
    Dosing(const ast::Dose& dose, const std::vector<const ast::Drug*>& drugs, Date text_from) : dose_(dose) {
        for (const ast::Drug* drug : drugs)
            for (const auto& code : drug->codes) add(code, text_from);
    }

    std::vector<model::QuantityPerDose> quantities() {
        for (const ast::BillingCode* code : billing_codes_) billing_units(*code);
        for (const std::string& unit : clinical_units()) put(agreed(unit), unit, "", "");
        for (const ast::PackageCode* code : packages_) packages(*code);
        return std::move(quantities_);
    }

private:
    void add(const std::variant<ast::BillingCode, ast::PackageCode>& code, Date text_from) {
        const bool ended = std::visit(
            [&](const auto& each) { return each.through && to_range(*each.through).last < text_from; }, code);
        if (ended) return;
        if (const auto* billing = std::get_if<ast::BillingCode>(&code)) billing_codes_.push_back(billing);
        if (const auto* package = std::get_if<ast::PackageCode>(&code)) packages_.push_back(package);
    }

    /// The unit of the dose first, then those its packages declare.
    std::vector<std::string> clinical_units() const {
        std::vector<std::string> units{dose_.unit.text};
        const auto add_unit = [&units](const std::optional<ast::Name>& unit) {
            if (unit && std::find(units.begin(), units.end(), unit->text) == units.end()) units.push_back(unit->text);
        };
        for (const ast::PackageCode* package : packages_) {
            add_unit(package->unit);
            add_unit(package->volume_unit);
        }
        return units;
    }

    /// What the dose is in a unit, if every package that relates the two gives the same.
    Amount agreed(const std::string& unit) const {
        if (unit == dose_.unit.text) return amount_of(dose_.amount);
        Amount common;
        for (const ast::PackageCode* package : packages_) {
            const Amount amount = converted(dose_, *package, unit);
            if (!amount) continue;
            if (common && *common != *amount) return std::nullopt;
            common = amount;
        }
        return common;
    }

    void billing_units(const ast::BillingCode& code) {
        if (!code.amount || !code.unit) return;
        put(divided(agreed(code.unit->text), amount_of(*code.amount)), "unit", code.system.text, code.code.text);
    }

    void packages(const ast::PackageCode& code) {
        if (!code.amount || !code.unit || !code.package) return;
        const Amount content = converted(dose_, code, code.unit->text);
        put(divided(content, amount_of(*code.amount)), code.package->text, "ndc", code.code.text);
    }

    void put(Amount amount, std::string unit, std::string system, std::string code) {
        const auto decimal = amount ? amount->to_decimal() : std::nullopt;
        if (decimal) quantities_.push_back({*decimal, std::move(unit), std::move(system), std::move(code)});
    }

    const ast::Dose& dose_;
    std::vector<const ast::BillingCode*> billing_codes_;
    std::vector<const ast::PackageCode*> packages_;
    std::vector<model::QuantityPerDose> quantities_;
};

}  // namespace

std::vector<model::QuantityPerDose> quantities_per_dose(const ast::Dose& dose,
                                                        const std::vector<const ast::Drug*>& drugs, Date text_from) {
    return Dosing(dose, drugs, text_from).quantities();
}

Decimal to_decimal(const ast::Decimal& decimal) {
    return normalized({.digits = decimal.digits, .places = static_cast<std::uint8_t>(decimal.places)});
}

}  // namespace pol::lowering
