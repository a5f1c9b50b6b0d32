#include "tests/bench/commands.hpp"

#include "tests/support/scratch_folder.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>
#include <vector>

namespace bench {
namespace {

namespace fs = std::filesystem;

void print_time(const std::optional<double>& milliseconds) {
    if (milliseconds) {
        std::printf("%14.1f", *milliseconds);
    } else {
        std::printf("%14s", "failed");
    }
}

/// Checks the policy, writes its evaluator and compiles that; plans and facts files have no evaluator.
bool print_row(const fs::path& policy, const fs::path& directory, int repetitions) {
    const std::string imports = " --import-dir " + quoted(policy.parent_path());
    const auto check = time_command(quoted(POL_POLC) + " check " + quoted(policy) + imports, repetitions);
    std::printf("%-20s", policy.filename().c_str());
    print_time(check);
    const std::string generate = quoted(POL_POLC) + " compile " + quoted(policy) + imports + " -o " + quoted(directory);
    const auto compile = time_command(generate, repetitions);
    if (!compile) {
        std::printf("%14s%14s%14s\n", "-", "-", "-");
        return check.has_value();
    }
    print_time(compile);
    const fs::path source = directory / policy.filename().replace_extension(".cpp");
    const fs::path object = directory / "evaluator.o";
    const std::string build = quoted(POL_CXX) + " -std=c++20 -O2 -DPOL_ENGINE_APART -c " + quoted(source) + " -I " +
                              quoted(POL_RUNTIME_INCLUDE) + " -I " + quoted(directory) + " -o " + quoted(object);
    const auto built = time_command(build, repetitions);
    print_time(built);
    const std::optional<long> bytes = built ? bytes_of(object) : std::nullopt;
    std::printf("%14ld\n", bytes.value_or(0));
    return check && bytes;
}

/// A text of Qalsody in which Medicaid asks for another age, in a directory of its own.
bool write_edited_qalsody(const fs::path& text, const fs::path& copy) {
    std::ifstream in(text);
    std::string policy((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
    const std::string asked = "at least 18 years";
    const std::size_t item = policy.find("\"18 years or older\"");
    const std::size_t age = policy.find(asked, item);
    if (item == std::string::npos || age == std::string::npos) return false;
    policy.replace(age, asked.size(), "at least 21 years");
    std::ofstream out(copy);
    out << policy;
    return out.good();
}

}  // namespace

std::string quoted(const fs::path& path) { return pol::test::shell_word(path.string()); }

std::optional<long> bytes_of(const fs::path& object) {
    FILE* const output = popen(fmt::format("size {} | tail -n 1", quoted(object)).c_str(), "r");
    if (output == nullptr) return std::nullopt;
    long text = 0, data = 0;
    const bool is_read = std::fscanf(output, "%ld%ld", &text, &data) == 2;
    return pclose(output) == 0 && is_read ? std::optional(text + data) : std::nullopt;
}

std::optional<double> time_command(const std::string& command, int repetitions) {
    std::optional<double> best;
    for (int i = 0; i < repetitions; ++i) {
        const auto start = std::chrono::steady_clock::now();
        if (std::system((command + " > /dev/null 2>&1").c_str()) != 0) return std::nullopt;
        const std::chrono::duration<double, std::milli> elapsed = std::chrono::steady_clock::now() - start;
        best = std::min(best.value_or(elapsed.count()), elapsed.count());
    }
    return best;
}

bool print_diff_time(int repetitions) {
    const pol::test::ScratchFolder scratch;
    const fs::path policies = POL_POLICIES_DIR;
    const fs::path newer = scratch.path() / "qalsody.pol";
    std::optional<double> time;
    if (write_edited_qalsody(policies / "qalsody.pol", newer))
        time = time_command(quoted(POL_POLC) + " diff " + quoted(policies / "qalsody.pol") + " " + quoted(newer) +
                                " --import-dir " + quoted(policies),
                            repetitions);
    std::printf("\n%-20s", "polc diff, Qalsody");
    print_time(time);
    std::printf("\n");
    return time.has_value();
}

bool print_compile_times(int repetitions) {
    std::vector<fs::path> policies;
    for (const fs::directory_entry& entry : fs::directory_iterator(POL_POLICIES_DIR))
        if (entry.path().extension() == ".pol") policies.push_back(entry.path());
    std::sort(policies.begin(), policies.end());
    const pol::test::ScratchFolder scratch;
    std::printf("\n%-20s%14s%14s%14s%14s\n", "milliseconds", "polc check", "polc compile", "C++ compiler",
                "object bytes");
    bool succeeded = true;
    for (const fs::path& policy : policies) succeeded = print_row(policy, scratch.path(), repetitions) && succeeded;
    return succeeded;
}

}  // namespace bench
