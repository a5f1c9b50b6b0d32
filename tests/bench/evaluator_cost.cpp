#include "compiler/driver/pipeline.hpp"
#include "compiler/emit/emit.hpp"
#include "tests/bench/commands.hpp"
#include "tests/bench/generated_policies.hpp"
#include "tests/bench/throughput.hpp"
#include "tests/support/scratch_folder.hpp"

#include <dlfcn.h>
#include <fmt/format.h>

#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <optional>
#include <string>

namespace bench {
namespace {

namespace fs = std::filesystem;

/// Decides one request of which everything is known, again and again; returns nanoseconds a decision.
constexpr const char* driver = R"(#include "measured.hpp"
#include <pol/description.hpp>
#include <chrono>
extern "C" double nanoseconds_a_decision(int rounds) {
    namespace measured = plan::measured;
    measured::Request request;
    pol::Answer answer{.presence = pol::Presence::given, .evidence = pol::Evidence::documented, .value = 1};
    answer.date = pol::date_of(2026, 6, 1);
    answer.range = {answer.date, answer.date};
    for (std::uint16_t fact = 0; fact < measured::fact_count; ++fact) measured::assign(request, fact, answer);
    request.benefit.value = {};
    request.birth_date = {.value = {pol::date_of(1950, 1, 1), pol::date_of(1950, 1, 1)},
                          .presence = pol::Presence::given};
    int outcomes = 0;
    const auto start = std::chrono::steady_clock::now();
    for (int i = 0; i < rounds; ++i) {
        request.date_of_service.value.days = answer.date.days + i % 365;
        outcomes += static_cast<int>(measured::decide(request).outcome);
    }
    const std::chrono::duration<double, std::nano> elapsed = std::chrono::steady_clock::now() - start;
    return outcomes < 0 ? 0 : elapsed.count() / rounds;
}
)";

void write(const fs::path& path, const std::string& text) {
    std::ofstream out(path, std::ios::binary);
    out << text;
}

bool write_evaluator(const fs::path& directory, int criteria) {
    write_imports(directory);
    pol::Run run({});
    const std::optional<pol::model::Policy> policy =
        pol::build_model(run, write_policy(directory, "measured", criteria, 1).string());
    if (!policy) return false;
    const pol::GeneratedCode code = pol::emit(*policy, {"plan", "measured"});
    write(directory / "measured.hpp", code.header);
    write(directory / "measured.cpp", code.source);
    write(directory / "driver.cpp", driver);
    return true;
}

std::optional<double> time_of_decision(const fs::path& library, int rounds) {
    void* const loaded = dlopen(library.c_str(), RTLD_NOW | RTLD_LOCAL);
    if (loaded == nullptr) return std::nullopt;
    const auto measure = reinterpret_cast<double (*)(int)>(dlsym(loaded, "nanoseconds_a_decision"));
    std::optional<double> best;
    for (int i = 0; i < 3 && measure != nullptr; ++i) best = std::min(measure(rounds), best.value_or(1e18));
    dlclose(loaded);
    return best;
}

std::string compile_command(const fs::path& directory, const std::string& rest) {
    return fmt::format("{} -std=c++20 -O2 -fPIC -DPOL_ENGINE_APART -I {} -I {} {}", quoted(POL_CXX),
                       quoted(POL_RUNTIME_INCLUDE), quoted(directory), rest);
}

bool print_row(int criteria) {
    const pol::test::ScratchFolder scratch;
    const fs::path& directory = scratch.path();
    const auto start = std::chrono::steady_clock::now();
    if (!write_evaluator(directory, criteria)) return false;
    const std::chrono::duration<double, std::milli> compiled = std::chrono::steady_clock::now() - start;
    const fs::path object = directory / "measured.o";
    const fs::path library = directory / "measured.so";
    const auto built = time_command(
        compile_command(directory, fmt::format("-c {} -o {}", quoted(directory / "measured.cpp"), quoted(object))), 1);
    const auto linked =
        time_command(compile_command(directory, fmt::format("-shared {} {} {} -o {}", quoted(directory / "driver.cpp"),
                                                            quoted(fs::path(POL_RUNTIME_INCLUDE) / "pol/engine.cpp"),
                                                            quoted(object), quoted(library))),
                     1);
    const std::optional<long> bytes = built ? bytes_of(object) : std::nullopt;
    const std::optional<double> decided = linked ? time_of_decision(library, 2'000'000 / criteria + 10) : std::nullopt;
    if (!built || !bytes || !decided) return false;
    std::printf("%-20d%14.3f%14.2f%14.0f%14.2f\n", criteria, compiled.count() / criteria, *built / criteria,
                static_cast<double>(*bytes) / criteria, *decided / criteria);
    return true;
}

}  // namespace

bool print_cost_of_criteria(int most_criteria) {
    std::printf("\n%-20s%14s%14s%14s%14s\n", "criteria; by each", "ms polc", "ms C++", "bytes", "ns to decide");
    bool succeeded = true;
    for (int criteria = 10; criteria <= most_criteria; criteria *= 10) succeeded = print_row(criteria) && succeeded;
    return succeeded;
}

}  // namespace bench
