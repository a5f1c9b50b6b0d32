#include "compiler/compare/vocabulary.hpp"

#include <algorithm>
#include <string>

namespace pol::comparison {

namespace {

using model::Fact;
using model::FactIndex;
using model::Policy;
using model::Value;

template <class Entries, class Member>
Places places(std::size_t count, const Entries& entries, Member member) {
    Places found(count, no_index);
    for (std::size_t i = 0; i < entries.size(); ++i)
        if (entries[i].*member) found[*(entries[i].*member)] = static_cast<std::uint16_t>(i);
    return found;
}

template <class Entries, class Member>
std::size_t count_of(const Entries& entries, Member member) {
    return static_cast<std::size_t>(
        std::count_if(entries.begin(), entries.end(), [&](const auto& entry) { return (entry.*member).has_value(); }));
}

bool begins_with(const std::vector<Value>& longer, const std::vector<Value>& shorter) {
    return shorter.size() <= longer.size() &&
           std::equal(shorter.begin(), shorter.end(), longer.begin(),
                      [](const Value& left, const Value& right) { return left.name == right.name; });
}

/// The places of names are numbers that conditions compare, so they must not move.
bool same_places(const Fact& left, const Fact& right) {
    return left.notation != Notation::name || begins_with(left.values, right.values) ||
           begins_with(right.values, left.values);
}

bool hold_the_same(const Fact& left, const Fact& right) {
    return left.type == right.type && left.notation == right.notation && left.unit == right.unit &&
           same_places(left, right);
}

class Joining {
public:
    Joining(const Policy& older, const Policy& newer)
        : older_(older), newer_(newer), partner_(newer.facts.size()), is_taken_(older.facts.size(), false) {}

    [[nodiscard]] Vocabulary run() {
        match([](const Fact& left, const Fact& right) { return left.name == right.name; });
        match([](const Fact& left, const Fact& right) {
            return !left.question.empty() && left.question == right.question;
        });
        for (std::size_t i = 0; i < newer_.facts.size(); ++i) add_new(i);
        for (std::size_t i = 0; i < older_.facts.size(); ++i)
            if (!is_taken_[i] && !is_placed(i)) add_old(i);
        return std::move(vocabulary_);
    }

private:
    template <class Same>
    void match(Same same) {
        for (std::size_t i = 0; i < newer_.facts.size(); ++i)
            for (std::size_t j = 0; j < older_.facts.size() && !partner_[i]; ++j) {
                if (is_taken_[j] || !same(older_.facts[j], newer_.facts[i])) continue;
                if (!hold_the_same(older_.facts[j], newer_.facts[i]) || !same_list(j, i)) continue;
                partner_[i] = static_cast<FactIndex>(j);
                is_taken_[j] = true;
            }
    }

    /// A list stands before its fields, so its partner is known before theirs.
    [[nodiscard]] bool same_list(std::size_t in_old, std::size_t in_new) const {
        const std::optional<FactIndex> list = newer_.facts[in_new].list;
        if (!list) return !older_.facts[in_old].list;
        return partner_[*list] && partner_[*list] == older_.facts[in_old].list;
    }

    void add_new(std::size_t index) {
        const Fact& fact = newer_.facts[index];
        JointFact joint{.in_old = partner_[index], .in_new = static_cast<FactIndex>(index)};
        joint.values = values_of(partner_[index] ? &older_.facts[*partner_[index]] : nullptr, &fact,
                                 index == index_of(BuiltinFact::request));
        vocabulary_.facts.push_back(std::move(joint));
        const bool ends_list =
            fact.list && (index + 1 == newer_.facts.size() || newer_.facts[index + 1].list != fact.list);
        if (ends_list && partner_[*fact.list]) add_other_fields(*partner_[*fact.list]);
    }

    /// Fields that only the old text has of a list that both have.
    void add_other_fields(FactIndex list) {
        for (std::size_t i = list + 1U; i < older_.facts.size() && older_.facts[i].list == list; ++i)
            if (!is_taken_[i]) add_old(i);
    }

    void add_old(std::size_t index) {
        vocabulary_.facts.push_back({.in_old = static_cast<FactIndex>(index),
                                     .in_new = std::nullopt,
                                     .values = values_of(&older_.facts[index], nullptr, false)});
    }

    [[nodiscard]] bool is_placed(std::size_t in_old) const {
        return std::any_of(vocabulary_.facts.begin(), vocabulary_.facts.end(),
                           [&](const JointFact& fact) { return fact.in_old == static_cast<FactIndex>(in_old); });
    }

    [[nodiscard]] static std::vector<JointValue> values_of(const Fact* older, const Fact* newer, bool first_is_first) {
        std::vector<JointValue> joint;
        if (newer != nullptr)
            for (std::size_t i = 0; i < newer->values.size(); ++i)
                joint.push_back({.value = newer->values[i], .in_new = static_cast<std::uint16_t>(i)});
        if (older == nullptr) return joint;
        std::vector<bool> is_found(older->values.size(), false);
        const auto match = [&](const auto& same) {
            for (std::size_t i = 0; i < older->values.size(); ++i)
                for (JointValue& value : joint)
                    if (!is_found[i] && !value.in_old && value.in_new && same(older->values[i], value.value)) {
                        value.in_old = static_cast<std::uint16_t>(i);
                        is_found[i] = true;
                    }
        };
        match([](const Value& left, const Value& right) { return left.name == right.name; });
        match([](const Value& left, const Value& right) { return left.text != left.name && left.text == right.text; });
        if (first_is_first && !is_found.front() && !joint.front().in_old) {
            joint.front().in_old = 0;
            is_found.front() = true;
        }
        for (std::size_t i = 0; i < older->values.size(); ++i)
            if (!is_found[i]) joint.push_back({.value = older->values[i], .in_old = static_cast<std::uint16_t>(i)});
        return joint;
    }

    const Policy& older_;
    const Policy& newer_;
    std::vector<std::optional<FactIndex>> partner_;
    std::vector<bool> is_taken_;
    Vocabulary vocabulary_;
};

}  // namespace

Places Vocabulary::facts_of_old(std::size_t count) const { return places(count, facts, &JointFact::in_old); }
Places Vocabulary::facts_of_new(std::size_t count) const { return places(count, facts, &JointFact::in_new); }
Places Vocabulary::values_of_old(const JointFact& fact) {
    return places(count_of(fact.values, &JointValue::in_old), fact.values, &JointValue::in_old);
}
Places Vocabulary::values_of_new(const JointFact& fact) {
    return places(count_of(fact.values, &JointValue::in_new), fact.values, &JointValue::in_new);
}

Vocabulary joint_vocabulary(const Policy& older, const Policy& newer) { return Joining(older, newer).run(); }

}  // namespace pol::comparison
