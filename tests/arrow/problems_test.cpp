#include "tests/arrow/built_batch.hpp"
#include "tests/arrow/imported.hpp"

#include <doctest/doctest.h>
#include <merlin_arrow.h>
#include <qalsody_arrow.h>
#include <redshank_arrow.h>
#include <sandpiper_arrow.h>

#include <string>
#include <vector>

// What is wrong with a batch is said in a sentence; nothing is written then, and nothing released.

namespace {

using pol::testing::BuiltBatch;
using pol::testing::BuiltColumn;
using pol::testing::Imported;
using pol::testing::Shape;

using Eval = const char* (*)(const ArrowSchema*, const ArrowArray*, ArrowSchema*, ArrowArray*);

std::string problem_of(Eval eval, BuiltBatch& batch) {
    ArrowSchema schema{};
    ArrowArray array{};
    const char* problem = eval(&batch.schema, &batch.array, &schema, &array);
    CHECK(batch.releases == 0);
    CHECK((schema.release == nullptr));
    CHECK((array.release == nullptr));
    return problem == nullptr ? "" : problem;
}
std::string problem_of(Eval eval, std::vector<BuiltColumn> columns, std::int64_t rows = 2) {
    BuiltBatch batch(std::move(columns), rows);
    return problem_of(eval, batch);
}

BuiltColumn text(const std::string& name, const BuiltColumn::Texts& rows) { return BuiltColumn::text(name, rows, {}); }
BuiltColumn numbers(const std::string& name, const std::string& format, const BuiltColumn::Numbers& rows) {
    return BuiltColumn::numbers(name, format, rows, {});
}

TEST_CASE("columns that do not fit") {
    CHECK(problem_of(pol_qalsody_eval, {text("diagnosi", {"als", "als"})}) ==
          "column `diagnosi` is no fact of this policy; did you mean `diagnosis`?");
    CHECK(problem_of(pol_qalsody_eval, {text("shoe_size", {"9", "10"})}) ==
          "column `shoe_size` is no fact of this policy");
    CHECK(problem_of(pol_qalsody_eval, {text("diagnosis", {"als", "als"}), text("diagnosis", {"als", "als"})}) ==
          "column `diagnosis` comes twice");
    CHECK(problem_of(pol_qalsody_eval, {text("tracheostomy", {"yes", "no"})}) ==
          "column `tracheostomy` must be bool, not the Arrow type `u`");
    CHECK(problem_of(pol_qalsody_eval, {text("contract_excludes_evidence", {"claimed", "claimed"})}) ==
          "row 0, column `contract_excludes_evidence`: `claimed` must be null or not_knowable, as only what a provider "
          "says carries evidence");
    CHECK(problem_of(pol_merlin_eval, {numbers("weight", "g", {1, 2})}) ==
          "column `weight` must be an integer or decimal128, not a floating-point number: numbers are exact here");
    CHECK(problem_of(pol_merlin_eval, {numbers("weight", "d:18,7", {1, 2})}) ==
          "column `weight` has more than 6 decimal places");
    CHECK(problem_of(pol_merlin_eval, {numbers("weight", "d:5,-2", {1, 2})}) ==
          "column `weight` leaves out the last digits of its numbers (a negative scale); send them whole");
    CHECK(problem_of(pol_qalsody_eval, {numbers("tracheostomy", "b", {1})}) ==
          "column `tracheostomy` is shorter than the batch");
}

TEST_CASE("rows that do not fit") {
    CHECK(problem_of(pol_qalsody_eval, {text("diagnosis", {"als", "ALS"})}) ==
          "row 1, column `diagnosis`: `ALS` is none of als, other");
    CHECK(problem_of(pol_qalsody_eval, {text("birth_date", {"1974-02-30", std::nullopt})}) ==
          "row 0, column `birth_date`: `1974-02-30` is no day, month or year such as 2014-07-03, 2014-07 or 2014");
    CHECK(problem_of(pol_qalsody_eval, {numbers("date_of_service", "tdD", {20'000, 200'000})}) ==
          "row 1, column `date_of_service`: the day lies outside 1800-01-01 to 2199-12-31");
    CHECK(problem_of(pol_qalsody_eval, {text("diagnosis_evidence", {"documented", "seen"})}) ==
          "row 1, column `diagnosis_evidence`: `seen` must be claimed, attested, documented or not_knowable");
    CHECK(problem_of(pol_qalsody_eval, {text("evidence", {"documented", "not_knowable"})}) ==
          "row 1, column `evidence`: `not_knowable` must be claimed, attested or documented");
    CHECK(problem_of(pol_qalsody_eval,
                     {text("diagnosis", {"als", "als"}), text("diagnosis_evidence", {"claimed", "not_knowable"})}) ==
          "row 1, column `diagnosis`: what is not knowable has no value");
    CHECK(problem_of(pol_merlin_eval, {numbers("weight", "l", {1'000'000, 1})}) ==
          "row 0, column `weight`: the number lies outside the bounds of the policy");
    CHECK(problem_of(pol_merlin_eval, {numbers("hemoglobin", "i", {9, 9})}) ==
          "row 0, column `hemoglobin`: a measurement needs its day, in column `hemoglobin_on`");
    CHECK(
        problem_of(pol_sandpiper_eval, {text("package", {"57894-030-01", "5789400301"})}) ==
        "row 1, column `package`: `5789400301` is not an NDC; without hyphens an NDC has 11 digits (5-4-2): write the "
        "leading zero that its short group lacks");
}

TEST_CASE("an ICD-10-CM code stands with its dot or without, as claims write it") {
    const BuiltBatch batch({text("diagnosis_code", {"C50.911", "C50911"})}, 2);
    Imported output;
    CHECK((pol_sandpiper_eval(&batch.schema, &batch.array, &output.schema, &output.array) == nullptr));
    CHECK(problem_of(pol_sandpiper_eval, {text("diagnosis_code", {"C5", "C50911"})}) ==
          "row 0, column `diagnosis_code`: `C5` is not an ICD-10-CM code");
}

/// Two rows with `counts` entries.
std::string problem_of_trials(std::vector<BuiltColumn> fields, const BuiltColumn::Numbers& counts = {1, 1}) {
    return problem_of(pol_redshank_eval, {BuiltColumn::lists("trials", counts, std::move(fields), 0, {})});
}

TEST_CASE("lists that do not fit") {
    CHECK(problem_of(pol_redshank_eval, {text("trials", {"ssri", "none"})}) ==
          "column `trials` must be a list of structures, not the Arrow type `u`");
    BuiltColumn of_texts{.name = "trials", .format = "+l", .length = 2, .buffers = {{}, std::vector<std::uint8_t>(12)}};
    CHECK(problem_of(pol_redshank_eval, {of_texts}) ==
          "column `trials` must be a list of structures, whose columns are named after the fields");
    CHECK(problem_of(pol_redshank_eval, {text("trials.response", {"full", "full"})}) ==
          "column `trials.response` is no fact of its own: it is the column `response` of the structures in the list "
          "column `trials`");
    CHECK(problem_of_trials({text("respons", {"full", "full"})}) ==
          "column `trials.respons` is no field; did you mean `response`?");
    CHECK(problem_of_trials({numbers("length", "g", {1, 2})}) ==
          "column `trials.length` must be an integer or decimal128, not a floating-point number: "
          "numbers are exact here");
    CHECK(problem_of_trials({text("response", {"none", "partial", "complete"})}, {1, 2}) ==
          "row 1, entry 2, column `trials.response`: `complete` is none of none, partial, full");
    BuiltColumn with_null =
        BuiltColumn::lists("trials", {2, std::nullopt}, {text("response", {"none", "none"})}, 0, {});
    with_null.entry_validity = {1};
    CHECK(problem_of(pol_redshank_eval, {with_null}) == "row 0, column `trials`: entry 2 is null");
    CHECK(problem_of_trials({text("response", BuiltColumn::Texts(1'001, "none"))}, {0, 1'001}) ==
          "row 1, column `trials`: has more than 1000 entries");
    CHECK(problem_of_trials({text("response", {"none", "none"}), text("response", {"none", "none"})}) ==
          "column `trials.response` comes twice");
    CHECK(problem_of_trials({text("response", {"none"})}) ==
          "column `trials.response` is shorter than the entries of the list");
}

TEST_CASE("a list of as many entries as a request may have") {
    const BuiltColumn response = text("response", BuiltColumn::Texts(1'000, "none"));
    const BuiltBatch batch({BuiltColumn::lists("trials", {0, 1'000}, {response}, 0, {})}, 2);
    Imported output;
    CHECK((pol_redshank_eval(&batch.schema, &batch.array, &output.schema, &output.array) == nullptr));
}

TEST_CASE("a sentence names the row of the batch, however far down") {
    BuiltColumn::Texts rows(3'000, "als");
    rows[2'345] = "asl";
    CHECK(problem_of(pol_qalsody_eval, {text("diagnosis", rows)}, 3'000).starts_with("row 2345, column `diagnosis`"));
}

TEST_CASE("batches that are none") {
    ArrowSchema schema{};
    ArrowArray array{};
    CHECK(std::string(pol_qalsody_eval(nullptr, nullptr, &schema, &array)) == "a pointer is null");
    BuiltBatch plain({}, 0);
    plain.schema.format = "u";
    CHECK(problem_of(pol_qalsody_eval, plain) == "the batch must be a struct array");
    BuiltBatch released({}, 0);
    released.array.release = nullptr;
    CHECK(problem_of(pol_qalsody_eval, released) == "the batch has been released already");
    BuiltBatch with_null_rows({}, 2);
    const std::uint8_t first_only[] = {1};
    const void* validity[] = {first_only};
    with_null_rows.array.buffers = validity;
    with_null_rows.array.null_count = -1;
    CHECK(problem_of(pol_qalsody_eval, with_null_rows) ==
          "the rows of the batch may not be null themselves; leave the columns null");
    BuiltBatch huge({}, 15'000'001);
    CHECK(problem_of(pol_qalsody_eval, huge) == "a batch has at most 15000000 rows; send it in parts");
}

}  // namespace
