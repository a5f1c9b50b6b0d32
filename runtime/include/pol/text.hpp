#pragma once

#include <cstdint>

namespace pol {

/// Read-only UTF-8 text with static lifetime or the lifetime of its owner; not null-terminated for its reader.
/// Stands in for std::string_view, whose header costs every generated evaluator compile time.
struct Text {
    const char* data = "";
    std::uint32_t size = 0;

    constexpr Text() noexcept = default;
    constexpr Text(const char* text, std::uint32_t length) noexcept : data(text), size(length) {}
    template <std::uint32_t N>
    constexpr Text(const char (&literal)[N]) noexcept : data(literal), size(N - 1) {}
    /// A buffer has bytes behind its text, which would count: say how many do.
    template <std::uint32_t N>
    Text(char (&buffer)[N]) = delete;
};

/// Read-only list with the lifetime of its owner. Stands in for std::span for the same reason.
template <class T>
struct List {
    const T* data = nullptr;
    std::uint32_t size = 0;

    constexpr List() noexcept = default;
    constexpr List(const T* first, std::uint32_t count) noexcept : data(first), size(count) {}
    template <std::uint32_t N>
    constexpr List(const T (&array)[N]) noexcept : data(array), size(N) {}

    [[nodiscard]] constexpr const T* begin() const noexcept { return data; }
    [[nodiscard]] constexpr const T* end() const noexcept { return data + size; }
    template <class Index>
    [[nodiscard]] constexpr const T& operator[](Index index) const noexcept {
        return data[index];
    }
};

}  // namespace pol
