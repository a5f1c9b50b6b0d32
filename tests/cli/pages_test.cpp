// The page of every finding: its example has that finding and nothing else, the mended example has none, and what the
// page shows of polc is what polc says.

#include "compiler/diagnostics/pages.hpp"

#include "tests/cli/support/command.hpp"
#include "tests/cli/support/document.hpp"
#include "tests/support/golden.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace fs = std::filesystem;
using namespace pol;
using namespace pol::test;

namespace {

const fs::path root = POL_SOURCE_DIR;
const fs::path pages = root / "compiler/diagnostics/pages";

CommandResult polc(const std::string& arguments) { return run(shell_word(POL_PROGRAM) + " " + arguments); }

std::vector<fs::path> page_files() {
    std::vector<fs::path> files = golden_inputs(pages, ".txt");
    std::erase_if(files, [](const fs::path& file) { return file.parent_path() != pages; });
    return files;
}

constexpr const char* document = "inhaler.txt";

/// The example policy with what it imports, and the text of its printed document.
std::vector<fs::path> frame_files() {
    std::vector<fs::path> files = golden_inputs(pages / "frame");
    files.push_back(pages / "frame" / document);
    return files;
}

/// A place of the example policy or its document: the comment that names it, and the lines below.
struct Place {
    std::string file;
    std::string name;
    std::string lines;
};

std::vector<Place> frame_places() {
    std::vector<Place> places;
    for (const fs::path& file : frame_files())
        for (const std::string& line : lines_of(read_text(file))) {
            const std::size_t sign = line.find("# ");
            if (sign != std::string::npos && line.find_first_not_of(' ') == sign)
                places.push_back({file.filename().string(), line.substr(sign + 2), {}});
            else
                places.back().lines += line + "\n";
        }
    return places;
}

/// Writes the example policy and its document with the example in them, and gives the commands to run there: both are
/// compared where the example has lines of the document.
std::string write_example(const std::vector<PageExample>& example, const ScratchFolder& folder) {
    std::vector<Place> places = frame_places();
    std::string commands;
    bool has_document = false;
    for (const PageExample& part : example) {
        if (part.place == "terminal") {
            for (const std::string& line : lines_of(part.lines)) commands += line.substr(2) + "\n";
            continue;
        }
        bool found = false;
        for (Place& place : places) {
            if (place.name != part.place) continue;
            place.lines = part.lines;
            found = true;
            has_document = has_document || place.file == document;
        }
        CHECK_MESSAGE(found, "no place of the example policy is called " << part.place);
    }
    std::map<std::string, std::string> files;
    for (const Place& place : places) files[place.file] += place.lines;
    for (const auto& [name, text] : files) folder.write(name, text);
    if (!commands.empty()) return commands;
    return std::string("polc check inhaler.pol\n") +
           (has_document ? "polc verify inhaler.pol --against inhaler.txt\n" : "");
}

/// What polc says of an example: the codes, and the first finding as a page shows it.
struct Said {
    int exit_code = 0;
    std::set<std::string> codes;
    std::string first;
};

Said said_of(const std::vector<PageExample>& example) {
    const ScratchFolder folder;
    const std::string commands = write_example(example, folder);
    const std::string path = shell_word(fs::path(POL_PROGRAM).parent_path().string());
    const std::string line =
        "cd " + shell_word(folder.path().string()) + "\nPATH=" + path + ":\"$PATH\"\nset -e\n" + commands;
    const CommandResult result = run(line);
    Said said;
    said.exit_code = result.exit_code;
    bool is_first = false;
    for (const std::string& error : lines_of(result.errors)) {
        if (is_first && error.starts_with("  hint: ")) said.first += error.substr(2) + "\n";
        const std::size_t code = error.rfind(" [");
        if (error.empty() || error.front() == ' ' || code == std::string::npos) continue;
        is_first = said.codes.empty() && said.first.empty();
        const std::size_t severity = std::min(error.find("error: "), error.find("warning: "));
        if (is_first) said.first = error.substr(severity, code - severity) + "\n";
        said.codes.insert(error.substr(code + 2, error.size() - code - 3));
    }
    return said;
}

/// The page's file with what polc says now.
std::string updated(const std::string& text, const std::string& says) {
    const std::string begin = "== says\n";
    const std::size_t from = text.find(begin) + begin.size();
    const std::size_t to = text.find("\n== mend\n");
    return text.substr(0, from) + says + text.substr(to);
}

}  // namespace

TEST_CASE("every code has a page that says everything, and every page has a code") {
    std::set<std::string> codes;
    for (const CatalogueEntry& entry : catalogue()) {
        CAPTURE(entry.slug);
        codes.insert(std::string(entry.slug));
        const FindingPage page = page_of(entry);
        CHECK(!page.meaning.empty());
        CHECK(!page.bad.empty());
        CHECK(!page.says.empty());
        CHECK(!page.mending.empty());
        CHECK(!page.mended.empty());
    }
    for (const fs::path& file : page_files()) CHECK_MESSAGE(codes.contains(file.stem().string()), file);
}

TEST_CASE("the example of a page has its finding and no other, and the mended one has none") {
    for (const fs::path& file : page_files()) {
        CAPTURE(file);
        const std::string text = read_text(file);
        const FindingPage page = read_page(text);
        const Said said = said_of(page.bad);
        CHECK(said.codes == std::set<std::string>{file.stem().string()});
        CHECK(compare_golden(file, ".txt", updated(text, said.first)) == "");
        const Said mended = said_of(page.mended);
        CHECK(mended.exit_code == 0);
        CHECK(mended.codes.empty());
    }
}

TEST_CASE("the example policy is sound as it stands, and agrees with its document") {
    for (const char* commands : {"$ polc check inhaler.pol\n", "$ polc verify inhaler.pol --against inhaler.txt\n"}) {
        const Said said = said_of({{"terminal", commands}});
        CHECK(said.exit_code == 0);
        CHECK(said.codes.empty());
    }
}

TEST_CASE("docs/findings.md holds the pages as they are") {
    CHECK(compare_golden(root / "docs/findings.md", ".md", polc("explain --all").output) == "");
}

TEST_CASE("explain prints a page, also for a code in brackets") {
    const CommandResult explained = polc("explain unknown-name");
    CHECK(explained.exit_code == 0);
    CHECK(compare_golden(root / "tests/cli/explain/unknown-name.txt", ".page", explained.output) == "");
    CHECK(polc("explain '[unknown-name]'").output == explained.output);
}

TEST_CASE("explain lists all codes, and knows which one is meant") {
    const std::vector<std::string> lines = lines_of(polc("explain").output);
    CHECK(lines.size() == catalogue().size());
    for (std::size_t at = 0; at < lines.size(); ++at)
        CHECK(lines[at].starts_with(std::string(catalogue()[at].slug) + "  "));
    const CommandResult misspelt = polc("explain unknwn-name");
    CHECK(misspelt.exit_code == 2);
    CHECK(misspelt.errors == "polc explain: there is no finding `unknwn-name`; did you mean `unknown-name`?\n");
    const CommandResult unknown = polc("explain weather");
    CHECK(unknown.exit_code == 2);
    CHECK(unknown.errors == "polc explain: there is no finding `weather`; `polc explain` lists them all\n");
}
