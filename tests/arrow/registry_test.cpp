// All policies of a build over arrays: every row is decided as the registry decides the same request by itself.

#include "compiler/driver/pipeline.hpp"
#include "pol/decide_record.hpp"
#include "tests/arrow/imported.hpp"
#include "tests/arrow/records.hpp"
#include "tests/arrow/shared_facts.hpp"
#include "tests/behavior/random_requests.hpp"

#include <arrow_policies_registry.hpp>
#include <arrow_policies_registry_arrow.h>
#include <doctest/doctest.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace pol::testing;
using pol::RegisteredText;

const pol::Registry& registry = made_up::arrow_policies_registry();
const char* const files[] = {"kestrel", "lapwing", "lapwing_2024", "lapwing_2025", "merlin", "redshank"};

std::string string_of(pol::Text text) { return {text.data, text.size}; }

/// What the columns `policy`, `hcpcs`, `cpt` and `ndc` say of a row.
struct Address {
    std::optional<std::string> columns[4];
};

/// A row with the texts that answer for it or, in words, why none does.
struct Row {
    Address address;
    pol::RequestRecord request;
    std::vector<const RegisteredText*> texts;
    std::string unanswered;
};

/// Draws rows for all policies of the registry: by number and by code, some for none.
class Rows {
public:
    Rows() {
        for (const char* file : files) {
            const std::string path = std::string(POL_SOURCE_DIR "/tests/policies/") + file + ".pol";
            policies_.push_back(*pol::build_model(run_, path));
        }
        for (const pol::model::Policy& policy : policies_) requests_.emplace_back(policy, 20261130);
    }

    [[nodiscard]] const SharedFacts& facts() const { return facts_; }

    [[nodiscard]] Row next() {
        const std::size_t policy = below(std::size(files));
        const RegisteredText& drawn = text_named(files[policy]);
        Row row;
        row.request = facts_.shared(*drawn.policy().description, requests_[policy].next());
        draw_address(string_of(drawn.number), row);
        return row;
    }

private:
    static const RegisteredText& text_named(const std::string& name) {
        for (const RegisteredText& text : registry.texts)
            if (string_of(text.policy().description->name) == name) return text;
        FAIL("no policy " << name);
        return registry.texts[0];
    }

    std::size_t below(std::size_t bound) {
        state_ = state_ * 6'364'136'223'846'793'005U + 1'442'695'040'888'963'407U;
        return static_cast<std::size_t>(state_ >> 33U) % bound;
    }

    /// The days as the columns tell them.
    static pol::RequestDays days_of(const Row& row, const pol::PolicyDescription& facts) {
        pol::RequestDays days;
        for (std::uint32_t i = 0; i < facts.facts.size; ++i) {
            const pol::Answer& answer = row.request.answers[i];
            if (answer.presence != pol::Presence::given) continue;
            if (string_of(facts.facts[i].name) == "date_of_service") days.of_service = {answer.date, answer.date};
            if (string_of(facts.facts[i].name) == "date_of_request") days.of_request = {answer.date, answer.date};
        }
        return days;
    }

    void draw_address(const std::string& number, Row& row) {
        constexpr const char* hcpcs[] = {"J1561", "J1566", "J1569", "J1786", "J1787", "J9998"};
        constexpr const char* ndc[] = {"54092-0711-04", "54092071204", "54092-0701-04", "540921-0711-04",
                                       "00000-0000-01"};
        const pol::RequestDays days = days_of(row, facts_.description());
        switch (below(12)) {
            case 0:
                row.unanswered = "not_addressed";
                return;
            case 1:
                row.address.columns[0] = number;
                row.address.columns[1] = "J1561";
                row.unanswered = "addressed_twice";
                return;
            case 2:
                row.address.columns[0] = number + "x";
                row.unanswered = "unknown_policy";
                return;
            case 3:
                row.address.columns[2] = "J1561";
                row.unanswered = "not_a_code";
                return;
            case 4:
            case 5:
            case 6:
                row.address.columns[1] = hcpcs[below(std::size(hcpcs))];
                return find(registry.find(pol::parse_hcpcs(as_text(*row.address.columns[1])).code, days), row);
            case 7:
                row.address.columns[3] = ndc[below(std::size(ndc))];
                return find(registry.find(pol::parse_ndc(as_text(*row.address.columns[3])).code, days), row);
            default:
                row.address.columns[0] = number;
                find(registry.find(as_text(number), days), row);
        }
    }
    static pol::Text as_text(const std::string& text) { return {text.data(), static_cast<std::uint32_t>(text.size())}; }
    static void find(const pol::FoundTexts& found, Row& row) {
        for (const RegisteredText& text : found) row.texts.push_back(&text);
        if (row.texts.empty()) row.unanswered = "unlisted_code";
    }

    pol::Run run_{{POL_SOURCE_DIR "/tests/policies"}};
    std::vector<pol::model::Policy> policies_;
    std::vector<RandomRequests> requests_;
    SharedFacts facts_{registry};
    std::uint64_t state_ = 7;
};

/// The columns of facts and addresses, in shapes drawn by `seed`.
std::vector<BuiltColumn> all_columns(const std::vector<Row>& rows, const SharedFacts& facts, std::int64_t offset,
                                     std::uint32_t seed) {
    constexpr const char* names[] = {"policy", "hcpcs", "cpt", "ndc"};
    std::vector<pol::RequestRecord> records;
    for (const Row& row : rows) records.push_back(row.request);
    std::vector<BuiltColumn> columns = columns_of(facts.description(), records, offset, seed);
    for (int i = 0; i < 4; ++i) {
        BuiltColumn::Texts texts(static_cast<std::size_t>(offset));
        for (const Row& row : rows) texts.push_back(row.address.columns[i]);
        const bool as_dictionary = (seed + static_cast<std::uint32_t>(i)) % 2 == 0;
        columns.push_back(BuiltColumn::text(names[i], texts,
                                            {.offset = static_cast<std::int64_t>(seed % 4),
                                             .counts_nulls = seed % 3 == 0,
                                             .is_large = seed % 5 == 0,
                                             .dictionary = as_dictionary ? 's' : '\0'}));
    }
    return columns;
}

void check_text(const ArrowArray& decisions, std::int64_t at, const pol::PolicyDescription& policy) {
    CHECK(text(*decisions.children[0], at) == string_of(policy.number));
    CHECK((day(*decisions.children[1], at) == policy.text_from));
    CHECK(text(*decisions.children[2], at) == string_of(policy.hash));
}

void check_refused(const ArrowArray& decisions, std::int64_t at) {
    for (int column = 3; column < 8; ++column) CHECK(!is_valid(*decisions.children[column], at));
    REQUIRE(is_valid(*decisions.children[8], at));
    CHECK(text(*decisions.children[8], at).starts_with("column `"));
}

void check_decision(const ArrowArray& decisions, std::int64_t at, const pol::DecisionRecord& expected) {
    CHECK(!is_valid(*decisions.children[8], at));
    CHECK(text(*decisions.children[3], at) == name_of(expected.outcome));
    CHECK(texts(*decisions.children[7], at) == outcomes_of(expected.results, expected.results.size()));
    const bool decided = expected.results.size() == 1 && !expected.results[0].result.open;
    CHECK(bit(decisions.children[4]->buffers[1], at) ==
          (decided ? pol::is_denial(expected.outcome) : expected.every_outcome_is_a_denial));
    const bool approved = decided && expected.outcome == pol::Outcome::approved;
    REQUIRE(is_valid(*decisions.children[5], at) == approved);
    REQUIRE(is_valid(*decisions.children[6], at) == approved);
    if (!approved) return;
    CHECK((day(*decisions.children[5], at) == expected.results[0].result.period.from));
    CHECK((day(*decisions.children[6], at) == expected.results[0].result.period.through));
}

/// What was seen of the rows that were drawn, so that nothing is compared in vain.
struct Seen {
    int approved = 0;
    int with_entries = 0;
    int by_several = 0;
    int refused = 0;
    int unanswered = 0;
};

void check_row(const ArrowArray& output, std::int64_t at, const Row& row, const SharedFacts& facts, Seen& seen) {
    const ArrowArray& lists = *output.children[0];
    const ArrowArray& unanswered = *output.children[1];
    REQUIRE(first_entry(lists, at + 1) - first_entry(lists, at) == static_cast<std::int32_t>(row.texts.size()));
    REQUIRE(is_valid(unanswered, at) == row.texts.empty());
    if (row.texts.empty()) CHECK(text(unanswered, at) == row.unanswered);
    std::int64_t place = first_entry(lists, at);
    for (const RegisteredText* by : row.texts) {
        const pol::CompiledPolicy& policy = by->policy();
        check_text(*lists.children[0], place, *policy.description);
        const std::optional<pol::RequestRecord> own = facts.own(*policy.description, row.request);
        seen.refused += own ? 0 : 1;
        if (!own) {
            check_refused(*lists.children[0], place++);
            continue;
        }
        const pol::DecisionRecord expected = decide(policy, *own);
        check_decision(*lists.children[0], place++, expected);
        seen.with_entries += own->entries.empty() ? 0 : 1;
        seen.approved += expected.outcome == pol::Outcome::approved ? 1 : 0;
    }
    seen.by_several += row.texts.size() > 1 ? 1 : 0;
    seen.unanswered += row.texts.empty() ? 1 : 0;
}

TEST_CASE("every row is decided by each text that answers for it, as the registry decides it by itself") {
    Rows drawn;
    Seen seen;
    std::uint32_t seed = 0;
    for (const std::size_t count : {0U, 1U, 7U, 64U, 65U, 1'024U, 4'000U, 12'000U}) {
        CAPTURE(count);
        std::vector<Row> rows;
        while (rows.size() < count) rows.push_back(drawn.next());
        const std::int64_t offset = seed % 3;
        BuiltBatch batch(all_columns(rows, drawn.facts(), offset, seed), static_cast<std::int64_t>(count), offset);
        seed += 17;
        Imported output;
        const char* problem =
            pol_arrow_policies_registry_eval(&batch.schema, &batch.array, &output.schema, &output.array);
        REQUIRE_MESSAGE(problem == nullptr, problem);
        CHECK(batch.releases == 0);
        REQUIRE(output.array.length == static_cast<std::int64_t>(count));
        for (std::size_t row = 0; row < count; ++row)
            check_row(output.array, static_cast<std::int64_t>(row), rows[row], drawn.facts(), seen);
    }
    CHECK(seen.approved > 100);
    CHECK(seen.with_entries > 100);
    CHECK(seen.by_several > 100);
    CHECK(seen.refused > 100);
    CHECK(seen.unanswered > 100);
}

TEST_CASE("decisions may be moved out of an output, and outlive it") {
    BuiltBatch batch({BuiltColumn::text("policy", {"LAKE-50", "LAKE-5"}, {})}, 2);
    ArrowArray lists{}, outcome{};
    {
        Imported output;
        REQUIRE(pol_arrow_policies_registry_eval(&batch.schema, &batch.array, &output.schema, &output.array) ==
                nullptr);
        lists = *output.array.children[0];
        output.array.children[0]->release = nullptr;
        ArrowSchema decisions = *output.schema.children[0];
        output.schema.children[0]->release = nullptr;
        decisions.release(&decisions);
    }
    // Nothing is known of the day, so each text of the policy answers.
    REQUIRE(first_entry(lists, 1) == 3);
    REQUIRE(first_entry(lists, 2) == 3);
    outcome = *lists.children[0]->children[3];
    lists.children[0]->children[3]->release = nullptr;
    lists.release(&lists);
    CHECK((lists.release == nullptr));
    CHECK(text(outcome, 2) == "needs_information");
    outcome.release(&outcome);
    CHECK((outcome.release == nullptr));
}

TEST_CASE("the identity has every text, with its days and its codes") {
    Imported identity;
    REQUIRE(pol_arrow_policies_registry_identity(&identity.schema, &identity.array) == nullptr);
    const ArrowArray& table = identity.array;
    REQUIRE(table.length == registry.texts.size);
    for (std::int64_t row = 0; row < table.length; ++row) {
        const RegisteredText& expected = registry.texts[row];
        const pol::PolicyDescription& policy = *expected.policy().description;
        CHECK(text(*table.children[0], row) == string_of(policy.number));
        CHECK(text(*table.children[1], row) == string_of(policy.name));
        CHECK(text(*table.children[2], row) == string_of(policy.title));
        CHECK((day(*table.children[3], row) == policy.text_from));
        CHECK(is_valid(*table.children[4], row) == (policy.text_through != pol::open_end));
        CHECK(text(*table.children[7], row) ==
              (string_of(policy.name) == "kestrel" ? "date_of_request" : "date_of_service"));
        CHECK(text(*table.children[8], row) == string_of(policy.hash));
        CHECK(text(*table.children[9], row) == string_of(policy.compiler));
    }
    const std::int64_t of_2025 = 2;
    CHECK(text(*table.children[1], of_2025) == "lapwing_2025");
    CHECK((day(*table.children[5], of_2025) == pol::date_of(2025, 1, 1)));
    CHECK((day(*table.children[6], of_2025) == pol::date_of(2025, 6, 30)));
    const ArrowArray& codes = *table.children[10];
    const ArrowArray& code = *codes.children[0];
    const std::int32_t first = first_entry(codes, of_2025);
    REQUIRE(first_entry(codes, of_2025 + 1) - first == 4);
    CHECK(text(*code.children[0], first) == "hcpcs");
    CHECK(text(*code.children[1], first) == "J1786");
    CHECK(!is_valid(*code.children[2], first));
    CHECK((day(*code.children[3], first) == pol::date_of(2025, 3, 31)));
    CHECK(text(*code.children[1], first + 2) == "54092071104");
    CHECK(text(*code.children[1], first + 3) == "540921-0711-04");
}

std::string columns_in(const ArrowSchema& schema) {
    std::string columns = " ";
    for (std::int64_t i = 0; i < schema.n_children; ++i) {
        columns += std::string(schema.children[i]->name) + ":" + schema.children[i]->format + " ";
        if (schema.children[i]->n_children > 0) columns += "(" + columns_in(*schema.children[i]) + ") ";
    }
    return columns;
}

TEST_CASE("schemas say what is taken of one policy and of all, and what is given") {
    Imported one, all, output;
    REQUIRE(pol_arrow_policies_registry_schema("LAKE-50", &one.schema, nullptr) == nullptr);
    REQUIRE(pol_arrow_policies_registry_schema(nullptr, &all.schema, &output.schema) == nullptr);
    const std::string of_one = columns_in(one.schema), of_all = columns_in(all.schema);
    CHECK(of_one.starts_with(" policy:u hcpcs:u cpt:u ndc:u evidence:u line_of_business:u "));
    CHECK(of_one.find(" gene_confirmed:b gene_confirmed_evidence:u ") != std::string::npos);
    CHECK(of_one.find(" hemoglobin:") == std::string::npos);
    CHECK(of_all.find(" hemoglobin:d:18,6 hemoglobin_on:tdD hemoglobin_evidence:u ") != std::string::npos);
    // Once, though several texts have it.
    CHECK(of_all.find(" date_of_service:tdD ") == of_all.rfind(" date_of_service:tdD "));
    CHECK(columns_in(output.schema) ==
          " decisions:+l ( item:+s ( policy:u text_from:tdD hash:u outcome:u denial:b approved_from:tdD "
          "approved_through:tdD possible:+l ( item:u ) problem:u ) ) unanswered:u ");
    CHECK(std::string(pol_arrow_policies_registry_schema("LAKE-5", &one.schema, nullptr)) ==
          "no policy has the number `LAKE-5`; did you mean `LAKE-50`?");
}

}  // namespace
