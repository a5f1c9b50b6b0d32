#pragma once

#include "pol/arrow/c_data.h"
#include "pol/arrow/evaluator.hpp"
#include "pol/registry.hpp"
#include "pol/text.hpp"

namespace pol::arrow {

using TextEvaluator = const Evaluator& (*)() noexcept;

/// What the C functions of a whole registry are made of: an evaluator for each of its texts, in their order.
struct RegistryEvaluator {
    const Registry& (*registry)() noexcept;
    List<TextEvaluator> texts{};
};

/// Each returns null, or a sentence that says what is wrong; it stays until the next call in the same thread. Outputs
/// are written only where nothing is wrong, and are the caller's to release. Nothing is thrown.

/// What decides: a row for every text of every policy.
[[nodiscard]] const char* identify(const RegistryEvaluator& evaluator, ArrowSchema* schema, ArrowArray* texts) noexcept;

/// What `evaluate` takes for the policy of a number, or for all of them where `number` is null, and what it gives:
/// schemas of two structures, either of which may be null.
[[nodiscard]] const char* describe(const RegistryEvaluator& evaluator, const char* number, ArrowSchema* input,
                                   ArrowSchema* output) noexcept;

/// Decides every row of a structure, each by every text that answers for the policy or code that it names and for its
/// days. The input is borrowed: it is neither changed nor released.
[[nodiscard]] const char* evaluate(const RegistryEvaluator& evaluator, const ArrowSchema* input_schema,
                                   const ArrowArray* input, ArrowSchema* output_schema, ArrowArray* output) noexcept;

}  // namespace pol::arrow
