#include "tests/support/lowered.hpp"

#include "compiler/ast/fields.hpp"
#include "compiler/check/check.hpp"
#include "compiler/diagnostics/render.hpp"
#include "compiler/lower/lower.hpp"
#include "compiler/parse/parse.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <optional>
#include <utility>

namespace pol::test {

namespace {

std::optional<ast::File> parsed(SourceMap& sources, Sink& sink, const std::string& name, const std::string& text) {
    return parse(sources, sources.add(name, text), sink);
}

}  // namespace

model::Policy lowered(const std::string& policy, const std::string& plan, const std::vector<std::string>& facts) {
    SourceMap sources;
    Sink sink;
    std::optional<ast::File> policy_file = parsed(sources, sink, "policy.pol", policy);
    std::optional<ast::File> plan_file = parsed(sources, sink, "plan.pol", plan);
    std::vector<ast::File> facts_files;
    for (const std::string& text : facts)
        if (auto file = parsed(sources, sink, "facts.pol", text)) facts_files.push_back(std::move(*file));

    const bool is_complete = policy_file && plan_file && facts_files.size() == facts.size();
    if (!is_complete) {
        FAIL(render_text(sink.sorted(), sources, false));
        return {};
    }
    ast::Program program{std::move(*policy_file), std::move(plan_file), std::move(facts_files)};
    ast::resolve_fields(program);
    check(program, sink);
    REQUIRE_MESSAGE(!sink.has_errors(), render_text(sink.sorted(), sources, false));
    return lower(program, sources);
}

model::ClauseIndex clause_index(const model::Policy& policy, const std::string& id) {
    const auto found = std::find_if(policy.clauses.begin(), policy.clauses.end(),
                                    [&id](const model::Clause& each) { return each.id == id; });
    REQUIRE_MESSAGE(found != policy.clauses.end(), id);
    return static_cast<model::ClauseIndex>(found - policy.clauses.begin());
}

const model::Clause& clause(const model::Policy& policy, const std::string& id) {
    return policy.clauses[clause_index(policy, id)];
}

}  // namespace pol::test
