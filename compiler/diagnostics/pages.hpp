#pragma once

#include "compiler/diagnostics/catalogue.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace pol {

/// Lines of an example and where they stand: at a place of the shared example policy, such as `criteria`, or, as
/// commands, at the `terminal`.
struct PageExample {
    std::string place;
    std::string lines;
};

/// What there is to say of a finding: what it means, an example that has it, what polc says of that (without the
/// place), how to mend it, and the example mended.
struct FindingPage {
    std::string meaning;
    std::vector<PageExample> bad;
    std::string says;
    std::string mending;
    std::vector<PageExample> mended;
};

/// Reads a file of `pages/`: paragraphs, and after `== bad: PLACE`, `== says`, `== mend` and `== mended: PLACE` the
/// rest.
[[nodiscard]] FindingPage read_page(std::string_view text);

/// The page of a code; an empty one if nobody has written it.
[[nodiscard]] FindingPage page_of(const CatalogueEntry& entry);

/// A file under `pages/`, as it is built in.
struct PageFile {
    std::string_view name;
    std::string_view text;
};
/// The example policy in which the examples stand, with its older text and its printed document. A comment names each
/// place; below it are the lines that an example at that place takes the place of.
[[nodiscard]] const std::vector<PageFile>& example_frame();

}  // namespace pol
