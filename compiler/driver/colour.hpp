#pragma once

namespace pol {

/// What the user wants of colour: `--color auto`, `always` or `never`.
enum class Colour { automatic, always, never };

/// Whether what goes to this stream of the system (1: standard output, 2: standard error) is coloured. What is chosen
/// counts; else `NO_COLOR` forbids it, `CLICOLOR_FORCE` asks for it (https://no-color.org,
/// https://bixense.com/clicolors), and without either it is coloured on a terminal only.
[[nodiscard]] bool is_coloured(Colour colour, int stream);

}  // namespace pol
