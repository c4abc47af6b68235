# SPDX-FileCopyrightText: 2026 The Yichuang authors
# SPDX-License-Identifier: Apache-2.0
# yichuang_pinyin_table(OUT): makes pinyintable.cpp in the build folder from the character dictionary of the pinned npm
# package "pinyin" (MIT). YICHUANG_PINYIN_TARBALL: a local copy of its tarball, for builds without a network.
include_guard(GLOBAL)
include(NpmTarball)

set(YICHUANG_PINYIN_TARBALL "" CACHE FILEPATH "A local copy of the pinned pinyin tarball")
string(CONCAT _pinyin_sha512
  "b4058305ca308f4f63fef2d48edcbdf2756aadb4d5361bad7f555cc880f8a74b"
  "314c53f34725f0ee7ec87341d0c017561485abac33fc6d8893eb881a4fa87780")

function(yichuang_pinyin_table out)
  yichuang_npm_table(table "pinyin@2.11.2" "pinyin-2.11.2.tgz" "${_pinyin_sha512}" "${YICHUANG_PINYIN_TARBALL}"
    pinyintable.cpp make_pinyin_table.py)
  set(${out} "${table}" PARENT_SCOPE)
endfunction()
