#include "compiler/parse/parse.hpp"

#include "compiler/parse/build.hpp"
#include "compiler/parse/hints.hpp"
#include "compiler/parse/reader.hpp"
#include "compiler/parse/slips.hpp"
#include "compiler/parse/text_scan.hpp"
#include "compiler/parse/vocabulary.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace pol {
namespace {

using parse_detail::Build;
using parse_detail::Kind;
using parse_detail::Node;

bool too_large(const SourceFile& source, std::uint32_t file, Sink& sink) {
    if (source.text().size() <= max_file_bytes) return false;
    sink.add(FindingCode::file_too_large, {file, 0, 0},
             "the file is larger than " + std::to_string(max_file_bytes / (1024U * 1024U)) + " MB",
             "a policy is a few pages; is this the right file?");
    return true;
}

/// Labels and ids of blocks, wherever they stand.
void collect(const Node& node, Build& build) {
    if (node.kind == Kind::label) {
        build.labels.push_back(build.word(node));
        build.labels.back().pop_back();
    }
    if (node.kind == Kind::block_id) build.blocks.push_back(build.word(node));
    for (const Node& child : node.children) collect(child, build);
}

Build build_for(const SourceFile& source, std::uint32_t file, Sink& sink, const Node& root) {
    Build build{{source.text(), file}, sink};
    collect(root, build);
    std::ranges::sort(build.labels);
    std::ranges::sort(build.blocks);
    return build;
}

decltype(ast::File::declared) declaration(const Build& build, const Node& root) {
    const Node& first = root.children.front();
    if (first.kind == Kind::plan_block) return parse_detail::build_plan(build, first);
    if (first.kind == Kind::facts_block) return ast::FactsFile{parse_detail::build_facts(build, first)};
    return parse_detail::build_policy(build, root);
}

}  // namespace

std::optional<ast::File> parse(const SourceMap& sources, std::uint32_t file, Sink& sink) {
    const SourceFile& source = sources.file(file);
    if (too_large(source, file, sink)) return std::nullopt;

    // The bytes: encoding, characters, comments.
    parse_detail::ScannedText scanned = parse_detail::scan_text(source.text(), file);
    for (const Finding& finding : scanned.findings) sink.add(finding);

    // The lines, by the grammar.
    const parse_detail::ReadText read = parse_detail::read_text(source.text(), file);
    for (const auto& slip : parse_detail::without_followers(read, source.text(), scanned.findings)) {
        sink.add(parse_detail::finding_of(slip, {source.text(), file}));
    }
    if (!read.tree || !scanned.findings.empty()) return std::nullopt;

    // The plain tree.
    const std::size_t errors = sink.error_count();
    const Build build = build_for(source, file, sink, *read.tree);
    ast::File tree{declaration(build, *read.tree), std::move(scanned.comments), file};
    if (sink.error_count() > errors) return std::nullopt;
    return tree;
}

bool can_be_declared(const std::string& name) {
    const std::vector<std::string>& reserved = parse_detail::reserved_words();
    return parse_detail::is_name(name) && std::ranges::find(reserved, name) == reserved.end();
}

}  // namespace pol
