#include "runtime/json/list_reader.hpp"

#include "pol/json/words.hpp"
#include "runtime/json/read_value.hpp"

#include <algorithm>
#include <string>

namespace pol::json {

namespace {

constexpr std::ptrdiff_t most_entries = 1000;

}  // namespace

void ListReader::read(std::uint16_t list, const Place& place, const Node& node, const RequestTarget& target,
                      Reading& reading) {
    if (node.kind != NodeKind::array)
        return add_error(reading, place, instead_of("a list of entries, `[]` for none", node));
    const Elements elements(node);
    std::ptrdiff_t count = 0;
    for (auto element = elements.begin(); element != elements.end(); ++element) ++count;
    if (count > most_entries) return add_error(reading, place, "has more than 1000 entries");
    entry_.list = list;
    Place entry = place;
    entry.entry = 0;
    for (const Node& element : elements) {
        read_entry(entry, element, reading);
        if (reading.errors.empty()) target.add_entry(target.request, entry_);
        ++entry.entry;
    }
}

void ListReader::read_entry(const Place& place, const Node& node, Reading& reading) {
    if (node.kind != NodeKind::object) return add_error(reading, place, instead_of("an entry, an object", node));
    std::size_t fields = 0;
    while (entry_.list + 1U + fields < policy_.facts.size &&
           policy_.facts[entry_.list + 1U + fields].list == entry_.list)
        ++fields;
    entry_.fields.assign(fields, Answer{});
    is_seen_.assign(fields, false);
    for (const Member member : Members(node)) read_field(place, member, reading);
}

void ListReader::read_field(const Place& entry, const Member& member, Reading& reading) {
    Place place = entry;
    place.entry_field = member.key;
    const std::uint16_t fact = names_.entry_field(entry_.list, member.key);
    if (fact == no_index) {
        if (!has_room(reading)) return;
        const std::string list(view(policy_.facts[entry_.list].name));
        return add_error(
            reading, place,
            "is no field of `" + list + "`" + did_you_mean(member.key, names_of_entry_fields(policy_, entry_.list)));
    }
    const std::size_t field = fact - entry_.list - 1U;
    if (is_seen_[field]) return add_error(reading, place, "given twice");
    is_seen_[field] = true;
    if (member.value.kind == NodeKind::null) return;
    Answer& answer = entry_.fields[field];
    answer.presence = Presence::given;
    const Fault fault = read_value(policy_, names_, fact, member.value, answer);
    if (fault != Fault::none) add_error(reading, place, sentence(fault, policy_.facts[fact], member.value));
}

}  // namespace pol::json
