#include "compiler/check/code_shapes.hpp"

#include "compiler/check/context.hpp"
#include "compiler/check/names.hpp"
#include "pol/code_hint.hpp"
#include "pol/notation.hpp"
#include "pol/requested_code.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <variant>

namespace pol::checking {
namespace {

struct System {
    const char* word;
    CodeSystem system;
    const char* shape;
    /// All that begin alike.
    const char* alike;
};

constexpr std::array<System, 4> systems = {{
    {"hcpcs", CodeSystem::hcpcs, "a HCPCS code is a letter A to V and four digits, as in `J1304`", "`J1745 to J1748`"},
    {"cpt", CodeSystem::cpt, "a CPT code is five digits, as in `96450`", "`96413 to 96417`"},
    {"icd10cm", CodeSystem::icd10cm,
     "an ICD-10-CM code is a letter, a digit, a digit or letter, then up to four more behind a dot, as in `G12.21`",
     "`C50 to C59`, which holds all codes below C59, too"},
    {"ndc", CodeSystem::ndc, "an NDC has three segments of 4-4-2, 5-3-2, 5-4-1, 5-4-2 or 6-4-2 digits",
     "`64406-0109-01 to 64406-0109-09`"},
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

/// An ICD-10-CM code that lost its dot, with it: `G12.21` of `G1221`. Empty for any other.
std::string with_dot(const System& wanted, const std::string& code) {
    if (wanted.system != CodeSystem::icd10cm || parse_written(wanted.system, code).valid) return {};
    return code_in(wanted.system, code);
}

/// Policies write an NDC with its hyphens: of eleven digits these are known, of ten the groups are not.
std::string hint_for_ndc(const std::string& code) {
    const ParsedCode claimed = parse_requested_code(CodeSystem::ndc, code);
    if (claimed.valid)
        if (const auto meant = codes::written(CodeSystem::ndc, number_for(claimed.code).digits))
            return fmt::format("an NDC is written with its hyphens: did you mean `{}`?", *meant);
    const bool has_hyphens = code.find('-') != std::string::npos;
    return has_hyphens || code.size() != 10 ? ndc_hint(code) : std::string();
}

/// A slip of letters or digits; empty where it is none.
std::string hint_for_slip(const System& wanted, const std::string& code) {
    if (wanted.system == CodeSystem::ndc)
        if (std::string hint = hint_for_ndc(code); !hint.empty()) return hint;
    return spelling_hint(wanted.system, code);
}

std::string hint_for(const System& wanted, const std::string& code) {
    if (const std::string dotted = with_dot(wanted, code); !dotted.empty())
        return fmt::format("did you mean `{}`?", dotted);
    for (const System& other : systems)
        if (parse_written(other.system, code).valid)
            return fmt::format("it has the shape of {}: write `{}`, or correct the code", words_of(other.system).name,
                               other.word);
    const std::string slip = hint_for_slip(wanted, code);
    return slip.empty() ? wanted.shape : slip;
}

void report_shape(const System& system, const std::string& code, Span span, std::string hint, Sink& sink) {
    sink.add(FindingCode::code_shape, span, fmt::format("`{}` is not {}", code, words_of(system.system).name),
             std::move(hint));
}

/// `C50.x`, `C50.-`, `C50.xx`: all codes below one, as documents print it; and `C16.0-C16.9`. Empty for anything else.
std::string hint_for_several(const System& wanted, const std::string& code) {
    const std::size_t hyphen = code.find('-');
    if (wanted.system != CodeSystem::ndc && hyphen != std::string::npos) {
        const std::string first = code.substr(0, hyphen);
        const std::string last = code.substr(hyphen + 1);
        if (parse_written(wanted.system, first).valid && parse_written(wanted.system, last).valid)
            return fmt::format("a range is written `{} to {}`", first, last);
    }
    const std::size_t kept = code.find_last_not_of("xX-") + 1;
    const std::string stem = code.substr(0, kept);
    const bool is_open = wanted.system == CodeSystem::icd10cm && kept < code.size();
    const std::string shortest = stem.ends_with('.') ? stem.substr(0, kept - 1) : stem;
    if (!is_open || !parse_written(wanted.system, shortest).valid) return {};
    return fmt::format("every code that begins so is `{}*`", stem);
}

/// The same for a value of a fact, whose system is declared.
std::string hint_for_value(const System& wanted, const std::string& code) {
    const std::string several = hint_for_several(wanted, code);
    if (!several.empty()) return several;
    for (const System& other : systems) {
        if (!parse_written(other.system, code).valid) continue;
        const char* shape = words_of(other.system).name;
        if (const std::string dotted = with_dot(wanted, code); !dotted.empty())
            return fmt::format("it has the shape of {}; or is `{}` meant?", shape, dotted);
        return fmt::format("it has the shape of {}, and the fact is declared as `{} code`", shape, wanted.word);
    }
    return hint_for(wanted, code);
}

void report_pattern(const System& system, const std::string& pattern, Span span, Sink& sink) {
    const bool is_category = system.system == CodeSystem::icd10cm &&
                             parse_written(system.system, pattern.substr(0, pattern.find('*'))).valid;
    sink.add(FindingCode::code_pattern, span, fmt::format("`*` cannot stand as in `{}`", pattern),
             is_category ? fmt::format("did you mean `{}.*`?", pattern.substr(0, pattern.find('*')))
                         : fmt::format("write a range, as in {}", system.alike));
}

bool looks_like_code(const std::string& word) {
    return std::any_of(systems.begin(), systems.end(),
                       [&](const System& each) { return parse_written(each.system, word).valid; });
}

bool lacks_shape(const ast::BillingCode& form) {
    const System* system = system_called(form.system.text);
    return system != nullptr && !parse_written(system->system, form.code.text).valid;
}

bool lacks_shape(const ast::PackageCode& form) { return !parse_written(CodeSystem::ndc, form.code.text).valid; }

bool has_misspelt_code(const ast::Policy& policy) {
    for (const ast::Drug* drug : blocks_of<ast::Drug>(policy))
        for (const auto& code : drug->codes)
            if (std::visit([](const auto& form) { return lacks_shape(form); }, code)) return true;
    return false;
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
    report_shape(*known, code.text, code.span, hint_for(*known, code.text), sink);
    return std::nullopt;
}

bool may_be_misspelt_code(const ast::Policy& policy, const std::string& word) {
    return looks_like_code(word) && has_misspelt_code(policy);
}

std::optional<codes::Range> check_codes(const ast::Name& system, const ast::Name& value, Sink& sink) {
    const System& known = *system_called(system.text);
    const codes::Reading reading = codes::read(known.system, value.text);
    switch (reading.fault) {
        case codes::Fault::none:
            return reading.range;
        case codes::Fault::shape:
            report_shape(known, reading.part, value.span, hint_for_value(known, reading.part), sink);
            break;
        case codes::Fault::wildcard:
            report_pattern(known, reading.part, value.span, sink);
            break;
        case codes::Fault::reversed:
            sink.add(FindingCode::code_range, value.span, fmt::format("`{}` ends before it begins", value.text),
                     "write the code that comes first before `to`");
            break;
    }
    return std::nullopt;
}

void check_one_code(const ast::Name& system, const ast::Name& value, Sink& sink) {
    const std::optional<codes::Range> range = check_codes(system, value, sink);
    if (range && !codes::is_one_code(value.text))
        sink.add(FindingCode::code_pattern, value.span, "a request states one code",
                 fmt::format("write it, as in `{}`", words_of(system_called(system.text)->system).example));
}

std::string given_example(const ast::Name& system) { return words_of(system_called(system.text)->system).example; }

}  // namespace pol::checking
