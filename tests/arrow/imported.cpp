#include "tests/arrow/imported.hpp"

#include <cstddef>
#include <cstring>

namespace pol::testing {

namespace {

std::int32_t number(const ArrowArray& column, std::int64_t at) {
    std::int32_t read = 0;
    std::memcpy(&read, static_cast<const char*>(column.buffers[1]) + at * static_cast<std::int64_t>(sizeof read),
                sizeof read);
    return read;
}

}  // namespace

Imported::~Imported() {
    if (array.release != nullptr) array.release(&array);
    if (schema.release != nullptr) schema.release(&schema);
}

bool bit(const void* bits, std::int64_t at) {
    return (static_cast<const std::uint8_t*>(bits)[at / 8] >> (at % 8) & 1U) != 0;
}

bool is_valid(const ArrowArray& column, std::int64_t at) {
    return column.buffers[0] == nullptr || bit(column.buffers[0], at);
}

std::string_view text(const ArrowArray& column, std::int64_t at) {
    const std::int32_t begin = number(column, at), end = number(column, at + 1);
    return {static_cast<const char*>(column.buffers[2]) + begin, static_cast<std::size_t>(end - begin)};
}

Date day(const ArrowArray& column, std::int64_t at) { return Date{number(column, at)}; }

std::int32_t first_entry(const ArrowArray& list, std::int64_t at) { return number(list, at); }

std::string texts(const ArrowArray& list, std::int64_t at) {
    std::string written;
    for (std::int64_t entry = first_entry(list, at); entry < first_entry(list, at + 1); ++entry)
        append(written, text(*list.children[0], entry));
    return written;
}

std::string_view name_of(Outcome outcome) {
    constexpr std::string_view names[] = {"approved",        "criteria_not_met", "not_medically_necessary",
                                          "investigational", "excluded",         "does_not_apply",
                                          "refer",           "review",           "needs_information"};
    return names[static_cast<int>(outcome)];
}

}  // namespace pol::testing
