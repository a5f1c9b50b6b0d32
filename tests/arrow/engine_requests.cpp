// engine_requests SEED COUNT FOLDER: writes seeded Qalsody requests into FOLDER/requests.csv, and into
// FOLDER/decided.csv what the evaluator of single requests decides of each. compare_engines.py reads both.
#include "compiler/driver/pipeline.hpp"
#include "tests/arrow/imported.hpp"
#include "tests/arrow/records.hpp"
#include "tests/behavior/random_requests.hpp"
#include "tests/oracle/places.hpp"
#include "tests/oracle/random_requests.hpp"
#include "tests/support/compiled_request.hpp"

#include <pol/date_text.hpp>
#include <pol/words.hpp>
#include <qalsody.hpp>

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>
#include <string_view>

namespace {

std::string text_of(pol::Text text) { return std::string(text.data, text.size); }

/// By turns: requests as a plan receives them, and requests at the places where evaluators differ, with many facts
/// missing, not knowable or known to the month.
class Requests {
public:
    Requests(const pol::model::Policy& policy, std::uint64_t seed)
        : places_(oracle::find_places(plan::qalsody::description())),
          received_(seed, oracle::Mix::realistic),
          anywhere_(policy, seed) {
        if (!places_.complete) std::abort();
        record_.answers.resize(policy.facts.size());
    }

    [[nodiscard]] pol::RequestRecord next() {
        is_received_ = !is_received_;
        if (!is_received_) return anywhere_.next();
        oracle::write_request(received_.next(), places_, record_);
        return record_;
    }

private:
    oracle::Places places_;
    oracle::RandomRequests received_;
    pol::testing::RandomRequests anywhere_;
    pol::RequestRecord record_;
    bool is_received_ = false;
};

/// The value in a column of its own; empty where none is given.
std::string value_text(const pol::FactDescription& fact, const pol::Answer& answer) {
    if (answer.presence != pol::Presence::given) return {};
    switch (fact.type) {
        case pol::FactType::yes_no:
            return answer.value != 0 ? "true" : "false";
        case pol::FactType::one_of:
            return text_of(fact.values[answer.value].name);
        case pol::FactType::date:
            return pol::iso_text(answer.date);
        case pol::FactType::partial_date:
            return pol::testing::written(answer.range);
        default:
            // Qalsody asks nothing else.
            std::abort();
    }
}

/// The level that the row's column `evidence` says once: that of the first fact that has one.
pol::Evidence level_of(const pol::RequestRecord& record) {
    for (const pol::Answer& answer : record.answers)
        if (answer.presence == pol::Presence::given && answer.evidence != pol::Evidence::none) return answer.evidence;
    return pol::Evidence::none;
}

std::string evidence_text(pol::Evidence level) {
    return level == pol::Evidence::none ? std::string() : std::string(pol::words_of(level));
}

std::string evidence_text(const pol::Answer& answer, pol::Evidence level) {
    if (answer.presence == pol::Presence::not_knowable) return "not_knowable";
    return answer.presence == pol::Presence::given && answer.evidence != level ? evidence_text(answer.evidence) : "";
}

void write_header(std::ofstream& requests, std::ofstream& decided) {
    requests << "id,evidence";
    for (const pol::FactDescription& fact : plan::qalsody::description().facts)
        requests << ',' << text_of(fact.name) << ',' << text_of(fact.name) << "_evidence";
    requests << '\n';
    decided << "id,outcome,denial,approved_from,approved_through,possible\n";
}

void write_request(std::ofstream& output, long id, const pol::RequestRecord& record) {
    const pol::PolicyDescription& policy = plan::qalsody::description();
    const pol::Evidence level = level_of(record);
    output << id << ',' << evidence_text(level);
    for (std::uint32_t i = 0; i < policy.facts.size; ++i)
        output << ',' << value_text(policy.facts[i], record.answers[i]) << ','
               << evidence_text(record.answers[i], level);
    output << '\n';
}

void write_decision(std::ofstream& output, long id, const plan::qalsody::Decision& decision) {
    const pol::Result& first = decision.results[0].result;
    const bool is_decided = decision.result_count == 1 && !first.open;
    const bool denied = is_decided ? is_denial(decision.outcome) : decision.every_outcome_is_a_denial;
    output << id << ',' << pol::testing::name_of(decision.outcome) << ',' << (denied ? "true" : "false") << ',';
    if (is_decided && decision.outcome == pol::Outcome::approved)
        output << pol::iso_text(first.period.from) << ',' << pol::iso_text(first.period.through);
    else
        output << ',';
    output << ',' << pol::testing::outcomes_of(decision.results, decision.result_count) << '\n';
}

}  // namespace

int main(int count, char** words) {
    if (count != 4) {
        std::fputs("usage: engine_requests SEED COUNT FOLDER\n", stderr);
        return 2;
    }
    pol::Run run({POL_SOURCE_DIR "/policies"});
    const auto policy = pol::build_model(run, POL_SOURCE_DIR "/policies/qalsody.pol");
    if (!policy) return 1;
    const std::string folder = words[3];
    std::ofstream requests(folder + "/requests.csv"), decided(folder + "/decided.csv");
    write_header(requests, decided);
    Requests series(*policy, std::strtoull(words[1], nullptr, 10));
    const long rows = std::strtol(words[2], nullptr, 10);
    for (long id = 0; id < rows; ++id) {
        const pol::RequestRecord record = series.next();
        write_request(requests, id, record);
        write_decision(decided, id, decide(pol::testing::compiled_request(record, plan::qalsody::assign)));
    }
    return requests.flush() && decided.flush() ? 0 : 1;
}
