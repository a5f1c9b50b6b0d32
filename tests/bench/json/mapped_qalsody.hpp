#pragma once

#include <qalsody.hpp>
#include <simdjson.h>

#include <string_view>

namespace hand {

/// Reads requests for Qalsody as a person maps them with simdjson's on-demand interface: field by field, each known by
/// its name, into the typed request. Wrong types and unknown names are errors, but which is not told; repeated keys are
/// not noticed, and `evidence` must come before the facts.
class QalsodyReader {
public:
    [[nodiscard]] bool read(simdjson::padded_string_view line, plan::qalsody::Request& request);
    [[nodiscard]] std::string_view id() const { return id_; }

private:
    simdjson::ondemand::parser parser_;
    std::string_view id_;
};

}  // namespace hand
