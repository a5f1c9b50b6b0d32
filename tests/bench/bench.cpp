#include "tests/bench/allocations.hpp"
#include "tests/bench/commands.hpp"
#include "tests/bench/requests.hpp"

#include <benchmark/benchmark.h>

#include <cstdio>
#include <cstring>
#include <map>
#include <string>
#include <vector>

// The compiled evaluator of Qalsody against one that a person wrote, on the same requests in the same run.
// `--smoke` runs everything once and briefly.

namespace {

struct Scale {
    std::size_t few = 1'024;
    std::size_t many = 1'000'000;
    int repetitions = 7;
    int command_repetitions = 5;
};
constexpr Scale smoke{256, 2'000, 1, 1};

template <class Request, class Decide>
void decide_each(benchmark::State& state, const std::vector<Request>& requests, const Decide& decide) {
    std::size_t next = 0;
    const std::uint64_t before = bench::allocations();
    for (auto step : state) {
        (void)step;
        auto decision = decide(requests[next]);
        benchmark::DoNotOptimize(decision);
        next = next + 1 == requests.size() ? 0 : next + 1;
    }
    state.counters["allocations"] = static_cast<double>(bench::allocations() - before);
}

/// Keeps the best time and the most allocations of every benchmark for the table at the end.
class Summary : public benchmark::ConsoleReporter {
public:
    Summary() : ConsoleReporter(OO_None) {}

    void ReportRuns(const std::vector<Run>& runs) override {
        for (const Run& run : runs) {
            if (run.run_type != Run::RT_Iteration || run.error_occurred) continue;
            const double time = run.GetAdjustedRealTime();
            const auto [entry, is_new] = best_.try_emplace(run.run_name.function_name, time);
            if (!is_new && time < entry->second) entry->second = time;
            allocations_ += static_cast<std::uint64_t>(run.counters.at("allocations"));
        }
    }

    [[nodiscard]] double best(const std::string& name) const { return best_.at(name); }
    [[nodiscard]] std::uint64_t allocated() const { return allocations_; }

private:
    std::map<std::string, double> best_;
    std::uint64_t allocations_ = 0;
};

void register_pair(const std::string& name, const bench::Requests& requests, const Scale& scale) {
    const auto set_up = [&](benchmark::internal::Benchmark* run) {
        run->Iterations(static_cast<benchmark::IterationCount>(scale.many))->Repetitions(scale.repetitions);
    };
    set_up(benchmark::RegisterBenchmark(("compiled, " + name).c_str(), [&](benchmark::State& state) {
        decide_each(state, requests.compiled, [](const auto& request) { return plan::qalsody::decide(request); });
    }));
    set_up(benchmark::RegisterBenchmark(("by hand, " + name).c_str(), [&](benchmark::State& state) {
        decide_each(state, requests.by_hand, [](const auto& request) { return by_hand::decide(request); });
    }));
}

void print_decide_row(const Summary& summary, const std::string& name, std::size_t count) {
    const double compiled = summary.best("compiled, " + name);
    const double by_hand = summary.best("by hand, " + name);
    std::printf("%-12s%12zu%12.1f%12.1f%12.2f\n", name.c_str(), count, compiled, by_hand, compiled / by_hand);
}

/// Whether no decision allocated.
bool print_decide_times(const Scale& scale) {
    const bench::Requests few = bench::make_requests(1, scale.few);
    const bench::Requests many = bench::make_requests(2, scale.many);
    register_pair("few", few, scale);
    register_pair("many", many, scale);
    Summary summary;
    benchmark::RunSpecifiedBenchmarks(&summary);
    std::printf("\n%-12s%12s%12s%12s%12s\n", "ns/request", "distinct", "compiled", "by hand", "ratio");
    print_decide_row(summary, "few", scale.few);
    print_decide_row(summary, "many", scale.many);
    std::printf("allocations while deciding: %llu\n", static_cast<unsigned long long>(summary.allocated()));
    return summary.allocated() == 0;
}

}  // namespace

int main(int argc, char** argv) {
    const bool is_smoke = argc > 1 && std::strcmp(argv[1], "--smoke") == 0;
    const Scale scale = is_smoke ? smoke : Scale{};
    std::string program = argv[0];
    std::string interleaved = "--benchmark_enable_random_interleaving=true";
    char* arguments[] = {program.data(), interleaved.data(), nullptr};
    int argument_count = 2;
    benchmark::Initialize(&argument_count, arguments);
    const bool allocates_nothing = print_decide_times(scale);
    const bool commands_succeeded = bench::print_compile_times(scale.command_repetitions);
    return allocates_nothing && commands_succeeded ? 0 : 1;
}
