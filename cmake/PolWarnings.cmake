# Warning flags of this project's own targets; never exported.
add_library(pol_warnings INTERFACE)
target_compile_options(pol_warnings INTERFACE -Wall -Wextra -Wpedantic -Wconversion -Wshadow)
option(POL_WARNINGS_AS_ERRORS "Treat warnings in this project's own code as errors" OFF)
if(POL_WARNINGS_AS_ERRORS)
  target_compile_options(pol_warnings INTERFACE -Werror)
endif()
