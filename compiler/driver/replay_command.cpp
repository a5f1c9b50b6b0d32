#include "compiler/driver/commands.hpp"
#include "compiler/driver/files.hpp"
#include "compiler/driver/lines.hpp"
#include "compiler/driver/policy_texts.hpp"
#include "compiler/driver/replay.hpp"

#include <fmt/format.h>

#include <array>
#include <map>
#include <numeric>
#include <optional>
#include <utility>
#include <vector>

namespace pol {
namespace {

std::optional<std::string> read_or_say(const std::string& path) {
    FileError error;
    std::optional<std::string> text = read_text_file(path, error);
    if (!text) static_cast<void>(report_unreadable(shown_name(path), error.reason));
    return text;
}

/// How many decisions came out in each way.
class Counts {
public:
    void add(Replayed what) { ++counts_[static_cast<std::size_t>(what)]; }
    [[nodiscard]] std::size_t of(Replayed what) const { return counts_[static_cast<std::size_t>(what)]; }

    /// With the requests for which there is no decision, as a file that was cut off looks like one that is the same.
    [[nodiscard]] std::string words(std::size_t requests_left) const {
        std::string text = fmt::format("{}: {} the same, {} different", counted(all(), "decision"), of(Replayed::same),
                                       of(Replayed::different));
        if (of(Replayed::no_text) > 0) text += fmt::format(", {} without their text", of(Replayed::no_text));
        if (of(Replayed::no_request) > 0) text += fmt::format(", {} without their request", of(Replayed::no_request));
        if (of(Replayed::no_decision) > 0) text += fmt::format(", {} that are none", of(Replayed::no_decision));
        if (requests_left > 0) text += fmt::format("; {} without a decision", counted(requests_left, "request"));
        return text + "\n";
    }

    [[nodiscard]] bool none_is_a_decision() const { return of(Replayed::no_decision) == all() && all() > 0; }

    [[nodiscard]] bool all_same() const {
        return of(Replayed::different) + of(Replayed::no_text) + of(Replayed::no_request) + of(Replayed::no_decision) ==
               0;
    }

private:
    [[nodiscard]] std::size_t all() const { return std::accumulate(counts_.begin(), counts_.end(), std::size_t{0}); }

    std::array<std::size_t, 5> counts_{};
};

/// Texts that decisions name and that are not there: one can be wanted by every line of a file, and is told once.
class MissingTexts {
public:
    /// `place` is that of a decision whose text is missing.
    void add(const std::string& place, const ReplayOutcome& outcome) {
        const auto [known, is_new] = index_by_detail_.try_emplace(outcome.detail, wanted_.size());
        if (is_new) wanted_.push_back({place + ": " + outcome.detail, outcome.missing, 0});
        ++wanted_[known->second].decisions;
    }

    /// Each with what is near it among the texts that are there.
    [[nodiscard]] std::string words(const PolicyTexts& texts) const {
        std::string text;
        for (const Wanted& each : wanted_) {
            text += each.first;
            if (each.decisions > 1) text += fmt::format(", named by {} decisions, this the first", each.decisions);
            text += texts.hint_for(each.text) + "\n";
        }
        return text;
    }

private:
    struct Wanted {
        std::string first;
        NamedText text;
        std::size_t decisions = 0;
    };
    std::map<std::string, std::size_t> index_by_detail_;
    std::vector<Wanted> wanted_;
};

/// Decides all again; says at once what is not the same, and at the end which texts are missing. Lines that are no
/// decisions are told with the first that is one: a file without any is another file.
Counts replay_all(Replay& replay, const std::vector<FilledLine>& decisions, const std::string& name,
                  const PolicyTexts& texts) {
    Counts counts;
    MissingTexts missing;
    std::string no_decisions;
    for (std::size_t place = 0; place < decisions.size(); ++place)
        for (const ReplayOutcome& outcome : replay.replay(decisions[place].text, place)) {
            counts.add(outcome.what);
            const auto complaint = [&] {
                return fmt::format("{}:{}: {}\n", name, decisions[place].number, outcome.detail);
            };
            if (counts.none_is_a_decision()) {
                no_decisions += complaint();
                continue;
            }
            print_error(std::exchange(no_decisions, {}));
            if (outcome.what == Replayed::no_text)
                missing.add(fmt::format("{}:{}", name, decisions[place].number), outcome);
            else if (outcome.what != Replayed::same)
                print_error(complaint());
        }
    if (counts.none_is_a_decision())
        print_error(
            fmt::format("{}: no line is a decision that says which text made it\n"
                        "  hint: decisions come first, their requests behind `--requests`; are the two files "
                        "swapped?\n",
                        name));
    print_error(missing.words(texts));
    return counts;
}

ExitCode add_policies(PolicyTexts& texts, const ReplayOptions& options) {
    for (const std::string& directory : options.import_dirs)
        if (const std::string reason = why_no_directory(directory); !reason.empty())
            return report_unreadable(directory, reason, "directory");
    for (const std::string& path : options.policies)
        if (!texts.add(path)) return report_unreadable(path, "no such file or directory");
    return ExitCode::success;
}

}  // namespace

ExitCode run_replay(const ReplayOptions& options) {
    if (says_both_are_standard_input("replay", "decisions", options.decisions, "requests", options.requests))
        return ExitCode::wrong_use;
    PolicyTexts texts(options.import_dirs);
    if (const ExitCode code = add_policies(texts, options); code != ExitCode::success) return code;
    const std::optional<std::string> requests = read_or_say(options.requests);
    const std::optional<std::string> decisions = read_or_say(options.decisions);
    if (!requests || !decisions) return ExitCode::environment;
    const std::vector<FilledLine> request_lines = filled_lines(*requests);
    const std::vector<FilledLine> decision_lines = filled_lines(*decisions);
    Replay replay(texts, request_lines, decision_lines.size());
    const Counts counts = replay_all(replay, decision_lines, shown_name(options.decisions), texts);
    return print_result(counts.words(replay.requests_left()), counts.all_same() ? ExitCode::success : ExitCode::errors);
}

}  // namespace pol
