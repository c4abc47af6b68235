# SPDX-FileCopyrightText: 2026 The Yichuang authors
# SPDX-License-Identifier: Apache-2.0
# yichuang_library / yichuang_program / yichuang_test: one shape for every target.

# The warnings and definitions of our own code, and the shared precompiled header.
add_library(yichuang_flags INTERFACE)
target_compile_definitions(yichuang_flags INTERFACE
  QT_NO_CAST_FROM_ASCII QT_NO_KEYWORDS QT_NO_FOREACH QT_NO_NARROWING_CONVERSIONS_IN_CONNECT)
target_compile_options(yichuang_flags INTERFACE
  $<$<COMPILE_LANGUAGE:CXX>:-Wall;-Wextra;-Wshadow;-Wconversion;-Wnon-virtual-dtor;-Wsuggest-override;-Werror>
  # libstdc++ 12's own stable_sort uses what C++17 deprecated; clang reports that at our call.
  $<$<CXX_COMPILER_ID:Clang>:-Wno-deprecated-declarations>)

# Third-party C (SQLCipher) stays uninstrumented: its object is then shared by every build through ccache.
if(YICHUANG_SANITIZE)
  target_compile_options(yichuang_flags INTERFACE
    -fsanitize=${YICHUANG_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  target_link_options(yichuang_flags INTERFACE -fsanitize=${YICHUANG_SANITIZE})
endif()
if(YICHUANG_COVERAGE)
  target_compile_options(yichuang_flags INTERFACE --coverage)
  target_link_options(yichuang_flags INTERFACE --coverage)
endif()

# Two precompiled headers serve all targets: each repeats Qt's headers, and twenty copies would cost more than they save.
# Only definitions that the headers never ask for (QT_SQL_LIB and its kin) differ between the targets that share one.
function(yichuang_pch name)
  add_library(${name} OBJECT "${PROJECT_SOURCE_DIR}/packaging/cmake/pch.cpp")
  target_link_libraries(${name} PRIVATE yichuang_flags Qt6::Core tl::expected ${ARGN})
endfunction()
yichuang_pch(yichuang_corepch)
target_precompile_headers(yichuang_corepch PRIVATE <QtCore/QtCore> <tl/expected.hpp>)
yichuang_pch(yichuang_widgetspch Qt6::Widgets)
target_precompile_headers(yichuang_widgetspch PRIVATE <QtWidgets/QtWidgets> <tl/expected.hpp>)

# Later formats hold when each file was last written, which is when it was checked out: two builds of one commit would differ.
set(YICHUANG_RCC_OPTIONS --format-version 1)
if(WIN32)
  # This machine's rcc may know a compression that the Qt for Windows was built without; it uses that in the first format too.
  list(APPEND YICHUANG_RCC_OPTIONS --no-zstd)
endif()

# What all targets of our own code share. YICHUANG_UNITY joins their sources by eights.
function(yichuang_common target)
  target_link_libraries(${target} PRIVATE yichuang_flags)
  set_target_properties(${target} PROPERTIES AUTOMOC ON AUTOUIC ON AUTORCC ON AUTORCC_OPTIONS "${YICHUANG_RCC_OPTIONS}"
    UNITY_BUILD ${YICHUANG_UNITY} UNITY_BUILD_BATCH_SIZE 8)
endfunction()

# yichuang_library(domain SOURCES … PUBLIC lib… PRIVATE lib… [PCH target])
#   makes target yichuang_domain (alias yichuang::domain) with include root <dir>/include; PCH names whose precompiled
#   header it shares (yichuang_corepch where nothing is said, NONE for none).
function(yichuang_library room)
  cmake_parse_arguments(ARG "" "PCH" "SOURCES;PUBLIC;PRIVATE" ${ARGN})
  set(target yichuang_${room})
  add_library(${target} STATIC ${ARG_SOURCES})
  add_library(yichuang::${room} ALIAS ${target})
  if(EXISTS "${CMAKE_CURRENT_SOURCE_DIR}/include")
    target_include_directories(${target} PUBLIC "${CMAKE_CURRENT_SOURCE_DIR}/include")
  endif()
  target_link_libraries(${target} PUBLIC ${ARG_PUBLIC} PRIVATE ${ARG_PRIVATE})
  yichuang_common(${target})
  if(NOT ARG_PCH)
    set(ARG_PCH yichuang_corepch)
  endif()
  if(NOT ARG_PCH STREQUAL "NONE")
    target_precompile_headers(${target} REUSE_FROM ${ARG_PCH})
  endif()
endfunction()

# yichuang_program(yichuang-exchange SOURCES … LIBS …)
function(yichuang_program name)
  cmake_parse_arguments(ARG "" "" "SOURCES;LIBS" ${ARGN})
  add_executable(${name} ${ARG_SOURCES})
  if(MINGW)
    # Named before mingw32, which Qt names and which has a __cxa_thread_atexit of its own that destroys too late.
    target_sources(${name} PRIVATE "${PROJECT_SOURCE_DIR}/packaging/windows/threadlocals.cpp")
    target_link_libraries(${name} PRIVATE stdc++)
  endif()
  target_link_libraries(${name} PRIVATE ${ARG_LIBS})
  target_compile_definitions(${name} PRIVATE YICHUANG_VERSION="${PROJECT_VERSION}")
  yichuang_common(${name})
endfunction()

# What every process under test is told: the sanitizers' options, and where clang's finds the names for reports and
# suppressions (GCC's runtime reads symbols by itself).
set(YICHUANG_SANITIZER_ENVIRONMENT "")
if(YICHUANG_SANITIZE)
  set(support "${PROJECT_SOURCE_DIR}/tests/support")
  set(YICHUANG_SANITIZER_ENVIRONMENT
    "TSAN_OPTIONS=suppressions=${support}/tsan.supp:halt_on_error=0:second_deadlock_stack=1"
    "ASAN_OPTIONS=detect_leaks=1:detect_stack_use_after_return=1"
    "LSAN_OPTIONS=suppressions=${support}/lsan.supp:print_suppressions=0"
    "UBSAN_OPTIONS=print_stacktrace=1")
  find_program(YICHUANG_SYMBOLIZER llvm-symbolizer-19)
  if(YICHUANG_SYMBOLIZER AND CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
    list(APPEND YICHUANG_SANITIZER_ENVIRONMENT "ASAN_SYMBOLIZER_PATH=${YICHUANG_SYMBOLIZER}")
  endif()
endif()

# How ctest runs the test NAME: the words after LABELS, under a private Secret Service with KEYRING, no longer than TIMEOUT seconds.
function(yichuang_add_test name)
  cmake_parse_arguments(ARG "KEYRING" "TIMEOUT" "LABELS;COMMAND" ${ARGN})
  if(NOT ARG_TIMEOUT)
    set(ARG_TIMEOUT 120)
  endif()
  if(ARG_KEYRING)
    list(PREPEND ARG_COMMAND "${PROJECT_SOURCE_DIR}/tests/support/keyring-run")
  endif()
  add_test(NAME ${name} COMMAND ${ARG_COMMAND})
  set(environment "QT_QPA_PLATFORM=offscreen" "LC_ALL=C.UTF-8" ${YICHUANG_SANITIZER_ENVIRONMENT})
  # Not for whole programs on an X display: the keyboard library reads a name of the wire by its length, without an end.
  string(REPLACE "use_after_return=1" "use_after_return=1:strict_string_checks=1" environment "${environment}")
  set_tests_properties(${name} PROPERTIES TIMEOUT ${ARG_TIMEOUT} LABELS "${ARG_LABELS}" ENVIRONMENT "${environment}")
endfunction()

# The program of tests, from their sources and those that are no test's own (MORE).
function(yichuang_test_program name)
  cmake_parse_arguments(ARG "" "PCH" "TESTS;MORE;LIBS;LABELS" ${ARGN})
  add_executable(${name} ${ARG_MORE})
  target_link_libraries(${name} PRIVATE ${ARG_LIBS} yichuang_flags Qt6::Test)
  # A test's only meta-objects stand in its one source: moc is run on that, without a scan of every test at every build.
  foreach(test IN LISTS ARG_TESTS)
    get_filename_component(stem ${test} NAME_WE)
    qt_generate_moc(${test} "${CMAKE_CURRENT_BINARY_DIR}/${stem}.moc" TARGET ${name})
    target_sources(${name} PRIVATE "${CMAKE_CURRENT_BINARY_DIR}/${stem}.moc")
  endforeach()
  target_include_directories(${name} PRIVATE "${CMAKE_CURRENT_BINARY_DIR}")
  if(NOT ARG_PCH)
    set(ARG_PCH yichuang_testpch)
  endif()
  target_precompile_headers(${name} REUSE_FROM ${ARG_PCH})
  # Widgets define more than the header knows; such a test names its own with PCH, or reads the plain text.
  set_target_properties(${name} PROPERTIES PCH_WARN_INVALID OFF)
  if(TARGET tsan_tests AND "tsan" IN_LIST ARG_LABELS)
    add_dependencies(tsan_tests ${name})
  endif()
endfunction()

# yichuang_test(tst_citizennumber SOURCES … LIBS … [LABELS …] [KEYRING])
#   one executable for one class; a SOURCES default of <name>.cpp; KEYRING runs it under a private Secret Service;
#   PCH names the target whose precompiled header it reuses (widgets define more than the core). The label tsan
#   puts it among those that also run under the thread sanitizer (target tsan_tests).
function(yichuang_test name)
  cmake_parse_arguments(ARG "KEYRING" "TIMEOUT;PCH" "SOURCES;LIBS;LABELS" ${ARGN})
  if(NOT ARG_SOURCES)
    set(ARG_SOURCES ${name}.cpp)
  endif()
  list(GET ARG_SOURCES 0 main_source)
  yichuang_test_program(${name} TESTS ${main_source} MORE ${ARG_SOURCES} LIBS ${ARG_LIBS} LABELS ${ARG_LABELS} PCH ${ARG_PCH})
  set(keyring)
  if(ARG_KEYRING)
    set(keyring KEYRING)
  endif()
  yichuang_add_test(${name} ${keyring} COMMAND $<TARGET_FILE:${name}> LABELS ${ARG_LABELS} TIMEOUT ${ARG_TIMEOUT})
endfunction()

# yichuang_tests(tests_wire NAMES tst_roundtrip tst_decoders LIBS … [LABELS …] [TIMEOUT …] [PCH …] [INCLUDES folder…] [DEFINITIONS …])
#   tests that need the same: each with a class, a source and a place in ctest of its own. Where YICHUANG_UNITY is on they are one
#   executable, joined by eights, whose first argument is the test's name: less than half of the time of compiling them one by one.
#   A test that starts its own program again is none of them.
function(yichuang_tests group)
  cmake_parse_arguments(ARG "" "TIMEOUT;PCH" "NAMES;LIBS;LABELS;INCLUDES;DEFINITIONS" ${ARGN})
  if(NOT YICHUANG_UNITY)
    foreach(name IN LISTS ARG_NAMES)
      yichuang_test(${name} LIBS ${ARG_LIBS} LABELS ${ARG_LABELS} TIMEOUT ${ARG_TIMEOUT} PCH ${ARG_PCH})
      target_include_directories(${name} PRIVATE ${ARG_INCLUDES})
      target_compile_definitions(${name} PRIVATE ${ARG_DEFINITIONS})
    endforeach()
    return()
  endif()
  set(tests ${ARG_NAMES})
  list(TRANSFORM tests REPLACE "(.+)" "${CMAKE_CURRENT_SOURCE_DIR}/\\1.cpp")
  yichuang_joined_source(main "${CMAKE_CURRENT_BINARY_DIR}/${group}.cpp" ${tests})
  set(joined "${CMAKE_CURRENT_BINARY_DIR}/${group}.cpp")
  set(rest ${tests})
  while(rest)
    list(LENGTH rest left)
    list(SUBLIST rest 0 8 some)
    list(REMOVE_ITEM rest ${some})
    set(part "${CMAKE_CURRENT_BINARY_DIR}/${group}_${left}.cpp")
    yichuang_joined_source(part "${part}" ${some})
    list(APPEND joined "${part}")
  endwhile()
  yichuang_test_program(${group} TESTS ${tests} MORE ${joined} LIBS ${ARG_LIBS} LABELS ${ARG_LABELS} PCH ${ARG_PCH})
  target_include_directories(${group} PRIVATE "${CMAKE_CURRENT_SOURCE_DIR}" ${ARG_INCLUDES})
  target_compile_definitions(${group} PRIVATE ${ARG_DEFINITIONS})
  foreach(name IN LISTS ARG_NAMES)
    yichuang_add_test(${name} COMMAND $<TARGET_FILE:${group}> ${name} LABELS ${ARG_LABELS} TIMEOUT ${ARG_TIMEOUT})
  endforeach()
endfunction()

# A source made of the tests that follow; see join_tests.py for its kinds.
function(yichuang_joined_source kind source)
  find_package(Python3 REQUIRED COMPONENTS Interpreter)
  set(script "${PROJECT_SOURCE_DIR}/packaging/cmake/join_tests.py")
  add_custom_command(OUTPUT "${source}" COMMAND Python3::Interpreter "${script}" ${kind} "${source}" ${ARGN} DEPENDS "${script}" ${ARGN} VERBATIM)
endfunction()
