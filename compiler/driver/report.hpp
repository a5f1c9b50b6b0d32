#pragma once

#include "compiler/driver/colour.hpp"
#include "compiler/driver/pipeline.hpp"
#include "compiler/source/counted.hpp"

#include <string>
#include <string_view>

namespace pol {

/// How a command ends (docs/commands.md): 0 no errors, 1 errors, 2 wrong use, 3 cannot read or write.
enum class ExitCode : int { success = 0, errors = 1, wrong_use = 2, environment = 3 };

/// What an exit code means, in a few words.
[[nodiscard]] std::string meaning_of(ExitCode code);

enum class OutputFormat { text, json, sarif };

/// Writes the findings of a run to standard error, each once, in order of place, and says how the run ends. In the text
/// form a line counts them where there are several, and on a terminal another says where more is told of a finding.
[[nodiscard]] ExitCode report(const Run& run, OutputFormat format, Colour colour = Colour::automatic);

/// Writes to standard error. What cannot be written there makes `when_all_is_told` an error of the environment.
void print_error(std::string_view text);

/// Whether two inputs of a command would both be standard input, which can be read once; says so.
[[nodiscard]] bool says_both_are_standard_input(const std::string& command, const std::string& one,
                                                const std::string& path_of_one, const std::string& other,
                                                const std::string& path_of_other);

/// How the program ends, with what it has told: findings or results that could not be written are an error of the
/// environment, whatever they say.
[[nodiscard]] ExitCode when_all_is_told(ExitCode so_far);

/// Writes a result to standard output; a full disk or closed pipe is an error of the environment.
[[nodiscard]] ExitCode print_result(const std::string& text, ExitCode so_far);

/// Says on standard error that a file, or what else there is at the path, could not be read.
[[nodiscard]] ExitCode report_unreadable(const std::string& path, const std::string& reason, const char* what = "file");

/// Says on standard error that a file could not be written.
[[nodiscard]] ExitCode report_unwritable(const std::string& path, const std::string& reason);

}  // namespace pol
