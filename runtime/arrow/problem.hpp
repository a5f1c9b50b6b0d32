#pragma once

#include <string>

namespace pol::arrow {

/// Keeps what a call says until the next one in the same thread; null where it says nothing.
[[nodiscard]] const char* kept(std::string problem);

/// Runs what may run out of memory; nothing is thrown across the C interface.
template <class Call>
[[nodiscard]] const char* problem_of(const Call& call) noexcept {
    try {
        return kept(call());
    } catch (...) {
        return "there is not enough memory";
    }
}

}  // namespace pol::arrow
