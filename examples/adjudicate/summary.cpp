#include "examples/adjudicate/summary.hpp"

#include <pol/text_view.hpp>
#include <pol/words.hpp>

#include <algorithm>
#include <numeric>

namespace {

constexpr std::size_t most_questions_shown = 10;
constexpr std::size_t name_width = 26;
constexpr std::size_t count_width = 8;

[[nodiscard]] std::string left(std::string_view text, std::size_t width) {
    std::string cell(text);
    if (cell.size() < width) cell.append(width - cell.size(), ' ');
    return cell;
}

[[nodiscard]] std::string right(const std::string& text, std::size_t width) {
    return text.size() < width ? std::string(width - text.size(), ' ') + text : text;
}

[[nodiscard]] std::string counted(std::size_t count, const std::string& one, const std::string& many) {
    return std::to_string(count) + ' ' + (count == 1 ? one : many);
}

/// `  approved                        12   19 %`, the share of `whole` rounded to the nearest percent.
[[nodiscard]] std::string share_row(std::string_view name, std::size_t count, std::size_t whole) {
    const std::size_t percent = (count * 200 + whole) / (whole * 2);
    return "  " + left(name, name_width) + right(std::to_string(count), count_width) +
           right(std::to_string(percent), 5) + " %\n";
}

}  // namespace

void Summary::count(pol::Outcome outcome, bool is_denial_anyhow) {
    ++decided_;
    ++outcomes_[static_cast<std::size_t>(outcome)];
    if (pol::is_denial(outcome)) ++denials_;
    if (is_denial_anyhow) ++sure_denials_;
}

void Summary::add(const pol::DecisionRecord& decision, const pol::PolicyDescription& policy) {
    count(decision.outcome, decision.every_outcome_is_a_denial);
    if (&policy != &policy_) return;
    for (const pol::QuestionRecord& question : decision.questions) ++asked_[question.fact];
}

void Summary::add(const Summary& other) {
    decided_ += other.decided_;
    for (int i = 0; i < pol::outcome_count; ++i) outcomes_[i] += other.outcomes_[i];
    for (std::size_t fact = 0; fact < asked_.size(); ++fact) asked_[fact] += other.asked_[fact];
    denials_ += other.denials_;
    sure_denials_ += other.sure_denials_;
    bad_lines_ += other.bad_lines_;
}

std::string Summary::text(const std::string& input_name) const {
    std::string text = input_name + ": " + counted(decided_, "request decided", "requests decided");
    if (bad_lines_ > 0) text += ", " + counted(bad_lines_, "line", "lines") + " with errors";
    text += '\n';
    if (decided_ > 0) text += outcome_rows() + question_rows();
    return text;
}

std::string Summary::outcome_rows() const {
    std::string rows = "\n  " + left("outcome", name_width) + right("requests", count_width) + "  share\n";
    for (int i = 0; i < pol::outcome_count; ++i)
        if (outcomes_[i] > 0) rows += share_row(pol::words_of(static_cast<pol::Outcome>(i)), outcomes_[i], decided_);
    rows += '\n' + share_row("denials", denials_, decided_);
    if (sure_denials_ > 0) rows += share_row("open, but a denial anyhow", sure_denials_, decided_);
    return rows;
}

std::string Summary::question_rows() const {
    std::vector<std::size_t> facts(asked_.size());
    std::iota(facts.begin(), facts.end(), std::size_t{0});
    std::stable_sort(facts.begin(), facts.end(), [&](std::size_t a, std::size_t b) { return asked_[a] > asked_[b]; });
    facts.resize(std::min(facts.size(), most_questions_shown));
    std::string rows;
    for (const std::size_t fact : facts) {
        if (asked_[fact] == 0) break;
        const pol::FactDescription& description = policy_.facts[static_cast<std::uint32_t>(fact)];
        rows += "  " + left(pol::view(description.name), name_width) +
                right(std::to_string(asked_[fact]), count_width) + "  " + std::string(pol::view(description.question)) +
                '\n';
    }
    if (rows.empty()) return rows;
    return "\n  " + left("asked most often", name_width) + right("times", count_width) + '\n' + rows;
}
