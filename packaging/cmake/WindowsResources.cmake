# SPDX-FileCopyrightText: 2026 The Yichuang authors
# SPDX-License-Identifier: Apache-2.0
# yichuang_windows_resources(TARGET NAME DESCRIPTION): icon, version, and what Windows is to know about the program before it
#   starts (manifest). The icon is drawn from the shapes of resources/icons.
include_guard(GLOBAL)

function(yichuang_windows_resources target name description)
  find_package(Python3 REQUIRED COMPONENTS Interpreter)
  set(folder "${PROJECT_SOURCE_DIR}/packaging/windows/data")
  set(icon "${CMAKE_CURRENT_BINARY_DIR}/${target}.ico")
  set(script "${PROJECT_SOURCE_DIR}/packaging/windows/make-icon")
  add_custom_command(OUTPUT "${icon}" COMMAND Python3::Interpreter "${script}" "${icon}"
    DEPENDS "${script}" "${PROJECT_SOURCE_DIR}/resources/icons/render.py" VERBATIM COMMENT "Drawing ${target}.ico")
  set(YICHUANG_PRODUCT "${name}")
  set(YICHUANG_DESCRIPTION "${description}")
  set(YICHUANG_PROGRAM "${target}")
  string(REPLACE "." "," YICHUANG_VERSION_NUMBERS "${PROJECT_VERSION}")
  configure_file("${folder}/program.manifest.in" "${target}.manifest" @ONLY)
  configure_file("${folder}/program.rc.in" "${target}.rc" @ONLY)
  set_source_files_properties("${CMAKE_CURRENT_BINARY_DIR}/${target}.rc" PROPERTIES
    OBJECT_DEPENDS "${icon};${CMAKE_CURRENT_BINARY_DIR}/${target}.manifest"
    COMPILE_OPTIONS "-c;65001")
  target_sources(${target} PRIVATE "${CMAKE_CURRENT_BINARY_DIR}/${target}.rc" "${icon}")
endfunction()
