#include "tests/bench/json/json_lines.hpp"

#include "pol/json/read_request.hpp"
#include "pol/json/write_decision.hpp"
#include "tests/bench/allocations.hpp"
#include "tests/bench/json/mapped_qalsody.hpp"
#include "tests/bench/thread_time.hpp"
#include "tests/oracle/places.hpp"
#include "tests/oracle/random_requests.hpp"
#include "tests/support/request_text.hpp"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

namespace bench {
namespace {

namespace policy = plan::qalsody;

/// Lines that lie behind each other, as in a file that was read, with room behind the last for simdjson.
struct Lines {
    std::string text;
    std::vector<std::size_t> begins;

    [[nodiscard]] std::size_t count() const { return begins.size() - 1; }
    [[nodiscard]] std::string_view at(std::size_t line) const {
        return std::string_view(text).substr(begins[line], begins[line + 1] - begins[line]);
    }
    [[nodiscard]] simdjson::padded_string_view padded(std::size_t line) const {
        return simdjson::padded_string_view(at(line), text.size() - begins[line]);
    }
    [[nodiscard]] std::size_t bytes() const { return begins.back(); }
};

Lines make_lines(std::size_t count) {
    const pol::PolicyDescription& description = policy::description();
    const oracle::Places places = oracle::find_places(description);
    if (!places.complete) std::abort();
    oracle::RandomRequests series(7, oracle::Mix::realistic);
    pol::RequestRecord record;
    record.answers.resize(description.facts.size);
    Lines lines;
    for (std::size_t i = 0; i < count; ++i) {
        oracle::write_request(series.next(), places, record);
        lines.begins.push_back(lines.text.size());
        lines.text += pol::testing::request_text(record, description, "request-" + std::to_string(i)) + '\n';
    }
    lines.begins.push_back(lines.text.size());
    lines.text.append(simdjson::SIMDJSON_PADDING, '\0');
    return lines;
}

/// One way from a line to what is made of it; false for a line that it does not read.
struct Way {
    const char* name;
    std::function<bool(std::size_t)> take;
    double nanoseconds = std::numeric_limits<double>::infinity();
    std::uint64_t allocated = 0;
};

void run_once(Way& way, const Lines& lines) {
    const std::uint64_t allocated = allocations();
    const double start = thread_nanoseconds();
    for (std::size_t line = 0; line < lines.count(); ++line)
        if (!way.take(line)) std::abort();
    const double elapsed = thread_nanoseconds() - start;
    way.nanoseconds = std::min(way.nanoseconds, elapsed / static_cast<double>(lines.count()));
    way.allocated = allocations() - allocated;
}

void print(const Way& way, double per_line, double reference) {
    std::printf("%-44s%10.0f%10.0f%10.2f%14llu\n", way.name, way.nanoseconds, 1e3 * per_line / way.nanoseconds,
                way.nanoseconds / reference, static_cast<unsigned long long>(way.allocated));
}

/// Everything that reads, decides and writes, with the memory that it keeps.
class JsonBench {
public:
    explicit JsonBench(const Scale& scale) : lines_(make_lines(std::min<std::size_t>(scale.many, 100'000))) {}

    /// Whether a person's mapping and pol::json lead to the same decisions.
    [[nodiscard]] bool agrees() {
        std::string ours;
        std::string theirs;
        for (std::size_t line = 0; line < lines_.count(); ++line) {
            policy::Request read{};
            policy::Request mapped{};
            if (!reader_.read(lines_.at(line), pol::json::target_of<policy::assign>(read)).errors.empty()) return false;
            if (!by_hand_.read(lines_.padded(line), mapped)) return false;
            ours.clear();
            theirs.clear();
            writer_.write(policy::decide(read), {}, pol::json::Detail::full, ours);
            writer_.write(policy::decide(mapped), {}, pol::json::Detail::full, theirs);
            if (ours != theirs) return false;
        }
        return true;
    }

    /// Whether pol::json allocated nothing once it had its memory.
    [[nodiscard]] bool measure(int repetitions) {
        std::vector<Way> ways = all_ways();
        for (int i = 0; i <= repetitions; ++i)
            for (Way& way : ways) run_once(way, lines_);
        const double per_line = static_cast<double>(lines_.bytes()) / static_cast<double>(lines_.count());
        std::printf("\n%-44s%10s%10s%10s%14s   (%zu lines of %.0f bytes)\n", "JSON line of Qalsody", "ns", "MB/s",
                    "ratio", "allocations", lines_.count(), per_line);
        for (const Way& way : ways) print(way, per_line, ways[reference].nanoseconds);
        return std::all_of(ways.begin(), ways.end(), [](const Way& way) { return way.allocated == 0; });
    }

private:
    /// The person's way to a decision, to which all are compared.
    static constexpr std::size_t reference = 3;

    [[nodiscard]] std::vector<Way> all_ways() {
        return {{"simdjson parses it (DOM)", [this](std::size_t line) { return parse(line); }},
                {"mapped by hand with simdjson on-demand", [this](std::size_t line) { return map(line, false); }},
                {"read by pol::json", [this](std::size_t line) { return read(line, Step::read); }},
                {"by hand, decided", [this](std::size_t line) { return map(line, true); }},
                {"pol::json, decided with trace", [this](std::size_t line) { return read(line, Step::decide); }},
                {"pol::json, decided and written", [this](std::size_t line) { return read(line, Step::write); }}};
    }

    enum class Step { read, decide, write };

    bool parse(std::size_t line) {
        simdjson::dom::element element;
        const std::string_view text = lines_.at(line);
        return parser_.parse(text.data(), text.size(), false).get(element) == simdjson::SUCCESS;
    }

    bool map(std::size_t line, bool decides) {
        policy::Request request{};
        if (!by_hand_.read(lines_.padded(line), request)) return false;
        benchmark::DoNotOptimize(request);
        if (decides) benchmark::DoNotOptimize(policy::decide(request));
        return true;
    }

    bool read(std::size_t line, Step last) {
        policy::Request request{};
        const pol::json::Reading& reading =
            reader_.read(lines_.at(line), pol::json::target_of<policy::assign>(request));
        if (!reading.errors.empty()) return false;
        benchmark::DoNotOptimize(request);
        if (last == Step::read) return true;
        const policy::Decision decision = policy::decide(request);
        benchmark::DoNotOptimize(decision);
        if (last == Step::decide) return true;
        output_.clear();
        writer_.write(decision, reading.id, pol::json::Detail::full, output_);
        benchmark::DoNotOptimize(output_);
        return true;
    }

    Lines lines_;
    pol::json::RequestReader reader_{policy::description()};
    pol::json::DecisionWriter writer_{policy::description()};
    hand::QalsodyReader by_hand_;
    simdjson::dom::parser parser_;
    std::string output_;
};

}  // namespace

bool print_json_times(const Scale& scale) {
    JsonBench bench(scale);
    if (!bench.agrees()) {
        std::printf("\nJSON lines: a person's mapping and pol::json read different requests\n");
        return false;
    }
    return bench.measure(scale.repetitions);
}

}  // namespace bench
