// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <wire/apicataloguejson.h>

#include <QTest>

using namespace yichuang;

/** A delta laid over an older catalogue gives the newer one. */
class CatalogueDeltaTest : public QObject
{
    Q_OBJECT
    static domain::ServiceItem item(const QString &id, int version, const QString &name)
    {
        domain::ServiceItem made;
        made.id = id;
        made.version = version;
        made.name = name;
        return made;
    }
private Q_SLOTS:
    void replacesAddsAndRemoves()
    {
        domain::Catalogue::Content old;
        old.items = {item(QStringLiteral("a"), 1, QStringLiteral("A1")), item(QStringLiteral("b"), 1, QStringLiteral("B1"))};
        old.departments = {{QStringLiteral("d"), QStringLiteral("old"), {}, {}}};
        wire::CatalogueDelta delta;
        delta.items = {item(QStringLiteral("a"), 1, QStringLiteral("A1 again")), item(QStringLiteral("a"), 2, QStringLiteral("A2"))};
        delta.departments = {{QStringLiteral("d"), QStringLiteral("new"), {}, {}}};
        delta.removedItems = {{QStringLiteral("b"), 1}};
        const auto now = wire::withDelta(old, delta);
        QCOMPARE(now.items.size(), 2);
        QCOMPARE(now.items.at(0).name, QStringLiteral("A1 again"));
        QCOMPARE(now.items.at(1).version, 2);
        QCOMPARE(now.departments.at(0).name, QStringLiteral("new"));
    }
    void emptyDeltaChangesNothing()
    {
        domain::Catalogue::Content old;
        old.items = {item(QStringLiteral("a"), 1, QStringLiteral("A1"))};
        QCOMPARE(wire::withDelta(old, {}).items, old.items);
    }
};

QTEST_APPLESS_MAIN(CatalogueDeltaTest)
#include "tst_cataloguedelta.moc"
