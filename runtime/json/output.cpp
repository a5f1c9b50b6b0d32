#include "runtime/json/output.hpp"

#include <algorithm>

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

/// Decimal digits of `factor` times the digits in `number`, both without sign; schoolbook, so nothing overflows.
[[nodiscard]] std::string multiply(std::string number, std::uint32_t factor) {
    std::uint64_t carry = 0;
    for (auto digit = number.rbegin(); digit != number.rend(); ++digit) {
        carry += static_cast<std::uint64_t>(*digit - '0') * factor;
        *digit = static_cast<char>('0' + carry % 10);
        carry /= 10;
    }
    if (carry != 0) number.insert(0, std::to_string(carry));
    const std::size_t leading = std::min(number.find_first_not_of('0'), number.size() - 1);
    return number.substr(leading);
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

std::string to_text(Decimal decimal, std::int32_t factor) {
    std::string digits = std::to_string(decimal.digits);
    const bool negative = (decimal.digits < 0) != (factor < 0);
    if (digits.front() == '-') digits.erase(0, 1);
    const std::uint32_t size =
        factor < 0 ? 0U - static_cast<std::uint32_t>(factor) : static_cast<std::uint32_t>(factor);
    digits = multiply(digits, size);
    if (digits.size() <= decimal.places) digits.insert(0, decimal.places + 1U - digits.size(), '0');
    if (decimal.places > 0) {
        digits.insert(digits.size() - decimal.places, 1, '.');
        digits.erase(digits.find_last_not_of('0') + 1);
        if (digits.back() == '.') digits.pop_back();
    }
    return negative && digits != "0" ? '-' + digits : digits;
}

void JsonOutput::key(std::string_view name) {
    separate();
    append_quoted(text_, name);
    text_ += ':';
    needs_comma_ = false;
}

void JsonOutput::string(std::string_view text) {
    separate();
    append_quoted(text_, text);
    needs_comma_ = true;
}

void JsonOutput::literal(std::string_view text) {
    separate();
    text_ += text;
    needs_comma_ = true;
}

void JsonOutput::field(std::string_view name, std::string_view text) {
    key(name);
    string(text);
}

void JsonOutput::separate() {
    if (needs_comma_) text_ += ',';
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
