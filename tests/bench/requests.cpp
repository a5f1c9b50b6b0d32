#include "tests/bench/requests.hpp"

namespace bench {
namespace {

class Fingerprint {
public:
    void add(const pol::Answer& answer) {
        mix(answer.presence);
        if (answer.presence != pol::Presence::given) return;
        mix(answer.evidence);
        mix(answer.value);
        mix(answer.date.days);
        mix(answer.range.first.days);
        mix(answer.range.last.days);
        mix(answer.number.digits);
        mix(answer.number.places);
    }
    template <class Value>
    void mix(Value value) {
        hash_ = (hash_ ^ static_cast<std::uint64_t>(value)) * 0x100000001b3U;
    }
    [[nodiscard]] std::uint64_t value() const { return hash_; }

private:
    std::uint64_t hash_ = 0xcbf29ce484222325U;
};

}  // namespace

std::uint64_t fingerprint(const pol::RequestRecord& record) {
    Fingerprint all;
    for (const pol::Answer& answer : record.answers) all.add(answer);
    for (const pol::EntryRecord& entry : record.entries) {
        all.mix(entry.list);
        for (const pol::Answer& field : entry.fields) all.add(field);
    }
    return all.value();
}

pol::RequestRecord DistinctRequests::next() {
    for (;;) {
        pol::RequestRecord record = drawn_.next_as_received();
        if (fingerprints_.insert(fingerprint(record)).second) return record;
    }
}

}  // namespace bench
