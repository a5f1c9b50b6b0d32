#include "compiler/compare/space.hpp"

#include "compiler/analyze/axis.hpp"
#include "compiler/analyze/candidates.hpp"
#include "compiler/analyze/constants.hpp"
#include "compiler/analyze/requests.hpp"
#include "compiler/analyze/steps.hpp"
#include "compiler/compare/entries.hpp"
#include "pol/number.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

namespace pol::comparison {

namespace {

using analysis::Variable;
using model::Condition;
using model::FactIndex;

constexpr FactIndex birth_date = index_of(BuiltinFact::birth_date);

Answer with_level(Answer answer, Evidence level) {
    answer.evidence = level;
    return answer;
}

bool same(const Answer& left, const Answer& right) {
    return left.presence == right.presence && left.evidence == right.evidence && left.value == right.value &&
           left.date == right.date && left.range == right.range && number(left.number) == number(right.number);
}

void add_answer(Choice& choice, const Answer& answer) {
    if (std::none_of(choice.answers.begin(), choice.answers.end(),
                     [&](const Answer& known) { return same(known, answer); }))
        choice.answers.push_back(answer);
}

class Space {
public:
    Space(const Texts& texts, const RouteRules& rules, const std::vector<Edit>& edits)
        : texts_(texts), old_reads_(texts.older), new_reads_(texts.newer) {
        for (const Condition& condition : rules.older) old_reads_.add(condition);
        for (const Condition& condition : rules.newer) new_reads_.add(condition);
        note_edited(edits);
        read(texts.prepared_old, rules.older);
        read(texts.prepared_new, rules.newer);
        for (const Edit& edit : edits) {
            read(texts.prepared_old, edit.old_conditions);
            read(texts.prepared_new, edit.new_conditions);
        }
    }

    [[nodiscard]] std::vector<Choice> run() && {
        add_sums(texts_.older, old_reads_);
        add_sums(texts_.newer, new_reads_);
        for (Choice& choice : choices_)
            if (texts_.newer.facts[choice.fact].type == FactType::list)
                add_lists(texts_, old_reads_, new_reads_, choices_, choice);
        const auto is_field = [&](const Choice& choice) { return texts_.newer.facts[choice.fact].list.has_value(); };
        choices_.erase(std::remove_if(choices_.begin(), choices_.end(), is_field), choices_.end());
        for (Choice& choice : choices_) add_levels(choice);
        return std::move(choices_);
    }

private:
    void note_edited(const std::vector<Edit>& edits) {
        Reads older(texts_.older), newer(texts_.newer);
        for (const Edit& edit : edits) {
            for (const Condition& condition : edit.old_conditions) older.add(condition);
            for (const Condition& condition : edit.new_conditions) newer.add(condition);
        }
        edited_ = std::move(older.facts);
        edited_.insert(newer.facts.begin(), newer.facts.end());
    }

    /// Conditions on entries are looked at by themselves, so that their fields have answers like facts.
    void read(const interpretation::PreparedPolicy& prepared, const std::vector<Condition>& conditions) {
        analysis::VariableCollector collector(prepared);
        for (const BuiltinFact fact : {BuiltinFact::line_of_business, BuiltinFact::benefit, BuiltinFact::request})
            collector.settle(index_of(fact));
        Reads own(prepared.policy);
        for (const Condition& condition : conditions) own.add(condition);
        for (const Condition& condition : conditions) collector.add(condition);
        add(prepared.policy, collector.variables());
        if (own.filters.empty()) return;
        analysis::VariableCollector of_entries(prepared);
        for (const model::EntryFilter& filter : own.filters)
            for (const Condition& where : filter.where) of_entries.add(where);
        add(prepared.policy, of_entries.variables());
    }

    void add(const model::Policy& policy, const std::vector<Variable>& variables) {
        for (const Variable& variable : variables)
            variable.is_age ? add_age(policy, variable) : add_variable(policy, variable);
    }

    void add_variable(const model::Policy& policy, const Variable& variable) {
        Choice& choice = choice_of(variable.fact);
        choice.is_finite = choice.is_finite && variable.is_finite;
        note_levels(choice, variable);
        if (policy.facts[variable.fact].type == FactType::list) return;
        for (std::size_t i = 1; i < variable.telling; ++i)
            if (variable.answers[i].evidence == variable.minimums.back())
                add_answer(choice, with_level(variable.answers[i], Evidence::none));
    }

    /// The member's birth on both sides of every age, seen from the day of the date it is asked at.
    void add_age(const model::Policy& policy, const Variable& age) {
        Choice& birth = choice_of(birth_date);
        birth.is_edited = birth.is_edited || edited_.count(age.fact) > 0;
        if (texts_.newer.facts[age.fact].list) return;
        // How far two dates lie apart is not gone through, and tells ages at them apart.
        birth.is_finite = birth.is_finite && aged_at_.value_or(age.fact) == age.fact;
        aged_at_ = age.fact;
        const Date on = date_for(age.fact);
        if (age.fact != index_of(BuiltinFact::date_of_service) && age.fact != index_of(BuiltinFact::date_of_request)) {
            Choice& date = choice_of(age.fact);
            date.is_finite = false;
            note_levels(date, age);
            add_answer(date, analysis::on_day(given(), on));
        }
        for (const analysis::AgeThreshold& threshold : age.thresholds) {
            const Date latest = analysis::latest_birth(policy, threshold, on);
            for (const Date day : {latest, add_days(latest, 1)})
                if (!(on < day)) add_answer(choice_of(birth_date), analysis::on_day(given(), day));
        }
    }

    [[nodiscard]] static Answer given() {
        Answer answer;
        answer.presence = Presence::given;
        return answer;
    }

    /// The request comes some weeks before the service, so that ages can differ.
    [[nodiscard]] Date date_for(FactIndex fact) const {
        const Date day = day_of_requests(texts_);
        return fact == index_of(BuiltinFact::date_of_request) ? add_days(day, -40) : day;
    }

    void note_levels(Choice& choice, const Variable& variable) {
        for (const Evidence level : variable.minimums) {
            levels_[choice.fact].insert(level);
            choice.strongest = std::max(choice.strongest, level);
        }
    }

    /// Of facts that a rule reads that differs, also weaker answers; with all others the strongest.
    void add_levels(Choice& choice) const {
        const auto found = levels_.find(choice.fact);
        const std::size_t count = choice.answers.size();
        for (std::size_t i = 1; i < count; ++i) choice.answers[i].evidence = choice.strongest;
        if (!choice.is_edited || found == levels_.end()) return;
        for (const Evidence level : found->second) {
            if (level == choice.strongest) continue;
            for (std::size_t i = 1; i < count; ++i) {
                choice.answers.push_back(with_level(choice.answers[i], level));
                if (!choice.entries.empty()) choice.entries.push_back(choice.entries[i]);
            }
        }
    }

    /// What one entry must have, or half of it, so that the sum of all comes to what it is compared with.
    void add_sums(const model::Policy& policy, const Reads& reads) {
        for (const model::NumberTest& test : reads.sums)
            for (const bool turned : {false, true})
                add_sum(policy, turned ? test.right : test.left, turned ? test.left : test.right);
    }
    void add_sum(const model::Policy& policy, const model::Expression& sum, const model::Expression& limit) {
        const model::Expression* meant = &sum;
        if (const auto* term = std::get_if<model::NumberOfTerm>(&sum.form))
            if (const auto* body = std::get_if<model::Expression>(&policy.terms[term->term].body)) meant = body;
        const auto* aggregate = std::get_if<model::Aggregate>(&meant->form);
        const auto limits = analysis::constants_of(policy, limit);
        if (aggregate == nullptr || !aggregate->field || !limits) return;
        Choice& field = choice_of(*aggregate->field);
        for (const Number& each : *limits)
            for (const Number& value : {each, each / number(2)}) add_around(field, value / factor_of(*aggregate));
    }
    [[nodiscard]] static Number factor_of(const model::Aggregate& aggregate) {
        return number(aggregate.factor.numerator, aggregate.factor.denominator);
    }
    void add_around(Choice& field, Number value) const {
        const model::Fact& fact = texts_.newer.facts[field.fact];
        for (const std::int64_t beside : {-1, 0, 1}) {
            const Decimal decimal{.digits = static_cast<std::int64_t>(value.numerator / value.denominator) + beside,
                                  .places = 0};
            if (!is_between(decimal, fact.least, fact.most)) continue;
            Answer answer = given();
            answer.number = decimal;
            add_answer(field, answer);
        }
    }

    [[nodiscard]] Choice& choice_of(FactIndex fact) {
        const auto found =
            std::find_if(choices_.begin(), choices_.end(), [&](const Choice& choice) { return choice.fact == fact; });
        if (found != choices_.end()) return *found;
        choices_.push_back({.fact = fact, .answers = {Answer{}}, .is_edited = edited_.count(fact) > 0});
        return choices_.back();
    }

    const Texts& texts_;
    Reads old_reads_;
    Reads new_reads_;
    std::set<FactIndex> edited_;
    /// The date at which the last age that was added is read.
    std::optional<FactIndex> aged_at_;
    std::map<FactIndex, std::set<Evidence>> levels_;
    std::vector<Choice> choices_;
};

}  // namespace

std::vector<Choice> choices_of(const Texts& texts, const RouteRules& rules, const std::vector<Edit>& edits) {
    return Space(texts, rules, edits).run();
}

Date day_of_requests(const Texts& texts) { return analysis::day_at(texts.newer, interpretation::TextTime::in_force); }

}  // namespace pol::comparison
