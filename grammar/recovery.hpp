#pragma once

// Where a block ends, and how reading goes on behind a line that cannot be read.
//
// `recovered<R>` reads R; where something that must follow does not, the finding has been made, R has no part in the
// tree, and reading goes on with `broken_lines`. By itself that rule passes over one line; the reader in compiler/parse
// replaces its match to pass on to the next line that can begin something, over a nested block as a whole.
//
// Every list of lines stops at `end`, at the end of the file, and before a line that can only open a block of the file:
// a block that lacks its `end` is found there and not at the end of the file. A list inside a block names what else can
// only stand behind it.

#include "grammar/lexical.hpp"

namespace pol::grammar {

// clang-format off
struct broken_lines   : sor<eol, seq<any, until<sor<eol, eof>>>> {};
template <class Rule> struct recovered : sor<try_catch<Rule>, seq<not_at<eof>, broken_lines>> {};

struct end_word       : word<"end"> {};
struct applies_to     : words<"applies", "to"> {};
struct line_of_words  : at<next_line> {};
struct block_opening  : sor<
    seq<word<"policy">, plus<blank>, plain_name, plus<blank>, one<'"'>>,
    seq<word<"plan">, plus<blank>, plain_name, plus<blank>, one<'"'>>,
    seq<word<"drug">, plus<blank>, plain_name, plus<blank>, one<'"'>>,
    seq<word<"gate">, gap, one<'"'>>,
    applies_to,
    seq<word<"section">, plus<blank>, block_id>,
    seq<word<"guidelines">, plus<blank>, block_id>,
    seq<word<"history">, line_of_words>,
    seq<word<"scenario">, gap, one<'"'>>,
    seq<words<"check", "never">>,
    seq<word<"accepted">, plus<blank>, not_at<word<"is">>, finding_code, plus<blank>, word<"at">>,
    seq<word<"define">, plus<blank>, not_at<reserved>, plain_name, gap, sor<one<'"', '='>, word<"means">>>> {};
struct block_stop     : sor<end_word, eof, block_opening> {};
struct block_end      : whole<end_word> {};
template <class Line, class... Behind> struct lines_of : star<not_at<sor<block_stop, Behind...>>, recovered<Line>> {};
template <class Word, class Opening, class Line> struct block_of : seq<at<Word>, recovered<Opening>, lines_of<Line>,
    must<block_end>, must<line_close>> {};
// clang-format on

}  // namespace pol::grammar
