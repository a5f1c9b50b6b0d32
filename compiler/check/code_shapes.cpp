#include "compiler/check/code_shapes.hpp"

#include "compiler/check/names.hpp"

#include <fmt/format.h>

#include <array>
#include <string>

namespace pol::checking {
namespace {

struct System {
    const char* word;
    const char* name;
    CodeSystem system;
    const char* shape;
};

constexpr std::array<System, 4> systems = {{
    {"hcpcs", "a HCPCS code", CodeSystem::hcpcs, "a HCPCS code is a letter A to V and four digits, as in `J1304`"},
    {"cpt", "a CPT code", CodeSystem::cpt, "a CPT code is five digits, as in `96450`"},
    {"icd10cm", "an ICD-10-CM code", CodeSystem::icd10cm,
     "an ICD-10-CM code is a letter, a digit, a digit or letter, then up to four more behind a dot, as in `G12.21`"},
    {"ndc", "an NDC", CodeSystem::ndc, "an NDC has three segments of 4-4-2, 5-3-2, 5-4-1, 5-4-2 or 6-4-2 digits"},
}};

const System* system_called(const std::string& word) {
    for (const System& system : systems)
        if (word == system.word) return &system;
    return nullptr;
}

ParsedCode parse_written(CodeSystem system, const std::string& code) {
    if (system == CodeSystem::ndc && code.find('-') == std::string::npos) return {};
    return parse_code(system, Text(code.data(), static_cast<std::uint32_t>(code.size())));
}

/// Whether the code is an ICD-10-CM code that lost its dot: `G1221`.
bool lacks_its_dot(const std::string& code) {
    if (code.size() < 4 || code.find('.') != std::string::npos) return false;
    return parse_written(CodeSystem::icd10cm, code.substr(0, 3) + "." + code.substr(3)).valid;
}

std::string hint_for(const System& wanted, const std::string& code) {
    if (wanted.system == CodeSystem::icd10cm && lacks_its_dot(code))
        return fmt::format("did you mean `{}.{}`?", code.substr(0, 3), code.substr(3));
    for (const System& other : systems)
        if (parse_written(other.system, code).valid)
            return fmt::format("it has the shape of {}: write `{}`, or correct the code", other.name, other.word);
    return wanted.shape;
}

}  // namespace

std::optional<Code> check_code(const ast::Name& system, const ast::Name& code, Sink& sink) {
    const System* known = system_called(system.text);
    if (known == nullptr) {
        add_unknown_name(sink, "code system", system, {"hcpcs", "cpt", "icd10cm", "ndc"});
        return std::nullopt;
    }
    const ParsedCode parsed = parse_written(known->system, code.text);
    if (parsed.valid) return parsed.code;
    sink.add(FindingCode::code_shape, code.span, fmt::format("`{}` is not {}", code.text, known->name),
             hint_for(*known, code.text));
    return std::nullopt;
}

}  // namespace pol::checking
