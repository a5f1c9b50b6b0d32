// The smallest caller of a compiled policy: fills in a request, decides it, reads the answer.
#include "pol/given.hpp"

#include <qalsody.hpp>

#include <cstdio>

using namespace plan::qalsody;

int main() {
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

    const Decision decision = decide(request);
    if (decision.outcome == pol::Outcome::needs_information) {
        for (int i = 0; i < decision.question_count; ++i) {
            const pol::Text question = description().facts[decision.questions[i].fact].question;
            std::printf("please answer: %.*s\n", static_cast<int>(question.size), question.data);
        }
    }

    request.tracheostomy = pol::documented(pol::YesNo::no);
    const Decision complete = decide(request);
    const pol::Result& result = complete.results[0].result;
    if (complete.outcome == pol::Outcome::approved && complete.clauses.has(static_cast<int>(Clause::MMC_5)))
        std::printf("approved for %d doses, without a tracheostomy (MMC.5)\n", static_cast<int>(result.doses.count));

    if (std::fflush(stdout) == 0 && std::ferror(stdout) == 0) return 0;
    std::fputs("one_request: cannot write to standard output\n", stderr);
    return 3;
}
