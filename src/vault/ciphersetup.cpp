// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "ciphersetup.h"

#include <QList>
#include <array>
#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace yichuang::vault {

namespace {

int takeText(void *out, int count, char **values, char **)
{
    if (count > 0 && values[0])
        *static_cast<QString *>(out) = QString::fromUtf8(values[0]);
    return 0;
}

QString askText(sqlite3 *db, const char *sql)
{
    QString answer;
    sqlite3_exec(db, sql, takeText, &answer, nullptr);
    return answer;
}

int run(sqlite3 *db, const char *sql)
{
    return sqlite3_exec(db, sql, nullptr, nullptr, nullptr);
}

int startJournal(sqlite3 *db)
{
    const bool isNew = askText(db, "PRAGMA page_count") == "0"_L1;
    if (isNew) {
        const int rc = run(db, "PRAGMA auto_vacuum=INCREMENTAL");
        if (rc != SQLITE_OK)
            return rc;
    }
    QString mode;
    const int rc = sqlite3_exec(db, "PRAGMA journal_mode=WAL", takeText, &mode, nullptr);
    if (rc != SQLITE_OK)
        return rc;
    // A file system without shared memory keeps the old mode and says so without an error.
    return mode == "wal"_L1 || sqlite3_db_readonly(db, "main") == 1 ? SQLITE_OK : SQLITE_CANTOPEN;
}

} // namespace

CipherOptions parseCipherOptions(const QString &options)
{
    CipherOptions parsed;
    const auto parts = QStringView{options}.split(u';', Qt::SkipEmptyParts);
    for (QStringView part : parts) {
        part = part.trimmed();
        if (part == "ROLE=READER"_L1)
            parsed.role = CipherRole::Reader;
        else if (part == "CREATE"_L1)
            parsed.create = true;
        else if (part.startsWith("BUSY_TIMEOUT="_L1))
            parsed.busyMs = qMax(0, part.mid(13).toInt());
    }
    return parsed;
}

int applyRawKey(sqlite3 *db, const SecureKey &key, KeyCall call)
{
    static constexpr char digits[] = "0123456789abcdef";
    std::array<char, 2 + 2 * SecureKey::Size + 1> spec;
    spec[0] = 'x';
    spec[1] = '\'';
    for (std::size_t i = 0; i < SecureKey::Size; ++i) {
        spec[2 + 2 * i] = digits[key.data()[i] >> 4];
        spec[3 + 2 * i] = digits[key.data()[i] & 15];
    }
    spec.back() = '\'';
    const int size = static_cast<int>(spec.size());
    const int rc = call == KeyCall::Key ? sqlite3_key_v2(db, "main", spec.data(), size)
                                        : sqlite3_rekey_v2(db, "main", spec.data(), size);
    secureWipe(spec.data(), spec.size());
    return rc;
}

QString askCipherVersion(sqlite3 *db)
{
    return askText(db, "PRAGMA cipher_version");
}

int configureConnection(sqlite3 *db, const CipherOptions &options)
{
    const bool writer = options.role == CipherRole::Writer;
    if (writer) {
        const int rc = startJournal(db);
        if (rc != SQLITE_OK)
            return rc;
    }
    // Only the one writer checkpoints. Encrypted databases are never memory-mapped. The reader's cache holds the
    // working set of the screens, which takes most of the cost of decryption away.
    const char *roleSettings = writer ? "PRAGMA cache_size=-16384"
                                      : "PRAGMA cache_size=-65536; PRAGMA wal_autocheckpoint=0; PRAGMA query_only=ON";
    for (const char *sql : {"PRAGMA synchronous=FULL", "PRAGMA foreign_keys=ON", roleSettings, "PRAGMA mmap_size=0",
                            "PRAGMA secure_delete=FAST", "PRAGMA journal_size_limit=67108864",
                            "PRAGMA trusted_schema=OFF"}) {
        const int rc = run(db, sql);
        if (rc != SQLITE_OK)
            return rc;
    }
    return sqlite3_db_config(db, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
}

} // namespace yichuang::vault
