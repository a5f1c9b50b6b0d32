#pragma once

#include "pol/record.hpp"

#include <string>
#include <string_view>

namespace pol::json {

/// `text` as a JSON string with its quotes: the one place where text of any origin becomes JSON.
void append_quoted(std::string& output, std::string_view text);

/// `factor` times the decimal, exactly, without trailing zeros: `800`, `7.5`.
[[nodiscard]] std::string to_text(Decimal decimal, std::int32_t factor);

/// Writes compact JSON. Callers open and close in pairs and give a key before every value in an object.
class JsonOutput {
public:
    void open_object() { open('{'); }
    void close_object() { close('}'); }
    void open_array() { open('['); }
    void close_array() { close(']'); }
    void key(std::string_view name);
    void string(std::string_view text);
    /// A number or word that is JSON already.
    void literal(std::string_view text);
    void boolean(bool value) { literal(value ? "true" : "false"); }

    void field(std::string_view name, std::string_view text);

    [[nodiscard]] std::string take() { return std::move(text_); }

private:
    void separate();
    void open(char bracket);
    void close(char bracket);

    std::string text_;
    bool needs_comma_ = false;
};

}  // namespace pol::json
