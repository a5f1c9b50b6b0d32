#include "tests/bench/measure.hpp"

#include <cstdio>

namespace bench {

void Summary::ReportRuns(const std::vector<Run>& runs) {
    for (const Run& run : runs) {
        if (run.run_type != Run::RT_Iteration || run.error_occurred) continue;
        const std::string& name = run.run_name.function_name;
        // Of this thread: what others do on the machine shows less.
        const double time = run.GetAdjustedCPUTime();
        const auto [entry, is_new] = best_.try_emplace(name, time);
        if (!is_new && time < entry->second) entry->second = time;
        allocated_[name] += static_cast<std::uint64_t>(run.counters.at("allocations"));
    }
}

double Summary::best(const std::string& name) const {
    const auto found = best_.find(name);
    return found == best_.end() ? 0 : found->second;
}

std::uint64_t Summary::allocated(const std::string& name) const {
    const auto found = allocated_.find(name);
    return found == allocated_.end() ? 0 : found->second;
}

void print_head() {
    std::printf("\n%-20s%12s%12s%12s%12s%14s\n", "ns/request", "distinct", "generated", "by hand", "ratio",
                "allocations");
}

void Measure::print_row(const Summary& summary, std::size_t count) const {
    const double generated = summary.best(name_of("generated", count));
    const double by_hand = summary.best(name_of("by hand", count));
    std::printf("%-20s%12zu%12.1f", policy_.c_str(), count, generated);
    if (by_hand > 0)
        std::printf("%12.1f%12.2f", by_hand, generated / by_hand);
    else
        std::printf("%12s%12s", "-", "-");
    const std::uint64_t allocated =
        summary.allocated(name_of("generated", count)) + summary.allocated(name_of("by hand", count));
    std::printf("%14llu\n", static_cast<unsigned long long>(allocated));
    std::fflush(stdout);
}

bool Measure::print_rows() {
    Summary summary;
    benchmark::RunSpecifiedBenchmarks(&summary);
    benchmark::ClearRegisteredBenchmarks();
    bool allocates_nothing = true;
    for (const std::size_t count : {scale_.few, scale_.many}) {
        print_row(summary, count);
        for (const char* const evaluator : {"generated", "by hand"})
            allocates_nothing = allocates_nothing && summary.allocated(name_of(evaluator, count)) == 0;
    }
    return allocates_nothing;
}

}  // namespace bench
