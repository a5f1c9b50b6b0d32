#include "runtime/json/output.hpp"

#include "pol/date_text.hpp"
#include "runtime/json/decimal_text.hpp"

namespace pol::json {

namespace {

void append_escaped(std::string& output, char byte) {
    constexpr std::string_view digits = "0123456789abcdef";
    const auto code = static_cast<unsigned char>(byte);
    switch (byte) {
        case '"':
            output += "\\\"";
            return;
        case '\\':
            output += "\\\\";
            return;
        case '\b':
            output += "\\b";
            return;
        case '\f':
            output += "\\f";
            return;
        case '\n':
            output += "\\n";
            return;
        case '\r':
            output += "\\r";
            return;
        case '\t':
            output += "\\t";
            return;
        default:
            break;
    }
    output += "\\u00";
    output += digits[code >> 4U];
    output += digits[code & 0xfU];
}

[[nodiscard]] bool stands_for_itself(char byte) {
    const auto code = static_cast<unsigned char>(byte);
    return code >= 0x20 && code != 0x7f && byte != '"' && byte != '\\';
}

}  // namespace

void append_quoted(std::string& output, std::string_view text) {
    output += '"';
    std::size_t plain = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (stands_for_itself(text[i])) continue;
        output.append(text, plain, i - plain);
        append_escaped(output, text[i]);
        plain = i + 1;
    }
    output.append(text, plain);
    output += '"';
}

void JsonOutput::key(std::string_view name) {
    separate();
    text_ += '"';
    text_ += name;
    text_ += "\":";
    needs_comma_ = false;
}

void JsonOutput::string(std::string_view text) {
    separate();
    append_quoted(text_, text);
    needs_comma_ = true;
}

void JsonOutput::date(Date date) {
    separate();
    text_ += '"';
    append_iso(text_, date);
    text_ += '"';
    needs_comma_ = true;
}

void JsonOutput::decimal(Decimal decimal, std::int32_t factor) {
    separate();
    append_decimal(text_, decimal, factor);
    needs_comma_ = true;
}

void JsonOutput::json(std::string_view text) {
    separate();
    text_ += text;
    needs_comma_ = true;
}

void JsonOutput::field(std::string_view name, std::string_view text) {
    key(name);
    string(text);
}

void JsonOutput::open(char bracket) {
    separate();
    text_ += bracket;
    needs_comma_ = false;
}

void JsonOutput::close(char bracket) {
    text_ += bracket;
    needs_comma_ = true;
}

}  // namespace pol::json
