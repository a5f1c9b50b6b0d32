// Reading never crashes, hangs or stays silent about a spoilt file, whatever happened to it.

#include "compiler/diagnostics/render.hpp"
#include "compiler/parse/parse.hpp"
#include "tests/fuzz/mutate.hpp"
#include "tests/support/golden.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

using namespace pol;

namespace {

constexpr int mutants = 3000;
constexpr int cuts = 1000;
constexpr int spoilt_texts = 500;

const std::filesystem::path root = POL_SOURCE_DIR;

struct Result {
    bool readable = false;
    bool has_errors = false;
    std::string findings;
};

/// Reads a text and renders what was found, so that every span is looked up too.
Result read(const std::string& text) {
    SourceMap sources;
    Sink sink;
    const std::uint32_t number = sources.add("mutant.pol", text);
    Result result;
    result.readable = parse(sources, number, sink).has_value();
    result.has_errors = sink.has_errors();
    for (const Finding& finding : sink.sorted()) {
        CHECK(finding.span.begin <= finding.span.end);
        CHECK(finding.span.end <= text.size());
        CHECK(!finding.message.empty());
    }
    result.findings = render_text(sink.sorted(), sources, false);
    return result;
}

/// The policies and the inputs of goldens that can be read.
std::vector<std::string> readable_texts() {
    std::vector<std::string> texts;
    for (const char* folder : {"policies", "tests/golden"}) {
        for (const auto& path : test::golden_inputs(root / folder)) {
            std::string text = test::read_text(path);
            if (read(text).readable) texts.push_back(std::move(text));
        }
    }
    return texts;
}

const std::vector<std::string>& seeds() {
    static const std::vector<std::string> texts = readable_texts();
    return texts;
}

const std::string& any_seed(test::Mutator& mutator) { return seeds()[mutator.below(seeds().size())]; }

/// Whether a text cut at `at` breaks off inside a block, behind the line that opens it: what is left of that line may
/// be a whole statement. Blocks of a file begin and end at the margin, so the next line at the margin is then an `end`.
bool is_inside_block(const std::string& text, std::size_t at) {
    const auto is_margin = [&](std::size_t line) {
        return line < text.size() && std::string_view(" \t\n").find(text[line]) == std::string_view::npos;
    };
    std::size_t line = at == 0 ? 0 : text.rfind('\n', at - 1) + 1;
    if (line != at && is_margin(line)) return false;
    if (line != at) line = text.find('\n', at) + 1;
    while (line != 0 && line < text.size() && !is_margin(line)) line = text.find('\n', line) + 1;
    return line != 0 && text.compare(line, 3, "end") == 0;
}

}  // namespace

TEST_CASE("spoilt files are read to their end and every unreadable one has a finding") {
    test::Mutator mutator(127);
    for (int at = 0; at < mutants; ++at) {
        const std::string mutant = mutator.mutate(any_seed(mutator));
        const Result result = read(mutant);
        CHECK_MESSAGE(result.readable != result.has_errors, mutant);
    }
}

TEST_CASE("a file cut inside a block has a finding") {
    test::Mutator mutator(3);
    int inside = 0;
    for (int at = 0; at < cuts; ++at) {
        const std::string& seed = any_seed(mutator);
        const std::size_t place = mutator.below(seed.size());
        if (!is_inside_block(seed, place)) continue;
        const std::string cut = seed.substr(0, place);
        CHECK_MESSAGE(read(cut).has_errors, cut);
        ++inside;
    }
    CHECK(inside > cuts / 2);
}

TEST_CASE("bytes that are no text have a finding wherever they stand") {
    test::Mutator mutator(5);
    for (int at = 0; at < spoilt_texts; ++at) {
        std::string spoilt = any_seed(mutator);
        const std::size_t byte = at % 2 == 0 ? 0x80 + mutator.below(0x40) : mutator.below(9);
        const std::size_t place = mutator.below(spoilt.size());
        spoilt.insert(place, 1, static_cast<char>(byte));
        CHECK_MESSAGE(!read(spoilt).readable, spoilt);
    }
}

TEST_CASE("signs outside texts and comments have a finding") {
    test::Mutator mutator(11);
    for (int at = 0; at < spoilt_texts; ++at) {
        std::vector<std::string> lines = test::split_lines(any_seed(mutator));
        std::string& line = lines[mutator.below(lines.size())];
        // The sign could be part of a text or comment there, or begin one more cell of a table, which can be read.
        if (line.find_first_of("\"#|") != std::string::npos) continue;
        const std::size_t place = mutator.below(line.size() + 1);
        line.insert(place, 1, "$&!?~^;{}`|"[mutator.below(11)]);
        const std::string spoilt = test::join_lines(lines);
        CHECK_MESSAGE(!read(spoilt).readable, spoilt);
    }
}

TEST_CASE("random bytes are no policy") {
    test::Mutator mutator(7);
    for (int at = 0; at < 500; ++at) {
        std::string noise;
        const std::size_t size = 1 + mutator.below(300);
        for (std::size_t step = 0; step < size; ++step) noise += static_cast<char>(mutator.below(256));
        CHECK_MESSAGE(!read(noise).readable, noise);
    }
}

TEST_CASE("a file of nothing but slips is read to its end, with as many findings as one needs") {
    std::string text = "policy p \"P\"\nend\nsection A\n";
    for (int at = 0; at < 20000; ++at) text += at % 2 == 0 ? "  any of\n" : "  excluded wen x is yes\n";
    for (const std::string& slips : {text, text + text}) {
        const std::string findings = read(slips).findings;
        const auto count = std::count(findings.begin(), findings.end(), '[');
        CHECK(count > 0);
        CHECK(count <= 51);
    }
}
