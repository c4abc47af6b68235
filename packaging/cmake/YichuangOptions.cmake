# SPDX-FileCopyrightText: 2026 The Yichuang authors
# SPDX-License-Identifier: Apache-2.0
# Build-wide switches, compiler flags and the packages every room may find.

option(YICHUANG_BUILD_TESTS "Build the tests" ON)
option(YICHUANG_BUILD_FUZZERS "Build the libFuzzer targets (clang only)" OFF)
option(YICHUANG_COVERAGE "Instrument for gcov" OFF)
option(YICHUANG_UNITY "Compile the rooms' sources in batches: faster from scratch, slower after a small change" OFF)
set(YICHUANG_SANITIZE "" CACHE STRING "Sanitizers for our own code: '', 'address,undefined' or 'thread'")

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
if(NOT CMAKE_BUILD_TYPE)
  set(CMAKE_BUILD_TYPE RelWithDebInfo)
endif()
# -g1 keeps line numbers in stack traces at a third of the link time.
if(CMAKE_CXX_FLAGS_DEBUG STREQUAL "-g")
  set(CMAKE_CXX_FLAGS_DEBUG "-O0 -g1")
endif()

find_program(YICHUANG_CCACHE ccache)
if(YICHUANG_CCACHE)
  set(CMAKE_C_COMPILER_LAUNCHER "${CMAKE_COMMAND};-E;env;CCACHE_SLOPPINESS=pch_defines,time_macros;CCACHE_NOHASHDIR=1;${YICHUANG_CCACHE}")
  set(CMAKE_CXX_COMPILER_LAUNCHER "${CMAKE_C_COMPILER_LAUNCHER}")
endif()

find_package(Qt6 6.4 REQUIRED COMPONENTS Core Concurrent Network Sql Gui Widgets)
if(CMAKE_CROSSCOMPILING)
  # lrelease works on texts: that of this machine serves every platform.
  find_package(Qt6LinguistTools REQUIRED PATHS "${QT_HOST_PATH_CMAKE_DIR}" NO_DEFAULT_PATH NO_CMAKE_FIND_ROOT_PATH)
else()
  find_package(Qt6 6.4 REQUIRED COMPONENTS LinguistTools)
endif()
if(YICHUANG_BUILD_TESTS)
  find_package(Qt6 6.4 REQUIRED COMPONENTS Test)
endif()
find_package(tl-expected REQUIRED)
find_package(QCoro6 REQUIRED COMPONENTS Core Network)
# C++20 brings coroutines by itself; QCoro's CMake function adds flags that only old compilers know.
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  qcoro_enable_coroutines()
endif()
find_package(Threads REQUIRED)

# What Boost says of where it failed names its own file: without the folder of whoever builds, so that everybody's build is the same.
foreach(folder IN LISTS YICHUANG_WINDOWS_FOLDERS)
  get_filename_component(name "${folder}" NAME)
  add_compile_options("-ffile-prefix-map=${folder}=/${name}")
endforeach()
