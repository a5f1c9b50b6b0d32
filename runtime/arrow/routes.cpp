#include "runtime/arrow/routes.hpp"

#include <cstddef>

namespace pol::arrow {

namespace {

/// So many times the text of an outcome and of a hash, which has 64 characters, fits into one array.
constexpr std::size_t most_decisions = 30'000'000;

void add(std::uint32_t text, std::int64_t row, Routes& routes) {
    RowsOfText& of_text = routes.texts[text];
    of_text.rows.push_back(row);
    of_text.places.push_back(static_cast<std::int64_t>(routes.text_of_place.size()));
    routes.text_of_place.push_back(text);
}

}  // namespace

bool find_routes(const Registry& registry, const Addresses& addresses, std::int64_t rows, Routes& routes) {
    routes.offsets.push_back(0);
    for (std::int64_t row = 0; row < rows; ++row) {
        FoundTexts found;
        routes.unanswered.push_back(addresses.find(registry, row, found));
        for (const RegisteredText& text : found)
            add(static_cast<std::uint32_t>(&text - registry.texts.data), row, routes);
        if (routes.text_of_place.size() > most_decisions) return false;
        routes.offsets.push_back(static_cast<std::int32_t>(routes.text_of_place.size()));
    }
    return true;
}

}  // namespace pol::arrow
