#include "decider.hpp"

#include <pol/given.hpp>
#include <pol/record.hpp>
#include <pol/words.hpp>
#include <qalsody.hpp>

#include <string>

using namespace plan::qalsody;

namespace {

/// Numbers that are the same on every machine, since standard distributions need not be.
class Draw {
public:
    explicit Draw(std::uint64_t seed) : state_(seed * 0x9E3779B97F4A7C15U + 1) {}

    [[nodiscard]] std::uint32_t below(std::uint32_t bound) {
        state_ = state_ * 6364136223846793005U + 1442695040888963407U;
        return static_cast<std::uint32_t>(state_ >> 33U) % bound;
    }

private:
    std::uint64_t state_;
};

Request approved_request() {
    Request request;
    request.line_of_business = pol::given(LineOfBusiness::medicaid_harp);
    request.benefit = pol::given(Benefit::medical);
    request.request = pol::given(RequestKind::initial);
    request.birth_date = pol::born_on(pol::date_of(1974, 5, 2));
    request.date_of_service = pol::given(pol::date_of(2026, 7, 1));
    request.contract_excludes = pol::given(pol::YesNo::no);
    request.mdrp_participating = pol::given(pol::YesNo::yes);
    request.indication = pol::documented(Indication::fda_labeled);
    request.prescriber_specialty = pol::documented(PrescriberSpecialty::neurology);
    request.diagnosis = pol::documented(Diagnosis::als);
    request.sod1_mutation = pol::documented(Sod1Mutation::confirmed);
    request.weakness_from_als = pol::attested(pol::YesNo::yes);
    request.tracheostomy = pol::documented(pol::YesNo::no);
    return request;
}

pol::Answer answer(Draw& draw, const pol::FactDescription& fact) {
    pol::Answer drawn;
    drawn.presence = static_cast<pol::Presence>(draw.below(3));
    drawn.evidence = static_cast<pol::Evidence>(draw.below(4));
    drawn.value = static_cast<std::uint16_t>(draw.below(fact.values.size == 0 ? 2 : fact.values.size));
    drawn.date = pol::add_days(pol::date_of(2026, 1, 1), static_cast<std::int32_t>(draw.below(600)));
    const auto year = static_cast<std::int32_t>(2006 + draw.below(4));
    drawn.range = draw.below(2) == 0 ? pol::some_day_in(year) : pol::exact_day(pol::date_of(year, 6, 30));
    return drawn;
}

/// Every fourth request is drawn whole, the others are approved but for a few facts.
Request request_of(std::uint32_t number) {
    Draw draw(number);
    Request request = number % 4 == 0 ? Request{} : approved_request();
    const std::uint32_t changes = number % 4 == 0 ? 3 * fact_count : draw.below(5);
    for (std::uint32_t change = 0; change < changes; ++change) {
        const auto fact = static_cast<std::uint16_t>(draw.below(fact_count));
        assign(request, fact, answer(draw, description().facts[fact]));
    }
    return request;
}

std::string numbers(const std::vector<std::uint16_t>& indices) {
    std::string text;
    for (const std::uint16_t index : indices) text += ' ' + std::to_string(index);
    return text;
}

std::string text_of(const pol::Result& result) {
    std::string text(pol::words_of(result.outcome));
    if (result.open) return text + " open";
    if (result.target != pol::no_index) text += " target " + std::to_string(result.target);
    if (result.outcome != pol::Outcome::approved) return text;
    return text + ' ' + std::to_string(result.period.from.days) + ' ' + std::to_string(result.period.through.days) +
           " doses " + std::to_string(result.doses.first) + ' ' + std::to_string(result.doses.count);
}

std::string text_of(const pol::DecisionRecord& decision) {
    std::string text(pol::words_of(decision.outcome));
    if (decision.every_outcome_is_a_denial) text += ", every outcome is a denial";
    text += ':' + numbers(decision.clauses);
    for (const pol::ResultRecord& result : decision.results)
        text += "; " + text_of(result.result) + ':' + numbers(result.clauses);
    for (const pol::QuestionRecord& question : decision.questions)
        text += "; " + std::string(pol::words_of(question.kind)) + ' ' + std::to_string(question.fact) + ':' +
                numbers(question.clauses);
    text += "; ";
    for (const pol::ClauseState state : decision.trace) text += static_cast<char>('0' + static_cast<int>(state));
    return text;
}

std::string line;

}  // namespace

const char* decided(std::uint32_t number) {
    line = std::to_string(number) + ' ' + text_of(pol::to_record(decide(request_of(number))));
    return line.data();
}

std::size_t decided_size() { return line.size(); }
