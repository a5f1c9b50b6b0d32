#include "compiler/check/passes.hpp"
#include "compiler/check/uses.hpp"
#include "compiler/check/walk.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <unordered_map>

namespace pol::checking {
namespace {

/// What a definition reads is asked for, and written into C++, once for each time it is named.
constexpr std::size_t most_readings = 2000;

}  // namespace

void check_reading_counts(const Context& context) {
    std::unordered_map<std::string, std::size_t> readings;
    for (const ast::Define* term : blocks_of<ast::Define>(context.policy)) {
        std::size_t count = 0;
        each_name(context.symbols, *term, [&](const ast::Name& name) {
            const auto defined = readings.find(name.text);
            count += defined == readings.end() ? 1 : defined->second;
        });
        if (count > most_readings)
            return context.sink.add(
                FindingCode::too_large, term->name.span,
                fmt::format("`{}` comes to more than {} readings of facts", term->name.text, most_readings),
                "a definition that names another one twice reads all its facts twice");
        readings.emplace(term->name.text, std::max<std::size_t>(count, 1));
    }
}

}  // namespace pol::checking
