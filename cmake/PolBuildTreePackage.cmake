# find_package(pol CONFIG) from other projects, on this build tree: -Dpol_DIR=<this build directory>.
set_target_properties(pol_runtime PROPERTIES EXPORT_NAME runtime)
export(TARGETS pol_runtime polc NAMESPACE pol:: FILE "${PROJECT_BINARY_DIR}/polTargets.cmake")
configure_file("${CMAKE_CURRENT_LIST_DIR}/polConfig.cmake.in" "${PROJECT_BINARY_DIR}/polConfig.cmake" @ONLY)
