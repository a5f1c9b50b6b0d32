#include "compiler/driver/coloured_decision.hpp"

#include "compiler/diagnostics/paint.hpp"

#include <algorithm>

namespace pol {
namespace {

Paint paint_of(Outcome outcome) {
    if (is_denial(outcome)) return Paint::red;
    switch (outcome) {
        case Outcome::approved:
            return Paint::green;
        case Outcome::review:
        case Outcome::needs_information:
            return Paint::yellow;
        case Outcome::criteria_not_met:
        case Outcome::not_medically_necessary:
        case Outcome::investigational:
        case Outcome::excluded:
        case Outcome::does_not_apply:
        case Outcome::refer:
            return Paint::cyan;
    }
    return Paint::bold;
}

}  // namespace

std::string coloured_decision(std::string_view text, Outcome outcome) {
    std::string coloured;
    bool behind_blank_line = false;
    while (!text.empty()) {
        const std::string_view line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(line.size() + 1, text.size()));
        if (coloured.empty())
            coloured += painted(line, paint_of(outcome), true);
        else
            coloured += painted(line, Paint::bold, behind_blank_line);
        coloured += '\n';
        behind_blank_line = line.empty();
    }
    return coloured;
}

}  // namespace pol
