#pragma once

#include "pol/generic_value.hpp"
#include "pol/record.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace pol {

/// A field of an entry, by its name in the list.
using GenericField = std::pair<std::string_view, GenericValue>;
using GenericEntry = std::vector<GenericField>;

/// A request for any policy whose facts are given by name. Every `set` says what is wrong with what it is given, in a
/// sentence, or nothing; what is wrong is not set. `record()` is then decided by a compiled policy
/// (pol/decide_record.hpp).
class GenericRequest {
public:
    explicit GenericRequest(const PolicyDescription& policy) : policy_(policy) {
        record_.answers.resize(policy.facts.size);
    }

    /// What a provider says is only claimed, unless its evidence is stated; other facts carry none.
    [[nodiscard]] std::string set(std::string_view fact, const GenericValue& value,
                                  Evidence evidence = Evidence::none) {
        const std::uint16_t index = find(fact);
        if (index == no_index) return no_such_fact(fact);
        Answer answer;
        std::string problem = begin_answer(index, evidence, answer);
        if (problem.empty()) problem = read(index, value, answer);
        if (!problem.empty()) return problem;
        drop_entries(index);
        record_.answers[index] = answer;
        return {};
    }

    /// The whole of a list: no entries say that there was nothing.
    [[nodiscard]] std::string set_list(std::string_view list, const std::vector<GenericEntry>& entries,
                                       Evidence evidence = Evidence::none) {
        const std::uint16_t index = find(list);
        if (index == no_index) return no_such_fact(list);
        if (policy_.facts[index].type != FactType::list)
            return "`" + std::string(list) + "` takes " + detail::taken_by(policy_.facts[index]);
        Answer answer;
        std::string problem = begin_answer(index, evidence, answer);
        std::vector<EntryRecord> read_entries;
        for (std::size_t i = 0; i < entries.size() && problem.empty(); ++i)
            problem = read_entry(index, entries[i], read_entries.emplace_back());
        if (!problem.empty()) return problem;
        drop_entries(index);
        record_.answers[index] = answer;
        for (EntryRecord& entry : read_entries) record_.entries.push_back(std::move(entry));
        return {};
    }

    [[nodiscard]] const RequestRecord& record() const { return record_; }

private:
    /// A fact of the request itself, or a field of that list.
    [[nodiscard]] std::uint16_t find(std::string_view name, std::uint16_t list = no_index) const {
        for (std::uint16_t i = 0; i < policy_.facts.size; ++i)
            if (policy_.facts[i].list == list && view(policy_.facts[i].name) == name) return i;
        return no_index;
    }

    /// What was said of a list before no longer counts.
    void drop_entries(std::uint16_t list) {
        std::erase_if(record_.entries, [&](const EntryRecord& entry) { return entry.list == list; });
    }

    [[nodiscard]] std::string no_such_fact(std::string_view name) const {
        std::vector<std::string_view> known;
        for (const FactDescription& fact : policy_.facts) {
            if (fact.list == no_index) known.push_back(view(fact.name));
            if (fact.list != no_index && view(fact.name) == name)
                return "`" + std::string(name) + "` is a field; give it in the entries of `" +
                       std::string(view(policy_.facts[fact.list].name)) + "`";
        }
        return "`" + std::string(name) + "` is no fact of " + std::string(view(policy_.number)) +
               closest_name_hint(name, known);
    }

    [[nodiscard]] std::string no_such_field(std::string_view name, std::uint16_t list) const {
        const std::string_view list_name = view(policy_.facts[list].name);
        std::vector<std::string_view> known;
        for (const FactDescription& fact : policy_.facts)
            if (fact.list == list) known.push_back(view(fact.name).substr(list_name.size() + 1));
        return "`" + std::string(name) + "` is no field of `" + std::string(list_name) + "`" +
               closest_name_hint(name, known);
    }

    [[nodiscard]] std::string begin_answer(std::uint16_t fact, Evidence evidence, Answer& answer) const {
        const bool is_of_provider = policy_.facts[fact].source == FactSource::provider;
        if (!is_of_provider && evidence != Evidence::none)
            return "`" + std::string(view(policy_.facts[fact].name)) +
                   "` carries no evidence: only what a provider says does";
        answer.presence = Presence::given;
        answer.evidence = is_of_provider && evidence == Evidence::none ? Evidence::claimed : evidence;
        return {};
    }

    [[nodiscard]] std::string read(std::uint16_t fact, const GenericValue& value, Answer& answer) const {
        return std::visit(detail::ValueReader(policy_.facts[fact], answer), value);
    }

    [[nodiscard]] std::string read_entry(std::uint16_t list, const GenericEntry& fields, EntryRecord& entry) const {
        const std::string prefix = std::string(view(policy_.facts[list].name)) + ".";
        entry.list = list;
        for (std::uint32_t i = list + 1U; i < policy_.facts.size && policy_.facts[i].list == list; ++i)
            entry.fields.emplace_back();
        for (const auto& [name, value] : fields) {
            const std::uint16_t field = find(prefix + std::string(name), list);
            if (field == no_index) return no_such_field(name, list);
            Answer& answer = entry.fields[static_cast<std::size_t>(field - list - 1)];
            answer.presence = Presence::given;
            std::string problem = read(field, value, answer);
            if (!problem.empty()) return problem;
        }
        return {};
    }

    const PolicyDescription& policy_;
    RequestRecord record_;
};

}  // namespace pol
