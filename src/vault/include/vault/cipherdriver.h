// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QSqlDriver>
#include <memory>
#include <vault/securekey.h>

namespace yichuang::vault {

/** The one writing connection of a store, or one of its readers. */
enum class CipherRole { Writer, Reader };

struct CipherHandle;

/**
 * The Qt Sql driver on SQLCipher 4, on public Qt interfaces only. It never opens a file without a key and never
 * with a library that is not SQLCipher. Native error codes are SQLite's extended ones.
 *
 * Connect options: "ROLE=READER" (query only, large cache, never checkpoints; default is the writer), "CREATE" (a
 * missing or empty file becomes a new database; default is to fail), "BUSY_TIMEOUT=ms" (default 5000).
 * A connection lives on the thread that opened it; only cancelQuery() may be called from another.
 */
class CipherDriver final : public QSqlDriver
{
    Q_OBJECT
public:
    explicit CipherDriver(QObject *parent = nullptr);
    ~CipherDriver() override;

    /** The key of the next open(), which lets go of it once the connection is in use. */
    void setKey(KeyHandle key);
    /**
     * Encrypts the whole file anew (575 MiB: about 11 s of CPU). Every other connection of the file must be closed.
     * False with lastError() set when it could not; the old key then still opens the file.
     */
    [[nodiscard]] bool rekey(const SecureKey &newKey);
    /** True when the file can only be read, whatever the role. */
    [[nodiscard]] bool isReadOnly() const;
    /** How long the journal was after this connection's last commit, in pages. Beyond 4000 that commit empties it. */
    [[nodiscard]] int journalPages() const;
    /** Moves the journal into the file as far as readers let it; never waits for them. */
    [[nodiscard]] bool moveJournal();
    /** Moves the whole journal and cuts it to nothing, without waiting for readers; false when one stands in the way. */
    [[nodiscard]] bool emptyJournal();
    /** "4.14.0 community" and the like; empty when the library linked is not SQLCipher. */
    [[nodiscard]] static QString cipherVersion();

    bool hasFeature(DriverFeature feature) const override;
    bool open(const QString &file, const QString &user, const QString &password, const QString &host, int port,
              const QString &options) override;
    void close() override;
    QSqlResult *createResult() const override;
    bool beginTransaction() override;
    bool commitTransaction() override;
    bool rollbackTransaction() override;
    QStringList tables(QSql::TableType kinds) const override;
    QSqlRecord record(const QString &table) const override;
    QSqlIndex primaryIndex(const QString &table) const override;
    QVariant handle() const override;
    QString escapeIdentifier(const QString &identifier, IdentifierType type) const override;
    /** Interrupts what the connection is doing; that statement fails with SQLITE_INTERRUPT (9). Any thread. */
    bool cancelQuery() override;

private:
    bool runSimple(const char *sql, const QString &what);
    bool failOpen(const QString &what, int rc);

    std::shared_ptr<CipherHandle> m_handle;
    KeyHandle m_key;
    CipherRole m_role = CipherRole::Writer;
};

} // namespace yichuang::vault
