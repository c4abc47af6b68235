# SPDX-FileCopyrightText: 2026 The Yichuang authors
# SPDX-License-Identifier: Apache-2.0
# yichuang_country_table(OUT): makes countrytable.cpp in the build folder from the names of countries in the pinned npm
# package "i18n-iso-countries" (MIT). YICHUANG_COUNTRIES_TARBALL: a local copy of its tarball, for builds without a network.
include_guard(GLOBAL)
include(NpmTarball)

set(YICHUANG_COUNTRIES_TARBALL "" CACHE FILEPATH "A local copy of the pinned i18n-iso-countries tarball")
string(CONCAT _countries_sha512
  "9d71c9658b4dadfb22d5441bc91aa6dc6a2ee37d5e9602e32a5fff098967046b"
  "7969359d44f1f53e24b64ffa7f9fc43c2e7a98ab34098a4dd0ee6930bcba247a")

function(yichuang_country_table out)
  yichuang_npm_table(table "i18n-iso-countries@7.14.0" "i18n-iso-countries-7.14.0.tgz" "${_countries_sha512}"
    "${YICHUANG_COUNTRIES_TARBALL}" countrytable.cpp make_country_table.py)
  set(${out} "${table}" PARENT_SCOPE)
endfunction()
