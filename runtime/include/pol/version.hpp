#pragma once

/// Raised whenever generated code and runtime no longer fit together. Generated headers compare it with the
/// number of the compiler that wrote them.
#define POL_RUNTIME_ABI 9
