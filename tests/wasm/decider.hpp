#pragma once

#include <cstddef>
#include <cstdint>

/// What any host can call, a page or Node as well as C: decides one of the seeded requests on Qalsody.
extern "C" {
/// Request `number` and all that was decided of it, as one line of text. It stands until the next call.
const char* decided(std::uint32_t number);
/// The bytes of the line that was given last.
std::size_t decided_size();
}
