#pragma once

#include "tests/bench/measure.hpp"
#include "tests/bench/thread_time.hpp"

#include <algorithm>
#include <cstddef>

namespace bench {

/// The best time a row of what decides so many at once, in nanoseconds of this thread.
template <class Run>
[[nodiscard]] double best_time_a_row(const Scale& scale, std::size_t rows, const Run& run) {
    const std::size_t times = std::max<std::size_t>(1, scale.many / rows / 4);
    double best = 1e30;
    for (int i = 0; i < scale.repetitions; ++i) {
        const double start = thread_nanoseconds();
        for (std::size_t n = 0; n < times; ++n) run();
        best = std::min(best, (thread_nanoseconds() - start) / static_cast<double>(times * rows));
    }
    return best;
}

}  // namespace bench
