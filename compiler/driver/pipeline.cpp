#include "compiler/driver/pipeline.hpp"

#include "compiler/analyze/analyze.hpp"
#include "compiler/check/check.hpp"
#include "compiler/driver/content_hash.hpp"
#include "compiler/lower/lower.hpp"

#include <utility>

namespace pol {
namespace {

/// From a parsed policy to its proved model.
std::optional<model::Policy> finish_policy(Run& run, const std::string& path, ast::File file) {
    const std::size_t errors_before = run.sink.error_count();
    run.loader.check_name(path, file);

    // The plan and the facts it names, from the search directories.
    const std::optional<ast::Program> program = run.loader.load_imports(path, std::move(file));
    if (!program) return std::nullopt;

    // What can be wrong with what is written. Without an error the program is sound.
    check(*program, run.sink);
    if (run.sink.error_count() > errors_before) return std::nullopt;

    // What it means.
    model::Policy policy = lower(*program, run.sources);
    policy.content_hash = content_hash(*program, run.sources);
    policy.compiler = POL_VERSION;

    // What must be proved of that meaning before any request may be decided by it.
    prove_agreement(policy, run.sink);
    if (run.sink.error_count() > errors_before) return std::nullopt;
    return policy;
}

}  // namespace

CheckedFile check_any_file(Run& run, const std::string& path) {
    std::optional<ast::File> file = run.loader.load_file(path);
    if (!file) return {};
    const std::uint32_t number = file->file;
    if (std::holds_alternative<ast::Policy>(file->declared)) {
        std::optional<model::Policy> policy = finish_policy(run, path, std::move(*file));
        const bool sound = policy.has_value();
        return {number, sound, std::move(policy)};
    }
    const std::size_t errors_before = run.sink.error_count();
    run.loader.check_name(path, *file);
    check_file(*file, run.sink);
    return {number, run.sink.error_count() == errors_before, std::nullopt};
}

std::optional<model::Policy> build_model(Run& run, const std::string& path) {
    CheckedFile checked = check_any_file(run, path);
    if (checked.sound && !checked.policy) report_no_policy(run, checked.file);
    return std::move(checked.policy);
}

void report_no_policy(Run& run, std::uint32_t file) {
    run.sink.add(FindingCode::wrong_declaration, Span{file, 0, 0}, "this file does not declare a policy",
                 "name the file of a policy; its plan and facts are found by their names");
}

}  // namespace pol
