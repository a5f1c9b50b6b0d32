#include "compiler/emit/batch.hpp"
#include "compiler/emit/text.hpp"

#include <fmt/format.h>

namespace pol::emission {

namespace {

// clang-format off
constexpr std::string_view struct_template = R"(
// What conditions on the entries of lists read of one request.
struct Row {{
    Row() = default;
    Row(const Columns& columns, std::size_t row) noexcept
        : {initializers} {{}}

{members}}};
)";
// clang-format on

}  // namespace

std::string row_struct(const Context& context) {
    const std::vector<bool> read = facts_of_rows(context);
    std::vector<std::string> initializers;
    std::string members;
    for (std::size_t i = 0; i < read.size(); ++i) {
        if (!read[i]) continue;
        initializers.push_back(fmt::format("{0}(::pol::batch::fact_at(columns.{0}, row))", context.names.facts[i]));
        members += fact_member(context, static_cast<model::FactIndex>(i));
    }
    return members.empty() ? members
                           : fmt::format(struct_template, fmt::arg("members", members),
                                         fmt::arg("initializers", joined(initializers, ",\n          ")));
}

std::string by_row(std::string_view function, const std::string& written, int indent) {
    const std::string blanks(static_cast<std::size_t>(indent), ' ');
    return fmt::format("{}(request, [](const Row& row) noexcept {{\n{}    return {};\n{}}})", function, blanks, written,
                       blanks);
}

}  // namespace pol::emission
