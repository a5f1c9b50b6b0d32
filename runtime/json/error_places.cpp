#include "runtime/json/error_places.hpp"

#include "runtime/json/cursor.hpp"
#include "runtime/json/error_list.hpp"
#include "runtime/json/shown_text.hpp"
#include "runtime/json/utf8.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <tuple>
#include <utility>

namespace pol::json {

namespace {

/// Visits every value of a text with its path.
class PlaceWalk {
public:
    PlaceWalk(const Structure& structure, std::string_view text, std::vector<RequestError>& errors)
        : structure_(structure), text_(text), errors_(errors) {
        // A text is passed once for each value that it stands in, itself and the whole.
        has_escapes_ = text.find('\\') != std::string_view::npos;
        if (has_escapes_) unescaped_.reserve((most_nesting + 2) * text.size() + readable_behind);
    }

    void run() {
        Cursor cursor(structure_, has_escapes_ ? &unescaped_ : nullptr);
        Node whole;
        if (cursor.take(whole)) visit(whole, cursor, "$");
    }

private:
    void visit(const Node& value, const Cursor& behind, const std::string& path) {
        set_places(*value.token, path);
        if (value.kind == NodeKind::object) visit_members(behind.at(value), path);
        if (value.kind == NodeKind::array) visit_elements(behind.at(value), path);
    }

    /// Of a member that is given several times, each time behind the first has an error of its own.
    void set_places(std::size_t at, const std::string& path) {
        bool is_again = !visited_.insert(path).second;
        for (RequestError& error : errors_) {
            if (error.line != 0 || error.path != path) continue;
            if (error.message == given_twice && !std::exchange(is_again, false)) continue;
            set_place(error, text_, at);
        }
    }

    void visit_members(Cursor inside, const std::string& path) {
        static_cast<void>(inside.members([&](std::string_view key) {
            const std::string step = path_step(key);
            return visit_next(inside, path + step);
        }));
    }

    void visit_elements(Cursor inside, const std::string& path) {
        std::size_t index = 0;
        static_cast<void>(
            inside.elements([&] { return visit_next(inside, path + '[' + std::to_string(index++) + ']'); }));
    }

    [[nodiscard]] bool visit_next(Cursor& cursor, const std::string& path) {
        Node value;
        if (!cursor.take(value)) return false;
        visit(value, cursor, path);
        return true;
    }

    const Structure& structure_;
    std::string_view text_;
    std::vector<RequestError>& errors_;
    std::set<std::string> visited_;
    bool has_escapes_ = false;
    std::string unescaped_;
};

}  // namespace

bool has_lines(std::string_view text) {
    const std::size_t last = text.find_last_not_of(" \t\r\n");
    return last != std::string_view::npos && text.substr(0, last).find('\n') != std::string_view::npos;
}

void set_place(RequestError& error, std::string_view text, std::size_t at) {
    const std::string_view before = text.substr(0, at);
    const std::size_t line_end = before.rfind('\n');
    const std::string_view in_line = line_end == std::string_view::npos ? before : before.substr(line_end + 1);
    const auto characters = std::count_if(in_line.begin(), in_line.end(), [](char c) { return !is_continuation(c); });
    error.line = static_cast<std::uint32_t>(std::count(before.begin(), before.end(), '\n')) + 1;
    error.column = static_cast<std::uint32_t>(characters) + 1;
}

void find_places(const Structure& structure, std::string_view text, std::vector<RequestError>& errors) {
    PlaceWalk(structure, text, errors).run();
    const auto is_before = [](const RequestError& a, const RequestError& b) {
        return std::tie(a.line, a.column) < std::tie(b.line, b.column);
    };
    std::stable_sort(errors.begin(), errors.end(), is_before);
}

}  // namespace pol::json
