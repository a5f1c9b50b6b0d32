#include "compiler/driver/unified_diff.hpp"

#include "compiler/diagnostics/paint.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <vector>

namespace pol {
namespace {

constexpr std::size_t lines_around = 3;
/// Beyond this many comparisons the differing part is shown as replaced whole: a policy's is far smaller.
constexpr std::size_t most_comparisons = 64'000'000;

enum class Change { kept, removed, added };

/// One line of a difference, with its line end.
struct Step {
    Change change;
    std::string_view line;
};

using Lines = std::vector<std::string_view>;

Lines lines_of(std::string_view text) {
    Lines lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
        lines.push_back(text.substr(0, end));
        text.remove_prefix(end);
    }
    return lines;
}

/// For every pair of places, how many lines the rests behind them have in common, in order.
class CommonLines {
public:
    CommonLines(const Lines& before, const Lines& after) : width_(after.size() + 1) {
        counts_.resize((before.size() + 1) * width_);
        for (std::size_t i = before.size(); i-- > 0;)
            for (std::size_t j = after.size(); j-- > 0;)
                counts_[i * width_ + j] =
                    before[i] == after[j] ? at(i + 1, j + 1) + 1 : std::max(at(i + 1, j), at(i, j + 1));
    }
    [[nodiscard]] std::uint32_t at(std::size_t i, std::size_t j) const { return counts_[i * width_ + j]; }

private:
    std::size_t width_;
    std::vector<std::uint32_t> counts_;
};

/// The steps between two parts that begin and end differently.
void add_steps(std::vector<Step>& steps, const Lines& before, const Lines& after) {
    std::size_t i = 0;
    std::size_t j = 0;
    if (before.size() * after.size() <= most_comparisons) {
        const CommonLines common(before, after);
        while (i < before.size() && j < after.size()) {
            if (before[i] == after[j]) {
                steps.push_back({Change::kept, before[i]});
                ++i;
                ++j;
            } else if (common.at(i + 1, j) >= common.at(i, j + 1)) {
                steps.push_back({Change::removed, before[i++]});
            } else {
                steps.push_back({Change::added, after[j++]});
            }
        }
    }
    while (i < before.size()) steps.push_back({Change::removed, before[i++]});
    while (j < after.size()) steps.push_back({Change::added, after[j++]});
}

std::vector<Step> steps_between(const Lines& before, const Lines& after) {
    const auto apart = std::mismatch(before.begin(), before.end(), after.begin(), after.end());
    const auto same_ends = std::mismatch(before.rbegin(), std::make_reverse_iterator(apart.first), after.rbegin(),
                                         std::make_reverse_iterator(apart.second));
    std::vector<Step> steps;
    std::for_each(before.begin(), apart.first, [&](std::string_view line) { steps.push_back({Change::kept, line}); });
    add_steps(steps, {apart.first, same_ends.first.base()}, {apart.second, same_ends.second.base()});
    std::for_each(same_ends.first.base(), before.end(), [&](std::string_view line) {
        steps.push_back({Change::kept, line});
    });
    return steps;
}

std::string shown(const Step& step, bool colour) {
    constexpr std::string_view signs = " -+";
    std::string text = signs[static_cast<std::size_t>(step.change)] + std::string(step.line);
    const bool ended = text.ends_with('\n');
    if (ended) text.pop_back();
    if (step.change != Change::kept)
        text = painted(text, step.change == Change::removed ? Paint::red : Paint::green, colour);
    return text + (ended ? "\n" : "\n\\ No newline at end of file\n");
}

/// `3,7`: the first line and how many; an empty range is named by the line before it.
std::string range(std::size_t begin, std::size_t count) {
    return fmt::format("{},{}", count == 0 ? begin : begin + 1, count);
}

/// The first step behind `from` that begins a stretch of kept lines too long for one hunk, or the end.
std::size_t hunk_end(const std::vector<Step>& steps, std::size_t from) {
    std::size_t last_change = from;
    for (std::size_t at = from; at < steps.size() && at <= last_change + 2 * lines_around; ++at)
        if (steps[at].change != Change::kept) last_change = at;
    return std::min(last_change + 1 + lines_around, steps.size());
}

/// Walks over the steps and writes the hunks, counting lines of both texts.
class HunkWriter {
public:
    HunkWriter(const std::vector<Step>& steps, bool colour) : steps_(steps), colour_(colour) {}

    [[nodiscard]] std::string write() {
        for (std::size_t change = next_change(); change < steps_.size(); change = next_change()) {
            while (at_ + lines_around < change) pass();
            add_hunk(hunk_end(steps_, change));
        }
        return std::move(text_);
    }

private:
    [[nodiscard]] std::size_t next_change() const {
        std::size_t at = at_;
        while (at < steps_.size() && steps_[at].change == Change::kept) ++at;
        return at;
    }

    void pass() {
        old_line_ += steps_[at_].change == Change::added ? 0U : 1U;
        new_line_ += steps_[at_].change == Change::removed ? 0U : 1U;
        ++at_;
    }

    void add_hunk(std::size_t end) {
        const std::size_t old_begin = old_line_;
        const std::size_t new_begin = new_line_;
        std::string lines;
        while (at_ < end) {
            lines += shown(steps_[at_], colour_);
            pass();
        }
        const std::string heading = fmt::format("@@ -{} +{} @@", range(old_begin, old_line_ - old_begin),
                                                range(new_begin, new_line_ - new_begin));
        text_ += painted(heading, Paint::cyan, colour_) + "\n" + lines;
    }

    const std::vector<Step>& steps_;
    bool colour_;
    std::size_t at_ = 0;
    std::size_t old_line_ = 0;
    std::size_t new_line_ = 0;
    std::string text_;
};

}  // namespace

std::string unified_diff(const std::string& name, std::string_view before, std::string_view after, bool colour) {
    if (before == after) return {};
    const std::vector<Step> steps = steps_between(lines_of(before), lines_of(after));
    return painted("--- " + name, Paint::bold, colour) + "\n" + painted("+++ " + name, Paint::bold, colour) + "\n" +
           HunkWriter(steps, colour).write();
}

}  // namespace pol
