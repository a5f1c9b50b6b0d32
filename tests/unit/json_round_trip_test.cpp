#include "pol/json/read_request.hpp"
#include "pol/json/words.hpp"
#include "pol/words.hpp"
#include "tests/unit/json/sample.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>

using namespace pol;

namespace {

/// Draws requests of the sample policy and writes each in one of the many ways a sender may.
class Sender {
public:
    explicit Sender(unsigned seed) : random_(seed) {}

    [[nodiscard]] RequestRecord draw() {
        RequestRecord request;
        for (const FactDescription& fact : test::sample_policy().facts)
            request.answers.push_back(fact.list == no_index ? answer_to(fact) : Answer{});
        if (request.answers[test::sample::trials].presence == Presence::given)
            for (std::int64_t count = below(4); count > 0; --count) request.entries.push_back(entry());
        return request;
    }

    [[nodiscard]] std::string write(const RequestRecord& request) {
        const Evidence level = Evidence(1 + below(3));
        std::vector<std::string> fields;
        if (level != Evidence::claimed || below(2) == 0) fields.push_back(field("evidence", words_of(level)));
        for (std::size_t i = 0; i < request.answers.size(); ++i) add_fact(fields, i, request, level);
        return object(std::move(fields));
    }

private:
    [[nodiscard]] std::int64_t below(std::int64_t bound) { return between(0, bound - 1); }
    [[nodiscard]] std::int64_t between(std::int64_t least, std::int64_t most) {
        return std::uniform_int_distribution<std::int64_t>(least, most)(random_);
    }

    [[nodiscard]] Answer answer_to(const FactDescription& fact) {
        Answer answer;
        answer.presence = Presence(below(3));
        if (answer.presence != Presence::given) return answer;
        if (fact.source == FactSource::provider) answer.evidence = Evidence(1 + below(3));
        if (fact.type == FactType::yes_no) answer.value = static_cast<std::uint16_t>(below(2));
        if (fact.type == FactType::one_of) answer.value = static_cast<std::uint16_t>(below(fact.values.size));
        if (fact.type == FactType::date) answer.date = day();
        if (fact.type == FactType::partial_date || fact.type == FactType::measurement) answer.range = days();
        if (fact.type == FactType::number || fact.type == FactType::measurement) answer.number = number_of(fact);
        return answer;
    }

    /// Only given or not, and without a level.
    [[nodiscard]] EntryRecord entry() {
        EntryRecord entry{.list = test::sample::trials, .fields = {}};
        for (std::uint16_t i = 0; i < test::sample::fact_count; ++i) {
            if (test::sample_policy().facts[i].list != test::sample::trials) continue;
            Answer answer = answer_to(test::sample_policy().facts[i]);
            answer.evidence = Evidence::none;
            entry.fields.push_back(answer.presence == Presence::given ? answer : Answer{});
        }
        return entry;
    }

    [[nodiscard]] Date day() {
        return Date{static_cast<std::int32_t>(between(first_calendar_day.days, last_calendar_day.days))};
    }
    [[nodiscard]] DateRange days() {
        const Date some = day();
        const std::int32_t year = to_civil(some).year;
        const std::int32_t month = to_civil(some).month;
        switch (below(3)) {
            case 0:
                return {some, some};
            case 1:
                return {date_of(year, month, 1), date_of(year, month, days_in_month(year, month))};
            default:
                return {date_of(year, 1, 1), date_of(year, 12, 31)};
        }
    }

    /// Within the bounds, without trailing zeros.
    [[nodiscard]] Decimal number_of(const FactDescription& fact) {
        const auto places = static_cast<std::uint8_t>(between(1, most_places));
        const auto bound = [&](Decimal decimal) {
            if (decimal.digits >= largest_digits) return largest_digits;
            return decimal.digits * power_of_ten(places - decimal.places);
        };
        Decimal number{between(bound(fact.least), bound(fact.most)), places};
        for (; number.places > 0 && number.digits % 10 == 0; --number.places) number.digits /= 10;
        return number;
    }

    [[nodiscard]] static std::string quoted(std::string_view text) { return '"' + std::string(text) + '"'; }
    [[nodiscard]] static std::string field(std::string_view key, std::string_view text) {
        return quoted(key) + ": " + quoted(text);
    }
    /// The fields in any order.
    [[nodiscard]] std::string object(std::vector<std::string> fields) {
        std::shuffle(fields.begin(), fields.end(), random_);
        std::string text = "{";
        for (const std::string& each : fields) text += (&each == &fields.front() ? "" : ", ") + each;
        return text + '}';
    }

    void add_fact(std::vector<std::string>& fields, std::size_t index, const RequestRecord& request, Evidence level) {
        const FactDescription& fact = test::sample_policy().facts[index];
        const Answer& answer = request.answers[index];
        if (fact.list != no_index) return;
        const auto value_of_fact = [&] {
            return fact.type == FactType::list ? entries_of(index, request) : value_of(fact, answer);
        };
        const std::string key = quoted(view(fact.name)) + ": ";
        if (answer.presence == Presence::not_knowable) fields.push_back(key + R"({"not_knowable": true})");
        if (answer.presence == Presence::not_given && below(2) == 0) fields.push_back(key + "null");
        if (answer.presence != Presence::given) return;
        const bool says_level = fact.source == FactSource::provider && (answer.evidence != level || below(2) == 0);
        if (!says_level && fact.type != FactType::measurement && below(2) == 0)
            return fields.push_back(key + value_of_fact());
        std::vector<std::string> parts = {R"("value": )" + value_of_fact()};
        if (says_level) parts.push_back(field("evidence", words_of(answer.evidence)));
        if (fact.unit.size > 0 && below(2) == 0) parts.push_back(field("unit", view(fact.unit)));
        if (fact.type == FactType::measurement) parts.push_back(R"("on": )" + text_of(answer.range));
        fields.push_back(key + object(std::move(parts)));
    }

    [[nodiscard]] std::string entries_of(std::size_t list, const RequestRecord& request) {
        std::string text = "[";
        for (const EntryRecord& entry : request.entries) {
            std::vector<std::string> fields;
            for (std::size_t i = 0; i < entry.fields.size(); ++i) {
                const FactDescription& field = test::sample_policy().facts[list + 1 + i];
                const std::string key = quoted(view(field.name).substr(sizeof "trials")) + ": ";
                if (entry.fields[i].presence == Presence::given)
                    fields.push_back(key + value_of(field, entry.fields[i]));
                else if (below(2) == 0)
                    fields.push_back(key + "null");
            }
            text += (text.size() > 1 ? ", " : "") + object(std::move(fields));
        }
        return text + "]";
    }

    [[nodiscard]] std::string value_of(const FactDescription& fact, const Answer& answer) {
        switch (fact.type) {
            case FactType::yes_no:
                return answer.value != 0 ? "true" : "false";
            case FactType::one_of:
                return quoted(view(fact.values[answer.value].name));
            case FactType::date:
                return text_of({answer.date, answer.date});
            case FactType::partial_date:
                return text_of(answer.range);
            case FactType::number:
            case FactType::measurement:
            case FactType::list:
                break;
        }
        return text_of(answer.number);
    }

    [[nodiscard]] static std::string text_of(DateRange range) {
        const auto padded = [](std::int32_t number) { return (number < 10 ? "0" : "") + std::to_string(number); };
        const CivilDate first = to_civil(range.first);
        const CivilDate last = to_civil(range.last);
        std::string text = std::to_string(first.year);
        if (first.month == last.month) text += '-' + padded(first.month);
        if (first.month == last.month && first.day == last.day) text += '-' + padded(first.day);
        return quoted(text);
    }

    [[nodiscard]] std::string text_of(Decimal decimal) {
        std::string digits = std::to_string(decimal.digits < 0 ? -decimal.digits : decimal.digits);
        if (digits.size() <= decimal.places) digits.insert(0, decimal.places + 1U - digits.size(), '0');
        if (decimal.places > 0) digits.insert(digits.size() - decimal.places, ".");
        const std::size_t zeros = static_cast<std::size_t>(below(3));
        if (zeros > 0) digits += (decimal.places == 0 ? "." : "") + std::string(zeros, '0');
        return (decimal.digits < 0 ? "-" : "") + digits;
    }

    std::mt19937 random_;
};

bool is_same(const Answer& left, const Answer& right) {
    return left.presence == right.presence && left.evidence == right.evidence && left.value == right.value &&
           left.date == right.date && left.range == right.range && left.number == right.number;
}

bool is_same_entry(const EntryRecord& left, const EntryRecord& right) {
    return left.list == right.list &&
           std::equal(left.fields.begin(), left.fields.end(), right.fields.begin(), right.fields.end(), is_same);
}

}  // namespace

TEST_CASE("a request is read as it was written") {
    Sender sender(20260701);
    std::vector<int> given(test::sample::fact_count);
    for (int i = 0; i < 5'000; ++i) {
        const RequestRecord request = sender.draw();
        const std::string text = sender.write(request);
        CAPTURE(text);
        const json::RequestReading reading = json::read_request(text, test::sample_policy());
        REQUIRE_MESSAGE(reading.errors.empty(), to_text(reading.errors.front()));
        for (std::size_t fact = 0; fact < request.answers.size(); ++fact) {
            CAPTURE(view(test::sample_policy().facts[fact].name));
            REQUIRE(is_same(reading.request.answers[fact], request.answers[fact]));
            given[fact] += request.answers[fact].presence == Presence::given ? 1 : 0;
        }
        REQUIRE(std::equal(request.entries.begin(), request.entries.end(), reading.request.entries.begin(),
                           reading.request.entries.end(), is_same_entry));
        for (const EntryRecord& entry : request.entries)
            for (std::size_t field = 0; field < entry.fields.size(); ++field)
                given[entry.list + 1 + field] += entry.fields[field].presence == Presence::given ? 1 : 0;
    }
    for (const int count : given) CHECK(count > 500);
}
