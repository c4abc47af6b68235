# SPDX-FileCopyrightText: 2026 The Yichuang authors
# SPDX-License-Identifier: Apache-2.0
# Turns resources/help/failures/*.json into a C++ table, so that the screens read no JSON.
#   cmake -DFOLDER=<resources/help/failures> -DOUT=<failuretable.cpp> -P failuretable.cmake
function(literal out text)
  string(REPLACE "\\" "\\\\" text "${text}")
  string(REPLACE "\"" "\\\"" text "${text}")
  string(REPLACE "\n" "\\n" text "${text}")
  set(${out} "\"${text}\"" PARENT_SCOPE)
endfunction()

file(GLOB files "${FOLDER}/*.json")
list(SORT files)
set(rows "")
foreach(file IN LISTS files)
  file(READ "${file}" text)
  string(JSON count LENGTH "${text}")
  if(count EQUAL 0)
    continue()
  endif()
  math(EXPR last "${count} - 1")
  foreach(index RANGE ${last})
    set(row "")
    foreach(path IN ITEMS "code" "cause;en" "cause;zh_CN" "next;en" "next;zh_CN" "actor")
      string(JSON value GET "${text}" ${index} ${path})
      literal(quoted "${value}")
      string(APPEND row "${quoted}, ")
    endforeach()
    string(APPEND rows "    {${row}},\n")
  endforeach()
endforeach()
string(CONCAT out_text "// Generated from resources/help/failures.\n#include \"kit/failuretable.h\"\n\n#include <QHash>\n\n"
  "namespace yichuang::ui {\n\nstatic const FailureRow failureRows[] = {\n${rows}    {nullptr, nullptr, nullptr, nullptr, nullptr, nullptr},\n};\n\n"
  "const FailureRow *failureRow(const QString &code)\n{\n"
  "    for (const FailureRow *row = failureRows; row->code; ++row) {\n        if (code == QLatin1StringView(row->code))\n            return row;\n    }\n    return nullptr;\n}\n\n} // namespace yichuang::ui\n")
file(WRITE "${OUT}" "${out_text}")
