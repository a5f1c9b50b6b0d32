#pragma once

#include "tests/bench/allocations.hpp"

#include <benchmark/benchmark.h>

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace bench {

struct Scale {
    std::size_t few = 1'024;
    std::size_t many = 1'000'000;
    int repetitions = 7;
    int command_repetitions = 5;
    int most_policies = 10'000;
    int most_criteria = 10'000;
};
/// Everything once and briefly.
inline constexpr Scale smoke{256, 2'000, 1, 1, 1, 10};

/// Keeps the best time and all allocations of every benchmark.
class Summary : public benchmark::ConsoleReporter {
public:
    Summary() : ConsoleReporter(OO_None) {}

    bool ReportContext(const Context&) override { return true; }
    void ReportRuns(const std::vector<Run>& runs) override;

    /// Nanoseconds a decision; 0 where nothing of that name was measured.
    [[nodiscard]] double best(const std::string& name) const;
    [[nodiscard]] std::uint64_t allocated(const std::string& name) const;

private:
    std::map<std::string, double> best_;
    std::map<std::string, std::uint64_t> allocated_;
};

/// Measures the evaluators of one policy side by side, on few requests again and again and on many once a repetition.
class Measure {
public:
    Measure(std::string policy, const Scale& scale) : policy_(std::move(policy)), scale_(scale) {}

    /// `requests` and `decide` must outlive `print_rows`.
    template <class Request, class Decide>
    void add(const std::string& evaluator, const std::vector<Request>& requests, Decide decide) {
        const std::string name = name_of(evaluator, requests.size());
        benchmark::RegisterBenchmark(
            name.c_str(), [&requests, decide](benchmark::State& state) { decide_each(state, requests, decide); })
            ->Iterations(static_cast<benchmark::IterationCount>(scale_.many))
            ->Repetitions(scale_.repetitions);
    }

    /// Runs what was added and prints it. Whether nothing was allocated.
    [[nodiscard]] bool print_rows();

private:
    template <class Request, class Decide>
    static void decide_each(benchmark::State& state, const std::vector<Request>& requests, const Decide& decide) {
        std::size_t next = 0;
        const std::uint64_t before = allocations();
        for (auto step : state) {
            (void)step;
            auto decision = decide(requests[next]);
            benchmark::DoNotOptimize(decision);
            next = next + 1 == requests.size() ? 0 : next + 1;
        }
        state.counters["allocations"] = static_cast<double>(allocations() - before);
    }
    [[nodiscard]] static std::string name_of(const std::string& evaluator, std::size_t count) {
        return evaluator + " " + std::to_string(count);
    }
    void print_row(const Summary& summary, std::size_t count) const;

    std::string policy_;
    const Scale& scale_;
};

void print_head();

}  // namespace bench
