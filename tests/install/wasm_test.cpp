// The evaluator of Qalsody, compiled for WebAssembly by the same function and run under Node, decides as the native
// one.

#include "tests/install/project.hpp"
#include "tests/support/golden.hpp"

#include <doctest/doctest.h>

using namespace pol::test;

namespace {

const std::string requests = "5000";

std::string decisions(const std::string& options, const std::string& program) {
    const Project project("tests/wasm");
    project.make(options +
                 " -DCMAKE_BUILD_TYPE=Release -DPOL_POLICIES=" + shell_word((repository / "policies").string()));
    const CommandResult result = project.run_there(program + " " + requests);
    REQUIRE_MESSAGE(result.exit_code == 0, result.output);
    return result.output;
}

bool compiles_for_wasm() {
    const ScratchFolder folder;
    const std::string source =
        folder.write("main.cpp", "#include <string>\nint main() { return std::string(9, 'x')[0] == 0; }\n").string();
    return run("clang++-14 --target=wasm32-wasi " + shell_word(source) + " -o /dev/null").exit_code == 0;
}

}  // namespace

TEST_CASE("compiled for WebAssembly an evaluator decides as the native one, byte for byte") {
    if (!is_there("node") || !compiles_for_wasm())
        return skip(
            "clang-14 lld-14 wasi-libc libclang-rt-14-dev-wasm32 libc++-14-dev-wasm32 libc++abi-14-dev-wasm32 nodejs");
    const std::string native = decisions(with("Ninja"), "build/decider");
    CHECK(count(native, "\n") == 5000);
    for (const char* outcome :
         {"approved:", "needs information:", "criteria not met:", "excluded:", "refer:", "review:", "does not apply:"})
        CHECK_MESSAGE(count(native, outcome) >= 10, outcome);
    const std::string toolchain = " -DCMAKE_TOOLCHAIN_FILE=wasm32-wasi.cmake";
    const std::string wasm = decisions("-G Ninja -DCMAKE_PREFIX_PATH=" + shell_word(prefix.string()) + toolchain,
                                       "node host.js build/decider.wasm");
    CHECK(difference(native, wasm) == "");
}
