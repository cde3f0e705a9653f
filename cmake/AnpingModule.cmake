# SPDX-License-Identifier: Apache-2.0
# A module is one directory, one library and one test program. It can include another module's face only if it
# names it: include directories are not transitive (LINK_ONLY), so an undeclared include does not compile, and a
# dependency on a module not declared above it does not configure.

# anping_tier(<tier> <module>...): declares the modules of a tier, in build order.
macro(anping_tier tier)
  foreach(module ${ARGN})
    set_property(GLOBAL APPEND PROPERTY ANPING_DECLARED ${module})
    set_property(GLOBAL PROPERTY ANPING_TIER_${module} ${tier})
    add_library(anping_${module}_face INTERFACE)
    target_include_directories(anping_${module}_face INTERFACE ${CMAKE_SOURCE_DIR}/src/${module}/include)
  endforeach()
  foreach(module ${ARGN})
    if(ANPING_ONLY STREQUAL "" OR module IN_LIST ANPING_ONLY)
      add_subdirectory(src/${module})
    endif()
  endforeach()
endmacro()

# Fails unless `from` may name `to`: declared above it, and not a sibling of the field's modules (tier 4).
function(anping_check_dependency from to)
  get_property(declared GLOBAL PROPERTY ANPING_DECLARED)
  list(FIND declared ${from} here)
  list(FIND declared ${to} there)
  get_property(tier_from GLOBAL PROPERTY ANPING_TIER_${from})
  get_property(tier_to GLOBAL PROPERTY ANPING_TIER_${to})
  if(there EQUAL -1 OR NOT there LESS here)
    message(FATAL_ERROR "${from} may not depend on ${to}: it is not declared above it")
  endif()
  if(tier_from EQUAL 4 AND tier_to EQUAL 4)
    message(FATAL_ERROR "${from} may reach ${to} only through FACES: both are modules of the field")
  endif()
endfunction()

# A face without its library serves the field's modules among themselves; app binds the two.
function(anping_check_face from to)
  get_property(tier_from GLOBAL PROPERTY ANPING_TIER_${from})
  get_property(tier_to GLOBAL PROPERTY ANPING_TIER_${to})
  if(NOT (tier_from EQUAL 4 AND tier_to EQUAL 4))
    message(FATAL_ERROR "${from} may not use the face of ${to}: FACES is between modules of the field (tier 4)")
  endif()
endfunction()

# anping_generated_face(<module> <directory> <target>): `target` makes headers of the module's face below `directory`.
# Called before anping_module; whoever may include the face finds them there, after they are made.
function(anping_generated_face module directory target)
  set_property(GLOBAL PROPERTY ANPING_GENERATED_${module} ${directory})
  set_property(GLOBAL PROPERTY ANPING_GENERATOR_${module} ${target})
  target_include_directories(anping_${module}_face INTERFACE ${directory})
  add_dependencies(anping_${module}_face ${target})
endfunction()

# Lets `target` include what is generated for the face of `module`.
function(anping_use_generated_face target visibility module)
  get_property(directory GLOBAL PROPERTY ANPING_GENERATED_${module})
  if(directory)
    get_property(generator GLOBAL PROPERTY ANPING_GENERATOR_${module})
    target_include_directories(${target} ${visibility} ${directory})
    add_dependencies(${target} ${generator})
  endif()
endfunction()

# The target `faces`: every header of the module's face compiles with nothing before it. What helps tests is left out.
function(anping_faces_alone module depends faces links)
  file(GLOB_RECURSE headers CONFIGURE_DEPENDS RELATIVE ${CMAKE_CURRENT_SOURCE_DIR}/include
    ${CMAKE_CURRENT_SOURCE_DIR}/include/*.hpp)
  list(FILTER headers EXCLUDE REGEX "/testing\\.hpp$")
  if(NOT headers)
    return()
  endif()
  set(sources)
  foreach(header ${headers})
    set(source ${CMAKE_CURRENT_BINARY_DIR}/faces/${header}.cpp)
    file(CONFIGURE OUTPUT ${source} CONTENT "#include <${header}>\n")
    list(APPEND sources ${source})
  endforeach()
  add_library(faces_${module} OBJECT EXCLUDE_FROM_ALL ${sources})
  target_include_directories(faces_${module} PRIVATE $<TARGET_PROPERTY:anping_${module},INCLUDE_DIRECTORIES>)
  target_link_libraries(faces_${module} PRIVATE anping_options ${links})
  foreach(dependency ${module} ${depends} ${faces})
    anping_use_generated_face(faces_${module} PRIVATE ${dependency})
  endforeach()
  if(NOT TARGET faces)
    add_custom_target(faces)
  endif()
  add_dependencies(faces faces_${module})
endfunction()

# anping_families(<module> <out>): every endpoints/<family>.cpp beside endpoints.cpp defines families::<family>(Rooms
# const&), and families::all(rooms) asks them all: a new family is one new file. `out` gets the sources.
function(anping_families module out)
  file(GLOB sources CONFIGURE_DEPENDS RELATIVE ${CMAKE_CURRENT_SOURCE_DIR} ${CMAKE_CURRENT_SOURCE_DIR}/endpoints/*.cpp)
  set(declared)
  set(named)
  foreach(source ${sources})
    get_filename_component(family ${source} NAME_WE)
    if(NOT family STREQUAL "endpoints")
      string(APPEND declared "std::vector<api::Endpoint> ${family}(Rooms const& rooms)@SEMICOLON@\n")
      list(APPEND named ${family})
    endif()
  endforeach()
  list(JOIN named ", " named)
  set(text "#pragma once\n#include <anping/${module}/endpoints.hpp>\nnamespace anping::${module}::families {\n${declared}\
inline std::vector<api::Endpoint> all(Rooms const& rooms) {\n  std::vector<api::Endpoint> out@SEMICOLON@\n\
  for (auto const family : {${named}})\n\
    for (auto& endpoint : family(rooms)) out.push_back(std::move(endpoint))@SEMICOLON@\n  return out@SEMICOLON@\n}\n}\n")
  string(REPLACE "@SEMICOLON@" ";" text "${text}")
  file(CONFIGURE OUTPUT ${CMAKE_CURRENT_BINARY_DIR}/families.hpp CONTENT "${text}" @ONLY)
  set(${out} ${sources} PARENT_SCOPE)
endfunction()

# anping_module(<name> SOURCES ... [DEPENDS modules...] [FACES modules...] [LINKS targets...]
#               [TESTS ...] [TEST_DEPENDS modules...])
# LINKS are external libraries; a library that appears in the module's face is named after PUBLIC_LINKS.
function(anping_module name)
  cmake_parse_arguments(M "" "" "SOURCES;DEPENDS;FACES;LINKS;PUBLIC_LINKS;TESTS;TEST_DEPENDS;TEST_LINKS" ${ARGN})
  set(target anping_${name})
  add_library(${target} STATIC ${M_SOURCES})
  target_include_directories(${target}
    PUBLIC ${CMAKE_CURRENT_SOURCE_DIR}/include PRIVATE ${CMAKE_CURRENT_SOURCE_DIR} ${CMAKE_CURRENT_BINARY_DIR})
  target_link_libraries(${target} PUBLIC anping_options ${M_PUBLIC_LINKS} PRIVATE ${M_LINKS})
  anping_use_precompiled(${target} ${name} pch)
  anping_use_generated_face(${target} PUBLIC ${name})
  foreach(dependency ${M_DEPENDS})
    anping_check_dependency(${name} ${dependency})
    target_include_directories(${target} PRIVATE ${CMAKE_SOURCE_DIR}/src/${dependency}/include)
    anping_use_generated_face(${target} PRIVATE ${dependency})
    target_link_libraries(${target} PUBLIC $<LINK_ONLY:anping_${dependency}>)
  endforeach()
  foreach(face ${M_FACES})
    anping_check_face(${name} ${face})
    target_link_libraries(${target} PRIVATE anping_${face}_face)
  endforeach()
  anping_faces_alone(${name} "${M_DEPENDS}" "${M_FACES}" "${M_LINKS};${M_PUBLIC_LINKS}")
  if(M_TESTS AND ANPING_TESTS)
    anping_test(${name} SOURCES ${M_TESTS} DEPENDS ${name} ${M_DEPENDS} ${M_TEST_DEPENDS} LINKS ${M_LINKS} ${M_TEST_LINKS})
    target_include_directories(test_${name} PRIVATE ${CMAKE_CURRENT_SOURCE_DIR} ${CMAKE_CURRENT_BINARY_DIR})
  endif()
endfunction()

# anping_test(<name> SOURCES ... DEPENDS modules... [LINKS ...]): one test program, one line in ctest.
function(anping_test name)
  cmake_parse_arguments(T "" "" "SOURCES;DEPENDS;LINKS" ${ARGN})
  add_executable(test_${name} ${T_SOURCES})
  set_target_properties(test_${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_CURRENT_BINARY_DIR})
  target_link_libraries(test_${name} PRIVATE anping_options GTest::gmock GTest::gtest_main ${T_LINKS})
  anping_use_precompiled(test_${name} ${name} test_pch)
  foreach(dependency ${T_DEPENDS})
    target_link_libraries(test_${name} PRIVATE anping_${dependency})
  endforeach()
  target_compile_definitions(test_${name} PRIVATE
    ANPING_SOURCE_DIR="${CMAKE_SOURCE_DIR}" ANPING_SHARED_DIR="${CMAKE_SOURCE_DIR}/../shared")
  add_test(NAME ${name} COMMAND test_${name})
endfunction()
