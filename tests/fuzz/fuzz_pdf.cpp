// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
// Any bytes as a certificate's file: no crash, and what is read stays within the bounds that a painter relies on.
#include <document/pdfreader.h>

#include <cmath>
#include <cstdlib>

using namespace yichuang::document;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const auto sheets = readPdf(QByteArrayView(data, qsizetype(size)));
    if (!sheets)
        return 0;
    for (const Sheet &sheet : *sheets) {
        if (!(sheet.width >= 1 && sheet.width <= 5000 && sheet.height >= 1 && sheet.height <= 5000))
            std::abort();
        for (const TextRun &run : sheet.runs) {
            const double values[] = {run.at.a, run.at.b, run.at.c, run.at.d, run.at.e, run.at.f};
            for (const double value : values) {
                if (!(std::abs(value) <= 100'000))
                    std::abort();
            }
            if (run.text.isEmpty() || !(run.size > 0 && run.size <= 1000) || !(run.grey >= 0 && run.grey <= 1))
                std::abort();
        }
    }
    return 0;
}
