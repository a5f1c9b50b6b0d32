# `cpack -G DEB` in the build directory: one package for Debian, for who writes policies and for who compiles them.
set(CPACK_PACKAGE_NAME pol)
set(CPACK_PACKAGE_VENDOR "pol")
set(CPACK_PACKAGE_CONTACT "maintainers of pol <maintainers@pol.example>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "language and compiler for drug coverage policies")
set(CPACK_PACKAGE_DESCRIPTION "polc checks, tests, explains and compiles drug coverage policies:
it turns a policy into a C++ evaluator that answers prior authorization
requests.
.
This package has polc, the runtime that its evaluators include, a library
that reads and writes requests and decisions as JSON, and what finds them
from CMake and pkg-config.")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
  OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_PRE_BUILD_SCRIPTS "${PROJECT_SOURCE_DIR}/cmake/debian_layout.cmake")
set(CPACK_VERBATIM_VARIABLES ON)

set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION devel)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "cmake (>= 3.23), g++ (>= 4:12) | clang (>= 1:14), make | ninja-build")
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "libsimdjson-dev, pkg-config | pkgconf")

include(CPack)
