// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlField>
#include <QSqlIndex>
#include <QSqlQuery>
#include <QSqlQueryModel>
#include <QSqlRecord>
#include <QSqlTableModel>
#include <QtTest>
#include <vault/cipherdriver.h>

using namespace Qt::StringLiterals;
using namespace yichuang::vault;

namespace {

const QString Connection = u"contract"_s;
constexpr int Rows = 1000;

} // namespace

/** One contract, run on Qt's own SQLite driver and on ours: the second must behave like the first. */
class TstDriverContract : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void bindsByName_data() { drivers(); }
    void bindsByName();
    void bindsByPosition_data() { drivers(); }
    void bindsByPosition();
    void keepsNullsBlobsAndUnicode_data() { drivers(); }
    void keepsNullsBlobsAndUnicode();
    void scrolls_data() { drivers(); }
    void scrolls();
    void goesForwardOnly_data() { drivers(); }
    void goesForwardOnly();
    void describesTables_data() { drivers(); }
    void describesTables();
    void describesResults_data() { drivers(); }
    void describesResults();
    void rollsBack_data() { drivers(); }
    void rollsBack();
    void returnsRows_data() { drivers(); }
    void returnsRows();
    void reportsErrors_data() { drivers(); }
    void reportsErrors();
    void refusesMissingParameters_data() { drivers(); }
    void refusesMissingParameters();
    void runsBatches_data() { drivers(); }
    void runsBatches();
    void searchesText_data() { drivers(); }
    void searchesText();
    void feedsAQueryModel_data() { drivers(); }
    void feedsAQueryModel();
    void feedsATableModel_data() { drivers(); }
    void feedsATableModel();
    void reusesAPreparedStatement_data() { drivers(); }
    void reusesAPreparedStatement();
    void quotesIdentifiers_data() { drivers(); }
    void quotesIdentifiers();
    void closesUnderAnActiveQuery_data() { drivers(); }
    void closesUnderAnActiveQuery();

private:
    static void drivers();
    void fill();
    QSqlDatabase db() const { return QSqlDatabase::database(Connection, false); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TstDriverContract::drivers()
{
    QTest::addColumn<bool>("ours");
    QTest::newRow("QSQLITE") << false;
    QTest::newRow("SQLCipher") << true;
}

void TstDriverContract::init()
{
    QFETCH(bool, ours);
    m_folder = std::make_unique<QTemporaryDir>();
    QSqlDatabase opened;
    if (ours) {
        auto *driver = new CipherDriver;
        driver->setKey(std::make_shared<SecureKey>(SecureKey::generate()));
        opened = QSqlDatabase::addDatabase(driver, Connection);
        opened.setConnectOptions(u"CREATE"_s);
    } else {
        opened = QSqlDatabase::addDatabase(u"QSQLITE"_s, Connection);
    }
    opened.setDatabaseName(m_folder->filePath(u"contract.db"_s));
    QVERIFY2(opened.open(), qPrintable(opened.lastError().text()));
    fill();
}

void TstDriverContract::cleanup()
{
    db().close();
    QSqlDatabase::removeDatabase(Connection);
}

void TstDriverContract::fill()
{
    QSqlQuery query(db());
    QVERIFY(query.exec(u"CREATE TABLE cases(id INTEGER PRIMARY KEY, ref TEXT NOT NULL UNIQUE, due INTEGER, score REAL, "
                       "ok BOOLEAN DEFAULT 1, body BLOB, name TEXT DEFAULT 'x')"_s));
    QVERIFY(query.exec(u"CREATE VIEW refs AS SELECT id FROM cases"_s));
    QVERIFY(db().transaction());
    QVERIFY(query.prepare(u"INSERT INTO cases(ref, due, score, ok, body, name) "
                          "VALUES(:ref, :due, :score, :ok, :body, :ref||:name)"_s));
    for (int i = 0; i < Rows; ++i) {
        query.bindValue(u":ref"_s, u"R%1"_s.arg(i));
        query.bindValue(u":due"_s, qint64(1) << 40);
        query.bindValue(u":score"_s, 0.5 * i);
        query.bindValue(u":ok"_s, i % 2 == 0);
        query.bindValue(u":body"_s, i == 7 ? QVariant() : QVariant(QByteArray("\0a\xff\0", 4)));
        query.bindValue(u":name"_s, u"陈示例 😀"_s);
        QVERIFY2(query.exec(), qPrintable(query.lastError().text()));
        QCOMPARE(query.lastInsertId().toLongLong(), i + 1);
        QCOMPARE(query.numRowsAffected(), 1);
    }
    QVERIFY(db().commit());
}

void TstDriverContract::bindsByName()
{
    QSqlQuery query(db());
    QVERIFY(query.prepare(u"SELECT ref, name FROM cases WHERE id = :id AND (due = :due OR :due = 0)"_s));
    query.bindValue(u":id"_s, 3);
    query.bindValue(u":due"_s, 0);
    QVERIFY2(query.exec(), qPrintable(query.lastError().text()));
    QVERIFY(query.isSelect() && query.next());
    QCOMPARE(query.value(u"ref"_s).toString(), u"R2"_s);
    QCOMPARE(query.value(1).toString(), u"R2陈示例 😀"_s);
    QVERIFY(!query.next());
    QCOMPARE(query.at(), int(QSql::AfterLastRow));
}

void TstDriverContract::bindsByPosition()
{
    QSqlQuery query(db());
    QVERIFY(query.prepare(u"SELECT ref, due, score FROM cases WHERE id=? AND score>?"_s));
    query.addBindValue(8);
    query.addBindValue(1.0);
    QVERIFY(query.exec() && query.next());
    QCOMPARE(query.value(0).toString(), u"R7"_s);
    QCOMPARE(query.value(1).toLongLong(), qint64(1) << 40);
    QCOMPARE(query.value(2).toDouble(), 3.5);
}

void TstDriverContract::keepsNullsBlobsAndUnicode()
{
    QSqlQuery query(db());
    QVERIFY(query.exec(u"SELECT body, name FROM cases WHERE id IN (8, 9) ORDER BY id"_s));
    QVERIFY(query.next());
    QVERIFY(query.isNull(0) && query.value(0).isNull());
    QVERIFY(query.next());
    QCOMPARE(query.value(0).toByteArray(), QByteArray("\0a\xff\0", 4));
    QCOMPARE(query.value(1).toString(), u"R8陈示例 😀"_s);
}

void TstDriverContract::scrolls()
{
    QSqlQuery query(db());
    QVERIFY(query.exec(u"SELECT id FROM cases ORDER BY id"_s));
    QVERIFY(query.last());
    QCOMPARE(query.at(), Rows - 1);
    QCOMPARE(query.value(0).toInt(), Rows);
    QVERIFY(query.first());
    QCOMPARE(query.value(0).toInt(), 1);
    QVERIFY(query.seek(500));
    QCOMPARE(query.value(0).toInt(), 501);
    QVERIFY(query.previous());
    QCOMPARE(query.value(0).toInt(), 500);
    QVERIFY(query.seek(-1, true));
    QCOMPARE(query.value(0).toInt(), 499);
    QVERIFY(!query.seek(5 * Rows));
}

void TstDriverContract::goesForwardOnly()
{
    QSqlQuery query(db());
    query.setForwardOnly(true);
    QVERIFY(query.exec(u"SELECT id FROM cases ORDER BY id"_s));
    int count = 0;
    while (query.next())
        QCOMPARE(query.value(0).toInt(), ++count);
    QCOMPARE(count, Rows);
}

void TstDriverContract::describesTables()
{
    QCOMPARE(db().tables(), QStringList{u"cases"_s});
    QCOMPARE(db().tables(QSql::Views), QStringList{u"refs"_s});
    const QSqlRecord record = db().record(u"cases"_s);
    QCOMPARE(record.count(), 7);
    QCOMPARE(record.fieldName(1), u"ref"_s);
    QCOMPARE(record.field(1).requiredStatus(), QSqlField::Required);
    QCOMPARE(record.field(6).defaultValue().toString(), u"x"_s);
    QVERIFY(record.field(0).isAutoValue());
    QCOMPARE(db().primaryIndex(u"cases"_s).fieldName(0), u"id"_s);
}

void TstDriverContract::describesResults()
{
    QSqlQuery query(db());
    QVERIFY(query.exec(u"SELECT ref, score FROM cases LIMIT 1"_s));
    QCOMPARE(query.record().fieldName(1), u"score"_s);
    QCOMPARE(query.record().field(1).metaType().id(), int(QMetaType::Double));
    QCOMPARE(query.record().field(0).tableName(), u"cases"_s);
}

void TstDriverContract::rollsBack()
{
    QSqlQuery query(db());
    QVERIFY(db().transaction());
    QVERIFY(query.exec(u"DELETE FROM cases"_s));
    QCOMPARE(query.numRowsAffected(), Rows);
    QVERIFY(db().rollback());
    QVERIFY(query.exec(u"SELECT count(*) FROM cases"_s) && query.next());
    QCOMPARE(query.value(0).toInt(), Rows);
}

void TstDriverContract::returnsRows()
{
    QSqlQuery query(db());
    QVERIFY(query.exec(u"INSERT INTO cases(ref) VALUES('new') ON CONFLICT(ref) DO NOTHING RETURNING id"_s));
    QVERIFY(query.next());
    QCOMPARE(query.value(0).toInt(), Rows + 1);
    QVERIFY(!query.next());
}

void TstDriverContract::reportsErrors()
{
    QSqlQuery query(db());
    QVERIFY(!query.exec(u"INSERT INTO cases(ref) VALUES('R1')"_s));
    QCOMPARE(query.lastError().nativeErrorCode(), u"2067"_s); // SQLITE_CONSTRAINT_UNIQUE
    QVERIFY(!query.exec(u"SELEC 1"_s));
    QCOMPARE(query.lastError().type(), QSqlError::StatementError);
    QVERIFY(!query.exec(u"SELECT 1; SELECT 2"_s));
    QVERIFY(query.exec(u"SELECT 1;  "_s));
}

void TstDriverContract::refusesMissingParameters()
{
    QSqlQuery query(db());
    QVERIFY(query.prepare(u"SELECT ?, ?"_s));
    query.addBindValue(1);
    QVERIFY(!query.exec());
    QVERIFY(query.lastError().isValid());
}

void TstDriverContract::runsBatches()
{
    QSqlQuery query(db());
    QVERIFY(query.prepare(u"INSERT INTO cases(ref, due) VALUES(?, ?)"_s));
    query.addBindValue(QVariantList{u"b1"_s, u"b2"_s, u"b3"_s});
    query.addBindValue(QVariantList{1, 2, 3});
    QVERIFY2(query.execBatch(), qPrintable(query.lastError().text()));
    QVERIFY(query.exec(u"SELECT count(*), max(due) FROM cases WHERE ref LIKE 'b_'"_s) && query.next());
    QCOMPARE(query.value(0).toInt(), 3);
    QCOMPARE(query.value(1).toInt(), 3);
}

void TstDriverContract::searchesText()
{
    QSqlQuery query(db());
    QVERIFY(query.exec(u"CREATE VIRTUAL TABLE words USING fts5(t, tokenize='trigram')"_s));
    QVERIFY(query.prepare(u"INSERT INTO words(rowid, t) VALUES(?, ?)"_s));
    query.addBindValue(5);
    query.addBindValue(u"陈示例 99000019900307001X"_s);
    QVERIFY(query.exec());
    QVERIFY(query.prepare(u"SELECT rowid FROM words WHERE words MATCH ?"_s));
    query.addBindValue(u"陈示例"_s);
    QVERIFY(query.exec() && query.next());
    QCOMPARE(query.value(0).toInt(), 5);
}

void TstDriverContract::feedsAQueryModel()
{
    QSqlQueryModel model;
    model.setQuery(u"SELECT id, ref FROM cases ORDER BY id"_s, db());
    QVERIFY(!model.lastError().isValid());
    QVERIFY(model.rowCount() < Rows && model.canFetchMore());
    while (model.canFetchMore())
        model.fetchMore();
    QCOMPARE(model.rowCount(), Rows);
    QCOMPARE(model.data(model.index(999, 1)).toString(), u"R999"_s);
    QCOMPARE(model.headerData(1, Qt::Horizontal).toString(), u"ref"_s);
}

void TstDriverContract::feedsATableModel()
{
    {
        QSqlTableModel model(nullptr, db());
        model.setTable(u"cases"_s);
        model.setFilter(u"id=3"_s);
        QVERIFY(model.select());
        QCOMPARE(model.rowCount(), 1);
        QVERIFY(model.setData(model.index(0, 1), u"changed"_s));
        QVERIFY2(model.submitAll(), qPrintable(model.lastError().text()));
    }
    QSqlQuery query(db());
    QVERIFY(query.exec(u"SELECT ref FROM cases WHERE id=3"_s) && query.next());
    QCOMPARE(query.value(0).toString(), u"changed"_s);
}

void TstDriverContract::reusesAPreparedStatement()
{
    QSqlQuery query(db());
    QVERIFY(query.prepare(u"SELECT ref FROM cases WHERE id=?"_s));
    for (int id = 1; id <= 3; ++id) {
        query.bindValue(0, id);
        QVERIFY(query.exec() && query.next());
        QCOMPARE(query.value(0).toString(), u"R%1"_s.arg(id - 1));
        query.finish();
    }
}

void TstDriverContract::quotesIdentifiers()
{
    const QSqlDriver *driver = db().driver();
    QCOMPARE(driver->escapeIdentifier(u"a b"_s, QSqlDriver::FieldName), u"\"a b\""_s);
    QCOMPARE(driver->escapeIdentifier(u"a\"b"_s, QSqlDriver::FieldName), u"\"a\"\"b\""_s);
    QCOMPARE(driver->escapeIdentifier(u"main.cases"_s, QSqlDriver::TableName), u"\"main\".\"cases\""_s);
    QCOMPARE(db().record(u"\"cases\""_s).count(), 7);
}

void TstDriverContract::closesUnderAnActiveQuery()
{
    QSqlQuery query(db());
    QVERIFY(query.exec(u"SELECT id FROM cases"_s));
    QVERIFY(query.next());
    db().close();
    QVERIFY(!query.next());
    QVERIFY(!query.exec(u"SELECT 1"_s));
    // Our driver lets go of its key, so the test's cleanup must find a closed connection without complaint.
    QVERIFY(!QSqlDatabase::database(Connection, false).isOpen());
}

QTEST_GUILESS_MAIN(TstDriverContract)
#include "tst_driver_contract.moc"
