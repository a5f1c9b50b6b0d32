// Three requests decided at once: fills in columns, decides them, then asks why of one row.
#include <pol/given.hpp>
#include <pol/words.hpp>
#include <qalsody_batch.hpp>

#include <cstdio>
#include <string>

using namespace plan::qalsody;
using pol::batch::cell_of;

int main() {
    // A byte a fact a row; what stands in none of the columns is not given.
    const auto harp = cell_of(pol::given(LineOfBusiness::medicaid_harp));
    const auto part_d = cell_of(pol::given(LineOfBusiness::medicare_part_d));
    const auto medical = cell_of(pol::given(Benefit::medical));
    const auto given = cell_of(pol::given(pol::date_of(2026, 7, 1)));
    const auto als = cell_of(pol::documented(Diagnosis::als));
    const auto other = cell_of(pol::documented(Diagnosis::other));
    const pol::batch::Cell lines[] = {harp, harp, part_d};
    const pol::batch::Cell benefits[] = {medical, medical, medical};
    const pol::batch::Cell diagnoses[] = {als, other, als};
    const pol::batch::Cell dated[] = {given, given, given};
    const std::int32_t day = pol::date_of(2026, 7, 1).days;
    const std::int32_t service[] = {day, day, day};

    Columns columns;
    columns.line_of_business.cells = lines;
    columns.benefit.cells = benefits;
    columns.diagnosis.cells = diagnoses;
    columns.date_of_service = {.cells = dated, .days = service};

    pol::Outcome outcomes[3];
    pol::batch::Plane denials[1];
    decide(columns, 3, {.outcomes = outcomes, .denials = denials});
    for (int row = 0; row < 3; ++row) {
        const char* denied = (denials[0] >> row & 1U) != 0 ? ", a denial whatever is answered" : "";
        std::printf("row %d: %s%s\n", row, std::string(pol::words_of(outcomes[row])).c_str(), denied);
    }

    const Decision first = decide(request_at(columns, 0));
    std::printf("row 0 has %d questions\n", first.question_count);

    if (std::fflush(stdout) == 0 && std::ferror(stdout) == 0) return 0;
    std::fputs("batch_example: cannot write to standard output\n", stderr);
    return 3;
}
