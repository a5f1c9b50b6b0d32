#include "tests/arrow/shared_facts.hpp"

#include "pol/computed.hpp"

#include <algorithm>
#include <string_view>

namespace pol::testing {

namespace {

std::string_view view(Text text) { return {text.data, text.size}; }

bool is_carried(const FactDescription& fact) {
    return fact.list == no_index && fact.type != FactType::list && fact.notation == Notation::amount;
}

std::optional<std::uint16_t> value_named(const FactDescription& fact, Text name) {
    for (std::uint16_t i = 0; i < fact.values.size; ++i)
        if (view(fact.values[i].name) == view(name)) return i;
    return {};
}

bool is_within(const Answer& answer, const FactDescription& fact) {
    const bool has_number = fact.type == FactType::number || fact.type == FactType::measurement;
    return !has_number || is_between(answer.number, fact.least, fact.most);
}

}  // namespace

SharedFacts::SharedFacts(const Registry& registry) {
    for (const RegisteredText& text : registry.texts)
        for (const FactDescription& fact : text.policy().description->facts) add(fact);
    std::erase_if(facts_, [](const FactDescription& fact) { return fact.type == FactType::list; });
}

void SharedFacts::add(const FactDescription& fact) {
    const auto known = find(fact.name);
    if (!known) {
        facts_.push_back(fact);
        if (!is_carried(fact)) facts_.back().type = FactType::list;
        return;
    }
    FactDescription& same = facts_[*known];
    if (same.type != fact.type || same.source != fact.source || !is_carried(fact)) same.type = FactType::list;
    if (!is_between(fact.least, same.least, same.most)) same.least = fact.least;
    if (!is_between(fact.most, same.least, same.most)) same.most = fact.most;
    std::vector<ValueDescription>& values = values_.emplace_back(same.values.begin(), same.values.end());
    for (const ValueDescription& value : fact.values)
        if (!value_named(same, value.name)) values.push_back(value);
    same.values = {values.data(), static_cast<std::uint32_t>(values.size())};
}

std::optional<std::uint16_t> SharedFacts::find(Text name) const {
    for (std::uint16_t i = 0; i < facts_.size(); ++i)
        if (view(facts_[i].name) == view(name)) return i;
    return {};
}

PolicyDescription SharedFacts::description() const {
    PolicyDescription description;
    description.facts = {facts_.data(), static_cast<std::uint32_t>(facts_.size())};
    return description;
}

std::optional<Answer> SharedFacts::translated(const Answer& answer, const FactDescription& from,
                                              const FactDescription& to) {
    Answer own = answer;
    if (answer.presence != Presence::given) return own;
    if (!is_within(answer, to)) return {};
    if (to.type != FactType::one_of) return own;
    const auto value = value_named(to, from.values[answer.value].name);
    if (!value) return {};
    own.value = *value;
    return own;
}

RequestRecord SharedFacts::shared(const PolicyDescription& policy, const RequestRecord& request) const {
    RequestRecord record{.answers = std::vector<Answer>(facts_.size())};
    for (std::uint32_t i = 0; i < policy.facts.size; ++i) {
        const auto fact = find(policy.facts[i].name);
        if (fact) record.answers[*fact] = *translated(request.answers[i], policy.facts[i], facts_[*fact]);
    }
    return record;
}

std::optional<RequestRecord> SharedFacts::own(const PolicyDescription& policy, const RequestRecord& request) const {
    RequestRecord record{.answers = std::vector<Answer>(policy.facts.size)};
    for (std::uint32_t i = 0; i < policy.facts.size; ++i) {
        const auto fact = find(policy.facts[i].name);
        if (!fact) continue;
        const auto answer = translated(request.answers[*fact], facts_[*fact], policy.facts[i]);
        if (!answer) return {};
        record.answers[i] = *answer;
    }
    return record;
}

}  // namespace pol::testing
