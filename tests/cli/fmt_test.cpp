#include "tests/cli/support/command.hpp"
#include "tests/support/golden.hpp"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include <filesystem>
#include <string>

namespace fs = std::filesystem;
using namespace pol::test;

namespace {

const std::string canonical =
    "facts few from provider\n  one  : yes/no  ask \"One?\"\n  two  : yes/no  ask \"Two?\"\nend\n";
const std::string crooked = "facts few from provider\n one : yes/no ask \"One?\"\n  two  : yes/no  ask \"Two?\"\nend";
const std::string broken = "facts few from provider\n one = yes/no\nend\n";

CommandResult fmt_in(const ScratchFolder& folder, const std::string& arguments, std::string_view input = {}) {
    return run("cd " + shell_word(folder.path().string()) + " && " + shell_word(POL_PROGRAM) + " fmt " + arguments,
               input);
}

std::string text_of(const ScratchFolder& folder, const std::string& name) { return read_text(folder.path() / name); }

/// A folder with one file of each sort.
struct Files {
    ScratchFolder folder;
    Files() {
        folder.write("canonical.pol", canonical);
        folder.write("crooked.pol", crooked);
        folder.write("broken.pol", broken);
    }
};

}  // namespace

TEST_CASE("fmt prints the canonical form of several files, and of standard input") {
    const Files files;
    const CommandResult printed = fmt_in(files.folder, "crooked.pol canonical.pol");
    CHECK(printed.exit_code == 0);
    CHECK(printed.output == canonical + canonical);
    CHECK(fmt_in(files.folder, "-", crooked).output == canonical);
    CHECK(text_of(files.folder, "crooked.pol") == crooked);
}

TEST_CASE("fmt --check names the files that have another form and ends with 1") {
    const Files files;
    const CommandResult checked = fmt_in(files.folder, "--check canonical.pol crooked.pol");
    CHECK(checked.exit_code == 1);
    CHECK(checked.output == "crooked.pol\n");
    CHECK(checked.errors.empty());
    CHECK(fmt_in(files.folder, "--check canonical.pol").exit_code == 0);
    CHECK(fmt_in(files.folder, "--check -", crooked).output == "<standard input>\n");
    CHECK(text_of(files.folder, "crooked.pol") == crooked);
}

TEST_CASE("fmt --diff shows what --write changes, as patch reads it") {
    const Files files;
    const CommandResult shown = fmt_in(files.folder, "--diff canonical.pol crooked.pol");
    CHECK(shown.exit_code == 0);
    CHECK(shown.output ==
          "--- crooked.pol\n+++ crooked.pol\n@@ -1,4 +1,4 @@\n facts few from provider\n- one : yes/no ask \"One?\"\n"
          "+  one  : yes/no  ask \"One?\"\n   two  : yes/no  ask \"Two?\"\n-end\n\\ No newline at end of file\n+end\n");
    CHECK(fmt_in(files.folder, "--diff --check crooked.pol").exit_code == 1);
    CHECK(fmt_in(files.folder, "--diff --check crooked.pol").output == shown.output);
}

TEST_CASE("the difference of a whole policy turns the one form into the other") {
    const ScratchFolder folder;
    const std::string policy = read_text(fs::path(POL_SOURCE_DIR) / "policies/qalsody.pol");
    std::string spoilt;
    int line = 0;
    for (const char c : policy) {
        spoilt += c;
        // Some lines indented, some blank ones added, most left alone.
        if (c == '\n' && ++line % 17 == 0) spoilt += line % 2 == 0 ? "  \n" : " ";
    }
    folder.write("qalsody.pol", spoilt);
    const CommandResult patched = run("cd " + shell_word(folder.path().string()) + " && " + shell_word(POL_PROGRAM) +
                                      " fmt --diff qalsody.pol | patch --quiet qalsody.pol");
    CHECK_MESSAGE(patched.exit_code == 0, patched.output << patched.errors);
    CHECK(difference(text_of(folder, "qalsody.pol"), fmt_in(folder, "-", spoilt).output) == "");
}

TEST_CASE("fmt --write changes files in place, keeps their permissions and leaves the others alone") {
    const Files files;
    const fs::path crooked_file = files.folder.path() / "crooked.pol";
    ::chmod(crooked_file.c_str(), 0640);
    const auto before = fs::last_write_time(files.folder.path() / "canonical.pol");
    const CommandResult written = fmt_in(files.folder, "--write canonical.pol crooked.pol");
    CHECK(written.exit_code == 0);
    CHECK(written.output.empty());
    CHECK(text_of(files.folder, "crooked.pol") == canonical);
    CHECK(fs::status(crooked_file).permissions() == static_cast<fs::perms>(0640));
    CHECK(fs::last_write_time(files.folder.path() / "canonical.pol") == before);
}

TEST_CASE("fmt --write leaves a symbolic link a link") {
    const Files files;
    fs::create_symlink("crooked.pol", files.folder.path() / "link.pol");
    CHECK(fmt_in(files.folder, "--write link.pol").exit_code == 0);
    CHECK(fs::is_symlink(files.folder.path() / "link.pol"));
    CHECK(text_of(files.folder, "crooked.pol") == canonical);
}

TEST_CASE("a file that cannot be read as a policy is left as it is; the others are formatted") {
    const Files files;
    const CommandResult written = fmt_in(files.folder, "--write broken.pol crooked.pol");
    CHECK(written.exit_code == 1);
    CHECK(written.errors.find("broken.pol:2:") == 0);
    CHECK(text_of(files.folder, "broken.pol") == broken);
    CHECK(text_of(files.folder, "crooked.pol") == canonical);
    CHECK(fmt_in(files.folder, "--check nowhere.pol crooked.pol").exit_code == 3);
}

TEST_CASE("what cannot be meant together is wrong use") {
    const Files files;
    CHECK(fmt_in(files.folder, "--write --check crooked.pol").exit_code == 2);
    CHECK(fmt_in(files.folder, "--write --diff crooked.pol").exit_code == 2);
    CHECK(fmt_in(files.folder, "--write -", crooked).exit_code == 2);
    CHECK(text_of(files.folder, "crooked.pol") == crooked);
}
