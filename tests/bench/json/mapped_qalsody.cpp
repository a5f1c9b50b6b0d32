#include "tests/bench/json/mapped_qalsody.hpp"

#include "pol/given.hpp"

#include <cstdint>

namespace hand {
namespace {

namespace ondemand = simdjson::ondemand;
using namespace plan::qalsody;

/// Whether everything was read; a step that fails gives false all the way up.
struct Reader {
    Request& request;
    pol::Evidence level = pol::Evidence::claimed;
    std::string_view id{};

    static bool value_of(std::string_view text, pol::Evidence& level) {
        if (text == "documented")
            level = pol::Evidence::documented;
        else if (text == "attested")
            level = pol::Evidence::attested;
        else if (text == "claimed")
            level = pol::Evidence::claimed;
        else
            return false;
        return true;
    }

    template <class Value, std::size_t N>
    static bool one_of(ondemand::value json, const std::string_view (&names)[N], Value& value) {
        std::string_view text;
        if (json.get_string().get(text)) return false;
        for (std::size_t i = 0; i < N; ++i) {
            if (names[i] != text) continue;
            value = static_cast<Value>(i);
            return true;
        }
        return false;
    }

    static bool value_of(ondemand::value json, LineOfBusiness& value) {
        constexpr std::string_view names[] = {"commercial_group",   "on_exchange",      "off_exchange",
                                              "medicaid_harp",      "federal_employee", "dual_special_needs",
                                              "medicare_advantage", "medicare_part_d",  "essential_plan",
                                              "child_health_plus",  "ancillary"};
        return one_of(json, names, value);
    }
    static bool value_of(ondemand::value json, Benefit& value) {
        constexpr std::string_view names[] = {"medical", "pharmacy"};
        return one_of(json, names, value);
    }
    static bool value_of(ondemand::value json, RequestKind& value) {
        constexpr std::string_view names[] = {"initial", "renewal"};
        return one_of(json, names, value);
    }
    static bool value_of(ondemand::value json, PrescriberSpecialty& value) {
        constexpr std::string_view names[] = {"neurology", "als_specialist", "other"};
        return one_of(json, names, value);
    }
    static bool value_of(ondemand::value json, ConsultedSpecialty& value) {
        constexpr std::string_view names[] = {"neurology", "als_specialist", "other", "nobody"};
        return one_of(json, names, value);
    }
    static bool value_of(ondemand::value json, Diagnosis& value) {
        constexpr std::string_view names[] = {"als", "other"};
        return one_of(json, names, value);
    }
    static bool value_of(ondemand::value json, Sod1Mutation& value) {
        constexpr std::string_view names[] = {"confirmed", "not_found"};
        return one_of(json, names, value);
    }
    static bool value_of(ondemand::value json, Indication& value) {
        constexpr std::string_view names[] = {"fda_labeled", "other"};
        return one_of(json, names, value);
    }
    static bool value_of(ondemand::value json, pol::YesNo& value) {
        bool yes = false;
        if (json.get_bool().get(yes)) return false;
        value = yes ? pol::YesNo::yes : pol::YesNo::no;
        return true;
    }

    static bool digits(std::string_view text, std::size_t begin, std::size_t size, std::int32_t& number) {
        number = 0;
        for (const char digit : text.substr(begin, size)) {
            if (digit < '0' || digit > '9') return false;
            number = number * 10 + (digit - '0');
        }
        return true;
    }
    static bool value_of(ondemand::value json, pol::DateRange& value) {
        std::string_view text;
        if (json.get_string().get(text)) return false;
        std::int32_t year = 0;
        std::int32_t month = 1;
        std::int32_t day = 1;
        if ((text.size() != 4 && text.size() != 7 && text.size() != 10) || !digits(text, 0, 4, year)) return false;
        if (year < 1800 || year > 2199) return false;
        if (text.size() == 4) return (value = pol::some_day_in(year), true);
        if (text[4] != '-' || !digits(text, 5, 2, month) || month < 1 || month > 12) return false;
        if (text.size() == 7) return (value = pol::some_day_in(year, month), true);
        if (text[7] != '-' || !digits(text, 8, 2, day) || day < 1 || day > pol::days_in_month(year, month))
            return false;
        value = pol::exact_day(pol::date_of(year, month, day));
        return true;
    }
    static bool value_of(ondemand::value json, pol::Date& value) {
        pol::DateRange range;
        if (!value_of(json, range) || range.first != range.last) return false;
        value = range.first;
        return true;
    }

    template <class Value>
    bool long_form(ondemand::object object, pol::Fact<Value>& fact, bool has_level) {
        for (auto part : object) {
            std::string_view key;
            if (part.unescaped_key().get(key)) return false;
            if (key == "value") {
                if (!value_of(part.value().value_unsafe(), fact.value)) return false;
                fact.presence = pol::Presence::given;
                if (has_level && fact.evidence == pol::Evidence::none) fact.evidence = level;
            } else if (key == "evidence" && has_level) {
                std::string_view text;
                if (part.value().get_string().get(text) || !value_of(text, fact.evidence)) return false;
            } else if (key == "not_knowable") {
                bool yes = false;
                if (part.value().get_bool().get(yes) || !yes) return false;
                fact.presence = pol::Presence::not_knowable;
            } else {
                return false;
            }
        }
        return fact.presence != pol::Presence::not_given;
    }

    template <class Value>
    bool fact(ondemand::value json, pol::Fact<Value>& fact, bool has_level) {
        ondemand::json_type type{};
        if (json.type().get(type)) return false;
        if (type == ondemand::json_type::null) return true;
        if (type == ondemand::json_type::object) {
            ondemand::object object;
            return !json.get_object().get(object) && long_form(object, fact, has_level);
        }
        fact.presence = pol::Presence::given;
        fact.evidence = has_level ? level : pol::Evidence::none;
        return value_of(json, fact.value);
    }

    bool field(std::string_view key, ondemand::value json) {
        if (key == "id") return !json.get_string().get(id);
        if (key == "evidence") {
            std::string_view text;
            return !json.get_string().get(text) && value_of(text, level);
        }
        if (key == "line_of_business") return fact(json, request.line_of_business, false);
        if (key == "benefit") return fact(json, request.benefit, false);
        if (key == "request") return fact(json, request.request, false);
        if (key == "birth_date") return fact(json, request.birth_date, false);
        if (key == "date_of_request") return fact(json, request.date_of_request, false);
        if (key == "date_of_service") return fact(json, request.date_of_service, false);
        if (key == "first_start") return fact(json, request.first_start, false);
        if (key == "contract_excludes") return fact(json, request.contract_excludes, false);
        if (key == "mdrp_participating") return fact(json, request.mdrp_participating, false);
        if (key == "prescriber_specialty") return fact(json, request.prescriber_specialty, true);
        if (key == "consulted_specialty") return fact(json, request.consulted_specialty, true);
        if (key == "diagnosis") return fact(json, request.diagnosis, true);
        if (key == "sod1_mutation") return fact(json, request.sod1_mutation, true);
        if (key == "weakness_from_als") return fact(json, request.weakness_from_als, true);
        if (key == "tracheostomy") return fact(json, request.tracheostomy, true);
        if (key == "trach_aspiration_only") return fact(json, request.trach_aspiration_only, true);
        if (key == "invasive_ventilation") return fact(json, request.invasive_ventilation, true);
        if (key == "continues_to_benefit") return fact(json, request.continues_to_benefit, true);
        return key == "indication" && fact(json, request.indication, true);
    }
};

}  // namespace

bool QalsodyReader::read(simdjson::padded_string_view line, Request& request) {
    ondemand::document document;
    ondemand::object object;
    if (parser_.iterate(line).get(document) || document.get_object().get(object)) return false;
    Reader reader{request};
    for (auto read : object) {
        std::string_view key;
        ondemand::value value;
        if (read.unescaped_key().get(key) || read.value().get(value) || !reader.field(key, value)) return false;
    }
    id_ = reader.id;
    return true;
}

}  // namespace hand
