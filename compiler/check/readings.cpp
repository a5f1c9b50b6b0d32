#include "compiler/check/readings.hpp"

#include "compiler/check/passes.hpp"

#include <fmt/format.h>

namespace pol::checking {

void check_readings(const Context& context) {
    each_reading(context.policy, [&](const ast::Reading& reading, const std::string&) {
        if (!reading.decided)
            context.sink.add(FindingCode::open_reading, reading.text.span, "this reading is open",
                             "once it is decided, write `decided by \"…\" on DATE` instead of `open`");
        else if (reading.decided->by.text.empty())
            context.sink.add(FindingCode::reading_by_nobody, reading.decided->by.span,
                             "this reading is decided by nobody", "name who decided it");
    });
}

}  // namespace pol::checking
