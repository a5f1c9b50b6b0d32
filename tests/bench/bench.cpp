#include "tests/bench/batch.hpp"
#include "tests/bench/by_hand/esketamine.hpp"
#include "tests/bench/by_hand/infliximab.hpp"
#include "tests/bench/commands.hpp"
#include "tests/bench/json/json_lines.hpp"
#include "tests/bench/load_policy.hpp"
#include "tests/bench/measure.hpp"
#include "tests/bench/policy_batches.hpp"
#include "tests/bench/qalsody_requests.hpp"
#include "tests/bench/registries.hpp"
#include "tests/bench/requests.hpp"
#include "tests/bench/throughput.hpp"

#include <botulinum_toxin.hpp>
#include <epoetin.hpp>
#include <esketamine.hpp>
#include <hepatitis_c.hpp>
#include <immune_globulin.hpp>
#include <infliximab.hpp>
#include <weight_management.hpp>
#include <zolgensma.hpp>

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>

// The compiled evaluators of all policies; some against one that a person wrote, on the same requests in the same run.
// `--smoke` runs everything once and briefly, `--criteria COUNT` only what criteria cost, up to so many.

namespace {

using bench::Compiled;
using bench::CompiledWithLists;
using bench::Measure;
using bench::Requests;
using bench::Scale;

using BotulinumToxin =
    CompiledWithLists<plan::botulinum_toxin::Request, plan::botulinum_toxin::Entries, plan::botulinum_toxin::decide,
                      plan::botulinum_toxin::assign, plan::botulinum_toxin::add_entry>;
using Epoetin = Compiled<plan::epoetin::Request, plan::epoetin::decide, plan::epoetin::assign>;
using Esketamine = CompiledWithLists<plan::esketamine::Request, plan::esketamine::Entries, plan::esketamine::decide,
                                     plan::esketamine::assign, plan::esketamine::add_entry>;
using HepatitisC = Compiled<plan::hepatitis_c::Request, plan::hepatitis_c::decide, plan::hepatitis_c::assign>;
using ImmuneGlobulin =
    Compiled<plan::immune_globulin::Request, plan::immune_globulin::decide, plan::immune_globulin::assign>;
using Infliximab = CompiledWithLists<plan::infliximab::Request, plan::infliximab::Entries, plan::infliximab::decide,
                                     plan::infliximab::assign, plan::infliximab::add_entry>;
using WeightManagement =
    Compiled<plan::weight_management::Request, plan::weight_management::decide, plan::weight_management::assign>;
using Zolgensma = Compiled<plan::zolgensma::Request, plan::zolgensma::decide, plan::zolgensma::assign>;

template <class Policy>
void add_both(Measure& measure, const Requests<Policy>& requests, std::nullptr_t) {
    measure.add("generated", requests.all, Policy::decide);
}
template <class Policy, class ByHand>
void add_both(Measure& measure, const Requests<Policy>& requests, ByHand by_hand) {
    measure.add("generated", requests.all, Policy::decide);
    measure.add("by hand", requests.all, by_hand);
}

/// Whether no decision allocated.
template <class Policy, class ByHand = std::nullptr_t>
bool measure(const std::string& name, const Scale& scale, ByHand by_hand = nullptr) {
    const pol::model::Policy policy = bench::load_policy(name);
    const Requests<Policy> few = bench::make_requests<Policy>(policy, 1, scale.few);
    const Requests<Policy> many = bench::make_requests<Policy>(policy, 2, scale.many);
    Measure measure(name, scale);
    add_both(measure, few, by_hand);
    add_both(measure, many, by_hand);
    return measure.print_rows();
}

/// The evaluator of Qalsody by hand takes requests of a form of its own.
bool measure_qalsody(const Scale& scale) {
    const bench::QalsodyRequests few = bench::make_qalsody_requests(1, scale.few);
    const bench::QalsodyRequests many = bench::make_qalsody_requests(2, scale.many);
    Measure measure("qalsody", scale);
    for (const bench::QalsodyRequests* requests : {&few, &many}) {
        measure.add("generated", requests->compiled, plan::qalsody::decide);
        measure.add("by hand", requests->by_hand, by_hand::decide);
    }
    return measure.print_rows();
}

bool print_decide_times(const Scale& scale) {
    bench::print_head();
    bool allocates_nothing = measure_qalsody(scale);
    allocates_nothing &= measure<Esketamine>("esketamine", scale, hand::esketamine::decide);
    allocates_nothing &= measure<Infliximab>("infliximab", scale, hand::infliximab::decide);
    allocates_nothing &= measure<BotulinumToxin>("botulinum_toxin", scale);
    allocates_nothing &= measure<Epoetin>("epoetin", scale);
    allocates_nothing &= measure<HepatitisC>("hepatitis_c", scale);
    allocates_nothing &= measure<ImmuneGlobulin>("immune_globulin", scale);
    allocates_nothing &= measure<WeightManagement>("weight_management", scale);
    allocates_nothing &= measure<Zolgensma>("zolgensma", scale);
    return allocates_nothing;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc == 3 && std::strcmp(argv[1], "--criteria") == 0)
        return bench::print_cost_of_criteria(std::atoi(argv[2])) ? 0 : 1;
    const bool is_smoke = argc > 1 && std::strcmp(argv[1], "--smoke") == 0;
    const Scale scale = is_smoke ? bench::smoke : Scale{};
    std::string program = argv[0];
    std::string interleaved = "--benchmark_enable_random_interleaving=true";
    char* arguments[] = {program.data(), interleaved.data(), nullptr};
    int argument_count = 2;
    benchmark::Initialize(&argument_count, arguments);
    const bool allocates_nothing = print_decide_times(scale);
    const bool reads_alike = bench::print_json_times(scale);
    const bool batches_agree = bench::print_batch_times(scale) && bench::print_policy_batch_times(scale);
    const bool commands_succeeded =
        bench::print_compile_times(scale.command_repetitions) && bench::print_diff_time(scale.command_repetitions) &&
        bench::print_throughput(scale.most_policies) && bench::print_cost_of_criteria(scale.most_criteria) &&
        bench::print_registry_times(scale.most_policies);
    return allocates_nothing && reads_alike && batches_agree && commands_succeeded ? 0 : 1;
}
