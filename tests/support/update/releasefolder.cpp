// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "releasefolder.h"

#include <QCryptographicHash>
#include <QFile>
#include <QSysInfo>
#include <memory>
#include <openssl/evp.h>
#include <wire/json.h>
#include <wire/updatemanifestjson.h>

namespace yichuang::test {

using namespace Qt::StringLiterals;

namespace {

struct Free {
    void operator()(EVP_PKEY *key) const { EVP_PKEY_free(key); }
    void operator()(EVP_MD_CTX *context) const { EVP_MD_CTX_free(context); }
};
using Key = std::unique_ptr<EVP_PKEY, Free>;

Key keyFrom(const QByteArray &seed)
{
    return Key(EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nullptr, reinterpret_cast<const unsigned char *>(seed.constData()), 32));
}

QByteArray publicBytes(const QByteArray &seed)
{
    QByteArray bytes(32, '\0');
    std::size_t size = 32;
    EVP_PKEY_get_raw_public_key(keyFrom(seed).get(), reinterpret_cast<unsigned char *>(bytes.data()), &size);
    return bytes;
}

} // namespace

QByteArray SigningKey::publicPem() const
{
    return "-----BEGIN PUBLIC KEY-----\n" + (QByteArray::fromHex("302a300506032b6570032100") + publicBytes(m_seed)).toBase64()
        + "\n-----END PUBLIC KEY-----\n";
}

update::TrustedKey SigningKey::trusted() const
{
    return update::trustedKeys(publicPem()).value().first();
}

QByteArray SigningKey::line(const QByteArray &document) const
{
    const Key key = keyFrom(m_seed);
    const std::unique_ptr<EVP_MD_CTX, Free> context(EVP_MD_CTX_new());
    QByteArray signature(64, '\0');
    std::size_t size = 64;
    EVP_DigestSignInit(context.get(), nullptr, nullptr, nullptr, key.get());
    EVP_DigestSign(context.get(), reinterpret_cast<unsigned char *>(signature.data()), &size,
                   reinterpret_cast<const unsigned char *>(document.constData()), std::size_t(document.size()));
    return "ed25519 " + trusted().id + ' ' + signature.toBase64() + '\n';
}

wire::UpdateManifest listOf(const QString &version, qint64 sequence)
{
    wire::UpdateManifest list;
    list.product = u"yichuang"_s;
    list.channel = u"stable"_s;
    list.sequence = sequence;
    list.issued = QDateTime(QDate(2026, 11, 20), QTime(1, 0), Qt::UTC);
    list.expires = QDateTime(QDate(2099, 1, 1), QTime(0, 0), Qt::UTC);
    wire::UpdateRelease release;
    release.version = version;
    release.storeSchema = 3;
    release.notes = {{u"en"_s, u"What is new"_s}};
    release.files = {{u"appimage"_s, QSysInfo::buildCpuArchitecture(), u"yichuang-%1.AppImage"_s.arg(version), 1000, QString(64, u'0')}};
    list.releases = {release};
    return list;
}

update::Situation plainDesk()
{
    update::Situation here;
    here.version = u"0.1.0"_s;
    here.kind = u"appimage"_s;
    here.architecture = QSysInfo::buildCpuArchitecture();
    here.storeSchema = 3;
    here.channel = u"stable"_s;
    here.installationId = "desk";
    here.now = QDateTime(QDate(2026, 11, 23), QTime(1, 0), Qt::UTC);
    return here;
}

void ReleaseFolder::write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("%s cannot be written", qPrintable(path));
}

void ReleaseFolder::putProgram(const QString &version, qsizetype size, const QString &says)
{
    QByteArray script = "#!/bin/sh\necho yichuang " + (says.isEmpty() ? version : says).toLatin1() + "\nexit 0\n";
    for (int i = 0; script.size() < size; ++i)
        script += "# " + QByteArray::number(i) + " filling\n";
    wire::UpdateRelease &release = list.releases.first();
    release.version = version;
    release.files.first().name = u"yichuang-%1.AppImage"_s.arg(version);
    release.files.first().size = script.size();
    release.files.first().sha256 = QString::fromLatin1(QCryptographicHash::hash(script, QCryptographicHash::Sha256).toHex());
    write(file(release.files.first().name), script);
}

void ReleaseFolder::publish()
{
    const QByteArray bytes = wire::toBytes(wire::toJson(list));
    write(file(u"yichuang-stable.json"_s), bytes);
    write(file(u"yichuang-stable.json.sig"_s), key.line(bytes));
}

} // namespace yichuang::test
