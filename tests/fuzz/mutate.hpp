#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace pol::test {

/// Spoils texts in the ways authors, editors and transfers do. The same seed gives the same texts everywhere: only
/// the engine is used, as the distributions of the standard library differ between libraries.
class Mutator {
public:
    explicit Mutator(std::uint32_t seed) : engine_(seed) {}

    /// One to three changes: lines cut, doubled, exchanged; words misspelt; an `end` more or less; random bytes.
    [[nodiscard]] std::string mutate(std::string text);
    /// One change that leaves words whole, so that much of it can still be read: a line dropped, doubled or moved, a
    /// word exchanged for another of the text, a number changed, the text cut at a line.
    [[nodiscard]] std::string respell(const std::string& text);
    /// A number below `bound`, which is not 0.
    [[nodiscard]] std::size_t below(std::size_t bound) { return engine_() % bound; }

private:
    void change(std::string& text);
    void exchange_word(std::string& line, const std::string& other);
    void change_number(std::string& line);
    void change_lines(std::vector<std::string>& lines);
    void displace_line(std::vector<std::string>& lines, std::size_t at);
    void misspell(std::string& text);
    void random_bytes(std::string& text);

    std::mt19937 engine_;
};

[[nodiscard]] std::vector<std::string> split_lines(std::string_view text);
[[nodiscard]] std::string join_lines(const std::vector<std::string>& lines);

}  // namespace pol::test
