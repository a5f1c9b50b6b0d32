#include "compiler/coverage/changes.hpp"

#include "compiler/coverage/parts.hpp"

namespace pol::coverage {

void for_each_change(model::Policy& policy, const Visit& visit) {
    Changer changer(policy, visit);
    change_text_and_boxes(changer);
    change_definitions(changer);
    change_determinations(changer);
    change_requirements(changer);
    change_sections(changer);
    change_approvals(changer);
    change_surroundings(changer);
}

}  // namespace pol::coverage
