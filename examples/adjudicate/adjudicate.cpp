#include "examples/adjudicate/adjudicate.hpp"

#include "examples/adjudicate/line_reader.hpp"
#include "examples/adjudicate/output_file.hpp"
#include "examples/adjudicate/summary.hpp"

#include <fcntl.h>
#include <pol/json/read_request.hpp>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>

namespace {

constexpr std::size_t lines_between_progress = 50'000;

/// One run over one input.
class Adjudication {
public:
    Adjudication(const Evaluator& evaluator, const Options& options)
        : evaluator_(evaluator),
          options_(options),
          input_name_(options.input == "-" ? "<standard input>" : options.input),
          summary_(evaluator.policy) {}

    [[nodiscard]] ExitCode run() {
        const int input = options_.input == "-" ? STDIN_FILENO : ::open(options_.input.c_str(), O_RDONLY | O_CLOEXEC);
        if (input < 0) return fail("cannot read", input_name_, errno);
        if (!output_.open(options_.output)) return fail("cannot write", output_name(), output_.error());
        // A program that answers over pipes gets each decision before this one waits for the next request.
        LineReader reader(input, [this] { output_.flush(); });
        while (!output_.has_failed() && reader.next()) take(reader);
        if (input != STDIN_FILENO) ::close(input);
        clear_progress();
        if (reader.error() != 0) return fail("cannot read", input_name_, reader.error());
        if (output_.has_failed() || !output_.finish()) return fail("cannot write", output_name(), output_.error());
        if (options_.has_summary) std::fputs(summary_.text(input_name_).c_str(), stderr);
        return summary_.bad_lines() > 0 ? ExitCode::bad_request : ExitCode::success;
    }

private:
    void take(const LineReader& reader) {
        if (reader.number() % lines_between_progress == 0) show_progress(reader.number());
        if (reader.is_too_long()) {
            report(place_of(reader.number()) + ": error: $: longer than " + std::to_string(LineReader::longest_line) +
                   " bytes\n");
            summary_.add_bad_line();
        } else if (reader.line().find_first_not_of(" \t\r") != std::string_view::npos) {
            decide(reader.number(), reader.line());
        }
    }

    void decide(std::size_t number, std::string_view line) {
        const pol::json::RequestReading reading = pol::json::read_request(line, evaluator_.policy);
        if (!reading.errors.empty()) {
            report(error_lines(reading, place_of(number), pol::json::Framing::one_a_line));
            return summary_.add_bad_line();
        }
        const pol::DecisionRecord decision = evaluator_.decide(reading.request);
        summary_.add(decision);
        output_.write_line(pol::json::write_decision(decision, evaluator_.policy, reading.id, options_.detail));
    }

    [[nodiscard]] std::string place_of(std::size_t line) const { return input_name_ + ':' + std::to_string(line); }

    void report(const std::string& lines) {
        clear_progress();
        std::fputs(lines.c_str(), stderr);
    }

    [[nodiscard]] ExitCode fail(const char* what, const std::string& name, int error) const {
        std::fprintf(stderr, "adjudicate: %s %s: %s\n", what, name.c_str(), std::strerror(error));
        return ExitCode::environment;
    }

    [[nodiscard]] std::string output_name() const {
        return options_.output == "-" ? "<standard output>" : options_.output;
    }

    /// Only somebody who watches a long run sees this; logs do not.
    void show_progress(std::size_t lines) {
        if (::isatty(STDERR_FILENO) == 0) return;
        std::fprintf(stderr, "\r%zu lines", lines);
        has_progress_ = true;
    }

    void clear_progress() {
        if (!has_progress_) return;
        std::fputs("\r\x1b[K", stderr);
        has_progress_ = false;
    }

    const Evaluator& evaluator_;
    const Options& options_;
    std::string input_name_;
    Summary summary_;
    OutputFile output_;
    bool has_progress_ = false;
};

}  // namespace

ExitCode adjudicate(const Evaluator& evaluator, const Options& options) {
    return Adjudication(evaluator, options).run();
}
