# Warning flags of this project's own targets; never exported.
add_library(pol_warnings INTERFACE)
target_compile_options(pol_warnings INTERFACE -Wall -Wextra -Wpedantic -Wconversion -Wshadow)
# g++ 12 takes the alternatives that a moved variant does not hold for uninitialized; clang and the sanitizers look, too.
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  target_compile_options(pol_warnings INTERFACE -Wno-maybe-uninitialized)
endif()
option(POL_WARNINGS_AS_ERRORS "Treat warnings in this project's own code as errors" OFF)
if(POL_WARNINGS_AS_ERRORS)
  target_compile_options(pol_warnings INTERFACE -Werror)
endif()
