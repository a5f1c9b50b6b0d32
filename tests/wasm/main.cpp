// The native host of the decider: `decider COUNT` prints that many decisions, one a line.
#include "decider.hpp"

#include <cstdio>
#include <cstdlib>

int main(int count, char** arguments) {
    const auto requests = static_cast<std::uint32_t>(count > 1 ? std::strtoul(arguments[1], nullptr, 10) : 0);
    for (std::uint32_t number = 0; number < requests; ++number) {
        const char* line = decided(number);
        std::fwrite(line, 1, decided_size(), stdout);
        std::putchar('\n');
    }
}
