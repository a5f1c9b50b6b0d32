# The package `pol`, for find_package(pol CONFIG): of this build tree (-Dpol_DIR=<this build directory>) and, by
# `cmake --install`, of a prefix. Both come from polConfig.cmake.in. For what does not use CMake there is pkg-config.
#
# Components of the installation: `compiler` is polc with its manual and completions, `development` what other projects
# compile and link, `documentation` the pages and the example to begin with.
include(CMakePackageConfigHelpers)

set(POL_ZSH_COMPLETIONS_DIR "${CMAKE_INSTALL_DATADIR}/zsh/site-functions" CACHE STRING
  "Where completions of zsh are installed; Debian's own packages use share/zsh/vendor-completions")
mark_as_advanced(POL_ZSH_COMPLETIONS_DIR)
option(POL_INSTALL "Install pol with this project" ${PROJECT_IS_TOP_LEVEL})

set_target_properties(pol_runtime PROPERTIES EXPORT_NAME runtime)
set_target_properties(pol_engine PROPERTIES EXPORT_NAME engine)
set_target_properties(pol_json PROPERTIES EXPORT_NAME json)
set_target_properties(pol_arrow PROPERTIES EXPORT_NAME arrow)

# pol_write_config(DIRECTORY POLC INSTALL_DESTINATION): polConfig.cmake and its version file for a prefix or a build tree.
function(pol_write_config directory polc destination)
  set(POL_PACKAGE_POLC "${polc}")
  configure_package_config_file("${PROJECT_SOURCE_DIR}/cmake/polConfig.cmake.in" "${directory}/polConfig.cmake"
    INSTALL_DESTINATION "${destination}" PATH_VARS POL_PACKAGE_POLC ${ARGN}
    NO_SET_AND_CHECK_MACRO NO_CHECK_REQUIRED_COMPONENTS_MACRO)
  # Headers and polc serve every target; the one library asks for its own in polConfig.cmake.
  write_basic_package_version_file("${directory}/polConfigVersion.cmake"
    COMPATIBILITY SameMinorVersion ARCH_INDEPENDENT)
endfunction()

# The build tree.
export(TARGETS pol_runtime pol_engine pol_arrow NAMESPACE pol:: FILE "${PROJECT_BINARY_DIR}/polTargets.cmake")
foreach(module PolCompiler PolPolicies)
  configure_file("${PROJECT_SOURCE_DIR}/cmake/${module}.cmake" "${PROJECT_BINARY_DIR}/${module}.cmake" COPYONLY)
endforeach()
pol_write_config("${PROJECT_BINARY_DIR}" "${PROJECT_BINARY_DIR}/compiler/polc" "${PROJECT_BINARY_DIR}"
  INSTALL_PREFIX "${PROJECT_BINARY_DIR}")

if(NOT POL_INSTALL)
  return()
endif()

# The prefix.
set(pol_package_dir "${CMAKE_INSTALL_LIBDIR}/cmake/pol")
set(pol_generated "${PROJECT_BINARY_DIR}/package")
pol_write_config("${pol_generated}" "${CMAKE_INSTALL_BINDIR}/polc" "${pol_package_dir}")
install(TARGETS polc RUNTIME COMPONENT compiler)
install(FILES "${polc_documents}/polc.1" DESTINATION "${CMAKE_INSTALL_MANDIR}/man1" COMPONENT compiler)
install(FILES "${polc_documents}/polc.bash" RENAME polc
  DESTINATION "${CMAKE_INSTALL_DATADIR}/bash-completion/completions" COMPONENT compiler)
install(FILES "${polc_documents}/polc.fish"
  DESTINATION "${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d" COMPONENT compiler)
install(FILES "${polc_documents}/polc.zsh" RENAME _polc DESTINATION "${POL_ZSH_COMPLETIONS_DIR}" COMPONENT compiler)

install(TARGETS pol_runtime pol_engine EXPORT polTargets)
install(TARGETS pol_json EXPORT polJsonTargets ARCHIVE COMPONENT development)
install(TARGETS pol_arrow EXPORT polArrowTargets ARCHIVE COMPONENT development)
install(DIRECTORY "${PROJECT_SOURCE_DIR}/runtime/include/" "${PROJECT_SOURCE_DIR}/runtime/json/include/"
        "${PROJECT_SOURCE_DIR}/runtime/arrow/include/"
  DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}" COMPONENT development FILES_MATCHING PATTERN "*.hpp" PATTERN "*.h" PATTERN "engine.cpp")
foreach(targets polTargets polJsonTargets polArrowTargets)
  install(EXPORT ${targets} NAMESPACE pol:: DESTINATION "${pol_package_dir}" COMPONENT development)
endforeach()
install(FILES
  "${pol_generated}/polConfig.cmake" "${pol_generated}/polConfigVersion.cmake"
  "${PROJECT_SOURCE_DIR}/cmake/PolCompiler.cmake" "${PROJECT_SOURCE_DIR}/cmake/PolPolicies.cmake"
  DESTINATION "${pol_package_dir}" COMPONENT development)

# Seen from the files themselves, so that a prefix can be moved.
file(RELATIVE_PATH pol_prefix_from_pkgconfig "/prefix/${CMAKE_INSTALL_LIBDIR}/pkgconfig" "/prefix")
string(REGEX REPLACE "/$" "" pol_prefix_from_pkgconfig "${pol_prefix_from_pkgconfig}")
foreach(pc pol pol-arrow pol-json)
  configure_file("${PROJECT_SOURCE_DIR}/cmake/${pc}.pc.in" "${pol_generated}/${pc}.pc" @ONLY)
  install(FILES "${pol_generated}/${pc}.pc" DESTINATION "${CMAKE_INSTALL_LIBDIR}/pkgconfig" COMPONENT development)
endforeach()

install(FILES "${PROJECT_SOURCE_DIR}/README.md" "${PROJECT_SOURCE_DIR}/CHANGELOG.md" "${PROJECT_SOURCE_DIR}/CONTRIBUTING.md"
  DESTINATION "${CMAKE_INSTALL_DOCDIR}" COMPONENT documentation)
# What these pages point to, where they point.
foreach(directory docs policies examples)
  install(DIRECTORY "${PROJECT_SOURCE_DIR}/${directory}" DESTINATION "${CMAKE_INSTALL_DOCDIR}" COMPONENT documentation)
endforeach()

include(PolDebian)
