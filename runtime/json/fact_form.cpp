#include "runtime/json/fact_form.hpp"

namespace pol::json {

namespace {

[[nodiscard]] ValueForm form_of_number(const FactDescription& fact) {
    if (is_code(fact.notation)) return ValueForm::code;
    if (fact.notation == Notation::amount) return ValueForm::amount;
    return fact.notation == Notation::yes_no ? ValueForm::dated_yes_no : ValueForm::dated_name;
}

[[nodiscard]] ValueForm value_form_of(const FactDescription& fact) {
    switch (fact.type) {
        case FactType::yes_no:
            return ValueForm::yes_no;
        case FactType::one_of:
            return ValueForm::name;
        case FactType::date:
            return ValueForm::day;
        case FactType::partial_date:
            return ValueForm::days;
        case FactType::list:
            return ValueForm::list;
        case FactType::number:
        case FactType::measurement:
            break;
    }
    return form_of_number(fact);
}

}  // namespace

FactForm form_of(const FactDescription& fact) {
    return {.value = value_form_of(fact),
            .has_level = fact.source == FactSource::provider,
            .has_day = fact.type == FactType::measurement};
}

bool is_amount(const FactDescription& fact) { return form_of(fact).value == ValueForm::amount; }

}  // namespace pol::json
