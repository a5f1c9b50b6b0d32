// The codes of a system stand among the numbers with gaps between them: not every row of symbols is a code.

#include "compiler/codes/codes.hpp"
#include "pol/notation.hpp"

#include <algorithm>
#include <vector>

namespace pol::codes {
namespace {

/// The symbols, by their place in the order of codes, that can stand at one place of a code.
struct Symbols {
    int least = 0;
    int most = 0;
};
constexpr Symbols digits{1, 10};
constexpr Symbols letters{11, 36};
constexpr Symbols letters_of_hcpcs{11, 32};
constexpr Symbols digits_and_letters{1, 36};
/// A blank, too; behind a blank nothing else.
constexpr Symbols tail{0, 36};

std::vector<Symbols> places_of(CodeSystem system) {
    if (system == CodeSystem::hcpcs) return {letters_of_hcpcs, digits, digits, digits, digits};
    if (system == CodeSystem::cpt) return {digits, digits, digits, digits, digits};
    return {letters, digits, digits_and_letters, tail, tail, tail, tail};
}

/// Looks for a code place by place, from the first: as the number has it for as long as a code can, then as near to it
/// as a code can be.
class Search {
public:
    Search(CodeSystem system, std::int64_t number, bool before) : places_(places_of(system)), before_(before) {
        symbols_.resize(places_.size());
        for (std::size_t at = places_.size(); at > 0; --at) {
            symbols_[at - 1] = static_cast<int>(number % static_cast<std::int64_t>(detail::code_base));
            number /= static_cast<std::int64_t>(detail::code_base);
        }
    }

    [[nodiscard]] std::optional<std::int64_t> run() {
        std::vector<int> found;
        if (!fill(found, true)) return std::nullopt;
        std::int64_t number = 0;
        for (const int symbol : found) number = number * static_cast<std::int64_t>(detail::code_base) + symbol;
        return number;
    }

private:
    /// `is_equal`: all places so far are those of the number.
    bool fill(std::vector<int>& found, bool is_equal) const {
        const std::size_t at = found.size();
        if (at == places_.size()) return true;
        const bool is_blank = at > 0 && places_[at].least == 0 && found.back() == 0;
        const Symbols allowed = is_blank ? Symbols{0, 0} : places_[at];
        const int wanted = is_equal ? symbols_[at] : (before_ ? allowed.most : allowed.least);
        const int step = before_ ? -1 : 1;
        const int nearest = before_ ? std::min(wanted, allowed.most) : std::max(wanted, allowed.least);
        for (int symbol = nearest; symbol >= allowed.least && symbol <= allowed.most; symbol += step) {
            found.push_back(symbol);
            if (fill(found, is_equal && symbol == symbols_[at])) return true;
            found.pop_back();
        }
        return false;
    }

    std::vector<Symbols> places_;
    std::vector<int> symbols_;
    bool before_;
};

std::optional<std::int64_t> nearest(CodeSystem system, std::int64_t number, bool before) {
    if (number < 0 || number > last_number(system).digits) return std::nullopt;
    if (system == CodeSystem::ndc) return number;
    return Search(system, number, before).run();
}

}  // namespace

std::optional<std::int64_t> at_or_before(CodeSystem system, std::int64_t number) {
    return nearest(system, number, true);
}
std::optional<std::int64_t> at_or_after(CodeSystem system, std::int64_t number) {
    return nearest(system, number, false);
}

}  // namespace pol::codes
