#pragma once

#include "compiler/ast/program.hpp"
#include "compiler/diagnostics/sink.hpp"
#include "compiler/source/source_map.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace pol {

/// Reads `.pol` files and their imports, each file once in a run. An import NAME is the file NAME.pol in the directory
/// of the file that imports it or in the search directories, in that order; the first found counts.
class Loader {
public:
    Loader(std::vector<std::string> import_dirs, SourceMap& sources, Sink& sink);

    /// One file by itself; nothing if it cannot be read or has syntax errors (findings then).
    [[nodiscard]] std::optional<ast::File> load_file(const std::string& path);
    /// A policy, already loaded from `path`, with its imports; nothing if one of them failed (findings then).
    [[nodiscard]] std::optional<ast::Program> load_imports(const std::string& path, ast::File policy);
    /// The text of a file that declares nothing; its number in the sources, nothing if it cannot be read (findings
    /// then).
    [[nodiscard]] std::optional<std::uint32_t> read_text(const std::string& path);
    /// Reports a file that is not called by the name it declares.
    void check_name(const std::string& path, const ast::File& file);
    /// Every file read so far, in the order of reading; the inputs of a depfile.
    [[nodiscard]] const std::vector<std::string>& files_read() const { return files_read_; }
    /// Whether a file could not be read at all, which is the environment's fault and not the author's.
    [[nodiscard]] bool had_unreadable_file() const { return had_unreadable_file_; }

private:
    /// A file that was loaded, neither if it could not be read or parsed. A plan or facts file is kept for the next
    /// policy that names it; of a policy only its number in the sources, as hardly one is asked for twice.
    struct Known {
        std::optional<std::uint32_t> policy;
        std::optional<ast::File> file;
    };
    [[nodiscard]] std::optional<ast::File> again(const Known& known) const;
    [[nodiscard]] std::optional<ast::File> read(const std::string& path);
    [[nodiscard]] std::optional<std::string> find_import(const std::string& importer, const std::string& name) const;
    [[nodiscard]] std::optional<ast::File> load_import(const std::string& importer, const ast::Name& name);
    template <class Declaration>
    [[nodiscard]] std::optional<ast::File> load_import_of(const std::string& importer, const ast::Name& name,
                                                          const char* kind);
    void report_unreadable(std::uint32_t number, const char* what, const std::string& reason);
    void report_missing(const ast::Name& name);

    std::vector<std::string> import_dirs_;
    SourceMap& sources_;
    Sink& sink_;
    std::vector<std::string> files_read_;
    /// By normal path.
    std::map<std::string, Known> loaded_;
    bool had_unreadable_file_ = false;
    /// Without one of its search directories no file is read: another of the same name could be meant.
    bool lacks_import_dir_ = false;
};

}  // namespace pol
