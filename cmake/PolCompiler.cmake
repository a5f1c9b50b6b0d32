# pol::polc: a compiler of policies that runs on this machine, whatever machine the project is built for, and writes code
# for the runtime of this package. Without one the package can still be used for its runtime; pol_add_policies() then
# says what is missing.
include_guard(GLOBAL)

set(POL_POLC "" CACHE FILEPATH "The polc to use, one that runs on this machine; where empty, the package's own or that on PATH")

# The number of the runtime that a polc writes code for; empty where it does not run here.
function(_pol_runtime_of polc result)
  set(${result} "" PARENT_SCOPE)
  execute_process(COMMAND "${polc}" --version RESULT_VARIABLE failed OUTPUT_VARIABLE version ERROR_QUIET)
  if(failed STREQUAL "0" AND version MATCHES "runtime ([0-9]+)")
    set(${result} "${CMAKE_MATCH_1}" PARENT_SCOPE)
  endif()
endfunction()

# pol_find_compiler(POLC RUNTIME): makes pol::polc from the first that fits: POL_POLC, the package's POLC (which may be
# empty), that on PATH. POL_POLC is the user's word: if it does not fit, no other is taken.
function(pol_find_compiler own runtime)
  if(TARGET pol::polc)
    return()
  endif()
  set(reasons "")
  if(POL_POLC)
    set(candidates "${POL_POLC}")
  else()
    find_program(on_path polc NO_CACHE)
    set(candidates ${own} ${on_path})
  endif()
  foreach(polc IN LISTS candidates)
    _pol_runtime_of("${polc}" its_runtime)
    if(polc STREQUAL "on_path-NOTFOUND")
      string(APPEND reasons "  there is none on PATH\n")
    elseif(its_runtime STREQUAL runtime)
      add_executable(pol::polc IMPORTED GLOBAL)
      set_target_properties(pol::polc PROPERTIES IMPORTED_LOCATION "${polc}")
      return()
    elseif(NOT EXISTS "${polc}")
      string(APPEND reasons "  ${polc} does not exist\n")
    elseif(its_runtime STREQUAL "")
      string(APPEND reasons "  ${polc} is no polc, or one that does not run on this machine\n")
    else()
      string(APPEND reasons "  ${polc} is for runtime ${its_runtime}\n")
    endif()
  endforeach()
  set_property(GLOBAL PROPERTY _pol_why_no_compiler
    "no polc was found that runs on this machine and writes code for runtime ${runtime}, that of this package:\n\
${reasons}Install pol on this machine, or say where a polc of it is: -DPOL_POLC=<path>.")
endfunction()

# pol_require_compiler(WHO): ends with a sentence where no pol::polc was found for those who ask.
function(pol_require_compiler who)
  if(NOT TARGET pol::polc)
    get_property(why GLOBAL PROPERTY _pol_why_no_compiler)
    message(FATAL_ERROR "${who}: ${why}")
  endif()
endfunction()
