#include "tests/install/project.hpp"

#include "tests/support/golden.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdio>
#include <fstream>

namespace fs = std::filesystem;

namespace pol::test {

Project::Project(const std::string& source) {
    fs::copy(repository / source, scratch_.path() / "project", fs::copy_options::recursive);
}

void Project::edit(const std::string& name, const std::string& from, const std::string& to) const {
    std::string text = read_text(file(name));
    REQUIRE(count(text, from) == 1);
    text.replace(text.find(from), from.size(), to);
    std::ofstream(file(name), std::ios::binary) << text;
}

CommandResult Project::run_there(const std::string& line) const {
    return run("cd " + shell_word(file("").string()) + " && { " + line + "\n} 2>&1");
}

CommandResult Project::configure(const std::string& options) const {
    return run_there(shell_word(POL_CMAKE) + " -S . -B build " + options);
}

CommandResult Project::build() const { return run_there(shell_word(POL_CMAKE) + " --build build"); }

void Project::make(const std::string& options) const {
    const CommandResult configured = configure(options);
    REQUIRE_MESSAGE(configured.exit_code == 0, configured.output);
    const CommandResult built = build();
    REQUIRE_MESSAGE(built.exit_code == 0, built.output);
}

std::string with(const std::string& generator, const fs::path& installed) {
    return "-G " + shell_word(generator) + " -DCMAKE_CXX_COMPILER=" + shell_word(POL_CXX_COMPILER) +
           " -DCMAKE_PREFIX_PATH=" + shell_word(installed.string());
}

bool is_there(const std::string& program) { return run("command -v " + program).exit_code == 0; }

void skip(const std::string& packages) { std::printf("skipped: needs %s\n", packages.c_str()); }

std::vector<std::string> files_below(const fs::path& folder) {
    std::vector<std::string> files;
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder))
        if (!entry.is_directory()) files.push_back(entry.path().lexically_relative(folder).generic_string());
    std::sort(files.begin(), files.end());
    return files;
}

bool is_listed(const std::string& file) {
    for (const char* changing : {"doc/pol/docs/", "doc/pol/examples/", "doc/pol/policies/", "Targets-"})
        if (has(file, changing)) return false;
    return !file.ends_with(".hpp") && !file.ends_with(".h");
}

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

int count(const std::string& text, const std::string& part) {
    int found = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size())) ++found;
    return found;
}

}  // namespace pol::test
