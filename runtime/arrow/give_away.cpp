#include "runtime/arrow/give_away.hpp"

#include <utility>

namespace pol::arrow {

namespace {

/// A schema that is released unless it is taken.
struct HeldSchema {
    HeldSchema() = default;
    HeldSchema(const HeldSchema&) = delete;
    HeldSchema& operator=(const HeldSchema&) = delete;
    ~HeldSchema() {
        if (schema.release != nullptr) schema.release(&schema);
    }
    [[nodiscard]] ArrowSchema take() { return std::exchange(schema, {}); }

    ArrowSchema schema{};
};

}  // namespace

void give_away(const std::vector<ColumnType>& columns, BuiltArray&& built, ArrowSchema& schema, ArrowArray& array) {
    HeldSchema held;
    write_schema(columns, held.schema);
    move_into(std::move(built), array);
    schema = held.take();
}

void give_schemas(const std::vector<ColumnType>& input_columns, ArrowSchema* input,
                  const std::vector<ColumnType>& output_columns, ArrowSchema* output) {
    HeldSchema held;
    if (input != nullptr) write_schema(input_columns, held.schema);
    if (output != nullptr) write_schema(output_columns, *output);
    if (input != nullptr) *input = held.take();
}

}  // namespace pol::arrow
