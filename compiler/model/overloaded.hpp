#pragma once

namespace pol::model {

/// Lambdas for `std::visit` over a variant of the model or the tree, one per alternative.
template <class... Visitors>
struct overloaded : Visitors... {
    using Visitors::operator()...;
};
template <class... Visitors>
overloaded(Visitors...) -> overloaded<Visitors...>;

}  // namespace pol::model
