#include "compiler/driver/colour.hpp"

#include <unistd.h>

#include <cstdlib>
#include <string_view>

namespace pol {
namespace {

std::string_view environment(const char* name) {
    const char* value = std::getenv(name);
    return value == nullptr ? std::string_view{} : std::string_view{value};
}

bool is_coloured_by_itself(int stream) {
    if (!environment("NO_COLOR").empty()) return false;
    const std::string_view forced = environment("CLICOLOR_FORCE");
    if (!forced.empty() && forced != "0") return true;
    return ::isatty(stream) != 0 && environment("TERM") != "dumb";
}

}  // namespace

bool is_coloured(Colour colour, int stream) {
    switch (colour) {
        case Colour::always:
            return true;
        case Colour::never:
            return false;
        case Colour::automatic:
            return is_coloured_by_itself(stream);
    }
    return false;
}

}  // namespace pol
