# Warning flags of this project's own targets; never exported.
add_library(pol_warnings INTERFACE)
target_compile_options(pol_warnings INTERFACE -Wall -Wextra -Wpedantic -Wconversion -Wshadow)
# g++ 12 takes the buffer inside a short std::string for all of it once it has inlined enough, and warns of copies beyond
# its end that never happen. clang's sanitizers look for real ones.
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  target_compile_options(pol_warnings INTERFACE -Wno-array-bounds -Wno-restrict -Wno-stringop-overflow)
endif()
option(POL_WARNINGS_AS_ERRORS "Treat warnings in this project's own code as errors" OFF)
if(POL_WARNINGS_AS_ERRORS)
  target_compile_options(pol_warnings INTERFACE -Werror)
endif()
