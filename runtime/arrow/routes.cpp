#include "runtime/arrow/routes.hpp"

#include "runtime/arrow/output.hpp"

#include <cstddef>

namespace pol::arrow {

namespace {

/// As many as rows of one policy, which come to as many outcomes; a hash, which has 64 characters, is shorter.
constexpr auto most_decisions = static_cast<std::size_t>(most_rows);

void add(std::uint32_t text, std::int64_t row, Routes& routes) {
    RowsOfText& of_text = routes.texts[text];
    of_text.rows.push_back(row);
    of_text.places.push_back(static_cast<std::int64_t>(routes.text_of_place.size()));
    routes.text_of_place.push_back(text);
}

}  // namespace

bool find_routes(const Registry& registry, const Addresses& addresses, std::int64_t rows, Routes& routes) {
    for (std::int64_t row = 0; row < rows; ++row) {
        FoundTexts found;
        routes.unanswered.push_back(addresses.find(registry, row, found));
        for (const RegisteredText& text : found)
            add(static_cast<std::uint32_t>(&text - registry.texts.data), row, routes);
        if (routes.text_of_place.size() > most_decisions) return false;
        routes.decisions.add(routes.text_of_place.size());
    }
    return true;
}

}  // namespace pol::arrow
