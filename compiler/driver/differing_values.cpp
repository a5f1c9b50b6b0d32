#include "compiler/driver/differing_values.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstddef>

namespace pol {
namespace {

using Json = nlohmann::json;

constexpr std::size_t most_places_told = 4;

/// A value on the line of a message: what is long ends where it would take the rest of the line.
std::string shown(const Json& value) {
    constexpr std::size_t longest = 80;
    std::string text = value.dump(-1, ' ', false, Json::error_handler_t::replace);
    if (text.size() <= longest) return text;
    std::size_t end = longest;
    while ((static_cast<unsigned char>(text[end]) & 0xc0U) == 0x80U) --end;
    return text.substr(0, end) + "…";
}

class Differences {
public:
    /// A value that is null is one that is not there.
    void find(const std::string& path, const Json& before, const Json& now) {
        if (before == now) return;
        if (before.is_object() && now.is_object()) return find_in_members(path, before, now);
        if (before.is_array() && now.is_array()) return find_in_entries(path, before, now);
        if (++places_ > most_places_told) return;
        const std::string was = before.is_null() ? "was not there" : "was " + shown(before);
        const std::string is = now.is_null() ? "is not there now" : "is now " + shown(now);
        text_ += fmt::format("{}`{}` {}, {}", text_.empty() ? "" : "; ", path, was, is);
    }

    [[nodiscard]] std::string words() const {
        return places_ > most_places_told ? fmt::format("{}; and {} more", text_, places_ - most_places_told) : text_;
    }

private:
    void find_in_members(const std::string& path, const Json& before, const Json& now) {
        Json all = before;
        all.update(now);
        for (const auto& [key, value] : all.items())
            find(path.empty() ? key : path + "." + key, before.value(key, Json()), now.value(key, Json()));
    }

    void find_in_entries(const std::string& path, const Json& before, const Json& now) {
        for (std::size_t i = 0; i < std::max(before.size(), now.size()); ++i)
            find(fmt::format("{}[{}]", path, i), i < before.size() ? before[i] : Json(),
                 i < now.size() ? now[i] : Json());
    }

    std::string text_;
    std::size_t places_ = 0;
};

}  // namespace

std::string differing_values(const Json& before, const Json& now) {
    Differences differences;
    differences.find("", before, now);
    return differences.words();
}

}  // namespace pol
