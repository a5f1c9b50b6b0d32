#pragma once

#include "pol/record.hpp"

#include <cstddef>
#include <cstdint>

namespace pol::testing {

/// The request as a compiled evaluator takes it, by the evaluator's own `assign`.
template <class Request>
[[nodiscard]] Request compiled_request(const RequestRecord& record,
                                       void (*assign)(Request&, std::uint16_t, const Answer&)) {
    Request request;
    for (std::size_t i = 0; i < record.answers.size(); ++i)
        assign(request, static_cast<std::uint16_t>(i), record.answers[i]);
    return request;
}

}  // namespace pol::testing
