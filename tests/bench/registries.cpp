#include "tests/bench/registries.hpp"

#include "tests/bench/commands.hpp"
#include "tests/support/scratch_folder.hpp"

#include <fmt/format.h>

#include <cstdio>
#include <cstdlib>
#include <string>

namespace bench {

bool print_registry_times(int most_policies) {
    std::printf("\n%-10s%10s%10s%7s%10s%10s%7s%10s%10s%7s%10s%10s\n", "registry", "ns find", "random", "ratio",
                "decide", "random", "ratio", "by names", "random", "ratio", "ms polc", "ms C++");
    bool succeeded = true;
    for (int count = 1; count <= most_policies; count *= 100) {
        const pol::test::ScratchFolder scratch;
        std::fflush(stdout);
        const std::string command =
            fmt::format("{} {} {} {}", quoted(POL_REGISTRY_SCALE), quoted(POL_POLC), count, quoted(scratch.path()));
        succeeded = std::system(command.c_str()) == 0 && succeeded;
    }
    return succeeded;
}

}  // namespace bench
