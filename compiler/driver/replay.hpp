#pragma once

#include "compiler/driver/lines.hpp"
#include "compiler/driver/policy_texts.hpp"

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace pol {

/// What became of a decision when its request was decided again.
enum class Replayed { same, different, no_text, no_request, no_decision };

struct ReplayOutcome {
    Replayed what = Replayed::same;
    /// Why it is not the same, in words.
    std::string detail;
    /// The text that is not there (`no_text`).
    NamedText missing = {};
};

/// Decides recorded requests again by the texts that the recorded decisions name, and compares.
class Replay {
public:
    /// `requests` are JSON lines; they must outlive this. `decision_count` decisions will come: where they have no
    /// `id`, or several requests have it, the one at the same place is meant, if there are as many of one as of the
    /// other.
    Replay(PolicyTexts& texts, const std::vector<FilledLine>& requests, std::size_t decision_count);

    /// What came of the decisions of a line, at `place` among the lines: of one, or of each of its `decisions`.
    [[nodiscard]] std::vector<ReplayOutcome> replay(std::string_view line, std::size_t place);

    /// Requests for which no decision came so far.
    [[nodiscard]] std::size_t requests_left() const { return requests_.size() - decided_.size(); }

private:
    [[nodiscard]] std::string_view request_of(const std::string& id, std::size_t place) const;
    [[nodiscard]] std::string why_no_request(const std::string& id) const;

    PolicyTexts& texts_;
    const std::vector<FilledLine>& requests_;
    bool pairs_by_place_;
    std::map<std::string, std::string_view> request_by_id_;
    /// These find their requests by the place, too.
    std::set<std::string> repeated_ids_;
    /// The requests for which a decision came, by where they begin.
    std::set<const char*> decided_;
};

}  // namespace pol
