#include "compiler/driver/pipeline.hpp"
#include "pol/text_view.hpp"
#include "tests/arrow/imported.hpp"
#include "tests/arrow/records.hpp"
#include "tests/behavior/random_requests.hpp"
#include "tests/support/compiled_request.hpp"

#include <doctest/doctest.h>
#include <merlin.hpp>
#include <merlin_arrow.h>
#include <qalsody.hpp>
#include <qalsody_arrow.h>
#include <redshank.hpp>
#include <redshank_arrow.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

// Arrays built by hand, in every layout that Arrow allows, decide as single requests do.

namespace {

using pol::testing::BuiltBatch;

using pol::testing::bit;
using pol::testing::day;
using pol::testing::Imported;
using pol::testing::is_valid;
using pol::testing::text;

void check_row(const ArrowArray& output, std::int64_t row, const pol::DecisionRecord& expected) {
    CHECK(text(*output.children[0], row) == pol::testing::name_of(expected.outcome));
    CHECK(pol::testing::texts(*output.children[4], row) ==
          pol::testing::outcomes_of(expected.results, expected.results.size()));
    const bool decided = expected.results.size() == 1 && !expected.results[0].result.open;
    const bool denied = decided ? is_denial(expected.outcome) : expected.every_outcome_is_a_denial;
    CHECK(bit(output.children[1]->buffers[1], row) == denied);
    const bool approved = decided && expected.outcome == pol::Outcome::approved;
    REQUIRE(is_valid(*output.children[2], row) == approved);
    REQUIRE(is_valid(*output.children[3], row) == approved);
    if (!approved) return;
    CHECK((day(*output.children[2], row) == expected.results[0].result.period.from));
    CHECK((day(*output.children[3], row) == expected.results[0].result.period.through));
}

using Eval = const char* (*)(const ArrowSchema*, const ArrowArray*, ArrowSchema*, ArrowArray*);

template <class Decide>
void compare(const std::string& path, const pol::PolicyDescription& description, Eval eval, Decide decide_alone) {
    pol::Run run({POL_SOURCE_DIR "/policies", POL_SOURCE_DIR "/tests/policies"});
    const std::optional<pol::model::Policy> policy = pol::build_model(run, POL_SOURCE_DIR "/" + path);
    REQUIRE(policy.has_value());
    pol::testing::RandomRequests requests(*policy, 20260801);
    std::uint32_t seed = 0;
    for (const std::size_t rows : {0U, 1U, 7U, 64U, 65U, 1'024U, 1'025U, 2'500U}) {
        CAPTURE(rows);
        std::vector<pol::RequestRecord> records;
        while (records.size() < rows) records.push_back(requests.next());
        const std::int64_t offset = seed % 3;
        BuiltBatch batch(pol::testing::columns_of(description, records, offset, seed += 17),
                         static_cast<std::int64_t>(rows), offset);
        Imported output;
        const char* problem = eval(&batch.schema, &batch.array, &output.schema, &output.array);
        REQUIRE_MESSAGE(problem == nullptr, problem);
        CHECK(batch.releases == 0);
        REQUIRE(output.array.length == static_cast<std::int64_t>(rows));
        for (std::size_t row = 0; row < rows; ++row)
            check_row(output.array, static_cast<std::int64_t>(row), decide_alone(records[row]));
    }
}

TEST_CASE("Qalsody over arrays of every layout") {
    compare("policies/qalsody.pol", plan::qalsody::description(), pol_qalsody_eval,
            [](const pol::RequestRecord& record) {
                return pol::to_record(decide(pol::testing::compiled_request(record, plan::qalsody::assign)));
            });
}

TEST_CASE("Merlin over arrays of every layout: numbers, measurements, partial dates") {
    compare("tests/policies/merlin.pol", made_up::merlin::description(), pol_merlin_eval,
            [](const pol::RequestRecord& record) {
                return pol::to_record(decide(pol::testing::compiled_request(record, made_up::merlin::assign)));
            });
}

TEST_CASE("Redshank over arrays of every layout: lists, whose entries are structures") {
    namespace redshank = made_up::redshank;
    compare("tests/policies/redshank.pol", redshank::description(), pol_redshank_eval,
            pol::testing::decided_with_entries<redshank::Request, redshank::Entries, redshank::decide, redshank::assign,
                                               redshank::add_entry>);
}

TEST_CASE("columns may be moved out of an output, and outlive it") {
    BuiltBatch batch({}, 3);
    ArrowArray outcome{};
    {
        Imported output;
        REQUIRE(pol_qalsody_eval(&batch.schema, &batch.array, &output.schema, &output.array) == nullptr);
        CHECK(std::string_view(output.schema.format) == "+s");
        CHECK(std::string_view(output.schema.children[2]->name) == "approved_from");
        outcome = *output.array.children[0];
        output.array.children[0]->release = nullptr;
        ArrowSchema name = *output.schema.children[0];
        output.schema.children[0]->release = nullptr;
        name.release(&name);
    }
    CHECK(text(outcome, 2) == "needs_information");
    outcome.release(&outcome);
    CHECK((outcome.release == nullptr));
}

const ArrowSchema& column_named(const ArrowSchema& structure, const std::string& name) {
    for (std::int64_t i = 0; i < structure.n_children; ++i)
        if (name == structure.children[i]->name) return *structure.children[i];
    FAIL("no column " << name);
    return structure;
}

TEST_CASE("schemas say what is taken and given") {
    Imported input, output;
    REQUIRE(pol_merlin_schema(&input.schema, &output.schema) == nullptr);
    CHECK(pol_merlin_schema(nullptr, nullptr) == nullptr);
    std::string columns;
    for (std::int64_t i = 0; i < input.schema.n_children; ++i)
        columns += std::string(input.schema.children[i]->name) + ":" + input.schema.children[i]->format + " ";
    CHECK(columns.starts_with("evidence:u line_of_business:u line_of_business_evidence:u benefit:u "));
    CHECK(columns.find(" hemoglobin:d:18,6 hemoglobin_on:tdD hemoglobin_evidence:u ") != std::string::npos);
    CHECK(output.schema.n_children == 5);
    Imported with_lists;
    REQUIRE(pol_redshank_schema(&with_lists.schema, nullptr) == nullptr);
    const ArrowSchema& trials = column_named(with_lists.schema, "trials");
    CHECK(std::string(trials.format) == "+l");
    const ArrowSchema& entries = *trials.children[0];
    CHECK(std::string(entries.format) == "+s");
    CHECK(std::string(column_named(entries, "drug").format) == "u");
    CHECK(std::string(column_named(entries, "length").format) == "d:18,6");
    const pol::Text hash = plan::qalsody::description().hash;
    const std::string identity = pol_qalsody_identity();
    CHECK(identity.starts_with(R"({"policy": "PHARMACY-127", "text": "2026-06-01", "hash": ")" +
                               std::string(view(hash)) + R"(", "compiler": ")"));
    CHECK(identity.ends_with("\"}"));
}

}  // namespace
