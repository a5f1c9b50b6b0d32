#include "compiler/driver/commands.hpp"
#include "compiler/driver/completions.hpp"
#include "compiler/driver/manual.hpp"

namespace pol {

ExitCode run_completions(const std::string& shell, const CommandTable& table) {
    if (shell == "bash") return print_result(bash_completions(table), ExitCode::success);
    if (shell == "zsh") return print_result(zsh_completions(table), ExitCode::success);
    return print_result(fish_completions(table), ExitCode::success);
}

ExitCode run_man(const CommandTable& table) { return print_result(manual_page(table, POL_VERSION), ExitCode::success); }

}  // namespace pol
