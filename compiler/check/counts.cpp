#include "compiler/check/counts.hpp"

#include <fmt/format.h>

namespace pol::checking {

void check_count(const ast::Number& count, std::int64_t size, Sink& sink) {
    if (count.value >= 1 && count.value <= size) return;
    sink.add(FindingCode::impossible_count, count.span,
             count.value < 1 ? fmt::format("at least {} is always so", count.value)
                             : fmt::format("at least {} of {} is never possible", count.value, size),
             size == 1 ? "write 1, or add to the group" : fmt::format("write a number from 1 to {}", size));
}

}  // namespace pol::checking
