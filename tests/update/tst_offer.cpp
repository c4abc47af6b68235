// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <releasefolder.h>

#include <QTest>
#include <QUuid>
#include <functional>

using namespace yichuang;
using namespace yichuang::update;
using namespace Qt::StringLiterals;
using test::listOf;
using test::plainDesk;

namespace {

/** Changes a list or a desk before it is asked. */
using Change = std::function<void(wire::UpdateManifest &, Situation &)>;

} // namespace

/** What a list means for a desk. */
class TstOffer : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void versionsInOrder_data();
    void versionsInOrder();
    void noVersion_data();
    void noVersion();
    void chooses_data();
    void chooses();
    void steppingStone();
    void sharesOfTheDesks();
    void edgesOfAShare();
    void bucketIsSteadyAndMoves();
};

void TstOffer::versionsInOrder_data()
{
    QTest::addColumn<QString>("older");
    QTest::addColumn<QString>("newer");
    QTest::newRow("last number") << u"0.1.0"_s << u"0.1.1"_s;
    QTest::newRow("ten is more than nine") << u"0.9.0"_s << u"0.10.0"_s;
    QTest::newRow("first number") << u"0.99.99"_s << u"1.0"_s;
    QTest::newRow("fourth number") << u"1.0.0"_s << u"1.0.0.1"_s;
}

void TstOffer::versionsInOrder()
{
    QFETCH(QString, older);
    QFETCH(QString, newer);
    QVERIFY(versionFrom(older) < versionFrom(newer));
    QVERIFY(!(versionFrom(newer) < versionFrom(older)));
}

void TstOffer::noVersion_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"", "1", "1.", "v1.0", "1.0-rc1", "1.0 ", " 1.0", "+1.0", "1.-1", "1..0", "1.0.0.0.0", "一.二"})
        QTest::addRow("'%s'", text) << QString::fromUtf8(text);
}

void TstOffer::noVersion()
{
    QFETCH(QString, text);
    QVERIFY(versionFrom(text).isNull());
}

void TstOffer::chooses_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("answer"); // a version, "none" or a code
    const auto row = [](const char *name, const char *answer, const Change &change) { QTest::newRow(name) << change << QString::fromLatin1(answer); };
    row("newer", "0.2.0", [](auto &, auto &) {});
    row("the same", "none", [](auto &, auto &here) { here.version = u"0.2.0"_s; });
    row("older", "none", [](auto &, auto &here) { here.version = u"0.3"_s; });
    row("for nobody", "none", [](auto &list, auto &) { list.releases[0].percent = 0; });
    row("rolled back here", "none", [](auto &, auto &here) { here.refused = {u"0.2.0"_s}; });
    row("pinned to it", "0.2.0", [](auto &list, auto &here) { here.pin = u"0.2"_s; list.releases[0].percent = 0; });
    row("pinned to an older one", "0.1.0", [](auto &list, auto &here) { here.pin = u"0.1"_s; here.version = u"0.3.0"_s; list.releases[0].version = u"0.1.0"_s; });
    row("older and not pinned", "none", [](auto &, auto &here) { here.version = u"0.3.0"_s; });
    row("pinned to what runs", "none", [](auto &, auto &here) { here.pin = u"0.3.0"_s; here.version = u"0.3.0"_s; });
    row("pinned to an older one that works with an older store", "UPD-010", [](auto &list, auto &here) { here.pin = u"0.2.0"_s; here.version = u"0.3.0"_s; list.releases[0].storeSchema = 2; });
    row("pinned to an older one that is gone", "UPD-008", [](auto &, auto &here) { here.pin = u"0.1.0"_s; here.version = u"0.3.0"_s; });
    row("pinned to an older package of Windows", "0.2.0", [](auto &list, auto &here) { here.pin = u"0.2.0"_s; here.version = u"0.3.0"_s; here.kind = u"msi"_s; list.releases[0].files[0].kind = u"msi"_s; });
    row("pinned to another", "none", [](auto &, auto &here) { here.pin = u"0.1.5"_s; });
    row("no release at all", "none", [](auto &list, auto &) { list.releases.clear(); });
    row("another product", "UPD-004", [](auto &list, auto &) { list.product = u"other"_s; });
    row("another channel", "UPD-004", [](auto &list, auto &) { list.channel = u"pilot"_s; });
    row("version misspelt", "UPD-004", [](auto &list, auto &) { list.releases[0].version = u"two"_s; });
    row("percent too large", "UPD-004", [](auto &list, auto &) { list.releases[0].percent = 101; });
    row("name leads elsewhere", "UPD-004", [](auto &list, auto &) { list.releases[0].files[0].name = u"../evil"_s; });
    row("name is hidden", "UPD-004", [](auto &list, auto &) { list.releases[0].files[0].name = u".bashrc"_s; });
    row("name is an option", "UPD-004", [](auto &list, auto &) { list.releases[0].files[0].name = u"-rf"_s; });
    row("checksum too short", "UPD-004", [](auto &list, auto &) { list.releases[0].files[0].sha256.chop(1); });
    row("file too large", "UPD-004", [](auto &list, auto &) { list.releases[0].files[0].size = qint64(1) << 40; });
    row("file of no size", "UPD-004", [](auto &list, auto &) { list.releases[0].files[0].size = 0; });
    row("two files for one desk", "UPD-004", [](auto &list, auto &) { auto &files = list.releases[0].files; files << files[0]; files[1].name = u"yichuang-0.2.0-x64.AppImage"_s; });
    row("files for two kinds of desks", "0.2.0", [](auto &list, auto &) { auto &files = list.releases[0].files; files << files[0]; files[1].kind = u"msi"_s; });
    row("files for two kinds of machines", "0.2.0", [](auto &list, auto &) { auto &files = list.releases[0].files; files << files[0]; files[1].architecture = u"loongarch64"_s; });
    row("a version listed twice", "UPD-004", [](auto &list, auto &) { list.releases << list.releases[0]; list.releases[1].version = u"0.2"_s; });
    row("sequence none", "UPD-004", [](auto &list, auto &) { list.sequence = 0; });
    row("expired", "UPD-006", [](auto &list, auto &here) { list.expires = here.now; });
    row("older list", "UPD-007", [](auto &, auto &here) { here.lastSequence = 2; });
    row("another list of the same number", "UPD-007", [](auto &, auto &here) { here.lastSequence = 1; here.lastDigest = "other"; });
    row("the same list again", "0.2.0", [](auto &, auto &here) { here.lastSequence = 1; here.lastDigest = "digest"; });
    row("older list, expired too", "UPD-007", [](auto &list, auto &here) { here.lastSequence = 2; list.expires = here.now; });
    row("another machine", "UPD-008", [](auto &, auto &here) { here.architecture = u"loongarch64"_s; });
    row("another kind", "UPD-008", [](auto &, auto &here) { here.kind = u"msi"_s; });
    row("version in between", "UPD-009", [](auto &list, auto &) { list.releases[0].minimumVersion = u"0.1.5"_s; });
    row("store too new for it", "UPD-010", [](auto &, auto &here) { here.storeSchema = 4; });
}

void TstOffer::chooses()
{
    QFETCH(Change, change);
    QFETCH(QString, answer);
    wire::UpdateManifest list = listOf(u"0.2.0"_s);
    Situation here = plainDesk();
    change(list, here);
    const auto offer = chooseOffer(list, "digest", here);
    const QString got = !offer ? domain::failureText(offer.error().code) : *offer ? (*offer)->version : u"none"_s;
    QCOMPARE(got, answer);
}

void TstOffer::steppingStone()
{
    wire::UpdateManifest list = listOf(u"0.3.0"_s);
    list.releases[0].minimumVersion = u"0.2.0"_s;
    list.releases << listOf(u"0.1.9"_s).releases << listOf(u"0.2.0"_s).releases;
    QCOMPARE((*chooseOffer(list, {}, plainDesk()))->version, u"0.2.0"_s);
    Situation later = plainDesk();
    later.version = u"0.2.0"_s;
    QCOMPARE((*chooseOffer(list, {}, later))->version, u"0.3.0"_s);
}

void TstOffer::sharesOfTheDesks()
{
    wire::UpdateManifest list = listOf(u"0.2.0"_s);
    list.releases[0].percent = 25;
    int taken = 0;
    constexpr int desks = 4000;
    for (int i = 0; i < desks; ++i) {
        Situation here = plainDesk();
        here.installationId = QByteArray::number(i);
        taken += chooseOffer(list, {}, here)->has_value();
    }
    // Five standard deviations of 4000 throws.
    QVERIFY2(qAbs(taken - desks / 4) < 137, qPrintable(QString::number(taken)));
}

/** Nobody takes what is for 0 %, everybody what is for 100 %, and a desk comes in with the percent of its own place. */
void TstOffer::edgesOfAShare()
{
    QSet<int> seen;
    for (int i = 0; seen.size() < 100; ++i) {
        Situation here = plainDesk();
        here.installationId = QByteArray::number(i);
        const int bucket = bucketOf(here.installationId, u"0.2.0"_s);
        seen.insert(bucket);
        wire::UpdateManifest list = listOf(u"0.2.0"_s);
        list.releases[0].percent = bucket;
        QVERIFY(!*chooseOffer(list, {}, here));
        list.releases[0].percent = bucket + 1;
        QVERIFY(*chooseOffer(list, {}, here));
    }
}

void TstOffer::bucketIsSteadyAndMoves()
{
    QCOMPARE(bucketOf("desk", u"0.2.0"_s), bucketOf("desk", u"0.2.0"_s));
    QSet<int> buckets;
    for (int minor = 0; minor < 20; ++minor) {
        const int bucket = bucketOf("desk", u"0.%1.0"_s.arg(minor));
        QVERIFY(bucket >= 0 && bucket < 100);
        buckets.insert(bucket);
    }
    QVERIFY(buckets.size() > 10);
}

QTEST_GUILESS_MAIN(TstOffer)
#include "tst_offer.moc"
