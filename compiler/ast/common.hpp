#pragma once

#include "compiler/source/span.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace pol::ast {

/// A word as written: a declared name or one of the language's own words used as a value (`yes`, `medical`). Where a
/// value stands it may be a code, or all that a pattern or a range holds: `C50.911`, `C50.*`, `C16.0 to C16.9`.
struct Name {
    std::string text;
    Span span;
};

/// A quoted text, without its quotes and with escapes resolved.
struct Text {
    std::string text;
    Span span;
};

struct Number {
    std::int64_t value = 0;
    Span span;
};

/// A decimal as written: `digits` / 10^`places`.
struct Decimal {
    std::int64_t digits = 0;
    int places = 0;
    Span span;
};

/// A date as written, whole or only to the month or year (then the missing parts are 0). Not checked to exist.
struct Date {
    int year = 0;
    int month = 0;
    int day = 0;
    Span span;
};

/// `6 months`, `14 days`: an amount with the unit as written, singular or plural.
enum class TimeUnit { days, weeks, months, years };
struct Duration {
    Number amount;
    TimeUnit unit = TimeUnit::days;
    Span span;
};

/// `MMC.9.b`, `G.4`, `MMC.*1`, `APPLIES.medical`; `GATE` and `TEXT` have no path. Inside its own section `items` and
/// `reading` leave the section out, then `section` is empty. `path` holds the labels: digits, letter, roman number or
/// `*n`.
struct ItemReference {
    std::string section;
    std::vector<std::string> path;
    Span span;
};

/// `MMC.1 to MMC.5` or a single item (then `last` is absent).
struct ItemRange {
    ItemReference first;
    std::optional<ItemReference> last;
    Span span;
};

/// A comment, with its `#`. `own_line` is false for one that ends a line of other words.
struct Comment {
    std::string text;
    bool own_line = true;
    Span span;
};

}  // namespace pol::ast
