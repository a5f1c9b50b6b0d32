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

int texts_with(const Registry& registry, Text name) {
    int count = 0;
    for (const RegisteredText& text : registry.texts)
        for (const FactDescription& fact : text.policy().description->facts)
            count += fact.list == no_index && view(fact.name) == view(name) ? 1 : 0;
    return count;
}

/// Copies a list and its entries from one table of facts to another.
void copy_list(const RequestRecord& from, std::uint16_t list, RequestRecord& to, std::uint16_t as) {
    to.answers[as] = from.answers[list];
    for (const EntryRecord& entry : from.entries)
        if (entry.list == list) to.entries.push_back({.list = as, .fields = entry.fields});
}

}  // namespace

SharedFacts::SharedFacts(const Registry& registry) {
    for (const RegisteredText& text : registry.texts)
        for (const FactDescription& fact : text.policy().description->facts) add(fact);
    std::erase_if(facts_, [](const FactDescription& fact) { return fact.type == FactType::list; });
    for (const RegisteredText& text : registry.texts) {
        const PolicyDescription& policy = *text.policy().description;
        for (std::uint16_t i = 0; i < policy.facts.size; ++i)
            if (policy.facts[i].type == FactType::list && texts_with(registry, policy.facts[i].name) == 1)
                add_list(policy, i);
    }
}

void SharedFacts::add_list(const PolicyDescription& policy, std::uint16_t list) {
    const auto shared = static_cast<std::uint16_t>(facts_.size());
    lists_.push_back({.policy = &policy, .own = list, .shared = shared});
    facts_.push_back(policy.facts[list]);
    for (std::uint32_t i = list + 1U; i < policy.facts.size && policy.facts[i].list == list; ++i) {
        facts_.push_back(policy.facts[i]);
        facts_.back().list = shared;
    }
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
        if (facts_[i].list == no_index && view(facts_[i].name) == view(name)) return i;
    return {};
}

std::optional<std::uint16_t> SharedFacts::shared_fact(const FactDescription& own) const {
    return own.list == no_index && own.type != FactType::list ? find(own.name) : std::nullopt;
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
        const auto fact = shared_fact(policy.facts[i]);
        if (fact) record.answers[*fact] = *translated(request.answers[i], policy.facts[i], facts_[*fact]);
    }
    for (const SharedList& list : lists_)
        if (list.policy == &policy) copy_list(request, list.own, record, list.shared);
    return record;
}

std::optional<RequestRecord> SharedFacts::own(const PolicyDescription& policy, const RequestRecord& request) const {
    RequestRecord record{.answers = std::vector<Answer>(policy.facts.size)};
    for (std::uint32_t i = 0; i < policy.facts.size; ++i) {
        const auto fact = shared_fact(policy.facts[i]);
        if (!fact) continue;
        const auto answer = translated(request.answers[*fact], facts_[*fact], policy.facts[i]);
        if (!answer) return {};
        record.answers[i] = *answer;
    }
    for (const SharedList& list : lists_)
        if (list.policy == &policy) copy_list(request, list.shared, record, list.own);
    return record;
}

}  // namespace pol::testing
