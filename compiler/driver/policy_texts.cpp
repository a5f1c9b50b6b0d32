#include "compiler/driver/policy_texts.hpp"

#include "compiler/driver/content_hash.hpp"
#include "compiler/driver/pipeline.hpp"

#include <algorithm>
#include <filesystem>
#include <optional>
#include <utility>

namespace pol {
namespace {

namespace fs = std::filesystem;

/// In an order that does not depend on the file system.
std::vector<std::string> policies_below(const std::string& folder) {
    std::vector<std::string> files;
    std::error_code failed;
    for (fs::recursive_directory_iterator at(folder, failed), end; !failed && at != end; at.increment(failed))
        if (at->path().extension() == ".pol") files.push_back(at->path().generic_string());
    std::sort(files.begin(), files.end());
    return files;
}

}  // namespace

bool PolicyTexts::add(const std::string& path) {
    std::error_code ignored;
    if (!fs::exists(path, ignored)) return false;
    if (!fs::is_directory(path, ignored)) {
        add_file(path);
        return true;
    }
    for (const std::string& file : policies_below(path)) add_file(file);
    return true;
}

void PolicyTexts::add_file(const std::string& path) {
    Run run(import_dirs_);
    std::optional<ast::File> file = run.loader.load_file(path);
    if (!file || !std::holds_alternative<ast::Policy>(file->declared)) return;
    const std::optional<ast::Program> program = run.loader.load_imports(path, std::move(*file));
    if (program) path_by_hash_.emplace(content_hash(*program, run.sources), path);
}

const DescribedPolicy* PolicyTexts::find(const std::string& hash) {
    const auto path = path_by_hash_.find(hash);
    if (path == path_by_hash_.end()) return nullptr;
    const auto [known, is_new] = policy_by_hash_.try_emplace(hash);
    if (is_new) {
        Run run(import_dirs_);
        if (std::optional<model::Policy> policy = build_model(run, path->second))
            known->second = std::make_unique<DescribedPolicy>(std::move(*policy));
    }
    return known->second.get();
}

}  // namespace pol
