# SPDX-License-Identifier: Apache-2.0
# Compiler, sanitizers and the Debian packages everything is built from.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/bin)

set(ANPING_SANITIZE "" CACHE STRING "Sanitizers, e.g. address,undefined or thread")
set(ANPING_ONLY "" CACHE STRING "Configure only these modules (for work on one of them)")
option(ANPING_TESTS "Build the tests" ON)
option(ANPING_COVERAGE "Count executed lines" OFF)
option(ANPING_FUZZ "Build the fuzz targets (clang only)" OFF)
option(ANPING_PCH "Precompile what nearly every file includes; the clang preset does not, and finds what is missing" ON)

find_package(Threads REQUIRED)
find_package(OpenSSL 3 REQUIRED)
find_package(Boost 1.81 REQUIRED COMPONENTS json url)
find_package(SQLite3 REQUIRED)
find_package(tl-expected REQUIRED)
find_package(fmt REQUIRED)
find_package(spdlog REQUIRED)
find_package(CLI11 REQUIRED)
find_package(GTest REQUIRED)
find_package(PkgConfig REQUIRED)
pkg_check_modules(argon2 REQUIRED IMPORTED_TARGET libargon2)
pkg_check_modules(libzip REQUIRED IMPORTED_TARGET libzip)
pkg_check_modules(pugixml REQUIRED IMPORTED_TARGET pugixml)
pkg_check_modules(qrencode REQUIRED IMPORTED_TARGET libqrencode)
pkg_check_modules(tomlplusplus REQUIRED IMPORTED_TARGET tomlplusplus)
pkg_check_modules(xlsxwriter REQUIRED IMPORTED_TARGET xlsxwriter)
pkg_check_modules(zlib REQUIRED IMPORTED_TARGET zlib)
find_package(SOCI REQUIRED)

add_library(anping_options INTERFACE)
target_compile_options(anping_options INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wold-style-cast -Wnon-virtual-dtor -Woverloaded-virtual
  -Werror -g1 -fno-omit-frame-pointer -fPIE)
target_link_options(anping_options INTERFACE -pie)
# Asio is never to throw a surprise from a destructor and never to pull in Boost.Context.
target_compile_definitions(anping_options INTERFACE BOOST_ASIO_NO_DEPRECATED TOML_HEADER_ONLY=0
  # The same for all, or a file could not use what is precompiled.
  $<TARGET_PROPERTY:Boost::json,INTERFACE_COMPILE_DEFINITIONS> BOOST_CONTAINER_DYN_LINK BOOST_CONTAINER_NO_LIB FMT_SHARED)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # g++ 12 reports these from inside libstdc++ and Boost when it optimises or instruments.
  target_compile_options(anping_options INTERFACE -Wno-maybe-uninitialized -Wno-restrict -Wno-stringop-overflow -Wno-stringop-overread -Wno-array-bounds)
endif()
if(CMAKE_CXX_COMPILER_ID MATCHES "Clang")
  # libstdc++ 12's own std::stable_sort uses what it declares deprecated, and Clang says so where it is instantiated.
  target_compile_options(anping_options INTERFACE -Wno-deprecated-declarations)
endif()
if(ANPING_SANITIZE)
  # libsoci_core hides the typeinfo UBSan's vptr check needs.
  target_compile_options(anping_options INTERFACE -fsanitize=${ANPING_SANITIZE} -fno-sanitize=vptr -fno-sanitize-recover=all)
  target_link_options(anping_options INTERFACE -fsanitize=${ANPING_SANITIZE} -fno-sanitize=vptr)
endif()
if(ANPING_COVERAGE)
  target_compile_options(anping_options INTERFACE --coverage)
  target_link_options(anping_options INTERFACE --coverage)
endif()
if(CMAKE_BUILD_TYPE STREQUAL "RelWithDebInfo")
  target_compile_options(anping_options INTERFACE -D_FORTIFY_SOURCE=2 -fstack-protector-strong -fcf-protection)
  target_link_options(anping_options INTERFACE -Wl,-z,relro,-z,now)
endif()

find_program(ANPING_CCACHE ccache)
if(ANPING_CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${ANPING_CCACHE})
endif()
find_program(ANPING_MOLD mold)
if(ANPING_MOLD)
  target_link_options(anping_options INTERFACE -fuse-ld=mold)
endif()
# The Beast translation unit takes 0.7 GB: one at a time on a small machine.
set_property(GLOBAL PROPERTY JOB_POOLS heavy=1)

enable_testing()
