#include "compiler/parse/text_scan.hpp"

#include "compiler/source/characters.hpp"

#include <array>
#include <optional>
#include <string>

namespace pol::parse_detail {
namespace {

std::string code_point(std::uint32_t number) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string text = "U+";
    for (int shift = number > 0xFFFF ? 20 : 12; shift >= 0; shift -= 4) text += digits[(number >> shift) & 0xFU];
    return text;
}

/// Tabs and line ends apart; a carriage return only before a line feed, which the caller knows.
bool is_control(std::uint32_t number) {
    return (number < 0x20 && number != '\t' && number != '\n') || (number >= 0x7F && number < 0xA0);
}

/// By byte: signs of ASCII that are printed, but for those that texts and comments begin or end with.
constexpr std::array<bool, 256> plain_signs = [] {
    std::array<bool, 256> plain{};
    for (std::size_t sign = ' '; sign <= '~'; ++sign) plain[sign] = sign != '"' && sign != '#' && sign != '\\';
    return plain;
}();

/// Characters that show a text in another order than it is read in.
bool reorders_text(std::uint32_t number) {
    return (number >= 0x202A && number <= 0x202E) || (number >= 0x2066 && number <= 0x2069) || number == 0x200E ||
           number == 0x200F;
}

std::string hint_for_sign(std::uint32_t number) {
    switch (number) {
        case 0x201C:
        case 0x201D:
        case 0x201E:
        case 0x00AB:
        case 0x00BB:
            return "texts stand in straight quotation marks: `\"`";
        case 0x00A0:
        case 0x2007:
        case 0x202F:
            return "this looks like a blank but is none; type a blank";
        case 0x2010:
        case 0x2011:
        case 0x2013:
        case 0x2014:
        case 0x2212:
            return "type the plain `-`; a range is written with `to`";
        case 0x2022:
        case 0x00B7:
            return "a paragraph without a number begins with `*`";
        case 0x2264:
        case 0x2265:
            return "write `is at least` or `is at most`";
        default:
            return "other signs may stand in texts and comments only";
    }
}

class Scan {
public:
    Scan(std::string_view text, std::uint32_t file) : text_(text), file_(file) {}

    ScannedText run() {
        if (text_.starts_with("\xEF\xBB\xBF")) at_ = 3;
        while (at_ < text_.size()) {
            pass_plain_signs();
            if (at_ < text_.size()) step();
        }
        if (comment_begin_) end_comment();
        return std::move(scanned_);
    }

private:
    void pass_plain_signs();
    void step();
    void end_line();
    void end_comment();
    void follow_quotes(char sign);
    void look_at(const Character& character);
    void report(FindingCode code, std::size_t length, std::string message, std::string hint);
    [[nodiscard]] bool in_words() const { return !in_text_ && !comment_begin_; }

    std::string_view text_;
    std::uint32_t file_;
    ScannedText scanned_;
    std::size_t at_ = 0;
    bool in_text_ = false;
    bool words_before_ = false;
    bool line_reported_ = false;
    std::optional<std::size_t> comment_begin_;
};

/// Nearly all signs open and close nothing, and are what they look like.
void Scan::pass_plain_signs() {
    std::size_t end = at_;
    bool has_words = false;
    for (; end < text_.size() && plain_signs[static_cast<unsigned char>(text_[end])]; ++end)
        has_words |= text_[end] != ' ';
    if (!comment_begin_) words_before_ |= has_words;
    at_ = end;
}

void Scan::step() {
    const Character character = first_character(text_.substr(at_));
    if (character.code_point == '\n') {
        end_line();
    } else if (character.code_point == '\r' && text_.substr(at_, 2) == "\r\n") {
        if (comment_begin_) end_comment();
    } else {
        look_at(character);
        if (character.bytes == 1 && character.valid && !comment_begin_) follow_quotes(text_[at_]);
    }
    at_ += character.bytes;
}

void Scan::end_line() {
    if (comment_begin_) end_comment();
    in_text_ = false;
    words_before_ = false;
    line_reported_ = false;
}

void Scan::end_comment() {
    const std::size_t begin = *comment_begin_;
    comment_begin_.reset();
    std::string comment(text_.substr(begin, at_ - begin));
    while (!comment.empty() && (comment.back() == ' ' || comment.back() == '\t')) comment.pop_back();
    const auto end = static_cast<std::uint32_t>(begin + comment.size());
    scanned_.comments.push_back({std::move(comment), !words_before_, {file_, static_cast<std::uint32_t>(begin), end}});
}

/// Follows texts and comments as the grammar reads them: a text that is not closed goes to the end of its line.
void Scan::follow_quotes(char sign) {
    if (in_text_ && sign == '\\' && at_ + 1 < text_.size() && (text_[at_ + 1] == '"' || text_[at_ + 1] == '\\')) {
        ++at_;
    } else if (sign == '"') {
        in_text_ = !in_text_;
        words_before_ = true;
    } else if (sign == '#' && !in_text_) {
        comment_begin_ = at_;
    } else if (sign != ' ' && sign != '\t') {
        words_before_ = true;
    }
}

void Scan::look_at(const Character& character) {
    if (!character.valid) {
        report(FindingCode::not_utf8, 1, "the file holds bytes that are no text in UTF-8", "save the file as UTF-8");
    } else if (is_control(character.code_point)) {
        report(FindingCode::control_character, character.bytes,
               "the control character " + code_point(character.code_point) + " cannot stand in a file", "remove it");
    } else if (reorders_text(character.code_point)) {
        report(FindingCode::control_character, character.bytes,
               "the invisible character " + code_point(character.code_point) + " changes the order a line is shown in",
               "remove it");
    } else if (character.code_point >= 0x80 && in_words()) {
        report(FindingCode::foreign_sign, character.bytes,
               "the sign `" + std::string(text_.substr(at_, character.bytes)) + "` (" +
                   code_point(character.code_point) + ") belongs to no word of the language",
               hint_for_sign(character.code_point));
    }
}

void Scan::report(FindingCode code, std::size_t length, std::string message, std::string hint) {
    if (line_reported_) return;
    line_reported_ = true;
    const auto begin = static_cast<std::uint32_t>(at_);
    scanned_.findings.push_back(
        {code, {file_, begin, static_cast<std::uint32_t>(at_ + length)}, std::move(message), std::move(hint), {}});
}

}  // namespace

ScannedText scan_text(std::string_view text, std::uint32_t file) { return Scan(text, file).run(); }

}  // namespace pol::parse_detail
