// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <device/photodecoder.h>

#include "devicelog.h"

#include <domain/idcard.h>

#include <QLibrary>

namespace yichuang::device {

PhotoDecoder::PhotoDecoder(const QString &libraryPath)
{
    if (libraryPath.isEmpty())
        return;
    // The library stays loaded to the end of the program: vendors' libraries do not survive being unloaded.
    QLibrary library(libraryPath);
    m_function = reinterpret_cast<Function>(library.resolve("yichuang_decode_photo"));
    if (m_function == nullptr)
        qCWarning(deviceLog) << "photo decoder does not load:" << library.errorString();
}

QString PhotoDecoder::pathFromEnvironment()
{
    return qEnvironmentVariable("YICHUANG_PHOTO_DECODER");
}

QByteArray PhotoDecoder::decode(const QByteArray &photo) const
{
    if (m_function == nullptr || photo.size() != domain::IdCard::photoSize)
        return {};
    QByteArray image(imageSize, '\0');
    const int result = m_function(reinterpret_cast<const unsigned char *>(photo.constData()), static_cast<int>(photo.size()),
                                  reinterpret_cast<unsigned char *>(image.data()), imageSize);
    return result == 0 ? image : QByteArray();
}

} // namespace yichuang::device
