// Wherever memory ends, a call says so, writes nothing and loses nothing (sanitizers look), and the input stays the
// caller's.

#include "tests/arrow/built_batch.hpp"
#include "tests/arrow/imported.hpp"

#include <arrow_policies_registry_arrow.h>
#include <doctest/doctest.h>
#include <merlin_arrow.h>
#include <redshank_arrow.h>

#include <cstddef>
#include <cstdlib>
#include <functional>
#include <new>
#include <string>

namespace {

/// So many allocations succeed; all of them below 0.
long allocations_left = -1;

void* allocate(std::size_t size) {
    if (allocations_left == 0) throw std::bad_alloc();
    if (allocations_left > 0) --allocations_left;
    void* room = std::malloc(size == 0 ? 1 : size);
    if (room == nullptr) throw std::bad_alloc();
    return room;
}

}  // namespace

void* operator new(std::size_t size) { return allocate(size); }
void* operator new[](std::size_t size) { return allocate(size); }
void operator delete(void* room) noexcept { std::free(room); }
void operator delete[](void* room) noexcept { std::free(room); }
void operator delete(void* room, std::size_t) noexcept { std::free(room); }
void operator delete[](void* room, std::size_t) noexcept { std::free(room); }

namespace {

using namespace pol::testing;

using Call = std::function<const char*(Imported&)>;

/// Calls with room for one allocation more each time until it succeeds; how often it did not.
int calls_without_memory(const Call& call) {
    for (int count = 0;; ++count) {
        Imported output;
        allocations_left = count;
        const char* problem = call(output);
        allocations_left = -1;
        if (problem == nullptr) return count;
        REQUIRE(std::string(problem) == "there is not enough memory");
        REQUIRE((output.schema.release == nullptr));
        REQUIRE((output.array.release == nullptr));
    }
}

TEST_CASE("batches for a registry, its identity and its schemas") {
    BuiltBatch batch({BuiltColumn::text("policy", {"LAKE-50", "RIVER-1", "no such policy"}, {}),
                      BuiltColumn::text("line_of_business", {"employer", "employer", "employer"}, {.dictionary = 'c'}),
                      BuiltColumn::numbers("date_of_service", "tdD", {20'600, std::nullopt, 20'600}, {})},
                     3);
    CHECK(calls_without_memory([&](Imported& output) {
              return pol_arrow_policies_registry_eval(&batch.schema, &batch.array, &output.schema, &output.array);
          }) > 100);
    CHECK(batch.releases == 0);
    CHECK(calls_without_memory([](Imported& output) {
              return pol_arrow_policies_registry_identity(&output.schema, &output.array);
          }) > 100);
    Imported input;
    CHECK(calls_without_memory([&](Imported& output) {
              return pol_arrow_policies_registry_schema(nullptr, &input.schema, &output.schema);
          }) > 100);
}

TEST_CASE("batches for one policy") {
    BuiltBatch batch({BuiltColumn::text("line_of_business", {"staff", "guests"}, {})}, 2);
    CHECK(calls_without_memory([&](Imported& output) {
              return pol_merlin_eval(&batch.schema, &batch.array, &output.schema, &output.array);
          }) > 20);
    CHECK(batch.releases == 0);
    Imported input;
    CHECK(calls_without_memory([&](Imported& output) { return pol_merlin_schema(&input.schema, &output.schema); }) >
          20);
}

TEST_CASE("batches with lists") {
    BuiltBatch batch(
        {BuiltColumn::lists("trials", {2, 1},
                            {BuiltColumn::text("drug", {"sertraline", "bupropion", "venlafaxine"}, {})}, 0, {})},
        2);
    CHECK(calls_without_memory([&](Imported& output) {
              return pol_redshank_eval(&batch.schema, &batch.array, &output.schema, &output.array);
          }) > 20);
    CHECK(batch.releases == 0);
}

}  // namespace
