#include "pol/json/words.hpp"

#include <cassert>

namespace pol::json {

std::string_view word(ClauseState state, ClauseKind kind) {
    const bool is_requirement = kind == ClauseKind::requirement;
    switch (state) {
        case ClauseState::not_for_this_member:
            return "not for this member";
        case ClauseState::not_reached:
            return "not reached";
        case ClauseState::unknown:
            return "unknown";
        case ClauseState::no:
            return is_requirement ? "not met" : "does not hold";
        case ClauseState::yes:
            return is_requirement ? "met" : "holds";
    }
    assert(false);
    return {};
}

}  // namespace pol::json
