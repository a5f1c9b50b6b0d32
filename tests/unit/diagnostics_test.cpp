#include "compiler/diagnostics/display.hpp"
#include "compiler/diagnostics/render.hpp"
#include "compiler/diagnostics/sink.hpp"
#include "compiler/source/characters.hpp"

#include <doctest/doctest.h>

#include <iterator>
#include <random>
#include <set>
#include <string>

using namespace pol;

namespace {

/// A map with one file, and findings about a word of it.
struct Fixture {
    SourceMap sources;
    std::uint32_t file = 0;

    explicit Fixture(std::string text) : file(sources.add("p.pol", std::move(text))) {}

    [[nodiscard]] Span at(std::string_view words) const {
        const auto begin = static_cast<std::uint32_t>(sources.file(file).text().find(words));
        return {file, begin, begin + static_cast<std::uint32_t>(words.size())};
    }

    [[nodiscard]] Finding finding(Span span) const {
        return {.code = FindingCode::import_not_found, .span = span, .message = "no file", .hint = {}, .labels = {}};
    }

    [[nodiscard]] std::string rendered(const Finding& finding, bool colour = false) const {
        return render_text({finding}, sources, colour);
    }
};

}  // namespace

TEST_CASE("a finding shows its place, its line and an underline") {
    const Fixture fixture("policy x\n  plan  ny_plan\n");
    CHECK(fixture.rendered(fixture.finding(fixture.at("ny_plan"))) ==
          "p.pol:2:9: error: no file [import-not-found]\n"
          "   2 |   plan  ny_plan\n"
          "     |         ^~~~~~~\n");
}

TEST_CASE("the hint stands below, apart from the sentence") {
    const Fixture fixture("plan x\n");
    Finding finding = fixture.finding(fixture.at("x"));
    finding.hint = "did you mean `y`?";
    CHECK(fixture.rendered(finding) ==
          "p.pol:1:6: error: no file [import-not-found]\n"
          "   1 | plan x\n"
          "     |      ^\n"
          "  hint: did you mean `y`?\n");
}

TEST_CASE("an empty span marks one column, also at the end of the file") {
    const Fixture fixture("plan\n");
    CHECK(fixture.rendered(fixture.finding({fixture.file, 4, 4})) ==
          "p.pol:1:5: error: no file [import-not-found]\n"
          "   1 | plan\n"
          "     |     ^\n");
    CHECK(fixture.rendered(fixture.finding({fixture.file, 5, 5})) ==
          "p.pol:2:1: error: no file [import-not-found]\n"
          "   2 |\n"
          "     | ^\n");
}

TEST_CASE("the underline stays below its words after tabs, accents and wide characters") {
    const Fixture tabs("\tplan\tx\n");
    CHECK(tabs.rendered(tabs.finding(tabs.at("x"))) ==
          "p.pol:1:7: error: no file [import-not-found]\n"
          "   1 |     plan    x\n"
          "     |             ^\n");
    const Fixture accents("note \"naïve\" x\n");
    CHECK(accents.rendered(accents.finding(accents.at("x"))) ==
          "p.pol:1:14: error: no file [import-not-found]\n"
          "   1 | note \"naïve\" x\n"
          "     |              ^\n");
    const Fixture wide("\"日本\" x\n");
    CHECK(wide.rendered(wide.finding(wide.at("日本"))) ==
          "p.pol:1:2: error: no file [import-not-found]\n"
          "   1 | \"日本\" x\n"
          "     |  ^~~~\n");
    const Fixture combining("e\xCC\x81 x\n");
    CHECK(combining.rendered(combining.finding(combining.at("x"))) ==
          "p.pol:1:4: error: no file [import-not-found]\n"
          "   1 | e\xCC\x81 x\n"
          "     |   ^\n");
}

TEST_CASE("bytes that are no text, controls and reordering marks are shown as replaced") {
    const Fixture fixture("a\xFF\x1B[31m\xE2\x80\xAE x\n");
    CHECK(fixture.rendered(fixture.finding(fixture.at("x"))) ==
          "p.pol:1:10: error: no file [import-not-found]\n"
          "   1 | a\xEF\xBF\xBD\xEF\xBF\xBD[31m\xEF\xBF\xBD x\n"
          "     |          ^\n");
}

TEST_CASE("a span over several lines is underlined to the end of its first") {
    const Fixture fixture("all of\n  a\nend\n");
    CHECK(fixture.rendered(fixture.finding(fixture.at("of\n  a\nend"))) ==
          "p.pol:1:5: error: no file [import-not-found]\n"
          "   1 | all of\n"
          "     |     ^~\n");
}

TEST_CASE("a long line is clipped around what is marked") {
    const Fixture fixture(std::string(300, 'a') + " here " + std::string(300, 'b') + "\n");
    const std::string text = fixture.rendered(fixture.finding(fixture.at("here")));
    CHECK(text ==
          "p.pol:1:302: error: no file [import-not-found]\n"
          "   1 | …" +
              std::string(39, 'a') + " here " + std::string(73, 'b') + "…\n" + "     | " + std::string(41, ' ') +
              "^~~~\n");
}

TEST_CASE("of a line without end only what is near the mark is looked at") {
    std::string line(100'000, 'a');
    line.replace(60'000, 4, "here");
    const Excerpt excerpt = make_excerpt(line, 60'000, 60'004);
    CHECK(excerpt.text == "…" + std::string(40, 'a') + "here" + std::string(74, 'a') + "…");
    CHECK(excerpt.column == 41);
    CHECK(excerpt.width == 4);
}

TEST_CASE("a mark longer than the clipped line ends with it") {
    const Fixture fixture(std::string(500, 'a') + "\n");
    const std::string text = fixture.rendered(fixture.finding({fixture.file, 0, 500}));
    CHECK(text ==
          "p.pol:1:1: error: no file [import-not-found]\n"
          "   1 | " +
              std::string(118, 'a') + "…\n" + "     | ^" + std::string(117, '~') + "\n");
}

TEST_CASE("whatever bytes a line has and whatever is marked, the mark lies under the shown line") {
    std::mt19937 random(20260701);
    const std::string signs[] = {"a", " ", "\t", "é", "日", "e\xCC\x81", "\xFF", "\x1B", "\xE6", "word"};
    for (int round = 0; round < 2000; ++round) {
        std::string line;
        for (std::size_t length = random() % 200; length > 0; --length) line += signs[random() % std::size(signs)];
        const std::size_t begin = random() % (line.size() + 1);
        const std::size_t end = begin + random() % (line.size() + 1 - begin);
        const Excerpt excerpt = make_excerpt(line, begin, end);
        CAPTURE(line);
        CHECK(display_width(excerpt.text) <= 120);
        CHECK(excerpt.width >= 1);
        CHECK(excerpt.column + excerpt.width <= display_width(excerpt.text) + 1);
    }
}

TEST_CASE("labels are captioned; a line that stands above is not repeated") {
    const Fixture fixture("plan x\nplan y and y\n");
    Finding finding = fixture.finding({fixture.file, 18, 19});
    finding.labels = {{{fixture.file, 12, 13}, "the same here"}, {fixture.at("x"), "first here"}};
    CHECK(fixture.rendered(finding) ==
          "p.pol:2:12: error: no file [import-not-found]\n"
          "   2 | plan y and y\n"
          "     |            ^\n"
          "     |      ~ the same here\n"
          "   1 | plan x\n"
          "     |      ~ first here\n");
}

TEST_CASE("a label in another file names it") {
    Fixture fixture("plan x\n");
    const std::uint32_t other = fixture.sources.add("q.pol", std::string(119, '\n') + "  x : yes/no\n");
    Finding finding = fixture.finding(fixture.at("x"));
    finding.labels = {{{other, 121, 122}, "declared here"}};
    CHECK(fixture.rendered(finding) ==
          "p.pol:1:6: error: no file [import-not-found]\n"
          "   1 | plan x\n"
          "     |      ^\n"
          "  in q.pol:120:3\n"
          " 120 |   x : yes/no\n"
          "     |   ~ declared here\n");
}

TEST_CASE("a file without text is named without a line") {
    const Fixture fixture("");
    CHECK(fixture.rendered(fixture.finding({fixture.file, 0, 0})) == "p.pol:1:1: error: no file [import-not-found]\n");
}

TEST_CASE("colour comes only when asked for and changes nothing else") {
    const Fixture fixture("plan x\n");
    const Finding finding = fixture.finding(fixture.at("x"));
    std::string painted = fixture.rendered(finding, true);
    CHECK(painted.find("\033[1;31m") != std::string::npos);
    for (std::size_t escape = painted.find('\033'); escape != std::string::npos; escape = painted.find('\033'))
        painted.erase(escape, painted.find('m', escape) - escape + 1);
    CHECK(painted == fixture.rendered(finding));
}

TEST_CASE("JSON gives places as numbers and keeps the order of fields") {
    const Fixture fixture("plan \"é\" x\n");
    Finding finding = fixture.finding(fixture.at("x"));
    finding.hint = "a \"hint\"";
    finding.labels = {{fixture.at("plan"), "here"}};
    CHECK(render_json({finding}, fixture.sources) == R"([
  {
    "file": "p.pol",
    "line": 1,
    "column": 10,
    "end": {
      "line": 1,
      "column": 11
    },
    "severity": "error",
    "code": "import-not-found",
    "message": "no file",
    "hint": "a \"hint\"",
    "labels": [
      {
        "file": "p.pol",
        "line": 1,
        "column": 1,
        "end": {
          "line": 1,
          "column": 5
        },
        "caption": "here"
      }
    ]
  }
]
)");
    CHECK(render_json({}, fixture.sources) == "[]\n");
}

TEST_CASE("JSON survives bytes that are no text") {
    const Fixture fixture("x\n");
    Finding finding = fixture.finding(fixture.at("x"));
    finding.message = "bad \xFF byte";
    CHECK(render_json({finding}, fixture.sources).find("bad \xEF\xBF\xBD byte") != std::string::npos);
}

TEST_CASE("the sink counts errors and sorts by file and place, keeping the order of equals") {
    Sink sink;
    CHECK_FALSE(sink.has_errors());
    sink.add(FindingCode::import_cycle, {1, 5, 6}, "third");
    sink.add(FindingCode::import_cycle, {0, 9, 10}, "second", "and its hint");
    sink.add(FindingCode::import_cycle, {0, 2, 3}, "first");
    sink.add(FindingCode::import_cycle, {1, 5, 9}, "fourth");
    CHECK(sink.error_count() == 4);
    const std::vector<Finding> findings = sink.sorted();
    REQUIRE(findings.size() == 4);
    CHECK(findings[0].message == "first");
    CHECK(findings[1].hint == "and its hint");
    CHECK(findings[2].message == "third");
    CHECK(findings[3].message == "fourth");
}

TEST_CASE("the same finding about a shared file is kept once") {
    Sink sink;
    sink.add(FindingCode::import_cycle, {0, 2, 3}, "in a circle");
    sink.add(FindingCode::import_cycle, {0, 2, 3}, "in a circle");
    sink.add(FindingCode::import_cycle, {0, 2, 3}, "in another circle");
    CHECK(sink.error_count() == 3);
    CHECK(sink.sorted().size() == 2);
}

TEST_CASE("warnings are no errors") {
    Sink sink;
    for (const CatalogueEntry& entry : catalogue())
        if (entry.severity != Severity::error) sink.add(entry.code, {}, "worth knowing");
    CHECK_FALSE(sink.has_errors());
}

TEST_CASE("an escalated code is an error from then on, for the sink and in what is shown") {
    const Fixture fixture("plan x\n");
    for (const CatalogueEntry& entry : catalogue()) {
        if (entry.severity != Severity::warning) continue;
        Sink sink;
        sink.add(entry.code, fixture.at("x"), "before");
        CHECK_FALSE(sink.has_errors());
        sink.escalate(entry.code);
        sink.add(entry.code, fixture.at("x"), "after");
        CHECK(sink.error_count() == 1);
        const std::string text = render_text(sink.sorted(), fixture.sources, false);
        CHECK(text.find("p.pol:1:6: warning: before [") != std::string::npos);
        CHECK(text.find("p.pol:1:6: error: after [") != std::string::npos);
        CHECK(render_json(sink.sorted(), fixture.sources).find("\"severity\": \"error\"") != std::string::npos);
    }
}

TEST_CASE("codes of the catalogue are kebab-case, unique and in the order of their numbers") {
    std::set<std::string_view> slugs;
    for (const CatalogueEntry& entry : catalogue()) {
        CAPTURE(entry.slug);
        CHECK(entry.slug.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string_view::npos);
        CHECK(slugs.insert(entry.slug).second);
        CHECK(catalogue_entry(entry.code).slug == entry.slug);
        CHECK_FALSE(entry.summary.empty());
        CHECK(entry.summary.back() != '.');
    }
}
