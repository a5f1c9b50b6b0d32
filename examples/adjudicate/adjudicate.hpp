#pragma once

#include "examples/adjudicate/evaluator.hpp"

#include <pol/json/write_decision.hpp>

#include <cstddef>
#include <string>

struct Options {
    /// File of JSON lines, `-` for standard input.
    std::string input = "-";
    /// File for the decisions, `-` for standard output.
    std::string output = "-";
    pol::json::Detail detail = pol::json::Detail::full;
    bool has_summary = true;
    /// How many decide side by side, 1 or more.
    std::size_t threads = 1;
};

/// What the program returns to its caller.
enum class ExitCode { success = 0, bad_request = 1, wrong_use = 2, environment = 3 };

/// Decides every line of the input in order, one decision a line. A line that is no request is reported on standard
/// error and passed over; the summary stands there too. Memory does not grow with the input, and what is written does
/// not depend on the number of threads.
[[nodiscard]] ExitCode adjudicate(const Evaluator& evaluator, const Options& options);
