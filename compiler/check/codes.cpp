#include "compiler/check/code_shapes.hpp"
#include "compiler/check/dates.hpp"
#include "compiler/check/passes.hpp"
#include "compiler/check/walk.hpp"

#include <fmt/format.h>

#include <limits>
#include <map>

namespace pol::checking {
namespace {

/// One code of a drug, with the days it is valid.
struct WrittenCode {
    ast::Name system;
    ast::Name code;
    std::int32_t first_day = std::numeric_limits<std::int32_t>::min();
    std::int32_t last_day = std::numeric_limits<std::int32_t>::max();
};

template <class Form>
WrittenCode written(const ast::Name& system, const Form& form) {
    WrittenCode code{system, form.code, std::numeric_limits<std::int32_t>::min(),
                     std::numeric_limits<std::int32_t>::max()};
    if (form.from)
        if (const auto days = days_of(*form.from)) code.first_day = days->first.days;
    if (form.through)
        if (const auto days = days_of(*form.through)) code.last_day = days->last.days;
    return code;
}

std::vector<WrittenCode> codes_of(const ast::Policy& policy) {
    std::vector<WrittenCode> codes;
    for (const ast::Drug* drug : blocks_of<ast::Drug>(policy))
        for (const auto& code : drug->codes)
            codes.push_back(std::visit(overloaded{
                                           [](const ast::BillingCode& form) { return written(form.system, form); },
                                           [](const ast::PackageCode& form) {
                                               return written(ast::Name{"ndc", form.code.span}, form);
                                           },
                                       },
                                       code));
    return codes;
}

bool overlap(const WrittenCode& left, const WrittenCode& right) {
    return left.first_day <= right.last_day && right.first_day <= left.last_day;
}

}  // namespace

void check_codes(const ast::Policy& policy, Sink& sink) {
    std::map<Code, std::vector<WrittenCode>> seen;
    for (const WrittenCode& code : codes_of(policy)) {
        const std::optional<Code> normal = check_code(code.system, code.code, sink);
        if (!normal) continue;
        std::vector<WrittenCode>& same = seen[*normal];
        for (const WrittenCode& earlier : same)
            if (overlap(earlier, code)) {
                add_with_place(sink, FindingCode::repeated_code, code.code.span,
                               earlier.code.text == code.code.text
                                   ? fmt::format("`{}` stands here twice", code.code.text)
                                   : fmt::format("`{}` and `{}` are the same code", earlier.code.text, code.code.text),
                               "leave one of them out, or say with `from` and `through` when each is valid",
                               earlier.code.span, "the first one");
                break;
            }
        same.push_back(code);
    }
}

}  // namespace pol::checking
