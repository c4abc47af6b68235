// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <casemaker.h>
#include <teststore.h>

#include <QProcess>
#include <QTextStream>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace yichuang;
using namespace yichuang::test;
namespace cmd = domain::command;

namespace {

constexpr int waitMs = 30'000;

/** Fills one draft, edit after edit, telling each that was acknowledged, until it is killed; `inPlace`: as one command. */
int fillForever(const QString &folder, bool inPlace)
{
    TestStore world(folder);
    CaseMaker maker(1);
    QTextStream out(stdout);
    if (!await(world.open().submitAll(maker.draft(), maker.stamp())))
        return 2;
    std::optional<domain::CaseCommand> earlier;
    for (int i = 1;; ++i) {
        const QString value = QString::number(i);
        if (!await(world.open().saveScratch(maker.id(), u"typing"_s, value)))
            return 3;
        out << "typed " << i << Qt::endl;
        const bool replaces = inPlace && earlier;
        const auto edit = setField(u"count"_s, value);
        const domain::CaseCommand command = replaces ? maker.giveInPlaceOf(*earlier, edit) : maker.give(edit);
        const store::Places places = replaces ? store::Places{{command.id, earlier->id}} : store::Places();
        if (!await(world.open().submitAll({command}, maker.stamp(), places)))
            return 4;
        earlier = command;
        out << "left " << i << Qt::endl;
    }
}

/** Opens the store and answers with its failure code. */
int openOnce(const QString &folder)
{
    TestStore world(folder);
    const store::Opened opened = world.tryOpen();
    QTextStream(stdout) << (opened ? u"open"_s : domain::failureText(opened.error().code)) << Qt::endl;
    return 0;
}

} // namespace

/** Other processes: one that is killed while it writes, one that wants the same profile. */
class TstStoreCrash : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void killedInTheMiddle_data();
    void killedInTheMiddle();
    void oneProcessPerProfile();
};

void TstStoreCrash::killedInTheMiddle_data()
{
    QTest::addColumn<int>("lines");
    QTest::addColumn<bool>("inPlace");
    for (const int lines : {1, 2, 3, 8, 21, 50}) {
        QTest::addRow("after %d answers", lines) << lines << false;
        QTest::addRow("after %d answers, one command", lines) << lines << true;
    }
}

void TstStoreCrash::killedInTheMiddle()
{
    QFETCH(int, lines);
    QFETCH(bool, inPlace);
    const QTemporaryDir folder;
    const QString profile = folder.filePath(u"profile"_s);
    QProcess writer;
    writer.start(QCoreApplication::applicationFilePath(), {inPlace ? u"--refill"_s : u"--fill"_s, profile});
    QMap<QByteArray, int> acknowledged;
    const auto take = [&] {
        const QList<QByteArray> words = writer.readLine().trimmed().split(' ');
        acknowledged.insert(words.value(0), words.value(1).toInt());
    };
    for (int line = 0; line < lines; ++line) {
        while (!writer.canReadLine())
            QVERIFY2(writer.waitForReadyRead(waitMs), qPrintable(u"exit %1"_s.arg(writer.exitCode())));
        take();
    }
    writer.kill();
    QVERIFY(writer.waitForFinished(waitMs));
    while (writer.canReadLine())
        take();
    TestStore world(profile);
    const auto draft = await(world.open().lastDraft(u"clerk01"_s));
    QVERIFY(draft);
    QVERIFY(draft->scratch.value(u"typing"_s).toInt() >= acknowledged.value("typed"));
    const int count = draft->current.fields.value(u"count"_s).value.toInt();
    QVERIFY(count >= acknowledged.value("left"));
    // The case is what its journal says, whatever the moment.
    const auto rows = *await(world.open().timeline(draft->current.id));
    QCOMPARE(rows.size(), 3 + (inPlace ? qMin(count, 1) : count));
    QCOMPARE(draft->current.revision, rows.size());
}

void TstStoreCrash::oneProcessPerProfile()
{
    TestStore world;
    world.open();
    const auto ask = [&] {
        QProcess other;
        other.start(QCoreApplication::applicationFilePath(), {u"--open"_s, world.folder()});
        other.waitForFinished(waitMs);
        return QString::fromUtf8(other.readAllStandardOutput()).trimmed();
    };
    QCOMPARE(ask(), u"VLT-009"_s);
    world.close();
    QCOMPARE(ask(), u"open"_s);
    world.open();
}

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const QString mode = app.arguments().value(1);
    if (mode == "--fill"_L1)
        return fillForever(app.arguments().value(2), false);
    if (mode == "--refill"_L1)
        return fillForever(app.arguments().value(2), true);
    if (mode == "--open"_L1)
        return openOnce(app.arguments().value(2));
    TstStoreCrash test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_storecrash.moc"
