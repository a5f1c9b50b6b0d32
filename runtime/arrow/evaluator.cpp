#include "pol/arrow/evaluator.hpp"

#include "pol/date_text.hpp"
#include "runtime/arrow/decider.hpp"
#include "runtime/arrow/give_away.hpp"
#include "runtime/arrow/problem.hpp"

#include <algorithm>
#include <numeric>
#include <string>
#include <utility>

namespace pol::arrow {

namespace {

thread_local std::string last_identity;

std::string decide_all(Decider& decider, std::int64_t rows) {
    std::vector<std::int64_t> part;
    for (std::int64_t first = 0; first < rows; first += rows_at_a_time) {
        part.resize(static_cast<std::size_t>(std::min(rows_at_a_time, rows - first)));
        std::iota(part.begin(), part.end(), first);
        const std::vector<std::string>& problems = decider.decide(part, part);
        for (std::size_t i = 0; i < part.size(); ++i)
            if (!problems[i].empty()) return "row " + std::to_string(part[i]) + ", " + problems[i];
    }
    return {};
}

std::string evaluate_or_say(const Evaluator& evaluator, const ArrowSchema& input_schema, const ArrowArray& input,
                            ArrowSchema& output_schema, ArrowArray& output) {
    Input columns(evaluator.description());
    if (std::string problem = columns.bind(input_schema, input); !problem.empty()) return problem;
    if (input.length > most_rows) return "a batch has at most " + std::to_string(most_rows) + " rows; send it in parts";
    Output decided(static_cast<std::size_t>(input.length));
    Decider decider(evaluator, columns, decided);
    if (std::string problem = decide_all(decider, input.length); !problem.empty()) return problem;
    give_away(output_columns(), built_structure(input.length, decided.columns()), output_schema, output);
    return {};
}

/// Numbers of policies are an author's text.
std::string json_text(Text text) {
    constexpr char digits[] = "0123456789abcdef";
    std::string written = "\"";
    for (std::uint32_t i = 0; i < text.size; ++i) {
        const auto byte = static_cast<unsigned char>(text.data[i]);
        if (byte < 0x20) {
            written += {'\\', 'u', '0', '0', digits[byte >> 4], digits[byte & 15]};
            continue;
        }
        if (byte == '"' || byte == '\\') written += '\\';
        written += text.data[i];
    }
    return written + "\"";
}

}  // namespace

const char* describe(const Evaluator& evaluator, ArrowSchema* input, ArrowSchema* output) noexcept {
    return problem_of([&]() -> std::string {
        give_schemas(input_columns(evaluator.description()), input, output_columns(), output);
        return {};
    });
}

const char* evaluate(const Evaluator& evaluator, const ArrowSchema* input_schema, const ArrowArray* input,
                     ArrowSchema* output_schema, ArrowArray* output) noexcept {
    return problem_of([&]() -> std::string {
        if (input_schema == nullptr || input == nullptr || output_schema == nullptr || output == nullptr)
            return "a pointer is null";
        return evaluate_or_say(evaluator, *input_schema, *input, *output_schema, *output);
    });
}

const char* identify(const Evaluator& evaluator) noexcept {
    const char* problem = problem_of([&] {
        const PolicyDescription& policy = evaluator.description();
        last_identity = R"({"policy": )" + json_text(policy.number) + R"(, "text": ")" + iso_text(policy.text_from) +
                        R"(", "hash": )" + json_text(policy.hash) + R"(, "compiler": )" + json_text(policy.compiler) +
                        "}";
        return std::string();
    });
    return problem == nullptr ? last_identity.c_str() : nullptr;
}

}  // namespace pol::arrow
