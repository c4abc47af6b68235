# SPDX-FileCopyrightText: 2026 The Yichuang authors
# SPDX-License-Identifier: Apache-2.0
# yichuang_npm_tarball(OUT PACKAGE FILE SHA512 LOCAL): the pinned tarball of an npm package, checked against its SHA-512.
#   PACKAGE as `npm pack` takes it (name@version); FILE is the name npm gives the tarball; LOCAL a copy for builds without
#   a network, or empty. Kept in the user's cache between build trees.
include_guard(GLOBAL)

function(_npm_cache out)
  if(DEFINED ENV{XDG_CACHE_HOME})
    set(folder "$ENV{XDG_CACHE_HOME}/yichuang")
  elseif(DEFINED ENV{LOCALAPPDATA})
    set(folder "$ENV{LOCALAPPDATA}/yichuang/cache")
  elseif(DEFINED ENV{HOME})
    set(folder "$ENV{HOME}/.cache/yichuang")
  else()
    set(folder "${CMAKE_BINARY_DIR}/cache")
  endif()
  file(TO_CMAKE_PATH "${folder}" folder)
  set(${out} "${folder}" PARENT_SCOPE)
endfunction()

function(_npm_verify tarball package sha512)
  if(NOT EXISTS "${tarball}")
    message(FATAL_ERROR "npm: there is no ${tarball}")
  endif()
  file(SHA512 "${tarball}" sum)
  if(NOT sum STREQUAL sha512)
    message(FATAL_ERROR "npm: ${tarball} is not the pinned ${package} (SHA-512 ${sum})")
  endif()
endfunction()

# Brings the tarball into the cache; two configure runs at once wait for each other.
function(_npm_fetch out package name sha512)
  _npm_cache(cache)
  file(MAKE_DIRECTORY "${cache}")
  set(tarball "${cache}/${name}")
  file(LOCK "${cache}/${name}.lock" GUARD FUNCTION TIMEOUT 300)
  if(NOT EXISTS "${tarball}")
    find_program(YICHUANG_NPM NAMES npm npm.cmd)
    if(NOT YICHUANG_NPM)
      message(FATAL_ERROR "npm is needed to fetch ${package}; install it, or give a local copy of ${name}")
    endif()
    set(landing "${CMAKE_BINARY_DIR}/npm-download/${name}.d")
    file(REMOVE_RECURSE "${landing}")
    file(MAKE_DIRECTORY "${landing}")
    message(STATUS "npm: fetching ${package}")
    execute_process(COMMAND "${YICHUANG_NPM}" pack --silent --ignore-scripts "${package}"
      WORKING_DIRECTORY "${landing}" RESULT_VARIABLE rc OUTPUT_VARIABLE said ERROR_VARIABLE said TIMEOUT 300)
    if(NOT rc EQUAL 0)
      message(FATAL_ERROR "npm pack ${package} failed: ${said}")
    endif()
    _npm_verify("${landing}/${name}" "${package}" "${sha512}")
    # Copied under another name first: a reader never sees half a tarball.
    file(COPY_FILE "${landing}/${name}" "${tarball}.part")
    file(RENAME "${tarball}.part" "${tarball}")
    file(REMOVE_RECURSE "${landing}")
  endif()
  set(${out} "${tarball}" PARENT_SCOPE)
endfunction()

function(yichuang_npm_tarball out package name sha512 local)
  set(tarball "${local}")
  if(NOT tarball)
    _npm_fetch(tarball "${package}" "${name}" "${sha512}")
  endif()
  _npm_verify("${tarball}" "${package}" "${sha512}")
  set(${out} "${tarball}" PARENT_SCOPE)
endfunction()

# yichuang_npm_table(OUT PACKAGE FILE SHA512 LOCAL TABLE SCRIPT): makes TABLE in the build folder of the caller from such a tarball,
#   with SCRIPT of this folder, which takes the tarball and the file to write.
function(yichuang_npm_table out package name sha512 local table script)
  find_package(Python3 REQUIRED COMPONENTS Interpreter)
  yichuang_npm_tarball(tarball "${package}" "${name}" "${sha512}" "${local}")
  set(made "${CMAKE_CURRENT_BINARY_DIR}/${table}")
  set(maker "${PROJECT_SOURCE_DIR}/packaging/cmake/${script}")
  add_custom_command(OUTPUT "${made}"
    COMMAND Python3::Interpreter "${maker}" "${tarball}" "${made}"
    DEPENDS "${maker}" "${tarball}" VERBATIM COMMENT "Making ${table} from ${package}")
  set(${out} "${made}" PARENT_SCOPE)
endfunction()
