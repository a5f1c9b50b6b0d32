#pragma once

namespace pol::grammar {

/// What kind of slip it is when something that must follow does not. Decides which finding is made.
enum class Slip {
    word,            // some word or sign is missing
    condition,       // a condition is missing
    statement,       // a line begins with nothing that can stand there
    line_end,        // a line goes on where it must end
    quote,           // a text is not closed on its line
    escape,          // a backslash before another sign than `"` and `\`
    group_end,       // a group of conditions or items lacks its `end`
    block_end,       // a block lacks its `end`
    and_with_or,     // `and` and `or` mixed on one line
    with_attested,   // `attested` or `unless` beside `and` or `or`
    group_on_line,   // a group beside `and` or `or`
    count_on_line,   // a count of entries beside `and`, `or` or `unless`
    if_on_line,      // `and`, `or` or `unless` on a line with `if`
    and_or_in_cell,  // `and` and `or` mixed in one cell of a table
    outside,         // a line outside any block
    declaration,     // a file that begins with no plan, facts or policy
    file_end,        // something behind the end of a plan or facts file
};

/// A slip and what was expected instead, in an author's words.
struct Expected {
    Slip slip = Slip::word;
    const char* what = nullptr;
};

}  // namespace pol::grammar
