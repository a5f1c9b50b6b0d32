#include "examples/adjudicate/adjudicate.hpp"

#include "examples/adjudicate/crew.hpp"
#include "examples/adjudicate/line_reader.hpp"
#include "examples/adjudicate/output_file.hpp"
#include "examples/adjudicate/summary.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <system_error>
#include <vector>

namespace {

constexpr std::size_t lines_between_progress = 50'000;

/// One run over one input.
class Adjudication {
public:
    Adjudication(const Evaluator& evaluator, const Options& options)
        : evaluator_(evaluator),
          options_(options),
          input_name_(options.input == "-" ? "<standard input>" : options.input),
          summary_(evaluator.policy) {
        for (std::size_t i = 0; i < options.threads; ++i) desks_.emplace_back(evaluator.policy);
    }

    [[nodiscard]] ExitCode run() {
        const int input = options_.input == "-" ? STDIN_FILENO : ::open(options_.input.c_str(), O_RDONLY | O_CLOEXEC);
        if (input < 0) return fail("cannot read", input_name_, errno);
        if (!output_.open(options_.output)) return fail("cannot write", output_name(), output_.error());
        int error = 0;
        try {
            error = decide_all(input);
        } catch (const std::system_error& no_thread) {
            return fail("cannot start", std::to_string(options_.threads) + " threads", no_thread.code().value());
        }
        if (input != STDIN_FILENO) ::close(input);
        clear_progress();
        if (error != 0) return fail("cannot read", input_name_, error);
        if (output_.has_failed() || !output_.finish()) return fail("cannot write", output_name(), output_.error());
        for (const Desk& desk : desks_) summary_.add(desk.summary);
        if (options_.has_summary) std::fputs(summary_.text(input_name_).c_str(), stderr);
        return summary_.bad_lines() > 0 ? ExitCode::bad_request : ExitCode::success;
    }

private:
    /// The system's number of what ended reading, or 0.
    [[nodiscard]] int decide_all(int input) {
        Crew crew(
            options_.threads, [this](Batch& batch, std::size_t worker) { work(batch, desks_[worker]); },
            [this](const Batch& batch, bool is_last_so_far) { deliver(batch, is_last_so_far); });
        Batch* batch = &crew.take();
        // A program that answers over pipes gets each decision without having to send more.
        LineReader reader(input, [&] {
            if (batch->lines.empty()) return;
            crew.hand_in(*batch);
            batch = &crew.take();
        });
        while (!has_failed_ && reader.next()) batch->add_line(reader.number(), reader.line(), reader.is_too_long());
        crew.hand_in(*batch);
        crew.finish();
        return reader.error();
    }

    void work(Batch& batch, Desk& desk) const {
        if (!has_failed_) decide_lines(batch, desk, evaluator_, options_.detail, input_name_);
    }

    void deliver(const Batch& batch, bool is_last_so_far) {
        if (has_failed_) return;
        if (!batch.lines.empty()) show_progress(batch.lines.front().number, batch.lines.back().number);
        report(batch.errors);
        summary_.add_bad_lines(batch.bad_lines);
        output_.write(batch.decisions);
        if (is_last_so_far) output_.flush();
        has_failed_ = output_.has_failed();
    }

    void report(const std::string& lines) {
        if (lines.empty()) return;
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
    void show_progress(std::size_t first, std::size_t last) {
        if (first / lines_between_progress == last / lines_between_progress || ::isatty(STDERR_FILENO) == 0) return;
        std::fprintf(stderr, "\r%zu lines", last);
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
    std::vector<Desk> desks_;
    Summary summary_;
    OutputFile output_;
    std::atomic<bool> has_failed_ = false;
    bool has_progress_ = false;
};

}  // namespace

ExitCode adjudicate(const Evaluator& evaluator, const Options& options) {
    return Adjudication(evaluator, options).run();
}
