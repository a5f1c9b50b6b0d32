#include "runtime/json/list_reader.hpp"

#include "pol/closest_name.hpp"
#include "pol/json/words.hpp"
#include "pol/request_limits.hpp"

#include <string>

namespace pol::json {

namespace {

/// How many entries an array has that was taken.
[[nodiscard]] std::size_t count_of(Cursor cursor) {
    std::size_t count = 0;
    Node entry;
    return cursor.elements([&] { return ++count, cursor.take(entry); }) ? count : 0;
}

[[nodiscard]] std::size_t fields_of(const PolicyDescription& policy, std::uint16_t list) {
    std::size_t fields = 0;
    while (list + 1U + fields < policy.facts.size && policy.facts[list + 1U + fields].list == list) ++fields;
    return fields;
}

}  // namespace

void ListReader::read(std::uint16_t list, const Place& place, const Cursor& taken, const Node& node,
                      const RequestTarget& target, Reading& reading) {
    if (node.kind != NodeKind::array)
        return add_error(reading, place, sentence(Fault::other_form, forms_.description(list), node));
    // Who fills requests without a place for entries must not lose them, nor be broken by them.
    if (target.add_entry == nullptr) return add_error(reading, place, "is a list, which is not taken here");
    Cursor cursor = taken.at(node);
    if (count_of(cursor) > most_list_entries)
        return add_error(reading, place, "has more than " + std::to_string(most_list_entries) + " entries");
    entry_.list = list;
    Place entry = place;
    entry.entry = 0;
    static_cast<void>(cursor.elements([&] {
        const bool is_json = read_entry(cursor, entry, reading);
        if (reading.errors.empty()) target.add_entry(target.request, entry_);
        ++entry.entry;
        return is_json;
    }));
}

bool ListReader::read_entry(Cursor& cursor, Place place, Reading& reading) {
    if (cursor.next() != '{') {
        Node node;
        const bool is_json = cursor.take(node);
        add_error(reading, place, instead_of("an entry, an object", node));
        return is_json;
    }
    const std::size_t fields = fields_of(forms_.policy(), entry_.list);
    entry_.fields.assign(fields, Answer{});
    is_seen_.assign(fields, false);
    return cursor.members([&](std::string_view key) {
        place.entry_field = key;
        return read_field(cursor, place, reading);
    });
}

bool ListReader::read_field(Cursor& cursor, const Place& place, Reading& reading) {
    Node node;
    if (!cursor.take(node)) return false;
    const std::uint16_t fact = forms_.names().entry_field(entry_.list, place.entry_field);
    if (fact == no_index) return report_unknown(place, reading), true;
    const std::size_t field = fact - entry_.list - 1U;
    if (is_seen_[field]) return add_error(reading, place, given_twice), true;
    is_seen_[field] = true;
    if (node.kind == NodeKind::null) return true;
    Answer& answer = entry_.fields[field];
    answer.presence = Presence::given;
    const Fault fault = forms_.read(fact, node, answer);
    if (fault != Fault::none) add_error(reading, place, sentence(fault, forms_.description(fact), node));
    return true;
}

void ListReader::report_unknown(const Place& place, Reading& reading) const {
    if (!has_room(reading)) return;
    const std::string list(view(forms_.description(entry_.list).name));
    add_error(reading, place,
              "is no field of `" + list + "`" +
                  closest_name_hint(place.entry_field, names_of_entry_fields(forms_.policy(), entry_.list)));
}

}  // namespace pol::json
