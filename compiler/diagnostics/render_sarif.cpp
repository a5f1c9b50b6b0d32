#include "compiler/diagnostics/pages.hpp"
#include "compiler/diagnostics/render.hpp"
#include "compiler/diagnostics/render_page.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

namespace pol {
namespace {

using Json = nlohmann::ordered_json;

constexpr const char* base_id = "%SRCROOT%";

/// A path as a URI: letters, digits and `-._~/` stand for themselves (RFC 3986).
std::string as_uri(std::string_view path) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    constexpr std::string_view plain = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/";
    std::string uri;
    for (const char c : path) {
        if (plain.find(c) != std::string_view::npos) {
            uri += c;
            continue;
        }
        const auto byte = static_cast<unsigned char>(c);
        uri += {'%', digits[byte >> 4U], digits[byte & 15U]};
    }
    return uri;
}

/// Where a file lies: seen from the folder in which polc was started if it is in there, so that logs of two machines
/// are alike.
Json artifact(const std::string& name, const std::string& folder) {
    const std::filesystem::path path = std::filesystem::path(name).lexically_normal();
    if (path.is_relative()) return Json{{"uri", as_uri(path.generic_string())}, {"uriBaseId", base_id}};
    const std::filesystem::path inside = path.lexically_relative(folder);
    if (inside.empty() || *inside.begin() == "..") return Json{{"uri", "file://" + as_uri(path.generic_string())}};
    return Json{{"uri", as_uri(inside.generic_string())}, {"uriBaseId", base_id}};
}

/// FNV-1a: short, the same everywhere, and nothing hangs on its strength.
std::string hash(std::string_view text) {
    std::uint64_t value = 0xcbf29ce484222325U;
    for (const char c : text) value = (value ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
    std::string digits(16, '0');
    for (auto digit = digits.rbegin(); digit != digits.rend(); ++digit, value >>= 4U)
        *digit = "0123456789abcdef"[value & 15U];
    return digits;
}

/// Words with one blank between them, so that another indentation makes no difference.
std::string words_of(std::string_view line) {
    std::string words;
    for (const char c : line) {
        const bool blank = c == ' ' || c == '\t';
        if (!blank) words += c;
        if (blank && !words.empty() && words.back() != ' ') words += ' ';
    }
    return words;
}

/// Writes the log of one run, by SARIF 2.1.0 (OASIS, 27 March 2020).
class SarifLog {
public:
    SarifLog(const std::vector<Finding>& findings, const SourceMap& sources, const Invocation& invocation)
        : findings_(findings), sources_(sources), invocation_(invocation) {
        for (const Finding& finding : findings_) codes_.insert(finding.code);
    }

    [[nodiscard]] Json write() {
        Json run{
            {"tool", {{"driver", driver()}}},
            {"invocations", Json::array({invocation()})},
            {"originalUriBaseIds", {{base_id, {{"description", {{"text", "the folder in which polc was started"}}}}}}},
            {"columnKind", "unicodeCodePoints"},
            {"results", Json::array()}};
        for (const Finding& finding : findings_) run["results"].push_back(result(finding));
        return Json{
            {"$schema", "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"},
            {"version", "2.1.0"},
            {"runs", Json::array({std::move(run)})}};
    }

private:
    [[nodiscard]] Json driver() const {
        Json rules = Json::array();
        for (const FindingCode code : codes_) rules.push_back(rule(catalogue_entry(code)));
        return Json{{"name", "polc"},
                    {"version", invocation_.version},
                    {"semanticVersion", invocation_.version},
                    {"rules", std::move(rules)}};
    }

    [[nodiscard]] static Json rule(const CatalogueEntry& entry) {
        std::string meaning = page_of(entry).meaning;
        if (meaning.empty()) meaning = entry.summary;
        while (meaning.ends_with('\n')) meaning.pop_back();
        return Json{{"id", entry.slug},
                    {"shortDescription", {{"text", entry.summary}}},
                    {"fullDescription", {{"text", meaning}}},
                    {"defaultConfiguration", {{"level", severity_word(entry.severity)}}},
                    {"help", {{"text", render_page_text(entry, false)}, {"markdown", render_page_markdown(entry)}}}};
    }

    /// Findings are a result, so the run has done its work unless something could not be read or written.
    [[nodiscard]] Json invocation() const {
        return Json{{"executionSuccessful", invocation_.done},
                    {"exitCode", invocation_.exit_code},
                    {"exitCodeDescription", invocation_.exit_meaning}};
    }

    [[nodiscard]] Json physical_location(const Span& span) const {
        const SourceFile& file = sources_.file(span.file);
        return Json{{"artifactLocation", artifact(file.name(), invocation_.folder)},
                    {"region",
                     {{"startLine", file.line_of(span.begin)},
                      {"startColumn", file.column_of(span.begin)},
                      {"endLine", file.line_of(span.end)},
                      {"endColumn", file.column_of(span.end)}}}};
    }

    [[nodiscard]] Json result(const Finding& finding) {
        const auto rule_index = std::distance(codes_.begin(), codes_.find(finding.code));
        const std::string hint = finding.hint.empty() ? "" : "\nhint: " + finding.hint;
        Json json{{"ruleId", catalogue_entry(finding.code).slug},
                  {"ruleIndex", rule_index},
                  {"level", severity_word(severity_of(finding))},
                  {"message", {{"text", finding.message + hint}}},
                  {"locations", Json::array({Json{{"physicalLocation", physical_location(finding.span)}}})}};
        for (const Label& label : finding.labels)
            json["relatedLocations"].push_back(
                Json{{"physicalLocation", physical_location(label.span)}, {"message", {{"text", label.caption}}}});
        json["partialFingerprints"] = {{"findingInLine/v1", fingerprint(finding)}};
        return json;
    }

    /// The same as long as the line says the same, wherever it moves: the code, what is marked and the line's words. Of
    /// several alike in a file each has its number.
    [[nodiscard]] std::string fingerprint(const Finding& finding) {
        const SourceFile& file = sources_.file(finding.span.file);
        const std::string marked = words_of(sources_.text(finding.span));
        const std::string line = words_of(file.line_text(file.line_of(finding.span.begin)));
        const std::string print = hash(std::string(catalogue_entry(finding.code).slug) + '\n' + marked + '\n' + line);
        return print + ":" + std::to_string(++alike_[{finding.span.file, print}]);
    }

    const std::vector<Finding>& findings_;
    const SourceMap& sources_;
    const Invocation& invocation_;
    std::set<FindingCode> codes_;
    std::map<std::pair<std::uint32_t, std::string>, int> alike_;
};

}  // namespace

std::string render_sarif(const std::vector<Finding>& findings, const SourceMap& sources, const Invocation& invocation) {
    const Json log = SarifLog(findings, sources, invocation).write();
    return log.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace pol
