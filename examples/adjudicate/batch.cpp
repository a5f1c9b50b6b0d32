#include "examples/adjudicate/batch.hpp"

#include "examples/adjudicate/line_reader.hpp"

void Batch::clear() {
    text.clear();
    lines.clear();
    decisions.clear();
    errors.clear();
    bad_lines = 0;
}

void Batch::add_line(std::size_t line_number, std::string_view line, bool is_too_long) {
    lines.push_back({line_number, text.size(), line.size(), is_too_long});
    text += line;
}

void decide_lines(Batch& batch, Desk& desk, const Evaluator& evaluator, pol::json::Detail detail,
                  const std::string& input_name) {
    for (const Batch::Line& line : batch.lines) {
        const std::string_view text = std::string_view(batch.text).substr(line.begin, line.size);
        const auto place = [&] { return input_name + ':' + std::to_string(line.number); };
        if (line.is_too_long) {
            batch.errors +=
                place() + ": error: $: longer than " + std::to_string(LineReader::longest_line) + " bytes\n";
            ++batch.bad_lines;
        } else if (text.find_first_not_of(" \t\r") != std::string_view::npos) {
            const pol::json::Reading& reading = evaluator.decide_line(desk, text, detail, batch.decisions);
            if (reading.errors.empty()) continue;
            batch.errors += error_lines(reading, place(), pol::json::Framing::one_a_line);
            ++batch.bad_lines;
        }
    }
}
