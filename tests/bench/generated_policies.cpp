#include "tests/bench/generated_policies.hpp"

#include <fmt/format.h>

#include <fstream>

namespace bench {
namespace {

constexpr int facts_of_a_kind = 12;

void write(const std::filesystem::path& path, const std::string& text) {
    std::ofstream out(path, std::ios::binary);
    out << text;
}

std::string facts_text() {
    std::string text = "facts bench_facts from provider\n";
    for (int i = 0; i < facts_of_a_kind; ++i) {
        text += fmt::format("  stage_{} : one of mild, moderate, severe  ask \"What is stage {}?\"\n", i, i);
        text += fmt::format("  sign_{} : yes/no  ask \"Is there sign {}?\"\n", i, i);
        text += fmt::format("  day_{} : date  ask \"On which day was {}?\"\n", i, i);
    }
    return text + "end\n";
}

/// What one criterion asks.
std::string condition(int index, int seed) {
    const int fact = (index / 4 + seed) % facts_of_a_kind;
    switch (index % 4) {
        case 0:
            return fmt::format("stage_{} is one of moderate, severe", fact);
        case 1:
            return fmt::format("attested sign_{} is yes", fact);
        case 2:
            return fmt::format("age at date_of_service is at least {} years", 2 + (index + seed) % 60);
        default:
            return fmt::format("day_{} is within {} days before date_of_service", fact, 30 + (index + seed) % 300);
    }
}

std::string criteria_text(int criteria, int seed) {
    std::string text;
    for (int i = 0; i < criteria; ++i) {
        const bool is_alternative = i % 4 == 2 && i + 1 < criteria;
        if (is_alternative) text += "    any of\n";
        text +=
            fmt::format("    {}. \"criterion {} of the printed list\"\n       {}\n", i + 1, i + 1, condition(i, seed));
        if (i % 4 == 3) text += "    end\n";
    }
    return text;
}

std::string policy_text(const std::string& name, int criteria, int seed) {
    return fmt::format(
        "policy {0} \"Benchmab\"\n  number \"BENCH-{1}\"\n  plan bench_plan\n  facts bench_facts\n"
        "  text from 2026-01-01 by date_of_service\n  earlier not on file\nend\n\n"
        "drug benchmab \"Benchmab\"\n  hcpcs J{2:04} = 1 mg per unit\nend\n\n"
        "applies to\n  [x] group    [x] medicaid\nend\n\n"
        "section A \"All members\"\n  for group, medicaid\n"
        "  initial requires all of\n{3}  end\n"
        "  M1. \"months\"\n     approve 6 months from date_of_service\n     renewal requires items 1\n"
        "  otherwise criteria not met\nend\n\n"
        "guidelines G\n  1. evidence is documented\nend\n",
        name, seed, 1000 + seed % 8999, criteria_text(criteria, seed));
}

}  // namespace

void write_imports(const std::filesystem::path& directory) {
    write(directory / "bench_facts.pol", facts_text());
    write(directory / "bench_plan.pol",
          "plan bench_plan \"Bench plan\"\n  lines of business\n    group \"Group\"\n    medicaid \"Medicaid\"\n  end\n"
          "  benefits medical\n  requests initial, renewal\n  calendar\n    short months take the last day\n"
          "    leap birthday 1 March\n  end\nend\n");
}

std::filesystem::path write_policy(const std::filesystem::path& directory, const std::string& name, int criteria,
                                   int seed) {
    std::filesystem::path path = directory / (name + ".pol");
    write(path, policy_text(name, criteria, seed));
    return path;
}

}  // namespace bench
