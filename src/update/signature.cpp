// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <update/signature.h>

#include "ed25519.h"

#include <QCryptographicHash>

namespace yichuang::update {

using domain::FailureCode;
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype keyBytes = 32;
constexpr qsizetype signatureBytes = 64;
/** SubjectPublicKeyInfo of an Ed25519 key (RFC 8410): this, then the key. */
constexpr char keyHead[] = "302a300506032b6570032100";
constexpr qsizetype mostKeys = 16;

std::optional<QByteArray> strictBase64(const QByteArray &text)
{
    const auto decoded = QByteArray::fromBase64Encoding(text, QByteArray::Base64Encoding | QByteArray::AbortOnBase64DecodingErrors);
    return decoded ? std::optional(*decoded) : std::nullopt;
}

std::optional<TrustedKey> keyFrom(QByteArray base64)
{
    base64.replace('\n', QByteArray()).replace('\r', QByteArray());
    const auto info = strictBase64(base64.trimmed());
    const QByteArray head = QByteArray::fromHex(keyHead);
    if (!info || info->size() != head.size() + keyBytes || !info->startsWith(head))
        return std::nullopt;
    TrustedKey key;
    key.bytes = info->mid(head.size());
    key.id = QCryptographicHash::hash(key.bytes, QCryptographicHash::Sha256).toHex().left(16);
    return key;
}

} // namespace

domain::Result<QList<TrustedKey>> trustedKeys(QByteArrayView pem)
{
    const QByteArray text = pem.toByteArray();
    constexpr QByteArrayView begin("-----BEGIN PUBLIC KEY-----");
    constexpr QByteArrayView end("-----END PUBLIC KEY-----");
    QList<TrustedKey> keys;
    for (qsizetype at = text.indexOf(begin); at >= 0; at = text.indexOf(begin, at)) {
        at += begin.size();
        const qsizetype last = text.indexOf(end, at);
        const auto key = last < 0 ? std::nullopt : keyFrom(text.mid(at, last - at));
        if (!key)
            return domain::failure(FailureCode::UpdateSettings, u"a public key is not of Ed25519"_s);
        if (keys.size() >= mostKeys)
            return domain::failure(FailureCode::UpdateSettings, u"too many public keys"_s);
        keys.append(*key);
    }
    if (keys.isEmpty())
        return domain::failure(FailureCode::UpdateSettings, u"no public key"_s);
    return keys;
}

domain::Result<void> verifySignature(QByteArrayView document, QByteArrayView signatureFile, const QList<TrustedKey> &keys)
{
    if (signatureFile.size() > maxSignatureBytes)
        return domain::failure(FailureCode::UpdateSignature, u"the signature file is too large"_s);
    const QList<QByteArray> lines = signatureFile.toByteArray().split('\n');
    for (const QByteArray &line : lines) {
        const QList<QByteArray> words = line.simplified().split(' ');
        if (words.size() != 3 || words.first() != "ed25519")
            continue;
        const auto signature = strictBase64(words.at(2));
        if (!signature || signature->size() != signatureBytes)
            continue;
        for (const TrustedKey &key : keys) {
            if (key.id != words.at(1))
                continue;
            switch (verifyEd25519(key.bytes, document, *signature)) {
            case Verdict::Genuine: return {};
            case Verdict::NotInBuild: return domain::failure(FailureCode::UpdateNotInBuild, u"no Ed25519 in this build"_s);
            case Verdict::Forged: break;
            }
        }
    }
    return domain::failure(FailureCode::UpdateSignature, u"no line of a trusted key fits"_s);
}

} // namespace yichuang::update
