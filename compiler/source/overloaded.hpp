#pragma once

namespace pol {

/// One visitor out of several functions, for std::visit: a form without a function does not compile.
template <class... Visitors>
struct overloaded : Visitors... {
    using Visitors::operator()...;
};
template <class... Visitors>
overloaded(Visitors...) -> overloaded<Visitors...>;

}  // namespace pol
