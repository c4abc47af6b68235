# SPDX-FileCopyrightText: 2026 The Yichuang authors
# SPDX-License-Identifier: Apache-2.0
# Provides the target SqlCipher::SqlCipher (SQLCipher 4 with FTS5 and its trigram tokenizer).
#   YICHUANG_SQLCIPHER = bundled | system | auto
#     bundled : a pinned amalgamation, brought by `npm pack`, checked against its SHA-512, built as a static library
#     system  : pkg-config "sqlcipher", accepted only when a probe program finds it new and sound enough
#     auto    : system when it passes the probe, else bundled
#   YICHUANG_SQLCIPHER_TARBALL : a local copy of the pinned tarball, for builds without a network
include_guard(GLOBAL)
include(NpmTarball)

set(YICHUANG_SQLCIPHER bundled CACHE STRING "Which SQLCipher to use: bundled, system or auto")
set_property(CACHE YICHUANG_SQLCIPHER PROPERTY STRINGS bundled system auto)
set(YICHUANG_SQLCIPHER_TARBALL "" CACHE FILEPATH "A local copy of the pinned SQLCipher tarball")

set(_sqlcipher_package "@journeyapps/sqlcipher@6.0.0")
set(_sqlcipher_file "journeyapps-sqlcipher-6.0.0.tgz")
# The registry's own integrity value (base64 SHA-512), written in hex.
string(CONCAT _sqlcipher_sha512
  "626592408478727bfee4bdfc9582684bf74817ff9b11905a0020136de4f2ab85"
  "ca8cc1dcc5d22516712504b888a9af6bc2c78e222988623b9d80e382a2fb9ddd")

# Asks the installed library itself: Debian's sqlcipher.pc carries the SQLite version, so 3.36 there means SQLCipher 4.5.
function(_sqlcipher_probe out)
  set(${out} FALSE PARENT_SCOPE)
  find_package(PkgConfig QUIET)
  if(NOT PkgConfig_FOUND)
    return()
  endif()
  pkg_check_modules(SQLCIPHER_PC QUIET IMPORTED_TARGET GLOBAL "sqlcipher>=3.36")
  if(NOT SQLCIPHER_PC_FOUND)
    return()
  endif()
  set(folder "${CMAKE_BINARY_DIR}/sqlcipher-probe")
  file(WRITE "${folder}/probe.c" [=[
#define SQLITE_HAS_CODEC 1
#include <sqlite3.h>
#include <stdio.h>
#include <string.h>
static int take(void *out, int n, char **values, char **names)
{
    (void)n; (void)names;
    strncpy((char *)out, values[0] ? values[0] : "", 63);
    return 0;
}
int main(void)
{
    sqlite3 *db = 0;
    char cipher[64] = "", lite[64] = "", fts[64] = "";
    int major = 0, minor = 0;
    if (sqlite3_open(":memory:", &db)) return 1;
    sqlite3_exec(db, "PRAGMA cipher_version", take, cipher, 0);
    sqlite3_exec(db, "SELECT sqlite_version()", take, lite, 0);
    sqlite3_exec(db, "CREATE VIRTUAL TABLE t USING fts5(x, tokenize='trigram'); SELECT 'yes'", take, fts, 0);
    if (sqlite3_key(db, "x", 1) > 1) return 1;
    sscanf(cipher, "%d.%d", &major, &minor);
    printf("%s;%s;%s", cipher, lite, fts);
    return (major > 4 || (major == 4 && minor >= 5)) && !strcmp(fts, "yes") ? 0 : 2;
}
]=])
  try_run(rc compiled "${folder}" "${folder}/probe.c" LINK_LIBRARIES PkgConfig::SQLCIPHER_PC RUN_OUTPUT_VARIABLE said)
  if(NOT compiled OR NOT rc EQUAL 0)
    message(STATUS "SQLCipher: the system library is not usable (${said})")
    return()
  endif()
  list(GET said 0 cipher)
  list(GET said 1 lite)
  # sqlite.org/wal.html#walresetbug: older ones may lose commits when two connections checkpoint at the same instant.
  if(lite VERSION_LESS 3.51.3 AND NOT lite VERSION_EQUAL 3.50.7 AND NOT lite VERSION_EQUAL 3.44.6)
    message(STATUS "SQLCipher: the system library (${cipher}, SQLite ${lite}) has the WAL-reset bug")
    return()
  endif()
  message(STATUS "SQLCipher: system ${cipher}, SQLite ${lite}")
  set(${out} TRUE PARENT_SCOPE)
endfunction()

# Our warnings, the undefined-behaviour and thread sanitizers and coverage do not apply to third-party C.
function(_sqlcipher_options target)
  if(MSVC)
    target_compile_options(${target} PRIVATE /w)
    return()
  endif()
  # What is packed has no line numbers, like our own code of a release: they name the build's folder, and a linker's Build ID covers them.
  target_compile_options(${target} PRIVATE -w $<$<NOT:$<CONFIG:Release>>:-g1>)
  if(YICHUANG_SANITIZE)
    # Compiled from nothing for each run of the tests: optimising takes up to ten times as long, more than they win by it. Copies of
    # a few bytes must stay inlined under the thread sanitizer, which would see those calls but not the locks around them.
    set(level -O0)
    if(YICHUANG_SANITIZE STREQUAL "thread")
      set(level -O1)
    endif()
    target_compile_options(${target} PRIVATE ${level} -fno-sanitize=undefined -fno-sanitize=thread)
  else()
    target_compile_options(${target} PRIVATE -O2)
  endif()
  if(YICHUANG_COVERAGE)
    target_compile_options(${target} PRIVATE -fno-profile-arcs -fno-test-coverage)
  endif()
endfunction()

function(_sqlcipher_bundled)
  yichuang_npm_tarball(tarball "${_sqlcipher_package}" "${_sqlcipher_file}" "${_sqlcipher_sha512}"
    "${YICHUANG_SQLCIPHER_TARBALL}")
  set(folder "${CMAKE_BINARY_DIR}/third-party/sqlcipher-6.0.0")
  set(source "${folder}/package/deps/sqlcipher-amalgamation")
  if(NOT EXISTS "${source}/sqlite3.c")
    file(ARCHIVE_EXTRACT INPUT "${tarball}" DESTINATION "${folder}" PATTERNS "*/sqlcipher-amalgamation/*")
  endif()
  find_package(Threads REQUIRED)
  add_library(yichuang_sqlcipher STATIC "${source}/sqlite3.c")
  if(WIN32) # what the system has, instead of OpenSSL
    target_sources(yichuang_sqlcipher PRIVATE "${PROJECT_SOURCE_DIR}/src/vault/cngprovider.cpp")
    target_compile_definitions(yichuang_sqlcipher PRIVATE WIN32_LEAN_AND_MEAN NOMINMAX)
    set(cryptography SQLCIPHER_CRYPTO_CUSTOM=yichuang_cng_setup)
    set(library bcrypt)
  else()
    find_package(OpenSSL 3.0 REQUIRED COMPONENTS Crypto)
    set(cryptography SQLCIPHER_CRYPTO_OPENSSL)
    set(library OpenSSL::Crypto)
  endif()
  target_include_directories(yichuang_sqlcipher SYSTEM PUBLIC "${source}")
  set_target_properties(yichuang_sqlcipher PROPERTIES
    C_VISIBILITY_PRESET hidden POSITION_INDEPENDENT_CODE ON AUTOMOC OFF AUTOUIC OFF AUTORCC OFF)
  target_compile_definitions(yichuang_sqlcipher
    PUBLIC SQLITE_HAS_CODEC
    PRIVATE ${cryptography} SQLCIPHER_OMIT_LOG
      SQLITE_EXTRA_INIT=sqlcipher_extra_init SQLITE_EXTRA_SHUTDOWN=sqlcipher_extra_shutdown
      SQLITE_TEMP_STORE=3 SQLITE_THREADSAFE=1 SQLITE_USE_URI=0 SQLITE_DQS=0 SQLITE_DEFAULT_FOREIGN_KEYS=1
      SQLITE_TRUSTED_SCHEMA=0 SQLITE_DEFAULT_MEMSTATUS=0 SQLITE_LIKE_DOESNT_MATCH_BLOBS SQLITE_OMIT_SHARED_CACHE
      SQLITE_OMIT_LOAD_EXTENSION SQLITE_STRICT_SUBTYPE=1 SQLITE_ENABLE_FTS5 SQLITE_ENABLE_COLUMN_METADATA
      SQLITE_SECURE_DELETE HAVE_STDINT_H=1 NDEBUG $<$<NOT:$<PLATFORM_ID:Windows>>:HAVE_USLEEP=1>)
  _sqlcipher_options(yichuang_sqlcipher)
  target_link_libraries(yichuang_sqlcipher PUBLIC ${library} Threads::Threads)
  message(STATUS "SQLCipher: bundled, ${_sqlcipher_package}")
endfunction()

set(_sqlcipher_system FALSE)
if(NOT YICHUANG_SQLCIPHER STREQUAL "bundled" AND NOT CMAKE_CROSSCOMPILING)
  _sqlcipher_probe(_sqlcipher_system)
endif()
add_library(yichuang_sqlcipher_choice INTERFACE)
add_library(SqlCipher::SqlCipher ALIAS yichuang_sqlcipher_choice)
if(_sqlcipher_system)
  target_link_libraries(yichuang_sqlcipher_choice INTERFACE PkgConfig::SQLCIPHER_PC)
  target_compile_definitions(yichuang_sqlcipher_choice INTERFACE SQLITE_HAS_CODEC)
elseif(YICHUANG_SQLCIPHER STREQUAL "system")
  message(FATAL_ERROR "YICHUANG_SQLCIPHER=system: no SQLCipher 4.5 or newer with FTS5 and without the WAL-reset bug")
else()
  _sqlcipher_bundled()
  target_link_libraries(yichuang_sqlcipher_choice INTERFACE yichuang_sqlcipher)
endif()
