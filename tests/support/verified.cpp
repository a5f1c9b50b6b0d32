#include "tests/support/verified.hpp"

#include "compiler/diagnostics/render.hpp"
#include "compiler/driver/load.hpp"
#include "compiler/parse/parse.hpp"
#include "compiler/verify/verify.hpp"
#include "tests/support/golden.hpp"

#include <doctest/doctest.h>

namespace pol::test {
namespace {

/// One comparison with its files.
struct Verification {
    SourceMap sources;
    Sink sink;
    std::uint32_t document = 0;

    void run(const std::string& path, const std::string& policy, const std::string& name, const std::string& text) {
        Loader loader({}, sources, sink);
        const std::uint32_t number = sources.add(path, policy);
        std::optional<ast::File> file = parse(sources, number, sink);
        REQUIRE_MESSAGE(file.has_value(), render_text(sink.sorted(), sources, false));
        const std::optional<ast::Program> program = loader.load_imports(path, std::move(*file));
        REQUIRE(program.has_value());
        document = sources.add(name, text);
        const std::size_t before = sink.error_count();
        (void)verify(*program, sources, document, sink);
        // What the summary counts are the findings that a reader sees.
        if (before == 0) CHECK(sink.error_count() == sink.sorted().size());
    }
};

}  // namespace

std::vector<FoundAt> differences_of(const std::string& path, const std::string& policy, const std::string& document) {
    Verification verification;
    verification.run(path, policy, "document.txt", document);
    std::vector<FoundAt> found;
    for (const Finding& finding : verification.sink.sorted()) {
        const SourceFile& file = verification.sources.file(finding.span.file);
        FoundAt at{std::string(catalogue_entry(finding.code).slug), finding.message, file.line_of(finding.span.begin),
                   0};
        if (!finding.labels.empty())
            at.document_line = verification.sources.file(verification.document).line_of(finding.labels[0].span.begin);
        found.push_back(std::move(at));
    }
    return found;
}

std::string verify_report(const std::string& policy_path, const std::string& document_path) {
    Verification verification;
    verification.run(policy_path, read_text(policy_path), document_path, read_text(document_path));
    return render_text(verification.sink.sorted(), verification.sources, false);
}

}  // namespace pol::test
