#pragma once

// The smallest parts of the language: line ends, comments, texts, numbers, dates, names, labels, references.
//
// Whitespace. Line ends matter. A statement ends with its line and goes on only after `,`, `and`, `or`, the sign of a
// computation, `=` and `means`; there, and only there, stands `more`. Between the words of a line stands `gap`: blanks
// and tabs, perhaps none. Indentation carries no meaning, blank lines and comments may stand between any two lines.
//
// A rule owns its inner padding and never its outer: it begins at its first sign and ends behind its last. `next_line`
// closes a line and moves to the first sign of the next line that is not empty.
//
// A word is the whole word: `for` does not begin `format`. What must follow once a line has begun stands in `must<>`
// and has a rule of its own, named for what an author would call it; expectations.hpp says what each of them expects.
// Such rules are `whole`: where one does not match, reading stands at its first sign, so a finding points at the right
// word.
//
// See docs/grammar.md, "Words and lines".

#include <tao/pegtl.hpp>

#include <algorithm>
#include <cstddef>
#include <utility>

namespace pol::grammar {

using namespace tao::pegtl;

/// The letters of a word, so that a rule can be written as `word<"from">`.
template <std::size_t Size>
struct Letters {
    char at[Size] = {};
    consteval Letters(const char (&word)[Size]) { std::copy_n(word, Size, at); }
};
template <Letters Word, class Indices>
struct spelt;
/// A `keyword`, but compared letter by letter: nearly all words that are tried differ in their first.
template <Letters Word, std::size_t... Indices>
struct spelt<Word, std::index_sequence<Indices...>> : keyword<Word.at[Indices]...> {
    static constexpr std::size_t size = sizeof...(Indices);

    [[nodiscard]] static bool is_at(const char* text) { return ((text[Indices] == Word.at[Indices]) && ...); }
    template <class Input>
    [[nodiscard]] static bool match(Input& in) {
        if (in.size(size) < size || !is_at(in.current())) return false;
        if (in.size(size + 1) > size && identifier_other::test(in.current()[size])) return false;
        in.bump_in_this_line(size);
        return true;
    }
};
/// One of many words, as `sor` of them, but their length is compared first.
template <class... Words>
struct word_of : sor<Words...> {
    template <class Input>
    [[nodiscard]] static bool match(Input& in) {
        const char* const text = in.current();
        std::size_t size = 0;
        while (size < in.size(size + 1) && identifier_other::test(text[size])) ++size;
        if (!((size == Words::size && Words::is_at(text)) || ...)) return false;
        in.bump_in_this_line(size);
        return true;
    }
};

// clang-format off
template <Letters Word> struct word : spelt<Word, std::make_index_sequence<sizeof(Word.at) - 1>> {};
template <Letters First, Letters... Others> struct words : seq<word<First>, seq<plus<blank>, word<Others>>...> {};
template <class... Rules> struct whole : sor<seq<Rules...>, failure> {};

// Lines
struct gap          : star<blank> {};
struct comment      : seq<one<'#'>, until<at<eolf>>> {};
struct trailing     : seq<gap, opt<comment>> {};
struct blank_line   : seq<trailing, eol> {};
struct next_line    : seq<trailing, sor<eof, seq<eol, star<blank_line>, sor<seq<trailing, eof>, gap>>>> {};
struct first_line   : seq<opt<utf8::bom>, star<blank_line>, sor<seq<trailing, eof>, gap>> {};
struct more         : seq<gap, opt<trailing, eol, star<blank_line>, gap>> {};
struct line_close   : whole<next_line> {};
template <class Rule> struct others : star<gap, one<','>, more, must<Rule>> {};

// Texts
struct escape_sign  : one<'"', '\\'> {};
struct text_sign    : sor<seq<one<'\\'>, must<escape_sign>>, seq<not_at<sor<one<'"'>, eolf>>, any>> {};
struct closing_quote : one<'"'> {};
struct text         : seq<one<'"'>, star<text_sign>, must<closing_quote>> {};
struct a_text       : whole<text> {};

// Numbers and dates
struct number       : seq<plus<digit>, not_at<identifier_other>> {};
struct decimal_shape : seq<plus<digit>, opt<one<'.'>, plus<digit>>, not_at<identifier_other>> {};
struct decimal      : seq<decimal_shape> {};
struct date_end     : not_at<sor<identifier_other, one<'-'>>> {};
struct date         : seq<rep<4, digit>, one<'-'>, rep<2, digit>, one<'-'>, rep<2, digit>, date_end> {};
struct month_date   : seq<rep<4, digit>, one<'-'>, rep<2, digit>, date_end> {};
struct year_date    : seq<rep<4, digit>, date_end> {};
struct day_unit     : sor<word<"days">, word<"day">> {};
struct week_unit    : sor<word<"weeks">, word<"week">> {};
struct month_unit   : sor<word<"months">, word<"month">> {};
struct year_unit    : sor<word<"years">, word<"year">> {};
struct a_time_unit  : whole<sor<day_unit, week_unit, month_unit, year_unit>> {};
struct duration     : seq<number, gap, must<a_time_unit>> {};
struct a_number     : whole<number> {};
struct an_amount    : whole<decimal> {};
struct a_date       : whole<date> {};
struct a_month      : whole<sor<date, month_date>> {};
struct a_duration   : whole<duration> {};

// Words that no declared name can be: those that can begin a line where a name can, and those of conditions. `none` is
// one only before `of`, as many values are called so.
struct reserved_condition : sor<words<"none", "of">, word_of<
    word<"age">, word<"all">, word<"and">, word<"any">,
    word<"at">, word<"attested">, word<"end">, word<"if">,
    word<"is">, word<"no">, word<"not">,
    word<"or">, word<"then">, word<"unless">, word<"yes">>> {};
struct reserved_statement : word_of<
    word<"approve">, word<"because">, word<"criteria">, word<"does">,
    word<"evidence">, word<"exception">, word<"excluded">, word<"for">,
    word<"investigational">, word<"items">, word<"loading">, word<"maintenance">,
    word<"note">, word<"otherwise">, word<"printed">, word<"reading">,
    word<"refer">, word<"review">, word<"see">> {};
struct reserved_declaration : word_of<
    word<"ask">, word<"by">, word<"every">, word<"except">,
    word<"expect">, word<"failing">, word<"from">, word<"icd10cm">,
    word<"implies">, word<"like">, word<"members">, word<"met">,
    word<"possible">> {};
struct reserved : sor<reserved_condition, reserved_statement, reserved_declaration> {};

// Names
struct plain_name   : seq<lower, star<sor<lower, digit, one<'_'>>>, not_at<sor<identifier_other, one<'-'>>>> {};
struct name         : seq<not_at<reserved>, plain_name> {};
struct a_name       : whole<name> {};
struct name_list    : seq<name, others<a_name>> {};
struct names        : whole<name_list> {};
struct yes_value    : word<"yes"> {};
struct no_value     : word<"no"> {};
struct block_id     : seq<upper, star<sor<upper, digit>>, not_at<identifier_other>> {};
struct a_block_id   : whole<block_id> {};
struct code         : seq<alnum, star<sor<alnum, one<'-'>, seq<one<'.'>, at<alnum>>>>, not_at<identifier_other>> {};
struct a_code       : whole<code> {};
// What findings are called: `renewal-denied`
struct finding_code : seq<lower, star<sor<lower, digit, one<'-'>>>, not_at<identifier_other>> {};
struct a_finding_code : whole<finding_code> {};
struct to_word      : word<"to"> {};

// Codes as values: `C50.911`, `C50.*`, `J1745 to J1748`, `64406-0109-01`. Five digits alone may be an amount as well,
// unless the first is a zero.
struct five_digits  : seq<rep<5, digit>, not_at<sor<identifier_other, one<'-', '.'>>>> {};
struct zero_code    : seq<at<one<'0'>>, five_digits> {};
struct lone_digits  : seq<not_at<zero_code>, five_digits, not_at<plus<blank>, to_word>> {};
struct package_shape : seq<rep_min_max<4, 6, digit>, one<'-'>, sor<one<'*'>, seq<rep_min_max<3, 4, digit>, one<'-'>, digit>>> {};
struct code_opening : sor<seq<upper, digit>, package_shape, five_digits> {};
struct code_sign    : sor<alnum, one<'-', '*'>, seq<one<'.'>, at<sor<alnum, one<'*'>>>>> {};
struct code_pattern : seq<alnum, star<code_sign>, not_at<identifier_other>> {};
struct a_code_pattern : whole<code_pattern> {};
struct codes        : seq<at<code_opening>, code_pattern, opt<plus<blank>, to_word, gap, must<a_code_pattern>>> {};

// Values of facts
struct value        : sor<yes_value, no_value, name, codes> {};
struct a_value      : whole<value> {};

// Units: `mg`, `%`, `g/dL`, `kg/m2`, `/mcL`. Behind `/` digits may come first.
struct unit_word    : seq<alpha, star<alnum>> {};
struct unit_under   : seq<one<'/'>, star<digit>, unit_word> {};
struct unit_shape   : seq<sor<one<'%'>, seq<unit_word, star<unit_under>>, plus<unit_under>>,
    not_at<sor<identifier_other, seq<one<'/'>, alnum>>>> {};
struct unit         : seq<unit_shape> {};
struct a_unit       : whole<unit> {};

// Labels: letters and digits, perhaps with `-` inside, at most twelve signs, with `.` or `)`; or `*`. Two numbers with
// `-` between them are no label: that is how some write a range.
struct number_range : seq<plus<digit>, one<'-'>, plus<digit>, not_at<sor<identifier_other, one<'-'>>>> {};
struct label_sign   : sor<alnum, seq<one<'-'>, at<alnum>>> {};
struct closing_sign   : one<'.', ')'> {};
struct numbered     : seq<not_at<number_range>, alnum, rep_max<11, label_sign>, closing_sign> {};
struct label        : seq<sor<numbered, one<'*'>>, at<sor<blank, eolf, one<'"', '#'>>>> {};

// References: `MMC.9.b`, `MCR.*1`, `ESA.SPA-A`, `APPLIES.medical`, `GATE`; inside a block of its own `9.b` or `*1`.
struct path_words   : seq<plus<identifier_other>, star<one<'-'>, plus<identifier_other>>> {};
struct path_part    : seq<opt<one<'*'>>, sor<seq<not_at<number_range>, path_words>, plus<digit>>> {};
struct path         : seq<path_part, star<one<'.'>, path_part>> {};
struct item_reference : seq<block_id, opt<one<'.'>, path>> {};
struct local_reference : seq<path> {};
struct an_item      : whole<item_reference> {};
struct a_local_item : whole<local_reference> {};
struct item_range   : seq<item_reference, opt<gap, to_word, gap, must<an_item>>> {};
struct an_item_range : whole<item_range> {};
struct local_range  : seq<local_reference, opt<gap, to_word, gap, must<a_local_item>>> {};
// clang-format on

}  // namespace pol::grammar
