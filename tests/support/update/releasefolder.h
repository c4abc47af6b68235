// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <update/offer.h>
#include <update/signature.h>

#include <QTemporaryDir>

namespace yichuang::test {

/** A pair of keys made from one byte. */
class SigningKey
{
public:
    explicit SigningKey(char byte) : m_seed(32, byte) {}
    [[nodiscard]] QByteArray publicPem() const;
    [[nodiscard]] update::TrustedKey trusted() const;
    /** A line of a signature file. */
    [[nodiscard]] QByteArray line(const QByteArray &document) const;

private:
    QByteArray m_seed;
};

/** A list of one release that is for everybody. */
[[nodiscard]] wire::UpdateManifest listOf(const QString &version, qint64 sequence = 1);
/** Who takes such a list: 0.1.0 of an AppImage at schema 3. */
[[nodiscard]] update::Situation plainDesk();

/** Files of releases and the signed list that names them. */
class ReleaseFolder
{
public:
    SigningKey key{'k'};
    wire::UpdateManifest list = listOf(QStringLiteral("0.2.0"));
    [[nodiscard]] QString path() const { return m_folder.path(); }
    [[nodiscard]] QString file(const QString &name) const { return m_folder.filePath(name); }
    /** A program that says "yichuang VERSION"; its size is at least `size` bytes. */
    void putProgram(const QString &version, qsizetype size = 0, const QString &says = {});
    /** Writes list and signature. */
    void publish();
    static void write(const QString &path, const QByteArray &bytes);

private:
    QTemporaryDir m_folder;
};

} // namespace yichuang::test
