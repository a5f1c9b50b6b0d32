#include "compiler/render/schema.hpp"
#include "compiler/render/schema_pieces.hpp"
#include "pol/decimal.hpp"
#include "pol/request_limits.hpp"
#include "pol/words.hpp"

namespace pol::render {

namespace {

/// The value alone of a fact, by its definition's name. A name ends so that none is one of the other definitions.
[[nodiscard]] std::string value_name(const FactDescription& fact) { return std::string(view(fact.name)) + "_value"; }

[[nodiscard]] bool is_dated(const FactDescription& fact) { return fact.type == FactType::measurement; }

/// Bounds have at most 15 digits, which a floating-point number gives back as they are.
[[nodiscard]] double plain(Decimal decimal) {
    return static_cast<double>(decimal.digits) / static_cast<double>(power_of_ten(decimal.places));
}

[[nodiscard]] Json bound(Decimal decimal) { return decimal.places == 0 ? Json(decimal.digits) : Json(plain(decimal)); }

[[nodiscard]] Json names_of(const FactDescription& fact) {
    Json words = Json::array();
    std::string texts;
    for (const ValueDescription& value : fact.values) {
        words.push_back(view(value.name));
        if (value.text.size == 0) continue;
        texts += (texts.empty() ? "" : "; ") + std::string(view(value.name)) + ": " + std::string(view(value.text));
    }
    Json names = one_of_words(std::move(words));
    add_text(names, "description", texts);
    return names;
}

[[nodiscard]] Json number_of(const FactDescription& fact) {
    if (is_code(fact.notation)) return code(system_of(fact.notation));
    if (fact.notation == Notation::yes_no) return {{"type", "boolean"}};
    if (fact.notation == Notation::name) return names_of(fact);
    Json number = {{"type", "number"}, {"minimum", bound(fact.least)}, {"maximum", bound(fact.most)}};
    if (fact.unit.size > 0) number["description"] = "in " + std::string(view(fact.unit));
    return number;
}

class RequestSchema {
public:
    explicit RequestSchema(const PolicyDescription& policy) : policy_(policy) {}

    [[nodiscard]] Json write() {
        Json properties = {
            {"id",
             {{"title", "the sender's own name for the request"},
              {"type", "string"},
              {"minLength", 1},
              {"maxLength", most_id_bytes}}},
            {"evidence", {{"title", "the level of provider facts that state none"}, {"$ref", "#/$defs/level"}}}};
        for (std::uint16_t i = 0; i < policy_.facts.size; ++i)
            if (policy_.facts[i].list == no_index) properties[std::string(view(policy_.facts[i].name))] = fact(i);
        Json schema = schema_head(policy_, "request");
        schema.update(closed_object(std::move(properties)));
        schema["$defs"] = definitions();
        return schema;
    }

private:
    [[nodiscard]] Json fact(std::uint16_t index) const {
        const FactDescription& fact = policy_.facts[index];
        Json schema = Json::object();
        add_text(schema, "title", view(fact.phrase));
        add_text(schema, "description", view(fact.question));
        Json forms = Json::array({{{"type", "null"}}});
        if (!is_dated(fact)) forms.push_back(reference(value_name(fact)));
        forms.push_back(long_form(fact));
        forms.push_back(reference("not_knowable"));
        schema["anyOf"] = std::move(forms);
        return schema;
    }

    [[nodiscard]] static Json long_form(const FactDescription& fact) {
        Json properties = {{"value", reference(value_name(fact))}};
        Json required = Json::array({"value"});
        if (fact.source == FactSource::provider) properties["evidence"] = reference("level");
        if (fact.unit.size > 0) properties["unit"] = {{"const", view(fact.unit)}};
        if (is_dated(fact)) {
            properties["on"] = reference("day_month_or_year");
            required.push_back("on");
        }
        return closed_object(std::move(properties), std::move(required));
    }

    [[nodiscard]] Json value(std::uint16_t index) const {
        const FactDescription& fact = policy_.facts[index];
        switch (fact.type) {
            case FactType::yes_no:
                return {{"type", "boolean"}};
            case FactType::one_of:
                return names_of(fact);
            case FactType::date:
                return reference("day");
            case FactType::partial_date:
                return reference("day_month_or_year");
            case FactType::number:
            case FactType::measurement:
                return number_of(fact);
            case FactType::list:
                break;
        }
        return list(index);
    }

    [[nodiscard]] Json list(std::uint16_t index) const {
        const std::string_view name = view(policy_.facts[index].name);
        Json fields = Json::object();
        for (std::uint16_t i = 0; i < policy_.facts.size; ++i) {
            const FactDescription& field = policy_.facts[i];
            if (field.list != index) continue;
            Json forms = Json::array({{{"type", "null"}}, reference(value_name(field))});
            Json schema = Json::object();
            add_text(schema, "title", view(field.phrase));
            add_text(schema, "description", view(field.question));
            schema["anyOf"] = std::move(forms);
            fields[std::string(view(field.name).substr(name.size() + 1))] = std::move(schema);
        }
        Json list = array_of(closed_object(std::move(fields)));
        list["maxItems"] = most_list_entries;
        return list;
    }

    [[nodiscard]] Json definitions() const {
        Json levels = Json::array();
        for (const Evidence level : {Evidence::claimed, Evidence::attested, Evidence::documented})
            levels.push_back(words_of(level));
        Json definitions = {{"level", one_of_words(std::move(levels))},
                            {"day", day()},
                            {"day_month_or_year", day_month_or_year()},
                            {"not_knowable", closed_object({{"not_knowable", {{"const", true}}}}, {"not_knowable"})}};
        for (std::uint16_t i = 0; i < policy_.facts.size; ++i) definitions[value_name(policy_.facts[i])] = value(i);
        return definitions;
    }

    const PolicyDescription& policy_;
};

}  // namespace

std::string request_schema(const PolicyDescription& policy) { return RequestSchema(policy).write().dump(2) + '\n'; }

}  // namespace pol::render
