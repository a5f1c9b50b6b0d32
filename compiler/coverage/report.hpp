#pragma once

#include "compiler/coverage/coverage.hpp"
#include "compiler/coverage/mutation.hpp"
#include "compiler/coverage/suggest.hpp"

#include <optional>
#include <string>

namespace pol::coverage {

/// What was asked to be told of the scenarios of one policy.
struct Report {
    std::string file;
    std::size_t failed = 0;
    std::optional<Coverage> coverage;
    std::optional<Mutation> mutation;
    std::optional<Suggestions> suggestions;
};

/// Tables for people, each part behind a heading.
[[nodiscard]] std::string text_of(const model::Policy& policy, const Report& report);

/// A list with one object for each report, as docs/commands.md describes it.
struct ReportedPolicy {
    const model::Policy* policy = nullptr;
    const Report* report = nullptr;
};
[[nodiscard]] std::string json_of(const std::vector<ReportedPolicy>& reports);

/// The request that tells a survivor apart, and what comes of it: for both kinds of report.
[[nodiscard]] std::string reason_of(const model::Policy& policy, const Survivor& survivor);

/// `commercial`, or `not given`.
[[nodiscard]] std::string name_of_line(const model::Policy& policy, std::optional<model::LineIndex> line);

/// A state or a decision that a clause has in no scenario: `not met, decisive`; empty where nothing is missing.
[[nodiscard]] std::string missing_words(const Wanted& wanted, const Counts& counts);

}  // namespace pol::coverage
