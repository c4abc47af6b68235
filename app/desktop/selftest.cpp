// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "selftest.h"

#include <QFile>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRawFont>
#include <QSaveFile>
#include <QSslSocket>
#include <QSysInfo>
#include <vault/cipherdriver.h>

namespace yichuang::app {

using namespace Qt::StringLiterals;

namespace {

QJsonArray chineseFonts()
{
    QJsonArray names;
    const QStringList families = QFontDatabase::families(QFontDatabase::SimplifiedChinese);
    for (const QString &family : families) {
        if (names.size() < 10)
            names.append(family);
    }
    return names;
}

QJsonArray readerBackends()
{
    QJsonArray names{u"tcp"_s, u"demo"_s};
#ifdef YICHUANG_HAS_SERIAL
    names.prepend(u"serial"_s);
#endif
    return names;
}

} // namespace

int writeSelfTest(const QString &path)
{
    const QString cipher = vault::CipherDriver::cipherVersion();
    const QJsonArray fonts = chineseFonts();
    const bool translated = QFile::exists(u":/i18n/yichuang_zh_CN.qm"_s);
    const QJsonObject report{
        {u"version"_s, QStringLiteral(YICHUANG_VERSION)},
        {u"qt"_s, QString::fromLatin1(qVersion())},
        {u"system"_s, QSysInfo::prettyProductName()},
        {u"platform"_s, QGuiApplication::platformName()},
        {u"cipher"_s, cipher},
        {u"tls"_s, QSslSocket::supportsSsl() ? QSslSocket::sslLibraryVersionString() : QString()},
        {u"translation"_s, translated},
        {u"chineseFonts"_s, fonts},
        {u"readers"_s, readerBackends()},
    };
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return 2;
    file.write(QJsonDocument(report).toJson());
    if (!file.commit())
        return 2;
    return cipher.isEmpty() || fonts.isEmpty() || !translated || !QSslSocket::supportsSsl() ? 1 : 0;
}

} // namespace yichuang::app
