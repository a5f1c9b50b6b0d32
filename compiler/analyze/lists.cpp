#include "compiler/analyze/lists.hpp"

#include "compiler/interpret/conditions.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <random>
#include <utility>

namespace pol::analysis {

namespace {

constexpr int entries_drawn = 400;
constexpr std::size_t kept_of_a_kind = 3;
constexpr int lists_of_a_size = 10;
constexpr std::size_t most_entries = 3;

using Entries = std::vector<EntryRecord>;

class ListMaker {
public:
    ListMaker(const model::Policy& policy, const std::vector<Variable>& variables,
              const std::vector<model::EntryFilter>& filters)
        : policy_(policy), variables_(variables), filters_(filters) {}

    /// Behind *not given* and the empty list, which the variable has already.
    void fill(Variable& list) {
        list.entries.resize(list.answers.size());
        const std::vector<EntryRecord> pool = pool_of(list.fact);
        for (const EntryRecord& entry : pool) add(list, {entry}, list.minimums.back());
        for (std::size_t size = 2; size <= most_entries; ++size)
            for (int i = 0; i < lists_of_a_size; ++i) add(list, drawn_from(pool, size), list.minimums.back());
        list.telling = list.answers.size();
        for (const Evidence level : list.minimums)
            if (level != list.minimums.back()) add(list, drawn_from(pool, 2), level);
    }

private:
    static void add(Variable& list, Entries entries, Evidence level) {
        list.answers.push_back(
            {.presence = Presence::given, .evidence = level, .value = 0, .date = {}, .range = {}, .number = {}});
        list.entries.push_back(std::move(entries));
    }

    [[nodiscard]] Entries drawn_from(const std::vector<EntryRecord>& pool, std::size_t size) {
        Entries entries;
        for (std::size_t i = 0; i < size; ++i) entries.push_back(pool[random_() % pool.size()]);
        return entries;
    }

    /// A few entries that count and a few that do not for every condition, and a few others.
    [[nodiscard]] std::vector<EntryRecord> pool_of(FactIndex list) {
        std::vector<EntryRecord> pool;
        std::vector<std::size_t> kept(filters_.size() * 2, 0);
        for (int i = 0; i < entries_drawn; ++i) {
            EntryRecord entry = any_entry(list);
            bool is_wanted = pool.size() < kept_of_a_kind;
            for (std::size_t filter = 0; filter < filters_.size(); ++filter) {
                const Truth truth = counts(filters_[filter], entry);
                if (truth == Truth::unknown) continue;
                std::size_t& alike = kept[filter * 2 + (truth == Truth::yes ? 1 : 0)];
                if (++alike <= kept_of_a_kind) is_wanted = true;
            }
            if (is_wanted) pool.push_back(std::move(entry));
        }
        return pool;
    }

    /// By the entry alone: whatever else the condition reads is not given.
    [[nodiscard]] Truth counts(const model::EntryFilter& filter, const EntryRecord& entry) const {
        if (filter.list != entry.list || filter.where.empty()) return Truth::unknown;
        std::vector<Answer> answers(policy_.facts.size());
        std::copy(entry.fields.begin(), entry.fields.end(), answers.begin() + entry.list + 1);
        return interpretation::truth_of(filter.where.front(), interpretation::settled(policy_, std::move(answers)));
    }

    [[nodiscard]] EntryRecord any_entry(FactIndex list) {
        EntryRecord entry{.list = list, .fields = {}};
        for (std::size_t field = list + 1U; field < policy_.facts.size() && policy_.facts[field].list == list; ++field)
            entry.fields.push_back(any_answer(static_cast<FactIndex>(field)));
        return entry;
    }

    /// One in eight is not given.
    [[nodiscard]] Answer any_answer(FactIndex field) {
        const auto found = std::find_if(variables_.begin(), variables_.end(),
                                        [&](const Variable& known) { return known.fact == field; });
        if (found == variables_.end() || found->answers.size() < 2 || random_() % 8 == 0) return {};
        return found->answers[1 + random_() % (found->answers.size() - 1)];
    }

    const model::Policy& policy_;
    const std::vector<Variable>& variables_;
    const std::vector<model::EntryFilter>& filters_;
    std::mt19937_64 random_{127};
};

}  // namespace

std::vector<Variable> with_lists(const model::Policy& policy, std::vector<Variable> variables,
                                 const std::vector<model::EntryFilter>& filters) {
    if (filters.empty()) return variables;
    const std::vector<Variable> chosen = variables;
    ListMaker maker(policy, chosen, filters);
    const auto is_field = [&](const Variable& variable) { return policy.facts[variable.fact].list.has_value(); };
    variables.erase(std::remove_if(variables.begin(), variables.end(), is_field), variables.end());
    for (Variable& variable : variables)
        if (policy.facts[variable.fact].type == FactType::list) maker.fill(variable);
    return variables;
}

}  // namespace pol::analysis
