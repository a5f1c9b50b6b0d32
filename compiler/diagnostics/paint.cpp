#include "compiler/diagnostics/paint.hpp"

namespace pol {
namespace {

/// The sequence that begins a paint, as every terminal of the last decades reads it.
std::string_view sequence(Paint paint) {
    switch (paint) {
        case Paint::bold:
            return "\033[1m";
        case Paint::red:
            return "\033[1;31m";
        case Paint::green:
            return "\033[1;32m";
        case Paint::yellow:
            return "\033[1;33m";
        case Paint::magenta:
            return "\033[1;35m";
        case Paint::cyan:
            return "\033[1;36m";
    }
    return {};
}

}  // namespace

std::string painted(std::string_view words, Paint paint, bool colour) {
    if (!colour) return std::string(words);
    return std::string(sequence(paint)) + std::string(words) + "\033[0m";
}

}  // namespace pol
