// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <QtTest>
#include <vault/ephemeralkeyprovider.h>

using namespace Qt::StringLiterals;
using namespace yichuang::vault;
using yichuang::domain::FailureCode;

class TstEphemeralKeyProvider : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void servesAMarkedFolderOnly();
    void marksOnlyEmptyFolders();
    void acquires();
    void forgets();
};

void TstEphemeralKeyProvider::servesAMarkedFolderOnly()
{
    const QTemporaryDir folder;
    EphemeralKeyProvider unmarked(folder.path());
    for (const auto &answer : {unmarked.load(u"p"_s), unmarked.create(u"p"_s), unmarked.acquire(u"p"_s, false)}) {
        QCOMPARE(answer.result().state, KeyState::Unavailable);
        QVERIFY(!answer.result().current);
    }
    QVERIFY(EphemeralKeyProvider::markThrowAway(folder.path()));
    QCOMPARE(unmarked.load(u"p"_s).result().state, KeyState::Absent);
    QCOMPARE(unmarked.create(u"p"_s).result().state, KeyState::Found);
}

void TstEphemeralKeyProvider::marksOnlyEmptyFolders()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u".store.db"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    const auto marked = EphemeralKeyProvider::markThrowAway(folder.path());
    QVERIFY(!marked);
    QCOMPARE(marked.error().code, FailureCode::VaultInUse);
    QVERIFY(!QFile::exists(folder.filePath(EphemeralKeyProvider::markerName())));
}

void TstEphemeralKeyProvider::acquires()
{
    const QTemporaryDir folder;
    QVERIFY(EphemeralKeyProvider::markThrowAway(folder.path()));
    EphemeralKeyProvider keys(folder.path());
    const KeyAnswer lost = keys.acquire(u"p"_s, true).result();
    QCOMPARE(lost.state, KeyState::Absent);
    QCOMPARE(keyResult(lost).error().code, FailureCode::KeyMissing);
    const KeyAnswer made = keys.acquire(u"p"_s, false).result();
    QCOMPARE(made.state, KeyState::Found);
    QVERIFY(keyResult(made));
    QVERIFY(keys.acquire(u"p"_s, true).result().current->sameAs(*made.current));
    QVERIFY(keys.create(u"p"_s).result().current->sameAs(*made.current));
    QVERIFY(!keys.create(u"q"_s).result().current->sameAs(*made.current));
    EphemeralKeyProvider later(folder.path());
    QCOMPARE(later.load(u"p"_s).result().state, KeyState::Absent);
}

void TstEphemeralKeyProvider::forgets()
{
    const QTemporaryDir folder;
    QVERIFY(EphemeralKeyProvider::markThrowAway(folder.path()));
    EphemeralKeyProvider keys(folder.path());
    QCOMPARE(keys.promotePending(u"p"_s).result().state, KeyState::Absent);
    QCOMPARE(keys.createPending(u"p"_s).result().state, KeyState::Absent);
    QVERIFY(keys.create(u"p"_s).result().current);
    QVERIFY(keys.createPending(u"p"_s).result().pending);
    QCOMPARE(keys.remove(u"p"_s).result().state, KeyState::Absent);
    QCOMPARE(keys.load(u"p"_s).result().state, KeyState::Absent);
}

QTEST_GUILESS_MAIN(TstEphemeralKeyProvider)
#include "tst_ephemeralkeyprovider.moc"
