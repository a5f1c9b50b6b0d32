#include "compiler/check/chosen_entries.hpp"

#include "compiler/check/entries.hpp"
#include "compiler/check/names.hpp"

#include <fmt/format.h>

namespace pol::checking {
namespace {

std::vector<std::string> dates_of(const Context& context, const KnownFact& list) {
    std::vector<std::string> dates;
    for (const std::string& name : context.symbols.field_names(*list.declaration))
        if (is_date(context.symbols.field(list.name, name)->kind)) dates.push_back(name);
    return dates;
}

/// The date that is named behind `by`.
bool check_order(const Context& context, const KnownFact& list, const ast::Name& by, Sink& sink) {
    const KnownFact* field = check_field(context, list, by, sink);
    if (field == nullptr || is_date(field->kind)) return field != nullptr;
    sink.add(FindingCode::not_a_date, by.span, fmt::format("`{}` {}, not a date", field->name, kind_words(field->kind)),
             "entries stand in the order of a date of theirs");
    return false;
}

/// Without `by` they have one date.
bool has_order(const Context& context, const ast::ChosenEntry& chosen, const KnownFact& list, Sink& sink) {
    const std::vector<std::string> dates = dates_of(context, list);
    const char* word = chosen.latest ? "latest" : "first";
    if (dates.empty())
        sink.add(FindingCode::order_of_entries, chosen.entries.list.span,
                 fmt::format("the entries of `{}` have no date, so none of them is the {}", list.name, word),
                 "declare a field that is a `date`, such as the day on which it was measured");
    else if (dates.size() > 1)
        sink.add(FindingCode::order_of_entries, chosen.entries.list.span,
                 fmt::format("the entries of `{}` have the dates {}", list.name, quoted_list(dates)),
                 fmt::format("say by which of them it is the {0}, as in `{0} {1} of {2} by {3}`", word,
                             chosen.field.text, list.name, dates.front()));
    return dates.size() == 1;
}

}  // namespace

const KnownFact* check_chosen(const Context& context, const ast::ChosenEntry& chosen, Sink& sink) {
    const KnownFact* list = check_list(context, chosen.entries.list, sink);
    if (list == nullptr) return nullptr;
    const KnownFact* field = check_field(context, *list, chosen.field, sink);
    if (chosen.by) return check_order(context, *list, *chosen.by, sink) ? field : nullptr;
    if (field == nullptr || is_date(field->kind)) return field;
    return has_order(context, chosen, *list, sink) ? field : nullptr;
}

}  // namespace pol::checking
