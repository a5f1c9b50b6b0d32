// Colour is for people at a terminal, or for whoever asks for it.

#include "tests/cli/support/command.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace pol::test;

namespace {

const std::string policies = std::string(POL_SOURCE_DIR) + "/policies";
constexpr const char* escape = "\033[";

/// A file with a finding, or a request that is decided.
const std::string bad_check =
    " check " + shell_word(std::string(POL_SOURCE_DIR) + "/tests/golden/parse/bad/bullet.pol");
const std::string decided = " decide " + shell_word(policies + "/qalsody.pol");

CommandResult polc(const std::string& environment, const std::string& arguments) {
    return run(
        "env -u NO_COLOR -u CLICOLOR_FORCE TERM=xterm " + environment + " " + shell_word(POL_PROGRAM) + arguments,
        R"({"line_of_business": "medicare_part_d"})");
}

bool is_coloured(const std::string& text) { return text.find(escape) != std::string::npos; }

/// The same with a terminal for all streams (`script` gives it one).
std::string at_terminal(const std::string& environment, const std::string& arguments) {
    const std::string line = "env -u NO_COLOR -u CLICOLOR_FORCE TERM=xterm " + environment + " " +
                             shell_word(POL_PROGRAM) + arguments + " < /dev/null";
    return run("script --quiet --command " + shell_word(line) + " /dev/null").output;
}

}  // namespace

TEST_CASE("messages in a pipe have no colour unless it is asked for") {
    CHECK(!polc("", bad_check).errors.empty());
    CHECK_FALSE(is_coloured(polc("", bad_check).errors));
    CHECK(is_coloured(polc("", bad_check + " --color always").errors));
    CHECK(is_coloured(polc("CLICOLOR_FORCE=1", bad_check).errors));
    CHECK_FALSE(is_coloured(polc("CLICOLOR_FORCE=0", bad_check).errors));
    CHECK_FALSE(is_coloured(polc("CLICOLOR_FORCE=1 NO_COLOR=1", bad_check).errors));
    CHECK(is_coloured(polc("NO_COLOR=1", bad_check + " --color always").errors));
    CHECK_FALSE(is_coloured(polc("CLICOLOR_FORCE=1", bad_check + " --color never").errors));
    CHECK(polc("", bad_check + " --color sometimes").exit_code == 2);
}

TEST_CASE("decisions have the colour of their outcome, and json none") {
    CHECK_FALSE(is_coloured(polc("", decided).output));
    const std::string coloured = polc("", decided + " --color always").output;
    CHECK(coloured.starts_with("\033[1;36mDOES NOT APPLY\033[0m\n"));
    CHECK(coloured.find("\n\033[1mEvery clause, in the order of the policy\033[0m\n") != std::string::npos);
    CHECK_FALSE(is_coloured(polc("", decided + " --format json --color always").output));
}

TEST_CASE("on a terminal messages have colour, and a last line says where more is told") {
    const std::string shown = at_terminal("", bad_check);
    CHECK(is_coloured(shown));
    CHECK(shown.find("`polc explain unknown-statement` tells more, with an example\r\n") != std::string::npos);
    const std::string several = at_terminal("", " check " + shell_word(policies + "/qalsody.pol"));
    CHECK(several.find("`polc explain CODE` tells more of each, such as `polc explain ") != std::string::npos);
    CHECK_FALSE(is_coloured(at_terminal("NO_COLOR=1", bad_check)));
    CHECK_FALSE(is_coloured(at_terminal("", bad_check + " --color never")));
    CHECK_FALSE(is_coloured(at_terminal("TERM=dumb", bad_check)));
    CHECK(polc("", bad_check).errors.find("polc explain") == std::string::npos);
}
