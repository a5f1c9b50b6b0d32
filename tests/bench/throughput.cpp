#include "tests/bench/throughput.hpp"

#include "compiler/driver/pipeline.hpp"
#include "compiler/emit/emit.hpp"
#include "tests/bench/generated_policies.hpp"
#include "tests/support/scratch_folder.hpp"

#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include <chrono>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace bench {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

constexpr int criteria_of_a_file = 50;

double seconds_since(Clock::time_point start) { return std::chrono::duration<double>(Clock::now() - start).count(); }

struct Passed {
    double seconds = 0;
    std::uint64_t bytes = 0;
    bool sound = true;
};

Passed parse_all(const std::vector<fs::path>& files) {
    Passed passed;
    const Clock::time_point start = Clock::now();
    for (const fs::path& file : files) {
        pol::Run run({});
        passed.sound = run.loader.load_file(file.string()).has_value() && passed.sound;
        passed.bytes += run.sources.file(0).text().size();
    }
    passed.seconds = seconds_since(start);
    return passed;
}

Passed compile_all(const std::vector<fs::path>& files) {
    Passed passed;
    const Clock::time_point start = Clock::now();
    for (const fs::path& file : files) {
        pol::Run run({});
        const std::optional<pol::model::Policy> policy = pol::build_model(run, file.string());
        passed.sound = policy.has_value() && passed.sound;
        if (policy) benchmark::DoNotOptimize(pol::emit(*policy, {"plan", file.stem().string()}).source.size());
    }
    passed.seconds = seconds_since(start);
    return passed;
}

std::vector<fs::path> write_policies(const fs::path& directory, int count) {
    write_imports(directory);
    std::vector<fs::path> files;
    for (int i = 0; i < count; ++i)
        files.push_back(write_policy(directory, fmt::format("drug_{:05}", i), criteria_of_a_file, i));
    return files;
}

bool print_row(int count) {
    const pol::test::ScratchFolder directory;
    const std::vector<fs::path> files = write_policies(directory.path(), count);
    const Passed parsed = parse_all(files);
    const Passed compiled = compile_all(files);
    std::printf("%-20d%14.2f%14.2f%14.0f%14.1f\n", count, 1e3 * parsed.seconds / count, 1e3 * compiled.seconds / count,
                count / compiled.seconds, static_cast<double>(parsed.bytes) / compiled.seconds / 1e6);
    return parsed.sound && compiled.sound;
}

}  // namespace

bool print_throughput(int most_policies) {
    std::printf("\n%-20s%14s%14s%14s%14s\n", "generated policies", "ms to parse", "ms in all", "files/s", "MB/s");
    bool all_sound = true;
    for (int count = 1; count <= most_policies; count *= 100) all_sound = print_row(count) && all_sound;
    return all_sound;
}

}  // namespace bench
