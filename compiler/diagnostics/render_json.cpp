#include "compiler/diagnostics/render.hpp"

#include <nlohmann/json.hpp>

namespace pol {
namespace {

using Json = nlohmann::ordered_json;

/// Lines and columns count from 1, columns in characters; `end` is the place just after the last character.
Json place(const Span& span, const SourceMap& sources) {
    const SourceFile& file = sources.file(span.file);
    return Json{{"file", file.name()},
                {"line", file.line_of(span.begin)},
                {"column", file.column_of(span.begin)},
                {"end", {{"line", file.line_of(span.end)}, {"column", file.column_of(span.end)}}}};
}

Json to_json(const Finding& finding, const SourceMap& sources) {
    Json json = place(finding.span, sources);
    json["severity"] = severity_word(severity_of(finding));
    json["code"] = catalogue_entry(finding.code).slug;
    json["message"] = finding.message;
    json["hint"] = finding.hint;
    json["labels"] = Json::array();
    for (const Label& label : finding.labels) {
        Json labelled = place(label.span, sources);
        labelled["caption"] = label.caption;
        json["labels"].push_back(std::move(labelled));
    }
    return json;
}

}  // namespace

std::string render_json(const std::vector<Finding>& findings, const SourceMap& sources) {
    Json json = Json::array();
    for (const Finding& finding : findings) json.push_back(to_json(finding, sources));
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace pol
