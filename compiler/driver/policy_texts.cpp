#include "compiler/driver/policy_texts.hpp"

#include "compiler/ast/words.hpp"
#include "compiler/driver/content_hash.hpp"
#include "compiler/driver/pipeline.hpp"
#include "pol/closest_name.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <optional>
#include <string_view>
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
    if (!program) return;
    path_by_hash_.emplace(content_hash(*program, run.sources), path);
    const auto* number = ast::header_line<ast::PolicyNumber>(policy_of(*program));
    const auto* text = ast::header_line<ast::TextInForce>(policy_of(*program));
    if (number != nullptr && text != nullptr) added_.push_back({path, number->number.text, ast::written(text->from)});
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

std::string PolicyTexts::hint_for(const NamedText& missing) const {
    if (const auto path = path_by_hash_.find(missing.hash); path != path_by_hash_.end())
        return fmt::format("; {} is that text, but has errors: `polc check` tells them", path->second);
    std::vector<std::string_view> numbers;
    std::string others;
    for (const Added& each : added_) {
        numbers.push_back(each.number);
        if (each.number != missing.number) continue;
        if (each.from == missing.from)
            return fmt::format("; {} has that number and day, but another hash: it or what it imports was changed",
                               each.path);
        others += fmt::format("{}{} ({})", others.empty() ? "" : ", ", each.from, each.path);
    }
    if (others.empty()) return closest_name_hint(missing.number, numbers);
    return fmt::format("; of that policy there is the text of {}", others);
}

}  // namespace pol
