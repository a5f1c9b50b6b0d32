#pragma once

#include "pol/outcome.hpp"

#include <qalsody_batch.hpp>

#include <cstddef>
#include <cstdint>

namespace hand::qalsody {

/// What a request may come to, a bit each.
enum Possible : std::uint8_t {
    approved = 1,
    approved_open = 2,
    criteria_not_met = 4,
    not_medically_necessary = 8,
    excluded = 16,
    does_not_apply = 32,
    refer_off_label = 64,
    refer_lcd = 128,
};

/// Qalsody over columns as a person writes it for a compiler that vectorises: loops over bytes without branches, of the
/// same meaning as the generated batch. Outcome and what is possible, row by row.
void decide(const plan::qalsody::Columns& columns, std::size_t rows, pol::Outcome* outcomes, std::uint8_t* possible);

}  // namespace hand::qalsody
