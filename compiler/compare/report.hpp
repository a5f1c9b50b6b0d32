#pragma once

#include "compiler/compare/compare.hpp"
#include "compiler/compare/wording_changes.hpp"

#include <string>
#include <vector>

namespace pol::comparison {

/// What differs between two files in words alone.
struct FileWording {
    std::string file;
    std::vector<WordingChange> changes;
};

/// All that is told of two texts.
struct DiffReport {
    const model::Policy& older;
    const model::Policy& newer;
    const Comparison& comparison;
    std::vector<std::string> stated;
    std::vector<FileWording> wording;
};

/// For people, most important first: what is decided differently and for whom, then what differs without that.
[[nodiscard]] std::string write_text(const DiffReport& report);
/// The same for machines, on one line (docs/json.md).
[[nodiscard]] std::string write_json(const DiffReport& report);

/// Rules that say something else and change no decision that was found.
[[nodiscard]] std::vector<const Edit*> edits_without_change(const Comparison& comparison);
/// Rules that no change names and that may make some of them all the same: what a group asks stands at no one clause,
/// and a change may name no rule at all.
[[nodiscard]] std::vector<const Edit*> edits_behind_changes(const Comparison& comparison);
/// Clauses that only have another label: `MMC.3 is MMC.4 now`.
[[nodiscard]] std::vector<std::string> moved_labels(const Texts& texts);
/// That the texts are of two policies, or that one policy has another number or name now; empty where it has the same.
[[nodiscard]] std::string identity_words(const model::Policy& older, const model::Policy& newer);
/// What is said of the dates of the two texts; empty where they are in force alike.
[[nodiscard]] std::string text_dates(const model::Policy& older, const model::Policy& newer);
/// How much was compared.
[[nodiscard]] std::string extent_words(const Comparison& comparison);
[[nodiscard]] const char* direction_words(Direction direction);

}  // namespace pol::comparison
