# pol_add_policies: compiled policies as a library target.
#
#   pol_add_policies(<target>
#     POLICIES <file.pol>...            # one evaluator each; relative to the current source directory
#     [IMPORT_DIRS <directory>...]      # where the plan and fact files they import lie
#     [NAMESPACE <a::b>]                # around the namespace of each policy
#     [TYPE STATIC|SHARED|OBJECT]       # STATIC unless said otherwise
#     [BATCH]                           # also evaluators of many requests at once
#     [ARROW]                           # those, and C functions over Arrow arrays, of each and of all together
#     [RELEASE])                        # open readings are errors
#
# `qalsody.pol` gives `#include <qalsody.hpp>` (with BATCH also `<qalsody_batch.hpp>`) and the namespace `qalsody`; all of
# them together `#include <<target>_registry.hpp>` and in NAMESPACE the function `<target>_registry()` that finds them. Names
# come from the file's name, outputs lie below the current binary directory, and a changed import compiles again what
# imports it. Needs the targets pol::polc and pol::runtime, which the build tree and the installed package both have.
include_guard(GLOBAL)
include("${CMAKE_CURRENT_LIST_DIR}/PolCompiler.cmake")

if(CMAKE_VERSION VERSION_LESS 3.23)
  message(FATAL_ERROR "pol_add_policies needs CMake 3.23 or newer; this is ${CMAKE_VERSION}")
endif()

set(_pol_add_policies_usage "usage: pol_add_policies(<target> POLICIES <file.pol>... [IMPORT_DIRS <directory>...] \
[NAMESPACE <a::b>] [TYPE STATIC|SHARED|OBJECT] [BATCH] [ARROW] [RELEASE])")

# Every path of `paths` seen from the current source directory.
function(_pol_absolute result)
  set(absolute "")
  foreach(path IN LISTS ARGN)
    cmake_path(ABSOLUTE_PATH path BASE_DIRECTORY "${CMAKE_CURRENT_SOURCE_DIR}" NORMALIZE)
    list(APPEND absolute "${path}")
  endforeach()
  set(${result} "${absolute}" PARENT_SCOPE)
endfunction()

# The command that compiles one policy; gives its outputs, headers, sources and the summary.
function(_pol_compile policy directory headers_result sources_result summary_result)
  cmake_path(GET policy STEM LAST_ONLY base)
  set(headers "${directory}/${base}.hpp")
  set(sources "${directory}/${base}.cpp")
  if("--batch" IN_LIST ARGN OR "--arrow" IN_LIST ARGN)
    list(APPEND headers "${directory}/${base}_batch.hpp")
    list(APPEND sources "${directory}/${base}_batch.cpp")
  endif()
  if("--arrow" IN_LIST ARGN)
    list(APPEND headers "${directory}/${base}_arrow.h")
    list(APPEND sources "${directory}/${base}_arrow.cpp")
  endif()
  set(depfile "${directory}/${base}.d")
  set(summary "${directory}/${base}.summary.json")
  # polc leaves outputs alone whose bytes stay the same. Ninja heeds that; Make would run it again in every build.
  set(touch "")
  if(CMAKE_GENERATOR MATCHES "Makefiles")
    set(touch COMMAND "${CMAKE_COMMAND}" -E touch ${headers} ${sources} "${summary}")
  endif()
  add_custom_command(
    OUTPUT ${headers} ${sources} "${summary}"
    COMMAND pol::polc compile "${policy}" ${ARGN} --output-dir "${directory}" --depfile "${depfile}"
            --summary "${summary}"
    ${touch}
    DEPENDS "${policy}" pol::polc
    DEPFILE "${depfile}"
    COMMENT "Compiling policy ${base}.pol"
    VERBATIM)
  set(${headers_result} "${headers}" PARENT_SCOPE)
  set(${sources_result} "${sources}" PARENT_SCOPE)
  set(${summary_result} "${summary}" PARENT_SCOPE)
endfunction()

# The command that makes the registry of policies from their summaries, anew only where one of these changed; gives its
# outputs. The policies are named in a file, as no command line has room for thousands.
function(_pol_registry name directory namespace policies summaries headers_result sources_result)
  set(headers "${directory}/${name}_registry.hpp")
  set(sources "${directory}/${name}_registry.cpp")
  set(list "${directory}/${name}_registry.txt")
  list(JOIN policies "\n" lines)
  # Not CONFIGURE, which would replace what stands between two `@` in a path.
  file(GENERATE OUTPUT "${list}" CONTENT "${lines}\n")
  set(options ${ARGN})
  if(namespace)
    list(APPEND options --namespace "${namespace}")
  endif()
  if("--arrow" IN_LIST options)
    list(APPEND headers "${directory}/${name}_registry_arrow.h")
    list(APPEND sources "${directory}/${name}_registry_arrow.cpp")
  endif()
  set(touch "")
  if(CMAKE_GENERATOR MATCHES "Makefiles")
    set(touch COMMAND "${CMAKE_COMMAND}" -E touch ${headers} ${sources})
  endif()
  add_custom_command(
    OUTPUT ${headers} ${sources}
    COMMAND pol::polc registry "${list}" --summaries "${directory}" --name "${name}" ${options}
            --output-dir "${directory}"
    ${touch}
    DEPENDS "${list}" ${summaries} pol::polc
    COMMENT "Making the registry of ${name}"
    VERBATIM)
  set(${headers_result} "${headers}" PARENT_SCOPE)
  set(${sources_result} "${sources}" PARENT_SCOPE)
endfunction()

function(_pol_check_arguments)
  if(arg_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR "pol_add_policies: unknown argument: ${arg_UNPARSED_ARGUMENTS}\n${_pol_add_policies_usage}")
  endif()
  if(arg_KEYWORDS_MISSING_VALUES)
    message(FATAL_ERROR "pol_add_policies: nothing follows ${arg_KEYWORDS_MISSING_VALUES}\n${_pol_add_policies_usage}")
  endif()
  if(NOT arg_POLICIES)
    message(FATAL_ERROR "pol_add_policies: POLICIES is missing\n${_pol_add_policies_usage}")
  endif()
  if(NOT arg_TYPE MATCHES "^(STATIC|SHARED|OBJECT)$")
    message(FATAL_ERROR "pol_add_policies: TYPE cannot be ${arg_TYPE}\n${_pol_add_policies_usage}")
  endif()
endfunction()

# A build of `target` in which a scenario comes out differently fails: its evaluators are compiled once more for nothing
# but their scenarios, which are constant expressions. A large policy takes more steps than compilers allow by themselves.
function(_pol_prove_scenarios target directory)
  add_library(${target}_scenarios OBJECT ${ARGN})
  target_include_directories(${target}_scenarios PRIVATE "${directory}")
  target_link_libraries(${target}_scenarios PRIVATE pol::runtime)
  target_compile_definitions(${target}_scenarios PRIVATE POL_PROVE_SCENARIOS)
  target_compile_options(${target}_scenarios PRIVATE
    $<$<CXX_COMPILER_ID:GNU>:-fconstexpr-ops-limit=1000000000>
    $<$<CXX_COMPILER_ID:Clang,AppleClang>:-fconstexpr-steps=1000000000>)
  add_dependencies(${target} ${target}_scenarios)
endfunction()

function(pol_add_policies target)
  cmake_parse_arguments(PARSE_ARGV 1 arg "BATCH;ARROW;RELEASE" "NAMESPACE;TYPE" "POLICIES;IMPORT_DIRS")
  if(NOT DEFINED arg_TYPE)
    set(arg_TYPE STATIC)
  endif()
  _pol_check_arguments()
  pol_require_compiler(pol_add_policies)

  _pol_absolute(policies ${arg_POLICIES})
  _pol_absolute(import_dirs ${arg_IMPORT_DIRS})
  set(options "")
  foreach(import_dir IN LISTS import_dirs)
    if(NOT IS_DIRECTORY "${import_dir}")
      message(FATAL_ERROR "pol_add_policies: there is no directory ${import_dir} to import from")
    endif()
    list(APPEND options --import-dir "${import_dir}")
  endforeach()
  if(arg_NAMESPACE)
    list(APPEND options --namespace "${arg_NAMESPACE}")
  endif()
  if(arg_BATCH)
    list(APPEND options --batch)
  endif()
  if(arg_ARROW)
    list(APPEND options --arrow)
  endif()
  if(arg_RELEASE)
    list(APPEND options --release)
  endif()

  set(directory "${CMAKE_CURRENT_BINARY_DIR}/${target}")
  set(sources "")
  set(evaluators "")
  set(summaries "")
  foreach(policy IN LISTS policies)
    get_source_file_property(is_generated "${policy}" GENERATED)
    if(NOT is_generated AND NOT EXISTS "${policy}")
      message(FATAL_ERROR "pol_add_policies: there is no policy ${policy}")
    endif()
    _pol_compile("${policy}" "${directory}" own_headers own_sources summary ${options})
    list(GET own_sources 0 evaluator)
    list(APPEND evaluators "${evaluator}")
    # A variable a header: a search of the list of all of them takes minutes for ten thousand policies.
    foreach(header IN LISTS own_headers)
      if(DEFINED "is_written:${header}")
        message(FATAL_ERROR "pol_add_policies: two policies of ${target} would both write ${header}")
      endif()
      set("is_written:${header}" TRUE)
    endforeach()
    list(APPEND sources ${own_sources})
    list(APPEND summaries "${summary}")
  endforeach()

  file(MAKE_DIRECTORY "${directory}")
  string(MAKE_C_IDENTIFIER "${target}" name)
  set(registry_options "")
  if(arg_ARROW)
    set(registry_options --arrow)
  endif()
  _pol_registry("${name}" "${directory}" "${arg_NAMESPACE}" "${policies}" "${summaries}" own_headers own_sources
                ${registry_options})
  list(APPEND sources ${own_sources})
  add_library(${target} ${arg_TYPE} ${sources})
  # No file set: CMake goes through all of its headers for every source.
  target_include_directories(${target} PUBLIC "$<BUILD_INTERFACE:${directory}>")
  target_link_libraries(${target} PUBLIC pol::runtime PRIVATE pol::engine)
  _pol_prove_scenarios(${target} "${directory}" ${evaluators})
  if(arg_ARROW)
    target_link_libraries(${target} PUBLIC pol::arrow)
  endif()
  set_target_properties(${target} PROPERTIES WINDOWS_EXPORT_ALL_SYMBOLS ON)
endfunction()
