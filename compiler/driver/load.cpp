#include "compiler/driver/load.hpp"

#include "compiler/ast/fields.hpp"
#include "compiler/driver/files.hpp"
#include "compiler/parse/parse.hpp"
#include "compiler/source/overloaded.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <utility>

namespace pol {
namespace {

const ast::Name* declared_name(const ast::File& file) {
    return std::visit(overloaded{
                          [](const ast::Plan& plan) -> const ast::Name* { return &plan.name; },
                          [](const ast::FactsFile& facts) -> const ast::Name* {
                              return facts.facts.name ? &*facts.facts.name : nullptr;
                          },
                          [](const ast::Policy& policy) -> const ast::Name* { return &policy.name; },
                      },
                      file.declared);
}

std::string in_directory(const std::string& directory, const std::string& file) {
    return (std::filesystem::path(directory) / file).lexically_normal().generic_string();
}

/// Names of a policy's imports, in the order written.
struct Imports {
    std::vector<ast::Name> plans;
    std::vector<ast::Name> facts;
};

Imports imports_of(const ast::Policy& policy) {
    Imports imports;
    for (const ast::HeaderLine& line : policy.header) {
        if (const auto* plan = std::get_if<ast::PlanImport>(&line.form)) imports.plans.push_back(plan->plan);
        if (const auto* facts = std::get_if<ast::FactsImport>(&line.form))
            imports.facts.insert(imports.facts.end(), facts->files.begin(), facts->files.end());
    }
    return imports;
}

}  // namespace

Loader::Loader(std::vector<std::string> import_dirs, SourceMap& sources, Sink& sink)
    : import_dirs_(std::move(import_dirs)), sources_(sources), sink_(sink) {
    for (const std::string& directory : import_dirs_)
        if (const std::string reason = why_no_directory(directory); !reason.empty())
            report_unreadable(sources_.add(directory, {}), "directory", reason);
    lacks_import_dir_ = had_unreadable_file_;
}

std::optional<ast::File> Loader::load_file(const std::string& path) {
    if (lacks_import_dir_) return std::nullopt;
    const std::string key = std::filesystem::path(path).lexically_normal().generic_string();
    if (const auto known = loaded_.find(key); known != loaded_.end()) return again(known->second);
    std::optional<ast::File> file = read(path);
    Known& known = loaded_[key];
    if (file && std::holds_alternative<ast::Policy>(file->declared))
        known.policy = file->file;
    else
        known.file = file;
    return file;
}

std::optional<ast::File> Loader::again(const Known& known) const {
    Sink told_already;
    return known.policy ? parse(sources_, *known.policy, told_already) : known.file;
}

std::optional<std::uint32_t> Loader::read_text(const std::string& path) {
    FileError error;
    std::optional<std::string> text = read_file(path, error);
    const std::uint32_t number = sources_.add(shown_name(path), text.value_or(""));
    if (!text) {
        report_unreadable(number, "file", error.reason);
        return std::nullopt;
    }
    files_read_.push_back(path);
    return number;
}

std::optional<ast::File> Loader::read(const std::string& path) {
    const std::optional<std::uint32_t> number = read_text(path);
    return number ? parse(sources_, *number, sink_) : std::nullopt;
}

void Loader::check_name(const std::string& path, const ast::File& file) {
    const ast::Name* name = declared_name(file);
    if (path == "-" || name == nullptr) return;
    const std::string expected = std::filesystem::path(path).stem().string();
    if (name->text == expected) return;
    const std::string other_way = can_be_declared(expected) ? fmt::format(" or the declaration to `{}`", expected)
                                                            : fmt::format(", as `{}` is no name", expected);
    sink_.add(
        FindingCode::wrong_declaration, name->span,
        fmt::format("`{}` is declared in a file named `{}.pol`", name->text, expected),
        fmt::format("a file declares exactly its own name: rename the file to `{}.pol`{}", name->text, other_way));
}

std::optional<std::string> Loader::find_import(const std::string& importer, const std::string& name) const {
    std::vector<std::string> directories = {std::filesystem::path(importer).parent_path().generic_string()};
    directories.insert(directories.end(), import_dirs_.begin(), import_dirs_.end());
    for (const std::string& directory : directories) {
        const std::string candidate = in_directory(directory, name + ".pol");
        std::error_code ignored;
        if (std::filesystem::exists(candidate, ignored)) return candidate;
    }
    return std::nullopt;
}

void Loader::report_unreadable(std::uint32_t number, const char* what, const std::string& reason) {
    sink_.add(FindingCode::file_not_readable, Span{number, 0, 0}, fmt::format("cannot read the {}: {}", what, reason));
    had_unreadable_file_ = true;
}

void Loader::report_missing(const ast::Name& name) {
    sink_.add(FindingCode::import_not_found, name.span, fmt::format("there is no file `{}.pol`", name.text),
              import_dirs_.empty()
                  ? "it is looked for beside this file; name other directories with `--import-dir`, or in "
                    "CMake with `IMPORT_DIRS` of `pol_add_policies`"
                  : "it is looked for beside this file and in the directories of `--import-dir`, in CMake "
                    "`IMPORT_DIRS` of `pol_add_policies`");
}

std::optional<ast::File> Loader::load_import(const std::string& importer, const ast::Name& name) {
    const std::optional<std::string> path = find_import(importer, name.text);
    if (!path) {
        report_missing(name);
        return std::nullopt;
    }
    std::error_code ignored;
    if (std::filesystem::equivalent(importer, *path, ignored)) {
        sink_.add(FindingCode::import_cycle, name.span, fmt::format("`{}` imports itself", name.text),
                  "name the plan or facts file that is meant");
        return std::nullopt;
    }
    std::optional<ast::File> file = load_file(*path);
    if (file) check_name(*path, *file);
    return file;
}

template <class Declaration>
std::optional<ast::File> Loader::load_import_of(const std::string& importer, const ast::Name& name, const char* kind) {
    std::optional<ast::File> file = load_import(importer, name);
    if (!file || std::holds_alternative<Declaration>(file->declared)) return file;
    sink_.add(FindingCode::wrong_declaration, name.span, fmt::format("`{}.pol` does not declare {}", name.text, kind));
    return std::nullopt;
}

std::optional<ast::Program> Loader::load_imports(const std::string& path, ast::File policy) {
    const Imports imports = imports_of(std::get<ast::Policy>(policy.declared));
    ast::Program program{std::move(policy), std::nullopt, {}};
    bool complete = true;
    for (const ast::Name& name : imports.plans) {
        std::optional<ast::File> file = load_import_of<ast::Plan>(path, name, "a plan");
        complete = complete && file.has_value();
        if (!program.plan) program.plan = std::move(file);
    }
    for (const ast::Name& name : imports.facts) {
        std::optional<ast::File> file = load_import_of<ast::FactsFile>(path, name, "facts");
        complete = complete && file.has_value();
        if (file) program.facts.push_back(std::move(*file));
    }
    ast::resolve_fields(program);
    return complete ? std::optional(std::move(program)) : std::nullopt;
}

}  // namespace pol
