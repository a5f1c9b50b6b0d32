#include "runtime/arrow/output.hpp"

#include "runtime/arrow/words.hpp"

#include <memory>
#include <utility>

namespace pol::arrow {

namespace {

constexpr int column_count = 4;

/// An array with all that its release has to free.
struct Column {
    ArrowArray array{};
    const void* buffers[3] = {};
};

/// The structure and its columns as one allocation; the columns may be moved out and released by themselves, so each
/// shares the ownership.
struct Held {
    Output output;
    Column columns[column_count];
    ArrowArray* children[column_count] = {};
    const void* no_validity[1] = {nullptr};
};
using Share = std::shared_ptr<Held>;

void release_column(ArrowArray* array) {
    delete static_cast<Share*>(array->private_data);
    array->release = nullptr;
}

void release_structure(ArrowArray* array) {
    for (std::int64_t i = 0; i < array->n_children; ++i)
        if (array->children[i]->release != nullptr) array->children[i]->release(array->children[i]);
    delete static_cast<Share*>(array->private_data);
    array->release = nullptr;
}

void fill(const Share& held, int number, std::int64_t nulls, std::initializer_list<const void*> buffers) {
    Column& column = held->columns[number];
    std::int64_t count = 0;
    for (const void* buffer : buffers) column.buffers[count++] = buffer;
    column.array = {.length = static_cast<std::int64_t>(held->output.rows),
                    .null_count = nulls,
                    .offset = 0,
                    .n_buffers = count,
                    .n_children = 0,
                    .buffers = column.buffers,
                    .children = nullptr,
                    .dictionary = nullptr,
                    .release = release_column,
                    .private_data = new Share(held)};
    held->children[number] = &column.array;
}

}  // namespace

Output::Output(std::size_t row_count)
    : rows(row_count),
      denials((row_count + 7) / 8),
      approved((row_count + 7) / 8),
      from(row_count),
      through(row_count) {
    outcome_offsets.reserve(row_count + 1);
}

void Output::take(std::size_t first, std::size_t count, const batch::Decisions& decisions) {
    for (std::size_t i = 0; i < count; ++i) {
        outcomes += name_of(decisions.outcomes[i]);
        outcome_offsets.push_back(static_cast<std::int32_t>(outcomes.size()));
        const std::size_t row = first + i;
        const auto bit = static_cast<std::uint8_t>(1U << (row % 8));
        if ((decisions.denials[i / 64] >> (i % 64) & 1U) != 0) denials[row / 8] |= bit;
        const bool is_approved = decisions.approved_from[i] != batch::no_day;
        if (is_approved) approved[row / 8] |= bit;
        not_approved += is_approved ? 0 : 1;
        from[row] = is_approved ? decisions.approved_from[i] : 0;
        through[row] = is_approved ? decisions.approved_through[i] : 0;
    }
}

void Output::move_into(Output&& output, ArrowArray& array) {
    const Share held = std::make_shared<Held>(Held{.output = std::move(output), .columns = {}});
    const Output& kept = held->output;
    // Where memory ends between these, `children` tells what there is to free.
    const auto give_back = [](Held* broken) {
        for (ArrowArray* child : broken->children)
            if (child != nullptr) child->release(child);
    };
    std::unique_ptr<Held, decltype(give_back)> unfinished(held.get(), give_back);
    fill(held, 0, 0, {nullptr, kept.outcome_offsets.data(), kept.outcomes.data()});
    fill(held, 1, 0, {nullptr, kept.denials.data()});
    fill(held, 2, kept.not_approved, {kept.approved.data(), kept.from.data()});
    fill(held, 3, kept.not_approved, {kept.approved.data(), kept.through.data()});
    auto structure = std::make_unique<Share>(held);
    static_cast<void>(unfinished.release());
    array = {.length = static_cast<std::int64_t>(kept.rows),
             .null_count = 0,
             .offset = 0,
             .n_buffers = 1,
             .n_children = column_count,
             .buffers = held->no_validity,
             .children = held->children,
             .dictionary = nullptr,
             .release = release_structure,
             .private_data = structure.release()};
}

}  // namespace pol::arrow
