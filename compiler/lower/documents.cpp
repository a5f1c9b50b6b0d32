#include "compiler/lower/documents.hpp"

#include "compiler/lower/context.hpp"

#include <algorithm>

namespace pol::lowering {

model::TargetIndex target_of(model::Policy& policy, const ast::DocumentReference& document) {
    const std::string address = document.address ? document.address->text : "";
    const auto same = [&](const model::Target& target) {
        return target.kind == document.kind && target.number == document.number.text;
    };
    const auto found = std::find_if(policy.targets.begin(), policy.targets.end(), same);
    if (found == policy.targets.end())
        return append(policy.targets, {.kind = document.kind, .number = document.number.text, .address = address});
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
