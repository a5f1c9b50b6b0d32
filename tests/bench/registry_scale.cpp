// How much a lookup and a decision cost in a registry of many policies; made and run by the script `registry_scale`,
// which says how many milliseconds polc and the C++ compiler took.

#include "pol/decide_record.hpp"
#include "pol/generic_request.hpp"
#include "tests/bench/thread_time.hpp"

#include <scale_registry.hpp>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>
#include <vector>

namespace {

constexpr int repetitions = 7;
constexpr std::size_t decisions = 200'000;
const pol::Date day = pol::date_of(2026, 7, 1);
const pol::RequestDays days = {.of_service = {day, day}};

/// The best of several runs over all codes, for each of them.
template <class Each>
double nanoseconds(const std::vector<pol::Code>& codes, Each each) {
    double best = 1e18;
    for (int i = 0; i < repetitions; ++i) {
        const double begin = bench::thread_nanoseconds();
        for (const pol::Code code : codes) each(code);
        best = std::min(best, (bench::thread_nanoseconds() - begin) / static_cast<double>(codes.size()));
    }
    return best;
}

std::vector<pol::Code> drawn_codes(const pol::Registry& registry, std::uint32_t among) {
    std::vector<pol::Code> codes;
    std::uint64_t state = 1;
    for (std::size_t i = 0; i < decisions; ++i) {
        state = state * 6364136223846793005U + 1442695040888963407U;
        codes.push_back(registry.codes[(state >> 33U) % among].code);
    }
    return codes;
}

pol::GenericRequest request_for(const pol::PolicyDescription& policy) {
    pol::GenericRequest request(policy);
    std::string problems = request.set("line_of_business", "group") + request.set("benefit", "medical") +
                           request.set("request", "initial") + request.set("date_of_service", day) +
                           request.set("birth_date", pol::exact_day(pol::date_of(2001, 3, 9))) +
                           request.set("severity", "severe", pol::Evidence::documented);
    if (!problems.empty()) std::fprintf(stderr, "%s\n", problems.c_str());
    return request;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 3) return EXIT_FAILURE;
    const pol::Registry& registry = scale::scale_registry();
    const pol::CompiledPolicy& first = registry.texts[0].policy();
    // All policies are alike, so one request in one room serves them.
    const std::unique_ptr<std::max_align_t[]> request(
        new std::max_align_t[first.request_size / sizeof(std::max_align_t) + 1]);
    const std::unique_ptr<std::max_align_t[]> room(
        new std::max_align_t[first.decision_size / sizeof(std::max_align_t) + 1]);
    first.begin_request(request.get());
    const pol::GenericRequest given = request_for(*first.description);
    for (std::size_t fact = 0; fact < given.record().answers.size(); ++fact)
        first.assign(request.get(), static_cast<std::uint16_t>(fact), given.record().answers[fact]);

    std::size_t approved = 0;
    const auto look_up = [&](pol::Code code) { approved += registry.find(code, days).empty() ? 0 : 1; };
    const auto decide = [&](pol::Code code) {
        for (const pol::RegisteredText& text : registry.find(code, days))
            if (text.policy().decide(request.get(), room.get()).outcome == pol::Outcome::approved) ++approved;
    };
    const auto decide_record = [&](pol::Code code) {
        for (const pol::RegisteredText& text : registry.find(code, days))
            if (pol::decide(text.policy(), given.record()).outcome == pol::Outcome::approved) ++approved;
    };
    const std::vector<pol::Code> one = drawn_codes(registry, 1);
    const std::vector<pol::Code> all = drawn_codes(registry, registry.codes.size);
    std::printf("%-10u", registry.texts.size);
    const auto print_times = [&](auto each) {
        const double single = nanoseconds(one, each);
        const double random = nanoseconds(all, each);
        std::printf("%10.1f%10.1f%7.2f", single, random, random / single);
    };
    print_times(look_up);
    print_times(decide);
    print_times(decide_record);
    std::printf("%10s%10s\n", argv[1], argv[2]);
    first.end_request(request.get());
    return approved > 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
