#include "compiler/lower/documents.hpp"

#include "compiler/lower/context.hpp"

#include <algorithm>
#include <cassert>

namespace pol::lowering {

namespace {

TargetKind kind_of(ast::DocumentKind kind) {
    switch (kind) {
        case ast::DocumentKind::policy:
            return TargetKind::policy;
        case ast::DocumentKind::lcd:
            return TargetKind::lcd;
        case ast::DocumentKind::ncd:
            return TargetKind::ncd;
    }
    assert(false);
    return TargetKind::policy;
}

}  // namespace

model::TargetIndex target_of(model::Policy& policy, const ast::DocumentReference& document) {
    const TargetKind kind = kind_of(document.kind);
    const std::string address = document.address ? document.address->text : "";
    const auto same = [&](const model::Target& target) {
        return target.kind == kind && target.number == document.number.text;
    };
    const auto found = std::find_if(policy.targets.begin(), policy.targets.end(), same);
    if (found == policy.targets.end())
        return append(policy.targets, {.kind = kind, .number = document.number.text, .address = address});
    if (found->address.empty()) found->address = address;
    return static_cast<model::TargetIndex>(found - policy.targets.begin());
}

std::optional<model::TargetIndex> named_target(model::Policy& policy, const ast::OutcomePhrase& phrase) {
    if (!phrase.document) return std::nullopt;
    return target_of(policy, *phrase.document);
}

model::Verdict verdict_of(model::Policy& policy, const ast::OutcomePhrase& phrase) {
    return {.outcome = phrase.outcome, .target = named_target(policy, phrase).value_or(no_index)};
}

}  // namespace pol::lowering
