# SPDX-FileCopyrightText: 2026 The Yichuang authors
# SPDX-License-Identifier: Apache-2.0
# Debian's MinGW-w64 for Windows x64, POSIX threads. What it compiles for the desktop (Qt, QtKeychain, …) lies where
# YICHUANG_WINDOWS_FOLDERS says; packaging/windows/build-dependencies makes those folders and prints the list.
set(CMAKE_SYSTEM_NAME Windows)
set(CMAKE_SYSTEM_PROCESSOR x86_64)
set(_triplet x86_64-w64-mingw32)
set(CMAKE_C_COMPILER ${_triplet}-gcc-posix)
set(CMAKE_CXX_COMPILER ${_triplet}-g++-posix)
set(CMAKE_RC_COMPILER ${_triplet}-windres)
set(CMAKE_AR ${_triplet}-ar)
set(CMAKE_RANLIB ${_triplet}-ranlib)

list(APPEND CMAKE_TRY_COMPILE_PLATFORM_VARIABLES YICHUANG_WINDOWS_FOLDERS)
set(CMAKE_FIND_ROOT_PATH /usr/${_triplet} ${YICHUANG_WINDOWS_FOLDERS})
list(TRANSFORM YICHUANG_WINDOWS_FOLDERS APPEND /lib/pkgconfig OUTPUT_VARIABLE _descriptions)
list(JOIN _descriptions ":" _descriptions)
set(ENV{PKG_CONFIG_LIBDIR} "${_descriptions}")
set(CMAKE_FIND_ROOT_PATH_MODE_PROGRAM NEVER)
set(CMAKE_FIND_ROOT_PATH_MODE_LIBRARY ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_INCLUDE ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_PACKAGE ONLY)

# moc, rcc, uic and lrelease of this machine; they have to be of the same version as the Qt that is compiled for Windows.
set(QT_HOST_PATH /usr CACHE PATH "Qt of the machine that builds")
set(QT_HOST_PATH_CMAKE_DIR /usr/lib/x86_64-linux-gnu/cmake CACHE PATH "Its CMake packages")

# No time of day in the files, addresses chosen anew at every start.
foreach(_kind IN ITEMS EXE SHARED MODULE)
  set(CMAKE_${_kind}_LINKER_FLAGS_INIT "-Wl,--no-insert-timestamp,--dynamicbase,--nxcompat,--high-entropy-va")
endforeach()
