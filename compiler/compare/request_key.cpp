#include "compiler/compare/request_key.hpp"

namespace pol::comparison {

namespace {

template <class Value>
void add(std::string& key, Value value) {
    for (std::size_t byte = 0; byte < sizeof(Value); ++byte)
        key += static_cast<char>((static_cast<std::uint64_t>(value) >> (8 * byte)) & 0xFF);
}

/// Which of the values counts is told by the fact, so all of them stand.
void add(std::string& key, const Answer& answer) {
    add(key, static_cast<std::uint8_t>(answer.presence));
    if (answer.presence == Presence::not_given) return;
    add(key, static_cast<std::uint8_t>(answer.evidence));
    add(key, answer.value);
    for (const Date date : {answer.date, answer.range.first, answer.range.last}) add(key, date.days);
    add(key, answer.number.digits);
    add(key, answer.number.places);
}

}  // namespace

std::string key_of(const RequestRecord& request) {
    std::string key;
    for (const Answer& answer : request.answers) add(key, answer);
    for (const EntryRecord& entry : request.entries) {
        add(key, entry.list);
        for (const Answer& field : entry.fields) add(key, field);
    }
    return key;
}

}  // namespace pol::comparison
