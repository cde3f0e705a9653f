# SPDX-License-Identifier: Apache-2.0
# Debian's libsoci-dev ships neither a CMake config nor a .pc file.
find_path(SOCI_INCLUDE_DIR soci/soci.h)
find_path(SOCI_POSTGRESQL_INCLUDE_DIR libpq-fe.h PATH_SUFFIXES postgresql)
foreach(part core sqlite3 postgresql)
  find_library(SOCI_${part}_LIBRARY soci_${part})
  list(APPEND SOCI_REQUIRED_VARS SOCI_${part}_LIBRARY)
endforeach()
include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(SOCI REQUIRED_VARS SOCI_INCLUDE_DIR SOCI_POSTGRESQL_INCLUDE_DIR ${SOCI_REQUIRED_VARS})
if(SOCI_FOUND AND NOT TARGET SOCI::SOCI)
  add_library(SOCI::SOCI INTERFACE IMPORTED)
  target_include_directories(SOCI::SOCI SYSTEM INTERFACE
    ${SOCI_INCLUDE_DIR} ${SOCI_INCLUDE_DIR}/soci ${SOCI_POSTGRESQL_INCLUDE_DIR})
  target_link_libraries(SOCI::SOCI INTERFACE ${SOCI_sqlite3_LIBRARY} ${SOCI_postgresql_LIBRARY} ${SOCI_core_LIBRARY} pq)
endif()
