#include "compiler/parse/slips.hpp"

#include "compiler/diagnostics/suggest.hpp"
#include "compiler/parse/hints.hpp"
#include "compiler/parse/lines.hpp"
#include "compiler/parse/parse.hpp"
#include "compiler/parse/vocabulary.hpp"

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <string>
#include <utility>

namespace pol::parse_detail {
namespace {

using grammar::Slip;

std::string quoted(std::string_view words) { return "`" + std::string(words) + "`"; }

/// The words that open a group or block, as an author would name it: `any of`, `section MMC`, `scenario "adult"`.
std::string opening_words(std::string_view text, std::uint32_t at) {
    std::string words;
    for (int count = 0; count < 2 || (count == 2 && words == "lines of"); ++count) {
        const std::string_view word = word_at(text, at);
        words += (words.empty() || word.empty() ? "" : " ") + std::string(word);
        at = skip_blanks(text, at + static_cast<std::uint32_t>(word.size()));
    }
    return quoted(words);
}

Finding missing(const Encounter& met, FindingCode at_word, FindingCode at_end, const std::string& hint_at_end) {
    const std::string expected = std::string("expected ") + met.expected;
    if (met.line_ends) return {at_end, met.span, expected + ", but the line ends", hint_at_end, {}};
    return {at_word, met.span, expected + ", not " + quoted(met.word), hint_for_word(met), {}};
}

Finding bad_box(const Encounter& met) {
    return {FindingCode::bad_box, met.span, "a box is `[x]` or `[ ]`", "write the name of the line behind it", {}};
}

Finding bad_line(const Encounter& met) {
    if (looks_like_nested_label(met.word)) {
        return {FindingCode::bad_label,
                met.span,
                quoted(met.word) + " is no label",
                "labels below an item stand in a block of the item, such as `because` or `renewal requires all of`",
                {}};
    }
    if (met.word.starts_with("[")) return bad_box(met);
    if (looks_like_condition(met)) {
        const std::string& compared = met.words[1];
        const std::string other = hint_for_bare_condition(met);
        return {FindingCode::expected_condition,
                met.span,
                "the condition on " + quoted(met.word) + " is not written as one",
                is_sign_of_comparison(compared) ? hint_for_sign(compared)
                : !other.empty()                ? other
                                                : "a condition is a fact, `is` and a value, such as `diagnosis is als`",
                {}};
    }
    return {FindingCode::unknown_statement,
            met.span,
            "no line can begin with " + quoted(met.word) + " here",
            hint_for_line(met),
            {}};
}

Finding line_goes_on(const Encounter& met) {
    const bool is_behind_box = !met.words.empty() && met.words.front().starts_with("[");
    if (is_behind_box && met.word.starts_with("[")) return bad_box(met);
    return {FindingCode::unexpected_word,
            met.span,
            quoted(met.word) + " cannot stand here; the line is complete",
            hint_behind_statement(met),
            {}};
}

Finding unclosed_text(const Slipped& slipped, const Source& source) {
    const std::uint32_t end = line_end(source.text, slipped.at);
    std::uint32_t begin = line_begin(source.text, slipped.at);
    while (begin < end) {
        const std::string_view word = word_at(source.text, begin);
        if (!word.empty() && word.front() == '"' && begin + word.size() >= end) break;
        begin = skip_blanks(source.text, begin + std::max<std::uint32_t>(1, static_cast<std::uint32_t>(word.size())));
    }
    return {FindingCode::unclosed_text,
            {source.file, begin, end},
            "a text is not closed on its line",
            "close it with `\"`; a text cannot go on in the next line",
            {}};
}

Finding left_open(const Slipped& slipped, const Encounter& met, const Source& source) {
    assert(slipped.opened);
    const std::uint32_t opening = *slipped.opened;
    const std::string what = opening_words(source.text, opening);
    Finding finding{FindingCode::left_open, met.span, {}, "close it with `end` on a line of its own", {}};
    finding.message = met.text_ends ? what + " is still open at the end of the file"
                                    : what + " is still open where " + opening_words(source.text, met.at) + " begins";
    const std::uint32_t end = std::max(opening + 1, line_end(source.text, opening));
    finding.labels.push_back({{source.file, opening, end}, "opened here"});
    return finding;
}

Finding beside_if(const Encounter& met, const std::string& hint_for_joined) {
    if (met.word == "if") {
        return {FindingCode::needs_a_group, met.span, "`if` cannot stand beside `and` or `or`", hint_for_joined, {}};
    }
    const std::string second_value = hint_for_second_value(met);
    return {FindingCode::needs_a_group,
            met.span,
            quoted(met.word) + " cannot stand on a line with `if`" + (met.word == "unless" ? "" : " and `then`"),
            second_value.empty() ? "give what belongs together a name with `define`" : second_value,
            {}};
}

Finding beside_count(const Encounter& met) {
    const bool joins = met.word == "and" || met.word == "or" || met.word == "unless";
    return {FindingCode::needs_a_group,
            met.span,
            joins ? quoted(met.word) + " cannot stand behind a count of entries"
                  : std::string("a count of entries cannot stand beside `and`, `or` or `unless`"),
            met.word == "unless" ? "write a group, one condition a line, or give the count a name with `define`"
                                 : "put the count and what is asked of its entries in parentheses, or write a group",
            {}};
}

Finding not_together(const Encounter& met, Slip slip) {
    const std::string second_value = hint_for_second_value(met);
    const std::string hint =
        !second_value.empty() ? second_value : "write a group: `all of` or `any of`, one condition a line, then `end`";
    const std::string about_number = slip == Slip::group_on_line ? hint_for_number_in_words(met) : std::string();
    if (!about_number.empty()) {
        return {
            FindingCode::unexpected_word, met.span, "the number of a count is not written in digits", about_number, {}};
    }
    if (slip == Slip::and_with_or) {
        return {FindingCode::mixed_and_or,
                met.span,
                "`and` and `or` cannot stand side by side",
                "say in parentheses what belongs together, as in `a is yes or (b is yes and c is no)`, or " + hint,
                {}};
    }
    if (slip == Slip::if_on_line) return beside_if(met, hint);
    if (slip == Slip::group_on_line) {
        return {FindingCode::needs_a_group, met.span, "a group cannot stand beside `and` or `or`", hint, {}};
    }
    if (slip == Slip::count_on_line) return beside_count(met);
    const bool joins = met.word == "and" || met.word == "or";
    const std::string message = joins
                                    ? quoted(met.word) + " cannot stand on a line with `attested`, `unless` or a group"
                                    : quoted(met.word) + " cannot stand here, on a line with `and`, `or` or `unless`";
    return {FindingCode::needs_a_group, met.span, message, hint, {}};
}

Finding both_in_cell(const Encounter& met) {
    return {FindingCode::mixed_and_or,
            met.span,
            "`and` and `or` cannot stand in one cell",
            "give what belongs together a name with `define`, or a row of its own",
            {}};
}

Finding outside(const Encounter& met, Slip slip) {
    if (slip == Slip::declaration && met.text_ends) {
        return {FindingCode::unknown_file_kind,
                met.span,
                "the file declares nothing",
                "a file begins with `policy`, `plan` or `facts`",
                {}};
    }
    if (slip == Slip::declaration) {
        return {FindingCode::unknown_file_kind,
                met.span,
                "a file begins with `policy`, `plan` or `facts`, not with " + quoted(met.word),
                hint_for_line(met),
                {}};
    }
    if (met.word == "end") {
        return {FindingCode::outside_block,
                met.span,
                "this `end` closes nothing",
                "remove it, or look for an `end` too many above",
                {}};
    }
    if (met.word == "policy" || met.word == "plan" || met.word == "facts") {
        return {FindingCode::outside_block,
                met.span,
                "a file declares one policy, plan or set of facts",
                "put this one into a file of its own",
                {}};
    }
    const std::string hint =
        slip == Slip::file_end ? "nothing can follow the last `end` of a plan or of facts" : hint_outside(met);
    return {FindingCode::outside_block, met.span, quoted(met.word) + " stands outside any block", hint, {}};
}

Encounter encounter(const Slipped& slipped, const Source& source) {
    Encounter met;
    const std::string_view text = source.text;
    met.at = skip_blanks(text, std::min(slipped.at, static_cast<std::uint32_t>(text.size())));
    met.word = std::string(word_at(text, met.at));
    met.expected = slipped.expected.what == nullptr ? "" : slipped.expected.what;
    met.text_ends = met.at >= text.size();
    met.line_ends = met.word.empty();
    met.behind_quote = met.at > 0 && text[met.at - 1] == '"';
    met.words = words_of_line(text, met.at);
    met.place = words_of_line(text.substr(0, met.at), met.at).size();
    // A line that ends too early is shown behind its last word.
    std::uint32_t begin = met.at;
    if (met.line_ends) {
        while (begin > 0 && (text[begin - 1] == ' ' || text[begin - 1] == '\t')) --begin;
    }
    const auto length = static_cast<std::uint32_t>(std::max<std::size_t>(1, met.word.size()));
    met.span = {source.file, begin, std::min(begin + length, static_cast<std::uint32_t>(text.size()))};
    return met;
}

Finding too_deep(const Encounter& met) {
    return {FindingCode::nested_too_deeply,
            met.span,
            "groups stand more than " + std::to_string(max_nesting) + " deep inside one another",
            "give the inner ones a label or a fact of their own",
            {}};
}

Finding unknown_escape(const Encounter& met) {
    return {FindingCode::unknown_escape,
            met.span,
            "`\\` in a text stands before `\"` or `\\` only",
            "write `\\\\` for the sign itself",
            {}};
}

}  // namespace

Finding finding_of(const Slipped& slipped, const Source& source) {
    const Encounter met = encounter(slipped, source);
    if (slipped.too_deep) return too_deep(met);
    switch (slipped.expected.slip) {
        case Slip::word:
            return missing(met, FindingCode::unexpected_word, FindingCode::incomplete_line, hint_at_line_end(met));
        case Slip::condition:
            return missing(met, FindingCode::expected_condition, FindingCode::expected_condition,
                           "a line goes on in the next one only after `,`, `and` or `or`");
        case Slip::statement:
            return bad_line(met);
        case Slip::line_end:
            return line_goes_on(met);
        case Slip::quote:
            return unclosed_text(slipped, source);
        case Slip::escape:
            return unknown_escape(met);
        case Slip::group_end:
        case Slip::block_end:
            return left_open(slipped, met, source);
        case Slip::and_with_or:
        case Slip::with_attested:
        case Slip::group_on_line:
        case Slip::count_on_line:
        case Slip::if_on_line:
            return not_together(met, slipped.expected.slip);
        case Slip::and_or_in_cell:
            return both_in_cell(met);
        case Slip::outside:
        case Slip::declaration:
        case Slip::file_end:
            return outside(met, slipped.expected.slip);
    }
    assert(false);
    return {};
}

}  // namespace pol::parse_detail
