#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace pol::json {

/// A member of a JSON object as it stands in its text: key and value without the quotes of texts, escapes and all.
struct Member {
    std::string_view key;
    std::string_view value;
    bool is_text = false;
    /// Where it stands in the text of the object.
    std::size_t begin = 0;
    std::size_t end = 0;
};

/// The members of the one object that a text holds, not of those within it; none of what is no such text, for which the
/// reader of requests has the words.
[[nodiscard]] std::vector<Member> members_of(std::string_view object);

/// The object without some of its members: blanks in their place, so that whatever is reported of the others keeps its.
[[nodiscard]] std::string without(std::string_view object, const std::vector<Member>& members);

}  // namespace pol::json
