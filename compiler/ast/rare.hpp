#pragma once

#include <memory>
#include <optional>
#include <utility>

namespace pol::ast {

/// As `std::optional`, for a large part that hardly anything has: it is kept apart, so that all that could have it
/// stays small. A statement is as large as its largest form, and a policy is mostly statements.
template <class Part>
class Rare {
public:
    Rare() = default;
    Rare(std::nullopt_t /*unused*/) {}
    Rare(Part part) : part_(std::make_unique<Part>(std::move(part))) {}
    Rare(const Rare& other) : part_(other ? std::make_unique<Part>(*other) : nullptr) {}
    Rare(Rare&&) noexcept = default;
    Rare& operator=(const Rare& other) { return *this = Rare(other); }
    Rare& operator=(Rare&&) noexcept = default;
    ~Rare() = default;

    explicit operator bool() const { return part_ != nullptr; }
    [[nodiscard]] bool has_value() const { return part_ != nullptr; }
    [[nodiscard]] Part& operator*() { return *part_; }
    [[nodiscard]] const Part& operator*() const { return *part_; }
    [[nodiscard]] Part* operator->() { return part_.get(); }
    [[nodiscard]] const Part* operator->() const { return part_.get(); }

private:
    std::unique_ptr<Part> part_;
};

}  // namespace pol::ast
