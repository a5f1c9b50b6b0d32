#include "compiler/lower/dates.hpp"
#include "compiler/lower/documents.hpp"
#include "compiler/lower/passes.hpp"
#include "compiler/source/overloaded.hpp"

#include <algorithm>

namespace pol::lowering {

namespace {

template <class Index>
void add_once(std::vector<Index>& list, Index index) {
    if (std::find(list.begin(), list.end(), index) == list.end()) list.push_back(index);
}

void link(Context& context, const SeePlace& place, model::ClauseIndex citing) {
    model::Clause& clause = context.policy.clauses[citing];
    for (const auto& reference : place.see->references)
        std::visit(overloaded{
                       [&](const ast::ItemReference& item) {
                           add_once(clause.see_clauses, clause_at(context, item, place.section));
                       },
                       [&](const ast::DocumentReference& document) {
                           add_once(clause.see_targets, target_of(context.policy, document));
                       },
                   },
                   reference);
}

std::vector<model::ClauseIndex> subjects(const Context& context, const ReadingPlace& place) {
    std::vector<model::ClauseIndex> clauses;
    for (const ast::ItemReference& item : place.reading->items)
        clauses.push_back(clause_at(context, item, place.section));
    if (clauses.empty() && place.owner) clauses.push_back(*place.owner);
    return clauses;
}

}  // namespace

void lower_references(Context& context) {
    for (const SeePlace& place : context.see_places)
        for (const model::ClauseIndex citing : place.citing) link(context, place, citing);
}

void lower_readings(Context& context) {
    for (const ReadingPlace& place : context.reading_places) {
        model::Reading reading;
        reading.text = place.reading->text.text;
        reading.clauses = subjects(context, place);
        if (place.reading->decided) {
            reading.decided_by = place.reading->decided->by.text;
            reading.decided_on = to_date(place.reading->decided->on);
        }
        context.policy.readings.push_back(std::move(reading));
    }
}

}  // namespace pol::lowering
