#pragma once

#include "pol/date.hpp"
#include "pol/decimal.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace pol::json {

/// `text` as a JSON string with its quotes: the one place where text of any origin becomes JSON.
void append_quoted(std::string& output, std::string_view text);

/// Appends compact JSON to a text. Callers open and close in pairs and give a key before every value in an object.
class JsonOutput {
public:
    explicit JsonOutput(std::string& text) : text_(text) {}

    void open_object() { open('{'); }
    void close_object() { close('}'); }
    void open_array() { open('['); }
    void close_array() { close(']'); }
    /// A name that needs no escapes.
    void key(std::string_view name);
    void string(std::string_view text);
    void date(Date date);
    /// `factor` times the decimal.
    void decimal(Decimal decimal, std::int32_t factor = 1);
    /// Any value, or members of an object, that are JSON already.
    void json(std::string_view text);
    void boolean(bool value) { json(value ? "true" : "false"); }

    void field(std::string_view name, std::string_view text);

private:
    void separate() {
        if (needs_comma_) text_ += ',';
    }
    void open(char bracket);
    void close(char bracket);

    std::string& text_;
    bool needs_comma_ = false;
};

}  // namespace pol::json
