// What is wrong with a batch for all policies is said in a sentence; nothing is written then, and nothing released. A
// row that no policy answers for is no problem of the batch.

#include "tests/arrow/built_batch.hpp"
#include "tests/arrow/imported.hpp"

#include <arrow_policies_registry_arrow.h>
#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace {

using namespace pol::testing;

std::string problem_of(std::vector<BuiltColumn> columns, std::int64_t rows = 2) {
    BuiltBatch batch(std::move(columns), rows);
    ArrowSchema schema{};
    ArrowArray array{};
    const char* problem = pol_arrow_policies_registry_eval(&batch.schema, &batch.array, &schema, &array);
    CHECK(batch.releases == 0);
    CHECK((schema.release == nullptr));
    CHECK((array.release == nullptr));
    return problem == nullptr ? "" : problem;
}

BuiltColumn texts(const std::string& name, const BuiltColumn::Texts& rows) { return BuiltColumn::text(name, rows, {}); }
BuiltColumn numbers(const std::string& name, const std::string& format, const BuiltColumn::Numbers& rows) {
    return BuiltColumn::numbers(name, format, rows, {});
}

TEST_CASE("columns that do not fit the registry") {
    CHECK(problem_of({texts("diagnosis", {"other", "other"})}) ==
          "no column says which policy the rows are for: `policy` has its number, or `hcpcs`, `cpt` or `ndc` a code");
    CHECK(problem_of({numbers("policy", "i", {1, 2})}) == "column `policy` must be text, not the Arrow type `i`");
    CHECK(problem_of({texts("policy", {"LAKE-50", "LAKE-50"}), texts("date_of_service", {"2026-01-01", "2026"})}) ==
          "column `date_of_service` must be date32, not the Arrow type `u`");
    CHECK(problem_of({texts("policy", {"LAKE-50", "LAKE-50"}), texts("diagnosi", {"other", "other"})}) ==
          "column `diagnosi` is no fact of any policy; did you mean `diagnosis`?");
    CHECK(problem_of({texts("policy", {"LAKE-50"})}) == "column `policy` is shorter than the batch");
    CHECK(std::string(pol_arrow_policies_registry_eval(nullptr, nullptr, nullptr, nullptr)) == "a pointer is null");
    CHECK(std::string(pol_arrow_policies_registry_identity(nullptr, nullptr)) == "a pointer is null");
}

/// The problem of the only decision of a row; empty where there is none.
std::string problem_in(const Imported& output, std::int64_t row) {
    const ArrowArray& lists = *output.array.children[0];
    const std::int32_t at = first_entry(lists, row);
    REQUIRE(first_entry(lists, row + 1) == at + 1);
    const ArrowArray& decisions = *lists.children[0];
    CHECK(is_valid(*decisions.children[3], at) != is_valid(*decisions.children[8], at));
    return is_valid(*decisions.children[8], at) ? std::string(text(*decisions.children[8], at)) : "";
}

void decide(const BuiltBatch& batch, Imported& output) {
    const char* problem = pol_arrow_policies_registry_eval(&batch.schema, &batch.array, &output.schema, &output.array);
    REQUIRE_MESSAGE(problem == nullptr, problem);
    CHECK(batch.releases == 0);
}

TEST_CASE("a value is wrong for the policy of its row, and for no other row") {
    const BuiltBatch batch({texts("policy", {"RIVER-11", "LAKE-50", "RIVER-11", "LAKE-5", "RIVER-1"}),
                            numbers("date_of_service", "tdD", {20'600, 20'600, 20'600, 20'600, 20'600}),
                            texts("line_of_business", {"employer", "employer", "staff", "nobody", "guests"}),
                            numbers("hemoglobin", "i", {1, 2, 3, 4, 5})},
                           5);
    Imported output;
    decide(batch, output);
    CHECK(problem_in(output, 0) == "column `line_of_business`: `employer` is none of staff, retirees, guests");
    CHECK(problem_in(output, 1) == "");
    CHECK(problem_in(output, 2) == "");
    CHECK(text(*output.array.children[1], 3) == "unknown_policy");
    CHECK(problem_in(output, 4) == "column `hemoglobin`: a measurement needs its day, in column `hemoglobin_on`");
}

TEST_CASE("a type is wrong for the policies that have the fact") {
    const BuiltBatch batch({texts("policy", {"RIVER-1", "LAKE-50"}), numbers("height", "g", {1, 2}),
                            numbers("date_of_service", "tdD", {20'600, 20'600})},
                           2);
    Imported output;
    decide(batch, output);
    CHECK(problem_in(output, 0) ==
          "column `height` must be an integer or decimal128, not a floating-point number: numbers are exact here");
    CHECK(problem_in(output, 1) == "");
}

TEST_CASE("columns of other policies, of the caller and without any value are no problem") {
    BuiltColumn nulls{.name = "ndc", .format = "n", .length = 2, .null_count = 2};
    BuiltBatch batch(
        {texts("id", {"a", "b"}), texts("policy", {"LAKE-50", std::nullopt}), texts("hcpcs", {std::nullopt, "J1569"}),
         nulls, numbers("hemoglobin", "i", {9, 9}), texts("evidence", {"attested", std::nullopt})},
        2);
    Imported output;
    const char* problem = pol_arrow_policies_registry_eval(&batch.schema, &batch.array, &output.schema, &output.array);
    REQUIRE_MESSAGE(problem == nullptr, problem);
    const ArrowArray& lists = *output.array.children[0];
    REQUIRE(first_entry(lists, 2) == 4);
    CHECK(text(*lists.children[0]->children[0], 3) == "RIVER-11");
    CHECK(output.array.children[1]->null_count == 2);
}

}  // namespace
