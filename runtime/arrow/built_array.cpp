#include "runtime/arrow/built_array.hpp"

#include "runtime/arrow/owned.hpp"

#include <limits>
#include <memory>
#include <utility>

namespace pol::arrow {

namespace {

struct Content {
    BuiltArray built;
    std::vector<const void*> buffers{};
};
using OwnedArray = Owned<ArrowArray, Content>;

struct AddressOf {
    const void* operator()(std::monostate) const { return nullptr; }
    template <class Values>
    const void* operator()(const Values& values) const {
        return values.data();
    }
};

/// A column with its first buffer.
BuiltArray column_of(Validity& valid) {
    BuiltArray array{.length = valid.rows(), .null_count = valid.nulls(), .buffers = {}};
    array.buffers.push_back(valid.take());
    return array;
}

}  // namespace

void move_into(BuiltArray&& built, ArrowArray& array) {
    auto owned = std::make_unique<OwnedArray>(Content{.built = std::move(built)});
    Content& content = owned->content;
    for (const BuiltArray::Buffer& buffer : content.built.buffers)
        content.buffers.push_back(std::visit(AddressOf{}, buffer));
    for (BuiltArray& child : content.built.children) move_into(std::move(child), owned->new_child());
    array = {.length = content.built.length,
             .null_count = content.built.null_count,
             .offset = 0,
             .n_buffers = static_cast<std::int64_t>(content.buffers.size()),
             .n_children = static_cast<std::int64_t>(owned->children.size()),
             .buffers = content.buffers.data(),
             .children = owned->pointers.data(),
             .dictionary = nullptr,
             .release = OwnedArray::release,
             .private_data = owned.get()};
    static_cast<void>(owned.release());
}

BuiltArray::Buffer Validity::take() {
    if (nulls_ == 0) return {};
    return std::move(bytes_);
}

bool TextRows::is_too_long() const { return text_.size() > std::numeric_limits<std::int32_t>::max(); }

BuiltArray TextRows::built() && {
    BuiltArray array = column_of(valid_);
    array.buffers.emplace_back(std::move(offsets_));
    array.buffers.emplace_back(std::move(text_));
    return array;
}

BuiltArray BoolRows::built() && {
    BuiltArray array = column_of(valid_);
    array.buffers.emplace_back(std::move(bits_));
    return array;
}

BuiltArray DayRows::built() && {
    BuiltArray array = column_of(valid_);
    array.buffers.emplace_back(std::move(days_));
    return array;
}

BuiltArray built_structure(std::int64_t length, std::vector<BuiltArray> columns) {
    return {.length = length, .null_count = 0, .buffers = {BuiltArray::Buffer()}, .children = std::move(columns)};
}

BuiltArray ListRows::built(BuiltArray entries) && {
    BuiltArray array = column_of(valid_);
    array.buffers.emplace_back(std::move(offsets_));
    array.children.push_back(std::move(entries));
    return array;
}

}  // namespace pol::arrow
