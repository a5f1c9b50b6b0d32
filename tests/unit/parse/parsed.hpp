#pragma once

#include "compiler/ast/file.hpp"
#include "compiler/diagnostics/render.hpp"
#include "compiler/parse/parse.hpp"

#include <doctest/doctest.h>

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace pol::test {

/// A text that has been read, with what was found.
struct Parsed {
    SourceMap sources;
    Sink sink;
    std::optional<ast::File> file;

    explicit Parsed(std::string text, std::string name = "input.pol") {
        const std::uint32_t number = sources.add(std::move(name), std::move(text));
        file = parse(sources, number, sink);
    }
    [[nodiscard]] std::string findings() const { return render_text(sink.sorted(), sources, false); }
    [[nodiscard]] std::vector<FindingCode> codes() const {
        std::vector<FindingCode> codes;
        for (const Finding& finding : sink.sorted()) codes.push_back(finding.code);
        return codes;
    }
    [[nodiscard]] std::string text(const Span& span) const { return std::string(sources.text(span)); }
};

inline const std::string header =
    "policy sample \"Sample\"\n  number \"P-1\"\n  plan ny_plan\n  facts als\n  effective 2024-04\n"
    "  text from 2026-06-01 by date_of_service\n  earlier not on file\nend\n";

inline std::string with_section(const std::string& lines) {
    return header + "section MMC \"Medicaid\"\n" + lines + "otherwise criteria not met\nend\n";
}

inline const ast::Policy& policy_of(const Parsed& parsed) {
    REQUIRE_MESSAGE(parsed.file.has_value(), parsed.findings());
    return std::get<ast::Policy>(parsed.file->declared);
}

inline const ast::Section& section_of(const Parsed& parsed) {
    return std::get<ast::Section>(policy_of(parsed).blocks.front());
}

inline const ast::Item& item_at(const std::vector<ast::Statement>& statements, std::size_t at) {
    return std::get<ast::Item>(statements.at(at).form);
}

inline const ast::ItemGroup& group_of(const ast::Section& section) {
    return std::get<ast::Requires>(section.statements.front().form).group;
}

}  // namespace pol::test
