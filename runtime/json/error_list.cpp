#include "runtime/json/error_list.hpp"

#include "runtime/json/shown_text.hpp"

#include <utility>

namespace pol::json {

namespace {

[[nodiscard]] std::string path_to(const Place& place) {
    std::string path = "$";
    if (place.field.data() != nullptr) path += path_step(place.field);
    if (place.part.data() != nullptr) path += path_step(place.part);
    if (place.entry != Place::no_entry) path += '[' + std::to_string(place.entry) + ']';
    if (place.entry_field.data() != nullptr) path += path_step(place.entry_field);
    return path;
}

}  // namespace

void add_error(Reading& reading, const Place& place, std::string message) {
    if (has_room(reading)) reading.errors.push_back({.path = path_to(place), .message = std::move(message)});
}

}  // namespace pol::json
