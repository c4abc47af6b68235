// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <device/wipe.h>

namespace yichuang::device {

namespace {
template<typename T>
void overwrite(T *data, qsizetype count)
{
    // volatile: a plain fill before the release of the memory is dead code to an optimiser.
    volatile T *cell = data;
    for (qsizetype i = 0; i < count; ++i)
        cell[i] = T{};
}
} // namespace

void wipe(QByteArray &bytes)
{
    // A shared buffer still has a reader; writing would only detach and zero a fresh copy.
    if (bytes.isDetached() && !bytes.isEmpty())
        overwrite(bytes.data(), bytes.size());
    bytes.clear();
}

void wipe(QString &text)
{
    if (text.isDetached() && !text.isEmpty())
        overwrite(reinterpret_cast<char16_t *>(text.data()), text.size());
    text.clear();
}

} // namespace yichuang::device
