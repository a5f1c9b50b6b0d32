#include "compiler/verify/stems.hpp"

#include "compiler/verify/printed_text.hpp"

namespace pol::verifying {
namespace {

constexpr std::size_t stem_size = 5;
constexpr std::size_t shortest = 4;

}  // namespace

std::set<std::string> stems_of(std::string_view text) {
    std::set<std::string> stems;
    std::string word;
    const auto end_word = [&] {
        const bool says_something = word.size() >= shortest || (!word.empty() && is_digit(word.back()));
        if (says_something) stems.insert(word.substr(0, stem_size));
        word.clear();
    };
    for (const char sign : lower_case(text)) {
        if (is_letter(sign) || is_digit(sign))
            word += sign;
        else
            end_word();
    }
    end_word();
    return stems;
}

double shared(const std::set<std::string>& left, const std::set<std::string>& right) {
    if (left.empty() || right.empty()) return 0;
    std::size_t common = 0;
    for (const std::string& stem : left) common += right.count(stem);
    return static_cast<double>(common) / static_cast<double>(left.size());
}

}  // namespace pol::verifying
