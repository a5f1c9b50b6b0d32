#include "runtime/arrow/fact_column.hpp"

#include "pol/code_hint.hpp"
#include "pol/computed.hpp"
#include "pol/notation.hpp"
#include "pol/requested_code.hpp"
#include "pol/text_view.hpp"
#include "runtime/arrow/days.hpp"

#include <utility>

namespace pol::arrow {

namespace {

std::string quoted(std::string_view text) { return "`" + std::string(text.substr(0, 60)) + "`"; }

/// What the type of a column is called in messages.
std::string type_words(const Source& source) {
    const std::string_view format = source.format();
    if (format == "e" || format == "f" || format == "g") return "a floating-point number";
    return "the Arrow type " + quoted(format);
}

bool is_number(const Source& source) {
    return !source.has_dictionary() && (source.layout() == Layout::integer || source.layout() == Layout::decimal);
}
std::string_view words_of(Sayable sayable) {
    if (sayable == Sayable::levels) return "claimed, attested or documented";
    return sayable == Sayable::not_knowable ? "null or not_knowable, as only what a provider says carries evidence"
                                            : "claimed, attested, documented or not_knowable";
}

}  // namespace

std::string text_of(Text text) { return std::string(view(text)); }

std::string wrong_type(std::string_view column, std::string_view wanted, const Source& source) {
    std::string sentence =
        "column " + quoted(column) + " must be " + std::string(wanted) + ", not " + type_words(source);
    if (type_words(source).starts_with("a floating")) sentence += ": numbers are exact here";
    return sentence;
}

std::string in_column(std::string_view column, const std::string& problem) {
    return "column " + quoted(column) + ": " + problem;
}

bool is_text(const Source& source) {
    return source.value_layout() == Layout::text || source.value_layout() == Layout::large_text;
}
bool is_list(const Source& source) { return source.layout() == Layout::list || source.layout() == Layout::large_list; }
bool is_all_null(const Source& source) { return source.layout() == Layout::none; }

EvidenceColumn::EvidenceColumn(std::string name, const Source& source, Sayable sayable)
    : name_(std::move(name)), source_(source), sayable_(sayable) {
    if (!is_text(source) || !source.has_dictionary()) return;
    meanings_.read_dictionary(source, [this](std::string_view text) { return meant_by(text); });
}

std::string EvidenceColumn::problem() const {
    return is_text(source_) || is_all_null(source_) ? std::string() : wrong_type(name_, "text", source_);
}

Said EvidenceColumn::meant_by(std::string_view text) const {
    if (sayable_ != Sayable::levels && text == "not_knowable") return Said::not_knowable;
    if (sayable_ == Sayable::not_knowable) return Said::nothing;
    if (text == "claimed") return Said::claimed;
    if (text == "attested") return Said::attested;
    return text == "documented" ? Said::documented : Said::nothing;
}

std::string EvidenceColumn::unsayable(std::string_view text) const {
    return in_column(name_, quoted(text) + " must be " + std::string(words_of(sayable_)));
}

bool FactColumn::is_choice() const { return fact_->type == FactType::yes_no || fact_->type == FactType::one_of; }

/// What the type of its column must be.
std::string FactColumn::words() const {
    const bool has_number = fact_->type == FactType::number || fact_->type == FactType::measurement;
    if (has_number && fact_->notation == Notation::amount) return "an integer or decimal128";
    if (has_number && fact_->notation != Notation::yes_no) return "text";
    switch (fact_->type) {
        case FactType::one_of:
            return "text";
        case FactType::date:
            return "date32";
        case FactType::partial_date:
            return "date32 or text";
        case FactType::list:
            return "a list of structures";
        default:
            return "bool";
    }
}

std::string FactColumn::take_value(const Source& source) {
    const std::string name = text_of(fact_->name);
    const std::string wanted = words();
    const bool fits = (wanted == "text" && is_text(source)) ||
                      (wanted == "bool" && source.layout() == Layout::boolean) ||
                      (wanted == "an integer or decimal128" && is_number(source)) ||
                      (wanted.starts_with("date32") && source.layout() == Layout::date) ||
                      (wanted == "date32 or text" && is_text(source)) ||
                      (wanted == "a list of structures" && is_list(source)) || is_all_null(source);
    if (!fits) return wrong_type(name, wanted, source);
    if (source.layout() == Layout::decimal && source.scale() < 0)
        return "column " + quoted(name) +
               " leaves out the last digits of its numbers (a negative scale); send them whole";
    if (source.layout() == Layout::decimal && source.scale() > most_places)
        return "column " + quoted(name) + " has more than " + std::to_string(most_places) + " decimal places";
    value_.emplace(source);
    if (fact_->values.size > 0 && source.has_dictionary())
        choices_.read_dictionary(source, [this](std::string_view text) { return choice_named(text); });
    return {};
}

std::string FactColumn::take_evidence(std::string name, const Source& source) {
    const bool has_levels = fact_->source == FactSource::provider;
    evidence_.emplace(std::move(name), source, has_levels ? Sayable::levels_or_not_knowable : Sayable::not_knowable);
    return evidence_->problem();
}

std::string FactColumn::take_day(const std::string& name, const Source& source) {
    const bool fits = source.layout() == Layout::date || is_text(source) || is_all_null(source);
    if (!fits) return wrong_type(name, "date32 or text", source);
    day_.emplace(source);
    return {};
}

int FactColumn::choice_named(std::string_view text) const {
    for (std::uint32_t i = 0; i < fact_->values.size; ++i) {
        const Text name = fact_->values[i].name;
        if (text == view(name)) return static_cast<int>(i);
    }
    return -1;
}

std::string FactColumn::names() const {
    std::string names;
    for (const ValueDescription& value : fact_->values) names += (names.empty() ? "" : ", ") + text_of(value.name);
    return names;
}

bool FactColumn::read_name(std::int64_t row, int& choice, std::string& problem) {
    choice = choices_.at(*value_, row, [this](std::string_view text) { return choice_named(text); });
    if (choice < 0) problem = quoted(value_->text_at(row)) + " is none of " + names();
    return choice >= 0;
}

bool FactColumn::read_number(std::int64_t row, std::size_t at, std::string& problem) {
    const auto places = static_cast<std::uint8_t>(value_->scale());
    const bool fits = value_->integer_at(row, digits_[at]);
    const Decimal number{.digits = digits_[at], .places = places};
    if (fits && is_within_bounds(number) && is_between(number, fact_->least, fact_->most)) return true;
    problem = "the number lies outside the bounds of the policy";
    return false;
}

bool FactColumn::read_code(std::string_view text, std::size_t at, std::string& problem) {
    const CodeSystem system = system_of(fact_->notation);
    const ParsedCode parsed = parse_requested_code(system, text);
    if (!parsed.valid) problem = quoted(text) + " is not " + words_of(system).name + code_hint(system, text);
    digits_[at] = number_for(parsed.code).digits;
    return parsed.valid;
}

bool FactColumn::read_days(const Source& source, std::int64_t row, std::size_t at, std::string& problem) {
    DateRange days;
    if (source.layout() == Layout::date) {
        days.first = days.last = Date{source.day_at(row)};
        if (!is_in_calendar(days.first)) problem = "the day lies outside 1800-01-01 to 2199-12-31";
    } else if (!arrow::read_days(source.text_at(row), days)) {
        problem = quoted(source.text_at(row)) + " is no day, month or year such as 2014-07-03, 2014-07 or 2014";
    }
    days_[at] = days.first.days;
    last_days_[at] = days.last.days;
    return problem.empty();
}

bool FactColumn::read_number_as_noted(std::int64_t row, std::size_t at, std::string& problem) {
    if (fact_->notation == Notation::amount) return read_number(row, at, problem);
    if (is_code(fact_->notation)) return read_code(value_->text_at(row), at, problem);
    int place = 0;
    bool is_read = true;
    if (fact_->notation == Notation::yes_no)
        place = value_->boolean_at(row) ? 1 : 0;
    else
        is_read = read_name(row, place, problem);
    digits_[at] = place;
    return is_read;
}

bool FactColumn::read_measured_day(std::int64_t row, std::size_t at, std::string& problem) {
    if (day_ && day_->is_valid(row)) return read_days(*day_, row, at, problem);
    problem = "a measurement needs its day, in column " + quoted(text_of(fact_->name) + "_on");
    return false;
}

template <class ReadValue>
bool FactColumn::read_row(std::int64_t row, std::size_t at, Evidence level, std::string& problem,
                          ReadValue read_value) {
    const Said said = evidence_ ? evidence_->at(row, problem) : Said::nothing;
    if (evidence_ && !problem.empty()) return false;
    cells_[at] = said == Said::not_knowable ? batch::cell_not_knowable : batch::cell_not_given;
    if (!value_ || !value_->is_valid(row)) return true;
    int choice = 0;
    if (said == Said::not_knowable || !read_value(row, at, choice)) {
        if (said == Said::not_knowable) problem = "what is not knowable has no value";
        name_column(problem);
        return false;
    }
    const bool has_levels = fact_->source == FactSource::provider;
    const Evidence own = said == Said::nothing ? level : static_cast<Evidence>(said);
    cells_[at] = batch::cell_given(has_levels ? own : Evidence::none, choice);
    return true;
}

void FactColumn::name_column(std::string& problem) const { problem = in_column(text_of(fact_->name), problem); }

template <class ReadValue>
void FactColumn::read_all(const Rows& rows, std::string& problem, ReadValue read_value) {
    for (std::size_t at = 0; at < rows.places.size(); ++at) {
        if (read_row(rows.places[at], at, rows.evidence[at], problem, read_value)) continue;
        cells_[at] = batch::cell_not_given;
        if (rows.problems[at].empty()) rows.problems[at] = std::move(problem);
        problem.clear();
    }
}

void FactColumn::read(const Rows& rows) {
    if (!value_ && !evidence_) return;
    cells_.resize(rows.places.size());
    if (!is_choice()) {
        days_.resize(rows.places.size());
        last_days_.resize(rows.places.size());
        digits_.resize(rows.places.size());
    }
    std::string problem;
    switch (fact_->type) {
        case FactType::yes_no:
            return read_all(rows, problem, [&](std::int64_t row, std::size_t, int& choice) {
                choice = value_->boolean_at(row) ? 1 : 0;
                return true;
            });
        case FactType::one_of:
            return read_all(rows, problem, [&](std::int64_t row, std::size_t, int& choice) {
                return read_name(row, choice, problem);
            });
        case FactType::date:
        case FactType::partial_date:
            return read_all(rows, problem, [&](std::int64_t row, std::size_t at, int&) {
                return read_days(*value_, row, at, problem);
            });
        case FactType::number:
            return read_all(rows, problem, [&](std::int64_t row, std::size_t at, int&) {
                return read_number_as_noted(row, at, problem);
            });
        case FactType::measurement:
            return read_all(rows, problem, [&](std::int64_t row, std::size_t at, int&) {
                return read_number_as_noted(row, at, problem) && read_measured_day(row, at, problem);
            });
        case FactType::list:
            return read_all(rows, problem, [](std::int64_t, std::size_t, int&) { return true; });
    }
}

batch::AnyColumn FactColumn::column() const {
    if (cells_.empty()) return {};
    return {.cells = cells_.data(),
            .first = days_.data(),
            .last = last_days_.data(),
            .digits = digits_.data(),
            .places = static_cast<std::uint8_t>(value_ ? value_->scale() : 0),
            .offsets = nullptr,
            .entries = nullptr};
}

Answer FactColumn::field_at(std::size_t at) const {
    Answer answer;
    if (cells_.empty() || cells_[at] < batch::least_cell_given) return answer;
    answer.presence = Presence::given;
    if (is_choice()) {
        answer.value = static_cast<std::uint16_t>(batch::cell_value(cells_[at]));
        return answer;
    }
    answer.date = Date{days_[at]};
    answer.range = {Date{days_[at]}, Date{last_days_[at]}};
    answer.number = {.digits = digits_[at], .places = column().places};
    return answer;
}

}  // namespace pol::arrow
