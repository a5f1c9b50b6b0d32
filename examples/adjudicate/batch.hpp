#pragma once

#include "examples/adjudicate/evaluator.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

/// Some lines that follow each other, and what they came to.
struct Batch {
    struct Line {
        std::size_t number = 0;
        std::size_t begin = 0;
        std::size_t size = 0;
        bool is_too_long = false;
    };

    /// Its place among the batches of a run, from 0.
    std::size_t number = 0;
    std::string text{};
    std::vector<Line> lines{};

    std::string decisions{};
    std::string errors{};
    std::size_t bad_lines = 0;

    void clear();
    void add_line(std::size_t line_number, std::string_view line, bool is_too_long);
};

/// Decides every line of a batch, in order. `input_name` stands in its errors.
void decide_lines(Batch& batch, Desk& desk, const Evaluator& evaluator, pol::json::Detail detail,
                  const std::string& input_name);
