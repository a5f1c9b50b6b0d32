#include "compiler/compare/neighbours.hpp"

#include "compiler/compare/reads.hpp"
#include "compiler/compare/steps_along.hpp"

#include <algorithm>

namespace pol::comparison {

namespace {

using model::Condition;
using model::FactIndex;

/// An answer for one fact; of a list with its entries.
struct Tried {
    Answer answer;
    std::vector<EntryRecord> entries{};
};

class Neighbours {
public:
    Neighbours(const Texts& texts, const Edit& edit, const std::vector<Choice>& choices, std::uint64_t limit,
               Groups& groups)
        : texts_(texts), edit_(edit), choices_(choices), left_(limit), groups_(groups) {
        Reads older(texts.older), newer(texts.newer);
        for (const Condition& condition : edit.old_conditions) older.add(condition);
        for (const Condition& condition : edit.new_conditions) newer.add(condition);
        std::set<FactIndex> facts = older.facts;
        facts.insert(newer.facts.begin(), newer.facts.end());
        for (const FactIndex fact : facts)
            if (!texts.newer.facts[fact].list && texts.newer.facts[fact].source != FactSource::request)
                facts_.push_back(fact);
        for (const BuiltinFact date : {BuiltinFact::birth_date, BuiltinFact::date_of_request,
                                       BuiltinFact::date_of_service, BuiltinFact::first_start})
            if (facts.count(index_of(date)) > 0) facts_.push_back(index_of(date));
    }

    void compare(const RequestRecord& request, int facts_to_change, std::size_t from = 0) {
        for (std::size_t i = from; i < facts_.size(); ++i)
            for (const Tried& tried : answers_for(request, facts_[i])) {
                if (left_ == 0) return;
                --left_;
                const RequestRecord changed = with(request, facts_[i], tried);
                groups_.consider(changed, 1, {});
                if (facts_to_change > 1) compare(changed, facts_to_change - 1, i + 1);
            }
    }

private:
    [[nodiscard]] static RequestRecord with(RequestRecord request, FactIndex fact, const Tried& tried) {
        request.answers[fact] = tried.answer;
        std::erase_if(request.entries, [&](const EntryRecord& entry) { return entry.list == fact; });
        request.entries.insert(request.entries.end(), tried.entries.begin(), tried.entries.end());
        return request;
    }

    [[nodiscard]] std::vector<Tried> answers_for(const RequestRecord& request, FactIndex fact) const {
        std::vector<Tried> tried{{Answer{}}};
        const auto choice =
            std::find_if(choices_.begin(), choices_.end(), [&](const Choice& each) { return each.fact == fact; });
        if (choice != choices_.end())
            for (std::size_t i = 1; i < choice->answers.size(); ++i)
                tried.push_back(
                    {choice->answers[i], choice->entries.empty() ? std::vector<EntryRecord>{} : choice->entries[i]});
        add_steps(request, fact, tried);
        return tried;
    }

    void add_steps(const RequestRecord& request, FactIndex fact, std::vector<Tried>& tried) const {
        const Answer& start = request.answers[fact];
        if (start.presence != Presence::given) return;
        for (const analysis::Axis& axis : axes_of(texts_.newer.facts[fact], day_of_requests(texts_))) {
            for (const Answer& answer : steps_along(texts_.older, edit_.old_conditions, request, fact, start, axis))
                tried.push_back({answer});
            for (const Answer& answer : steps_along(texts_.newer, edit_.new_conditions, request, fact, start, axis))
                tried.push_back({answer});
        }
    }

    const Texts& texts_;
    const Edit& edit_;
    const std::vector<Choice>& choices_;
    std::uint64_t left_;
    Groups& groups_;
    std::vector<FactIndex> facts_;
};

}  // namespace

void compare_neighbours(const Texts& texts, const RequestRecord& request, const Edit& edit,
                        const std::vector<Choice>& choices, std::uint64_t limit, Groups& groups) {
    Neighbours(texts, edit, choices, limit, groups).compare(request, 2);
}

}  // namespace pol::comparison
