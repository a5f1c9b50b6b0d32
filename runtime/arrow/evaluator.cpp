#include "pol/arrow/evaluator.hpp"

#include "pol/date_text.hpp"
#include "runtime/arrow/input.hpp"
#include "runtime/arrow/output.hpp"
#include "runtime/arrow/schema.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace pol::arrow {

namespace {

/// What the last call in this thread says; empty where nothing was wrong.
thread_local std::string last_problem;
thread_local std::string last_identity;

/// Runs what may run out of memory; nothing is thrown across the C interface.
template <class Call>
const char* problem_of(const Call& call) noexcept {
    try {
        last_problem = call();
        return last_problem.empty() ? nullptr : last_problem.c_str();
    } catch (...) {
        return "there is not enough memory";
    }
}

/// Where a part of a batch is decided to.
struct Part {
    std::array<Outcome, rows_at_a_time> outcomes;
    std::array<batch::Plane, batch::words_for(rows_at_a_time)> denials;
    std::array<std::int32_t, rows_at_a_time> from;
    std::array<std::int32_t, rows_at_a_time> through;

    [[nodiscard]] batch::Decisions decisions() {
        return {.outcomes = outcomes.data(),
                .denials = denials.data(),
                .possible = nullptr,
                .approved_from = from.data(),
                .approved_through = through.data()};
    }
};

std::string decide_all(const Evaluator& evaluator, Input& input, std::int64_t rows, Output& output) {
    Part part;
    std::vector<batch::AnyColumn> columns;
    for (std::int64_t first = 0; first < rows; first += rows_at_a_time) {
        const std::int64_t count = std::min(rows_at_a_time, rows - first);
        if (std::string problem = input.read(first, count, columns); !problem.empty()) return problem;
        const batch::Decisions decisions = part.decisions();
        evaluator.decide(columns.data(), static_cast<std::size_t>(count), decisions);
        output.take(static_cast<std::size_t>(first), static_cast<std::size_t>(count), decisions);
    }
    return {};
}

std::string evaluate_or_say(const Evaluator& evaluator, const ArrowSchema& input_schema, const ArrowArray& input,
                            ArrowSchema& output_schema, ArrowArray& output) {
    Input columns(evaluator.description());
    if (std::string problem = columns.bind(input_schema, input); !problem.empty()) return problem;
    if (input.length > most_rows) return "a batch has at most " + std::to_string(most_rows) + " rows; send it in parts";
    Output decided(static_cast<std::size_t>(input.length));
    if (std::string problem = decide_all(evaluator, columns, input.length, decided); !problem.empty()) return problem;
    ArrowSchema schema;
    write_schema(output_columns(), schema);
    try {
        Output::move_into(std::move(decided), output);
    } catch (...) {
        schema.release(&schema);
        throw;
    }
    output_schema = schema;
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
        if (input != nullptr) write_schema(input_columns(evaluator.description()), *input);
        if (output != nullptr) write_schema(output_columns(), *output);
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
