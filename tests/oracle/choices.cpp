#include "tests/oracle/choices.hpp"

namespace oracle {

Request adult_on_medicaid() {
    Request request;
    request.line = given(by_hand::Line::medicaid_harp);
    request.benefit = given(by_hand::Benefit::medical);
    request.kind = given(by_hand::Kind::initial);
    request.birth = given(born(day(1974, 5, 2)));
    request.service = given(day(2026, 7, 1));
    request.contract_excludes = given(false);
    request.mdrp_participating = given(true);
    request.prescriber = given(by_hand::Specialty::neurology);
    request.diagnosis = given(by_hand::Diagnosis::als);
    request.sod1 = given(by_hand::Mutation::confirmed);
    request.weakness = given(true, Level::attested);
    request.tracheostomy = given(false);
    request.indication = given(by_hand::Indication::fda_labeled);
    return request;
}

Request renewal_on_medicaid() {
    Request request = adult_on_medicaid();
    request.kind = given(by_hand::Kind::renewal);
    request.service = given(day(2027, 7, 1));
    request.first_start = given(day(2026, 7, 1));
    request.ventilation = given(false, Level::attested);
    request.benefits = given(true, Level::attested);
    return request;
}

}  // namespace oracle
