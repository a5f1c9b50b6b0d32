// Decides two requests by the policy in inhaler.pol and prints the decisions: a project to copy and begin with.
#include <inhaler.hpp>
#include <pol/date_text.hpp>
#include <pol/given.hpp>
#include <pol/text_view.hpp>
#include <pol/words.hpp>

#include <iostream>

using namespace clinic::inhaler;

namespace {

void print(const Decision& decision) {
    const pol::PolicyDescription& policy = description();
    std::cout << pol::words_of(decision.outcome);
    if (decision.outcome == pol::Outcome::approved) {
        const pol::Period& period = decision.results[0].result.period;
        std::cout << " from " << pol::iso_text(period.from) << " through " << pol::iso_text(period.through);
    }
    for (int clause = 0; clause < clause_count; ++clause)
        if (decision.clauses.has(clause)) std::cout << ", " << pol::view(policy.clauses[clause].id);
    std::cout << '\n';
    for (int i = 0; i < decision.question_count; ++i)
        std::cout << "  please " << pol::words_of(decision.questions[i].kind) << ": "
                  << pol::view(policy.facts[decision.questions[i].fact].question) << '\n';
}

}  // namespace

int main() {
    Request request;
    request.line_of_business = pol::given(LineOfBusiness::group);
    request.benefit = pol::given(Benefit::medical);
    request.request = pol::given(RequestKind::initial);
    request.birth_date = pol::born_on(pol::date_of(2001, 3, 9));
    request.date_of_service = pol::given(pol::date_of(2026, 7, 1));
    request.severity = pol::claimed(Severity::severe);
    print(decide(request));

    request.severity = pol::documented(Severity::severe);
    print(decide(request));

    if (std::cout.flush()) return 0;
    std::cerr << "service: cannot write to standard output\n";
    return 3;
}
