#include "pol/json/members.hpp"

#include <algorithm>
#include <utility>

namespace pol::json {
namespace {

constexpr std::string_view blanks = " \t\r\n";

/// Goes over the text of an object, member by member.
class Scanner {
public:
    explicit Scanner(std::string_view text) : text_(text) {}

    [[nodiscard]] std::vector<Member> members() {
        std::vector<Member> found;
        if (!take('{')) return {};
        if (take('}')) return is_at_end() ? found : std::vector<Member>();
        do {
            Member member;
            if (!read(member)) return {};
            found.push_back(member);
        } while (take(','));
        return take('}') && is_at_end() ? found : std::vector<Member>();
    }

private:
    void skip_blanks() { at_ = std::min(text_.find_first_not_of(blanks, at_), text_.size()); }
    [[nodiscard]] bool take(char sign) {
        skip_blanks();
        if (at_ == text_.size() || text_[at_] != sign) return false;
        ++at_;
        return true;
    }
    [[nodiscard]] bool is_at_end() {
        skip_blanks();
        return at_ == text_.size();
    }

    [[nodiscard]] bool read(Member& member) {
        skip_blanks();
        member.begin = at_;
        if (!read_text(member.key) || !take(':')) return false;
        skip_blanks();
        member.is_text = at_ < text_.size() && text_[at_] == '"';
        const bool is_read = member.is_text ? read_text(member.value) : read_other(member.value);
        member.end = at_;
        return is_read;
    }

    [[nodiscard]] bool read_text(std::string_view& content) {
        if (!take('"')) return false;
        const std::size_t begin = at_;
        for (; at_ < text_.size() && text_[at_] != '"'; ++at_)
            if (text_[at_] == '\\') ++at_;
        if (at_ >= text_.size()) return false;
        content = text_.substr(begin, at_++ - begin);
        return true;
    }

    /// Up to what ends the member on its own level.
    [[nodiscard]] bool read_other(std::string_view& content) {
        const std::size_t begin = at_;
        int depth = 0;
        while (at_ < text_.size()) {
            const char sign = text_[at_];
            std::string_view passed;
            if (sign == '"' && !read_text(passed)) return false;
            if (sign == '"') continue;
            if (depth == 0 && (sign == ',' || sign == '}')) break;
            if (sign == '{' || sign == '[') ++depth;
            if (sign == '}' || sign == ']') --depth;
            if (depth < 0) return false;
            ++at_;
        }
        content = text_.substr(begin, at_ - begin);
        return !content.empty();
    }

    std::string_view text_;
    std::size_t at_ = 0;
};

}  // namespace

std::vector<Member> members_of(std::string_view object) { return Scanner(object).members(); }

std::string without(std::string_view object, const std::vector<Member>& members) {
    std::string rest(object);
    for (const Member& member : members) {
        std::fill(rest.begin() + static_cast<std::ptrdiff_t>(member.begin),
                  rest.begin() + static_cast<std::ptrdiff_t>(member.end), ' ');
        // With it goes the comma behind it or, of the last member, the one before it.
        const std::size_t behind = rest.find_first_not_of(blanks, member.end);
        const std::size_t before = rest.find_last_not_of(blanks, member.begin);
        if (rest[behind] == ',')
            rest[behind] = ' ';
        else if (rest[before] == ',')
            rest[before] = ' ';
    }
    return rest;
}

}  // namespace pol::json
