#include "compiler/compare/member_words.hpp"
#include "compiler/compare/plain_numbers.hpp"
#include "compiler/compare/report.hpp"
#include "pol/date_text.hpp"

#include <nlohmann/json.hpp>

namespace pol::comparison {

namespace {

using Json = nlohmann::ordered_json;

Json named(const model::Policy& policy) { return {{"name", policy.name}, {"number", policy.number}}; }

Json text_of(const model::Policy& policy) {
    Json json{{"from", iso_text(policy.text_from)}};
    if (policy.text_through) json["through"] = iso_text(*policy.text_through);
    return json;
}

Json edit_of(const Edit& edit) {
    return {
        {"clause", edit.clause}, {"old", edit.old_words}, {"new", edit.new_words}, {"definitions", edit.definitions}};
}

Json definitions_of(const std::vector<DefinitionEdit>& edits) {
    Json all = Json::array();
    for (const DefinitionEdit& edit : edits)
        all.push_back({{"name", edit.name}, {"old", edit.old_words}, {"new", edit.new_words}});
    return all;
}

/// Of a search the number says where it looked, not how many change.
Json change_of(const Texts& texts, const Group& group, bool is_complete) {
    return {{"direction", direction_words(group.difference.direction)},
            {"clauses", group.difference.clauses},
            {"old", group.difference.old_outcome},
            {"new", group.difference.new_outcome},
            {"codes", group.difference.codes},
            {"combinations", is_complete ? Json(group.count) : Json()},
            {"lines_of_business", group.lines},
            {"requests", group.kinds},
            {"member", Json::parse(member_json(texts.newer, group.member))},
            {"old_decision", decision_words(texts.older, group.older)},
            {"new_decision", decision_words(texts.newer, group.newer)}};
}

Json wording_of(const std::vector<FileWording>& files) {
    Json all = Json::array();
    for (const FileWording& file : files)
        for (const WordingChange& change : file.changes)
            all.push_back({{"file", file.file}, {"kind", change.kind}, {"gone", change.gone}, {"added", change.added}});
    return all;
}

}  // namespace

std::string write_json(const DiffReport& report) {
    const Comparison& comparison = report.comparison;
    Json changes = Json::array();
    for (const Group& group : comparison.changes)
        changes.push_back(change_of(*comparison.texts, group, comparison.is_complete));
    Json edits = Json::array();
    for (const Edit& edit : comparison.edits) edits.push_back(edit_of(edit));
    const Json json{{"policy", named(report.newer)},
                    {"old_policy", named(report.older)},
                    {"old_text", text_of(report.older)},
                    {"new_text", text_of(report.newer)},
                    {"compared", comparison.compared},
                    {"complete", comparison.is_complete},
                    {"changes", std::move(changes)},
                    {"definitions", definitions_of(comparison.definitions)},
                    {"rules", std::move(edits)},
                    {"stated", report.stated},
                    {"labels", moved_labels(*comparison.texts)},
                    {"wording", wording_of(report.wording)}};
    return without_exponents(json.dump()) + "\n";
}

}  // namespace pol::comparison
