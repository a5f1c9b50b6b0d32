#pragma once

#include "compiler/coverage/change.hpp"

namespace pol::coverage {

/// The changes of one part of a policy each, in the order of that part.
void change_text_and_boxes(Changer& changer);
void change_determinations(Changer& changer);
void change_requirements(Changer& changer);
void change_sections(Changer& changer);
void change_approvals(Changer& changer);
void change_definitions(Changer& changer);
void change_surroundings(Changer& changer);

/// Serves a line of business by a section, and the section's determinations with it.
void serve_line(model::Policy& policy, std::size_t line, std::size_t section);

}  // namespace pol::coverage
