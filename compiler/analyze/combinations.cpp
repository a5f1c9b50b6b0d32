#include "compiler/analyze/combinations.hpp"

#include "compiler/analyze/wording.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace pol::analysis {

namespace {

/// So many subjects that share facts are looked at together.
constexpr std::size_t most_together = 12;

}  // namespace

std::optional<Combinations> Combinations::of(const Space& space, const std::vector<Subject>& subjects) {
    Combinations made(space, subjects);
    made.make_parts();
    for (Part& part : made.parts_) {
        if (part.subjects.size() > most_together || !made.fill(part)) return std::nullopt;
        if (__builtin_mul_overflow(made.count_, std::uint64_t{part.rows.size()}, &made.count_)) return std::nullopt;
        if (made.count_ > most) return std::nullopt;
    }
    return made;
}

/// Every subject begins as a part of its own, and joins the parts whose facts it shares.
void Combinations::make_parts() {
    const model::Policy& policy = space_.prepared().policy;
    for (std::size_t i = 0; i < subjects_.size(); ++i) {
        Part part{.subjects = {i}, .variables = space_.variables_of({&subjects_[i]}), .rows = {}};
        for (std::size_t other = 0; other < parts_.size();) {
            if (!touch(policy, parts_[other].variables, part.variables)) {
                ++other;
                continue;
            }
            part.subjects.insert(part.subjects.end(), parts_[other].subjects.begin(), parts_[other].subjects.end());
            part.variables.insert(part.variables.end(), parts_[other].variables.begin(), parts_[other].variables.end());
            parts_.erase(parts_.begin() + static_cast<std::ptrdiff_t>(other));
        }
        std::sort(part.subjects.begin(), part.subjects.end());
        parts_.push_back(std::move(part));
    }
    std::sort(parts_.begin(), parts_.end(),
              [](const Part& left, const Part& right) { return left.subjects < right.subjects; });
}

bool Combinations::fill(Part& part) {
    std::vector<const Subject*> subjects;
    for (const std::size_t subject : part.subjects) subjects.push_back(&subjects_[subject]);
    part.variables = space_.variables_of(subjects);
    std::vector<bool> holds;
    return extend(part, subjects, holds);
}

/// Goes on only with what some member has.
bool Combinations::extend(Part& part, const std::vector<const Subject*>& subjects, std::vector<bool>& holds) {
    for (const bool next : {true, false}) {
        holds.push_back(next);
        const std::vector<const Subject*> so_far(subjects.begin(),
                                                 subjects.begin() + static_cast<std::ptrdiff_t>(holds.size()));
        Exploration found = space_.find(part.variables, so_far, holds);
        if (found.certainty == Certainty::tested) are_all_ = false;
        const bool is_whole = holds.size() == subjects.size();
        if (found.certainty == Certainty::found) {
            if (is_whole) part.rows.push_back({holds, std::move(found.found)});
            if (part.rows.size() > most || (!is_whole && !extend(part, subjects, holds))) return false;
        }
        holds.pop_back();
    }
    return true;
}

template <class Visit>
void Combinations::each_row(std::uint64_t index, Visit visit) const {
    for (auto part = parts_.rbegin(); part != parts_.rend(); ++part) {
        visit(*part, part->rows[index % part->rows.size()]);
        index /= part->rows.size();
    }
}

std::vector<bool> Combinations::at(std::uint64_t index) const {
    std::vector<bool> holds(subjects_.size());
    each_row(index, [&](const Part& part, const Row& row) {
        for (std::size_t i = 0; i < part.subjects.size(); ++i) holds[part.subjects[i]] = row.holds[i];
    });
    return holds;
}

std::string Combinations::member(std::uint64_t index) const {
    std::vector<std::pair<const Part*, const Row*>> rows;
    each_row(index, [&](const Part& part, const Row& row) { rows.insert(rows.begin(), {&part, &row}); });
    std::vector<Variable> variables;
    std::vector<std::size_t> state;
    for (const auto& [part, row] : rows) {
        variables.insert(variables.end(), part->variables.begin(), part->variables.end());
        state.insert(state.end(), row->state.begin(), row->state.end());
    }
    std::vector<const Subject*> subjects;
    for (const Subject& subject : subjects_) subjects.push_back(&subject);
    if (!space_.confirms(variables, state, subjects, at(index))) return {};
    return words_for_state(space_.prepared().policy, variables, state);
}

}  // namespace pol::analysis
