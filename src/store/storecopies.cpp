// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "storecopies.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <store/storeopener.h>
#include <vault/vault.h>

using namespace Qt::StringLiterals;

namespace yichuang::store {

namespace {

constexpr auto copySuffix = ".schema"_L1;
constexpr auto unprovedSuffix = ".unproved"_L1;
constexpr int keptDays = 30;

/** Schema of a copy by its name; 0 for another file. */
int schemaOf(const QString &copy, const QString &storeFile, QLatin1StringView ending)
{
    const QString head = storeFile + copySuffix;
    if (!copy.startsWith(head) || !copy.endsWith(ending))
        return 0;
    return QStringView(copy).mid(head.size()).chopped(ending.size()).toInt();
}

QStringList filesBeside(const QString &storeFile)
{
    const QFileInfo store(storeFile);
    QStringList paths;
    const QFileInfoList found = store.dir().entryInfoList({store.fileName() + copySuffix + u'*'}, QDir::Files);
    for (const QFileInfo &file : found)
        paths << file.dir().filePath(file.fileName());
    return paths;
}

} // namespace

QString unprovedCopy(const QString &storeFile, int schema)
{
    return storeFile + copySuffix + QString::number(schema) + unprovedSuffix;
}

std::optional<QString> copyToGoBackTo(const QString &storeFile, int highestSchema)
{
    std::optional<QString> newest;
    int newestSchema = 0;
    const QStringList files = filesBeside(storeFile);
    for (const QString &file : files) {
        const int schema = schemaOf(file, storeFile, unprovedSuffix);
        if (schema > newestSchema && schema <= highestSchema) {
            newest = file;
            newestSchema = schema;
        }
    }
    return newest;
}

domain::Result<void> copyBeforeMigration(const QString &storeFile, int schema)
{
    if (const auto copied = vault::Vault::copy(storeFile, unprovedCopy(storeFile, schema)); !copied) {
        // The store itself opens: who meets this is a version that cannot migrate it here, while the one before works on.
        if (copied.error().code == domain::FailureCode::StoreDiskFull)
            return copied;
        return domain::failure(domain::FailureCode::StoreMigration,
                               u"no copy before the migration: %1 %2"_s.arg(domain::failureText(copied.error().code), copied.error().detail));
    }
    const QStringList files = filesBeside(storeFile);
    for (const QString &file : files) {
        const int other = schemaOf(file, storeFile, unprovedSuffix);
        if (other > 0 && other != schema)
            QFile::remove(file);
    }
    return {};
}

bool keepMigration(const QString &profileFolder)
{
    const QString store = storeFile(profileFolder);
    const QStringList files = filesBeside(store);
    bool wasMigrated = false;
    for (const QString &file : files) {
        if (schemaOf(file, store, unprovedSuffix) > 0) {
            const QString kept = file.chopped(unprovedSuffix.size());
            QFile::remove(kept);
            QFile::rename(file, kept);
            wasMigrated = true;
        } else if (QFileInfo(file).lastModified().daysTo(QDateTime::currentDateTime()) > keptDays) {
            QFile::remove(file);
        }
    }
    return wasMigrated;
}

} // namespace yichuang::store
