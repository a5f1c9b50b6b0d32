#include "tests/support/golden.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <sstream>

namespace pol::test {
namespace {

constexpr std::size_t context_lines = 2;
constexpr std::size_t shown_lines = 12;

bool blessing() {
    const char* bless = std::getenv("POL_BLESS");
    return bless != nullptr && std::string_view(bless) == "1";
}

std::vector<std::string> lines_of(std::string_view text) {
    std::vector<std::string> lines;
    std::istringstream stream{std::string(text)};
    for (std::string line; std::getline(stream, line);) lines.push_back(line);
    return lines;
}

void write_text(const std::filesystem::path& path, std::string_view text) {
    if (text.empty()) {
        std::filesystem::remove(path);
        return;
    }
    std::ofstream(path, std::ios::binary) << text;
}

void append_side(std::string& shown, char sign, const std::vector<std::string>& lines, std::size_t first) {
    const std::size_t last = std::min(lines.size(), first + shown_lines);
    for (std::size_t at = first; at < last; ++at) shown += std::string(1, sign) + ' ' + lines[at] + '\n';
    if (last < lines.size()) shown += std::string(1, sign) + " …\n";
}

std::vector<std::filesystem::path> files_below(const std::filesystem::path& folder, std::string_view extension) {
    std::vector<std::filesystem::path> files;
    if (!std::filesystem::exists(folder)) return files;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (entry.is_regular_file() && entry.path().extension() == extension) files.push_back(entry.path());
    }
    std::ranges::sort(files);
    return files;
}

}  // namespace

std::string read_text(const std::filesystem::path& path) {
    std::ifstream stream(path, std::ios::binary);
    REQUIRE_MESSAGE(stream.good(), "cannot read ", path.string());
    return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

std::string difference(std::string_view expected, std::string_view produced) {
    if (expected == produced) return {};
    const std::vector<std::string> left = lines_of(expected);
    const std::vector<std::string> right = lines_of(produced);
    std::size_t first = 0;
    while (first < left.size() && first < right.size() && left[first] == right[first]) ++first;
    if (first == left.size() && first == right.size()) return "only the last line end differs\n";
    std::string shown = "first difference in line " + std::to_string(first + 1) + "\n";
    for (std::size_t at = first - std::min(first, context_lines); at < first; ++at) shown += "  " + left[at] + '\n';
    append_side(shown, '-', left, first);
    append_side(shown, '+', right, first);
    return shown;
}

std::string compare_golden(const std::filesystem::path& input, std::string_view extension, std::string_view produced) {
    std::filesystem::path expected_path = input;
    expected_path.replace_extension(extension);
    if (blessing()) {
        write_text(expected_path, produced);
        return {};
    }
    const std::string expected = std::filesystem::exists(expected_path) ? read_text(expected_path) : std::string();
    const std::string differs = difference(expected, produced);
    if (differs.empty()) return {};
    return expected_path.string() + " differs (POL_BLESS=1 rewrites it): " + differs;
}

std::vector<std::filesystem::path> golden_inputs(const std::filesystem::path& folder, std::string_view extension) {
    std::vector<std::filesystem::path> inputs = files_below(folder, extension);
    REQUIRE_MESSAGE(!inputs.empty(), "no inputs below ", folder.string());
    return inputs;
}

std::vector<std::filesystem::path> leftover_expectations(const std::filesystem::path& folder,
                                                         std::string_view extension, std::string_view input_extension) {
    std::vector<std::filesystem::path> leftover;
    for (std::filesystem::path path : files_below(folder, extension)) {
        std::filesystem::path input = path;
        if (!std::filesystem::exists(input.replace_extension(input_extension))) leftover.push_back(std::move(path));
    }
    return leftover;
}

}  // namespace pol::test
