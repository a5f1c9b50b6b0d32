#include "tests/bench/policy_batches.hpp"

#include "tests/behavior/policy_columns.hpp"
#include "tests/bench/best_time.hpp"
#include "tests/bench/load_policy.hpp"
#include "tests/bench/requests.hpp"

#include <botulinum_toxin_batch.hpp>
#include <epoetin_batch.hpp>
#include <esketamine_batch.hpp>
#include <hepatitis_c_batch.hpp>
#include <immune_globulin_batch.hpp>
#include <infliximab_batch.hpp>
#include <weight_management_batch.hpp>
#include <zolgensma_batch.hpp>

#include <algorithm>
#include <cstdio>
#include <string>
#include <vector>

namespace bench {
namespace {

constexpr std::size_t most_rows = 16'384;

template <class Columns, class Entries = pol::testing::NoEntries>
bool print_row(const Scale& scale, const std::string& name, const pol::PolicyDescription& description) {
    const std::size_t rows = std::min(scale.many, most_rows);
    const pol::model::Policy policy = load_policy(name);
    DistinctRequests drawn(policy, 5);
    std::vector<pol::RequestRecord> records;
    while (records.size() < rows) records.push_back(drawn.next());
    const pol::testing::PolicyColumns<Columns, Entries> held(description.facts, records);
    const Columns& columns = held.columns();
    std::vector<decltype(request_at(columns, 0))> requests;
    for (std::size_t row = 0; row < rows; ++row) requests.push_back(request_at(columns, row));
    std::vector<pol::Outcome> batch(rows), single(rows);
    const double by_batch = best_time_a_row(scale, rows, [&] { decide(columns, rows, {.outcomes = batch.data()}); });
    const double by_row = best_time_a_row(scale, rows, [&] {
        for (std::size_t row = 0; row < rows; ++row) single[row] = decide(requests[row]).outcome;
    });
    std::printf("%-18s %9zu %10.2f %10s %10.2f %8s %8.1f\n", name.c_str(), rows, by_batch, "-", by_row, "-",
                by_row / by_batch);
    return batch == single;
}

}  // namespace

bool print_policy_batch_times(const Scale& scale) {
    bool agrees = true;
    agrees &= print_row<plan::zolgensma::Columns>(scale, "zolgensma", plan::zolgensma::description());
    agrees &= print_row<plan::epoetin::Columns>(scale, "epoetin", plan::epoetin::description());
    agrees &= print_row<plan::immune_globulin::Columns>(scale, "immune_globulin", plan::immune_globulin::description());
    agrees &= print_row<plan::hepatitis_c::Columns>(scale, "hepatitis_c", plan::hepatitis_c::description());
    agrees &=
        print_row<plan::weight_management::Columns>(scale, "weight_management", plan::weight_management::description());
    agrees &= print_row<plan::esketamine::Columns, plan::esketamine::Entries>(scale, "esketamine",
                                                                              plan::esketamine::description());
    agrees &= print_row<plan::infliximab::Columns, plan::infliximab::Entries>(scale, "infliximab",
                                                                              plan::infliximab::description());
    agrees &= print_row<plan::botulinum_toxin::Columns, plan::botulinum_toxin::Entries>(
        scale, "botulinum_toxin", plan::botulinum_toxin::description());
    if (!agrees) std::printf("a batch and its single requests do not decide the same\n");
    return agrees;
}

}  // namespace bench
