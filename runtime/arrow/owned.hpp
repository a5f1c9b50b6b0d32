#pragma once

#include <memory>
#include <utility>
#include <vector>

namespace pol::arrow {

/// What a structure of the C data interface owns, an `ArrowSchema` or an `ArrowArray`: its content and its children. A
/// child may be moved out, which leaves it without `release` here, and is then released by itself.
template <class Structure, class Content>
struct Owned {
    explicit Owned(Content owned) : content(std::move(owned)) {}
    Owned(const Owned&) = delete;
    Owned& operator=(const Owned&) = delete;
    ~Owned() {
        for (const auto& child : children)
            if (child->release != nullptr) child->release(child.get());
    }

    [[nodiscard]] Structure& new_child() {
        children.push_back(std::make_unique<Structure>());
        pointers.push_back(children.back().get());
        return *children.back();
    }

    /// The callback of a structure whose `private_data` is one of these.
    static void release(Structure* structure) {
        delete static_cast<Owned*>(structure->private_data);
        structure->release = nullptr;
    }

    Content content;
    std::vector<std::unique_ptr<Structure>> children;
    std::vector<Structure*> pointers;
};

}  // namespace pol::arrow
