#include "compiler/coverage/report.hpp"
#include "pol/words.hpp"

#include <nlohmann/json.hpp>

namespace pol::coverage {

namespace {

using Json = nlohmann::ordered_json;

Json line_json(const model::Policy& policy, std::optional<model::LineIndex> line) {
    if (!line) return nullptr;
    return policy.facts[index_of(BuiltinFact::line_of_business)].values[*line].name;
}

Json counts_json(const Counts& counts) {
    return Json{
        {"met", counts.met}, {"not_met", counts.not_met}, {"unknown", counts.unknown}, {"decisive", counts.decisive}};
}

Json clause_json(const model::Policy& policy, const ClauseCoverage& clause) {
    const model::Clause& named = policy.clauses[clause.clause];
    Json json{{"clause", named.id}, {"line", named.line}};
    json.update(counts_json(clause.all));
    json["never"] = missing_words(clause.wanted, clause.all);
    json["by_line_of_business"] = Json::array();
    for (const auto& [cell, counts] : clause.cells) {
        Json one{{"line_of_business", line_json(policy, cell.line)}, {"outcome", words_of(cell.outcome)}};
        one.update(counts_json(counts));
        json["by_line_of_business"].push_back(std::move(one));
    }
    return json;
}

Json lines_json(const model::Policy& policy, const LineCoverage& line) {
    Json json{{"line_of_business", line_json(policy, line.line)}, {"seen", Json::object()}, {"never", Json::array()}};
    for (std::size_t i = 0; i < line.seen.size(); ++i) {
        const std::string words(words_of(static_cast<Outcome>(i)));
        if (line.seen[i] > 0) json["seen"][words] = line.seen[i];
        if (line.seen[i] == 0 && line.possible[i]) json["never"].push_back(words);
    }
    return json;
}

Json coverage_json(const model::Policy& policy, const Coverage& coverage) {
    Json json{
        {"decisive_percent", coverage.decisive_percent()}, {"clauses", Json::array()}, {"outcomes", Json::array()}};
    for (const ClauseCoverage& clause : coverage.clauses) json["clauses"].push_back(clause_json(policy, clause));
    for (const LineCoverage& line : coverage.lines) json["outcomes"].push_back(lines_json(policy, line));
    return json;
}

Json mutation_json(const model::Policy& policy, const Mutation& mutation) {
    Json json{{"mutants", mutation.mutants},
              {"killed", mutation.killed},
              {"alike", mutation.alike()},
              {"score_percent", mutation.score()},
              {"survivors", Json::array()}};
    for (const Survivor& survivor : mutation.survivors) {
        const Change& change = survivor.change;
        json["survivors"].push_back(Json{{"clause", change.place.name},
                                         {"line", change.place.line == 0 ? Json(nullptr) : Json(change.place.line)},
                                         {"before", change.before},
                                         {"after", change.after},
                                         {"alike", survivor.states.has_value()},
                                         {"reason", reason_of(policy, survivor)}});
    }
    return json;
}

Json report_json(const ReportedPolicy& reported) {
    const Report& report = *reported.report;
    Json json{{"file", report.file}, {"scenarios", reported.policy->scenarios.size()}, {"failed", report.failed}};
    if (report.coverage) json["coverage"] = coverage_json(*reported.policy, *report.coverage);
    if (report.mutation) json["mutation"] = mutation_json(*reported.policy, *report.mutation);
    if (report.suggestions)
        json["suggestions"] =
            Json{{"scenarios", report.suggestions->scenarios}, {"not_found", report.suggestions->not_found}};
    return json;
}

}  // namespace

std::string json_of(const std::vector<ReportedPolicy>& reports) {
    Json json = Json::array();
    for (const ReportedPolicy& reported : reports) json.push_back(report_json(reported));
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace pol::coverage
