#include "tests/bench/batch.hpp"

#include "tests/bench/best_time.hpp"
#include "tests/bench/by_hand/qalsody_batch.hpp"
#include "tests/bench/qalsody_requests.hpp"

#include <algorithm>
#include <cstdio>
#include <vector>

namespace bench {

namespace {

using plan::qalsody::Request;
using pol::batch::Cell;

/// Columns of requests, with what they point to.
class QalsodyColumns {
public:
    explicit QalsodyColumns(const std::vector<Request>& requests) {
        // Columns borrow: no array may move once it is pointed to.
        arrays_.reserve(18);
        columns.line_of_business.cells = cells(requests, &Request::line_of_business);
        columns.benefit.cells = cells(requests, &Request::benefit);
        columns.request.cells = cells(requests, &Request::request);
        columns.contract_excludes.cells = cells(requests, &Request::contract_excludes);
        columns.mdrp_participating.cells = cells(requests, &Request::mdrp_participating);
        columns.prescriber_specialty.cells = cells(requests, &Request::prescriber_specialty);
        columns.consulted_specialty.cells = cells(requests, &Request::consulted_specialty);
        columns.diagnosis.cells = cells(requests, &Request::diagnosis);
        columns.sod1_mutation.cells = cells(requests, &Request::sod1_mutation);
        columns.weakness_from_als.cells = cells(requests, &Request::weakness_from_als);
        columns.tracheostomy.cells = cells(requests, &Request::tracheostomy);
        columns.trach_aspiration_only.cells = cells(requests, &Request::trach_aspiration_only);
        columns.invasive_ventilation.cells = cells(requests, &Request::invasive_ventilation);
        columns.continues_to_benefit.cells = cells(requests, &Request::continues_to_benefit);
        columns.indication.cells = cells(requests, &Request::indication);
        for (const Request& request : requests) {
            birth_.push_back(request.birth_date.value.first.days);
            service_.push_back(request.date_of_service.value.days);
            start_.push_back(request.first_start.value.days);
        }
        columns.birth_date = {cells(requests, &Request::birth_date), birth_.data(), nullptr};
        columns.date_of_service = {cells(requests, &Request::date_of_service), service_.data()};
        columns.first_start = {cells(requests, &Request::first_start), start_.data()};
    }

    plan::qalsody::Columns columns;

private:
    template <class Value>
    const Cell* cells(const std::vector<Request>& requests, pol::Fact<Value> Request::*fact) {
        arrays_.emplace_back();
        for (const Request& request : requests) arrays_.back().push_back(pol::batch::cell_of(request.*fact));
        return arrays_.back().data();
    }

    std::vector<std::vector<Cell>> arrays_;
    std::vector<std::int32_t> birth_, service_, start_;
};

bool print_batch_row(const Scale& scale, std::vector<Request> requests) {
    const std::size_t rows = requests.size();
    // Loops by hand take exact birth dates only.
    for (Request& request : requests) request.birth_date.value.last = request.birth_date.value.first;
    const QalsodyColumns held(requests);
    const plan::qalsody::Columns& columns = held.columns;
    std::vector<pol::Outcome> batch(rows), by_hand(rows), single(rows);
    std::vector<pol::batch::Plane> possible(pol::batch::words_for(rows) * plan::qalsody::possible_count);
    std::vector<std::uint8_t> sets(rows);
    const double generated = best_time_a_row(scale, rows, [&] {
        decide(columns, rows, {.outcomes = batch.data(), .denials = nullptr, .possible = possible.data()});
    });
    const double hand =
        best_time_a_row(scale, rows, [&] { hand::qalsody::decide(columns, rows, by_hand.data(), sets.data()); });
    const double scalar = best_time_a_row(scale, rows, [&] {
        for (std::size_t i = 0; i < rows; ++i) single[i] = plan::qalsody::decide(requests[i]).outcome;
    });
    std::printf("%-18s %9zu %10.2f %10.2f %10.2f %8.2f %8.1f\n", "qalsody", rows, generated, hand, scalar,
                generated / hand, scalar / generated);
    return batch == by_hand && batch == single;
}

}  // namespace

bool print_batch_times(const Scale& scale) {
    std::printf("\n%-18s %9s %10s %10s %10s %8s %8s\n", "ns a row, columns", "rows", "generated", "by hand", "single",
                "to hand", "faster");
    const bool few =
        print_batch_row(scale, make_qalsody_requests(3, std::min<std::size_t>(scale.many, 16'384)).compiled);
    const bool many = print_batch_row(scale, make_qalsody_requests(4, scale.many).compiled);
    if (!few || !many) std::printf("the three do not decide the same\n");
    return few && many;
}

}  // namespace bench
