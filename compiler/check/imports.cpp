#include "compiler/check/names.hpp"
#include "compiler/check/passes.hpp"
#include "compiler/check/uses.hpp"

#include <fmt/format.h>

#include <unordered_map>
#include <unordered_set>

namespace pol::checking {
namespace {

/// A name declared twice within one file is reported with that file.
class FactNames {
public:
    explicit FactNames(Sink& sink) : sink_(sink) {}

    void add(const ast::FactsBlock& block) {
        for (const ast::FactDeclaration& fact : block.facts) {
            const auto [first, is_new] = first_.emplace(fact.name.text, fact.name.span);
            if (!is_new && first->second.file != fact.name.span.file)
                add_with_place(sink_, FindingCode::repeated_name, fact.name.span,
                               fmt::format("another file declares `{}` as well", fact.name.text),
                               "a fact has one declaration; all policies of a plan share it", first->second,
                               "the first one");
        }
    }

private:
    Sink& sink_;
    std::unordered_map<std::string, Span> first_;
};

void check_namespace(const Context& context) {
    FactNames names(context.sink);
    for (const ast::FactsBlock& block : context.plan.facts) names.add(block);
    for (const ast::File& file : context.program.facts)
        if (const auto* facts = std::get_if<ast::FactsFile>(&file.declared)) names.add(facts->facts);
}

/// Facts that conditions, values and scenarios of the policy speak of.
std::unordered_set<std::string> facts_used(const Context& context) {
    std::unordered_set<std::string> used;
    each_name(context.symbols, context.policy, [&](const ast::Name& name) { used.insert(name.text); });
    for (const ast::Scenario* scenario : blocks_of<ast::Scenario>(context.policy))
        for (const ast::Assignment& assignment : scenario->assignments) used.insert(assignment.fact.text);
    return used;
}

bool is_used(const ast::File& file, const std::unordered_set<std::string>& used) {
    const auto* facts = std::get_if<ast::FactsFile>(&file.declared);
    if (facts == nullptr) return true;
    for (const ast::FactDeclaration& fact : facts->facts.facts)
        if (used.count(fact.name.text) > 0) return true;
    return false;
}

}  // namespace

void check_imports(const Context& context) {
    check_namespace(context);
    const std::unordered_set<std::string> used = facts_used(context);
    std::unordered_set<std::string> unused;
    for (const ast::File& file : context.program.facts)
        if (!is_used(file, used)) unused.insert(std::get<ast::FactsFile>(file.declared).facts.name->text);
    std::vector<ast::Name> imported;
    for (const ast::HeaderLine* line : header_lines<ast::FactsImport>(context.policy)) {
        const auto& files = std::get<ast::FactsImport>(line->form).files;
        imported.insert(imported.end(), files.begin(), files.end());
    }
    check_repeats(context.sink, imported);
    for (const ast::Name& name : imported)
        if (unused.erase(name.text) > 0)
            context.sink.add(FindingCode::unused_import, name.span,
                             fmt::format("no fact of `{}` is used here", name.text), "leave the file out");
}

}  // namespace pol::checking
