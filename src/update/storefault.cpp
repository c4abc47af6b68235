// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <update/storefault.h>

#include <QDir>
#include <QFile>
#include <QSaveFile>
#include <update/offer.h>

namespace yichuang::update {

namespace {

constexpr qint64 longestFault = 128;

QString faultFile(const QString &profile)
{
    return QDir(profile).filePath(QStringLiteral("store.fault"));
}

} // namespace

void noteStoreFault(const QString &profile, const QString &version, const std::optional<domain::Error> &fault)
{
    if (!fault) {
        QFile::remove(faultFile(profile));
        return;
    }
    // Who saw it first is what counts.
    if (hadStoreFault(profile, version))
        return;
    QSaveFile file(faultFile(profile));
    if (!file.open(QIODevice::WriteOnly))
        return;
    file.write(version.toLatin1() + ' ' + domain::failureText(fault->code).toLatin1() + '\n');
    if (file.flush())
        file.commit();
}

bool hadStoreFault(const QString &profile, const QString &version)
{
    QFile file(faultFile(profile));
    if (!file.open(QIODevice::ReadOnly))
        return false;
    const QVersionNumber seen = versionFrom(QString::fromLatin1(file.read(longestFault).split(' ').first()));
    return !seen.isNull() && seen != versionFrom(version);
}

} // namespace yichuang::update
