// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>
#include <memory>

namespace yichuang::device {

/**
 * The vendor's licensed decoder for the card's photo, loaded at run time when the hall has one. C interface of the
 * library: `int yichuang_decode_photo(const unsigned char *in, int inLength, unsigned char *bgrOut, int outLength)`,
 * 0 on success. Used on the readers' threads, one call at a time per reader.
 */
class PhotoDecoder
{
public:
    static constexpr int width = 102;
    static constexpr int height = 126;
    static constexpr int imageSize = width * height * 3;

    /** @param libraryPath empty: no decoder. A library that does not load counts as none. */
    explicit PhotoDecoder(const QString &libraryPath = {});
    /** Path from the environment variable YICHUANG_PHOTO_DECODER; empty when unset. */
    [[nodiscard]] static QString pathFromEnvironment();

    [[nodiscard]] bool isAvailable() const { return m_function != nullptr; }
    /** Pixels in rows of B, G, R; empty without decoder, for a photo that is not 1024 bytes, or when the decoder refuses. */
    [[nodiscard]] QByteArray decode(const QByteArray &photo) const;

private:
    using Function = int (*)(const unsigned char *, int, unsigned char *, int);
    Function m_function = nullptr;
};

} // namespace yichuang::device
