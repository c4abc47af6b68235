// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cipherhandle.h"

#include <QSqlResult>
#include <QVariant>
#include <memory>

struct sqlite3_stmt;

namespace yichuang::vault {

/**
 * One statement and its rows. Rows of a reading query are fetched as they are asked for and kept unless the query is
 * forward-only; a writing statement with RETURNING is read to its end at once, so that its transaction can finish.
 * Lives on its connection's thread; may outlive the connection, then it only fails.
 */
class CipherResult final : public QSqlResult
{
public:
    CipherResult(const QSqlDriver *driver, std::shared_ptr<CipherHandle> handle);
    ~CipherResult() override;

    /** Gives the statement up before the connection closes. */
    void driverClosing();

    QVariant handle() const override;

protected:
    bool reset(const QString &sql) override;
    bool prepare(const QString &sql) override;
    bool exec() override;
    bool fetch(int row) override;
    bool fetchFirst() override;
    bool fetchLast() override;
    QVariant data(int column) override;
    bool isNull(int column) override;
    int size() override;
    int numRowsAffected() override;
    QVariant lastInsertId() const override;
    QSqlRecord record() const override;
    void detachFromResultSet() override;

private:
    bool fail(const QString &what, int rc);
    void finalize();
    void rewindState();
    bool keepsRows() const;
    const QVariantList *currentRow() const;
    bool step();
    bool nextRow();
    bool bindAll();
    bool afterLast();

    std::shared_ptr<CipherHandle> m_handle;
    sqlite3_stmt *m_stmt = nullptr;
    QList<QVariantList> m_cache;
    QVariantList m_row;
    QList<int> m_firstTypes;
    qint64 m_changes = -1;
    int m_fetched = 0;
    bool m_readAhead = false;
    bool m_pending = false;
    bool m_done = false;
};

} // namespace yichuang::vault
