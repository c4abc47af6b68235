// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "await.h"
#include "deskworld.h"

using namespace Qt::StringLiterals;
using namespace yichuang;
using desk::CounterPhase;
using domain::AttachedFile;
using domain::FailureCode;
using domain::MaterialStatus;
using domain::MaterialWay;
using test::await;
using test::DeskWorld;
using test::World;

namespace {

constexpr int patienceMs = 20000;

} // namespace

/** Files that stand for papers: added by choice, refused one by one, removed one by one. */
class TestDeskPapers : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_world = std::make_unique<World>(60); }
    void init();
    void cleanup() { m_desk.reset(); }
    void files_data();
    void files();
    void choicesAdd();
    void badOneLeavesTheOthers();
    void sameBytesOnce();
    void asManyAsGo();
    void anotherWayGivesPlace();
    void whatWasTakenOffStaysHere();

private:
    /** A file of this name and content in the folder of this test; its path. */
    QString paper(const QString &name, const QByteArray &content = {});
    QList<AttachedFile> attached() const { return m_desk->view().openCase.materials.value(m_key).files; }
    QStringList names() const;
    MaterialStatus status() const;
    void attach(const QStringList &paths) { m_desk->counter->attachFiles(m_key, paths); }

    std::unique_ptr<World> m_world;
    std::unique_ptr<DeskWorld> m_desk;
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_key; ///< a missing material that may be a file
};

void TestDeskPapers::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_desk = std::make_unique<DeskWorld>(*m_world);
    m_desk->enter();
    m_desk->place(0);
    m_desk->awaitListing();
    m_key.clear();
    const QList<const domain::ServiceItem *> items = m_world->catalogue().itemsOn(m_world->clock.today());
    for (const domain::ServiceItem *item : items) {
        m_desk->counter->addItem(item->id);
        for (const domain::PlannedMaterial &material : m_desk->view().plan.materials) {
            if (material.ways.contains(MaterialWay::FileAttached) && material.ways.contains(MaterialWay::OriginalSeen) && material.status == MaterialStatus::Missing)
                m_key = material.key;
        }
        if (!m_key.isEmpty())
            return;
        if (!m_desk->view().openCase.parts.isEmpty())
            m_desk->counter->removeItem(m_desk->view().openCase.parts.last().id);
    }
    QFAIL("the demo catalogue has a material that may be a file");
}

QString TestDeskPapers::paper(const QString &name, const QByteArray &content)
{
    const QString path = m_folder->filePath(name);
    QFile file(path);
    const QByteArray bytes = content.isEmpty() ? "%PDF-1.7 " + name.toUtf8() : content;
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("no paper");
    return path;
}

QStringList TestDeskPapers::names() const
{
    QStringList all;
    const QList<AttachedFile> files = attached();
    for (const AttachedFile &file : files)
        all << file.name;
    return all;
}

MaterialStatus TestDeskPapers::status() const
{
    for (const domain::PlannedMaterial &material : m_desk->view().plan.materials) {
        if (material.key == m_key)
            return material.status;
    }
    return MaterialStatus::NotNeeded;
}

void TestDeskPapers::files_data()
{
    QTest::addColumn<qint64>("size");
    QTest::addColumn<QString>("code");
    QTest::newRow("smallest") << qint64(5) << QString();
    QTest::newRow("no paper") << qint64(4) << u"STO-007"_s;
    QTest::newRow("largest") << qint64(8 << 20) << QString();
    QTest::newRow("one byte more") << qint64((8 << 20) + 1) << u"STO-006"_s;
    QTest::newRow("empty") << qint64(0) << u"STO-007"_s;
    QTest::newRow("not there") << qint64(-1) << u"STO-007"_s;
}

void TestDeskPapers::files()
{
    QFETCH(qint64, size);
    QFETCH(QString, code);
    const QString path = m_folder->filePath(u"scan 1.pdf"_s);
    const QByteArray content = QByteArray("%PDF-").leftJustified(std::max<qint64>(0, size), 'p', true);
    if (size >= 0) {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(content), size);
    }
    attach({path});
    if (!code.isEmpty()) {
        QTRY_VERIFY_WITH_TIMEOUT(m_desk->view().error, patienceMs);
        QCOMPARE(domain::failureText(m_desk->view().error->code), code);
        QVERIFY(!m_desk->view().openCase.materials.contains(m_key));
        return;
    }
    QTRY_COMPARE_WITH_TIMEOUT(names(), QStringList{u"scan 1.pdf"_s}, patienceMs);
    const domain::MaterialState state = m_desk->view().openCase.materials.value(m_key);
    QCOMPARE(state.way, MaterialWay::FileAttached);
    QCOMPARE(state.by, u"clerk01"_s);
    QCOMPARE(state.files.first().size, size);
    QCOMPARE(*await(m_desk->store().loadAttachment(state.files.first().id)), content);
    QCOMPARE(status(), MaterialStatus::Attached);
}

/** Three choices, and each page goes by itself; undo takes back one step of the clerk's. */
void TestDeskPapers::choicesAdd()
{
    attach({paper(u"1.pdf"_s), paper(u"2.pdf"_s)});
    QTRY_COMPARE_WITH_TIMEOUT(attached().size(), 2, patienceMs);
    attach({paper(u"3.pdf"_s)});
    QTRY_COMPARE_WITH_TIMEOUT(names(), (QStringList{u"1.pdf"_s, u"2.pdf"_s, u"3.pdf"_s}), patienceMs);
    QVERIFY(!m_desk->view().error);
    m_desk->counter->undo();
    QCOMPARE(names(), (QStringList{u"1.pdf"_s, u"2.pdf"_s}));
    m_desk->counter->redo();
    m_desk->counter->removeFile(m_key, attached().at(1).id);
    QCOMPARE(names(), (QStringList{u"1.pdf"_s, u"3.pdf"_s}));
    m_desk->counter->removeFile(m_key, u"no such file"_s);
    QCOMPARE(attached().size(), 2);
    m_desk->awaitSaved();
    QCOMPARE(m_desk->stored(m_desk->view().openCase.id).materials.value(m_key).files, attached());
    m_desk->counter->removeFile(m_key, attached().first().id);
    QCOMPARE(status(), MaterialStatus::Attached);
    m_desk->counter->removeFile(m_key, attached().first().id);
    QCOMPARE(status(), MaterialStatus::Missing);
    QVERIFY(!m_desk->view().openCase.materials.contains(m_key));
    m_desk->counter->undo();
    QCOMPARE(names(), QStringList{u"3.pdf"_s});
}

void TestDeskPapers::badOneLeavesTheOthers()
{
    attach({paper(u"1.pdf"_s), paper(u"run.pdf"_s, "MZ"), paper(u"large.pdf"_s, QByteArray("%PDF-").leftJustified((8 << 20) + 1, 'p')), paper(u"2.pdf"_s)});
    QTRY_COMPARE_WITH_TIMEOUT(names(), (QStringList{u"1.pdf"_s, u"2.pdf"_s}), patienceMs);
    const QList<desk::FileRefusal> refused = m_desk->view().refusedFiles;
    QCOMPARE(refused.size(), 2);
    QCOMPARE(refused.at(0).fileName, u"run.pdf"_s);
    QCOMPARE(refused.at(0).error.code, FailureCode::AttachmentUnreadable);
    QCOMPARE(refused.at(1).fileName, u"large.pdf"_s);
    QCOMPARE(refused.at(1).error.code, FailureCode::AttachmentTooLarge);
    QCOMPARE(m_desk->view().error, std::optional(refused.first().error));
    // The next thing that works ends it.
    m_desk->counter->removeFile(m_key, attached().first().id);
    QVERIFY(!m_desk->view().error);
    QVERIFY(m_desk->view().refusedFiles.isEmpty());
}

/** The same bytes under another name, within one choice and in a later one; another material takes them. */
void TestDeskPapers::sameBytesOnce()
{
    attach({paper(u"1.pdf"_s, "%PDF-same"), paper(u"copy.pdf"_s, "%PDF-same")});
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->view().refusedFiles.size(), 1, patienceMs);
    QCOMPARE(names(), QStringList{u"1.pdf"_s});
    QCOMPARE(m_desk->view().refusedFiles.first().fileName, u"copy.pdf"_s);
    QCOMPARE(m_desk->view().refusedFiles.first().error.code, FailureCode::AttachmentTwice);
    attach({m_folder->filePath(u"copy.pdf"_s), paper(u"2.pdf"_s)});
    QTRY_COMPARE_WITH_TIMEOUT(names(), (QStringList{u"1.pdf"_s, u"2.pdf"_s}), patienceMs);
    QCOMPARE(m_desk->view().refusedFiles.size(), 1);
    // Two choices at once: neither loses what the other added, and the same file is not in twice.
    attach({paper(u"3.pdf"_s)});
    attach({m_folder->filePath(u"3.pdf"_s), paper(u"4.pdf"_s)});
    QTRY_COMPARE_WITH_TIMEOUT(attached().size(), 4, patienceMs);
    QStringList once = names();
    QCOMPARE(once.removeDuplicates(), 0);
}

void TestDeskPapers::asManyAsGo()
{
    QStringList paths;
    for (int i = 1; i <= domain::mostFilesOfMaterial + 2; ++i)
        paths << paper(u"%1.pdf"_s.arg(i));
    attach(paths);
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->view().refusedFiles.size(), 2, patienceMs);
    QCOMPARE(attached().size(), domain::mostFilesOfMaterial);
    QCOMPARE(m_desk->view().refusedFiles.last().error.code, FailureCode::AttachmentsFull);
    QCOMPARE(m_desk->view().refusedFiles.last().fileName, u"22.pdf"_s);
}

/** A material is satisfied in one way at a time: files begin anew after an original was seen. */
void TestDeskPapers::anotherWayGivesPlace()
{
    attach({paper(u"1.pdf"_s)});
    QTRY_COMPARE_WITH_TIMEOUT(attached().size(), 1, patienceMs);
    m_desk->counter->satisfyMaterial(m_key, MaterialWay::OriginalSeen, {}, {});
    QVERIFY2(!m_desk->view().error, "an original takes the place of the files");
    QVERIFY(attached().isEmpty());
    attach({paper(u"2.pdf"_s)});
    QTRY_COMPARE_WITH_TIMEOUT(names(), QStringList{u"2.pdf"_s}, patienceMs);
    QCOMPARE(m_desk->view().openCase.materials.value(m_key).originals, 0);
}

/** The wrong person's paper, taken by mistake and removed: it never leaves this desk, neither does its name. */
void TestDeskPapers::whatWasTakenOffStaysHere()
{
    attach({paper(u"wrong.pdf"_s)});
    QTRY_COMPARE_WITH_TIMEOUT(names(), QStringList{u"wrong.pdf"_s}, patienceMs);
    const QString wrong = attached().first().id;
    m_desk->counter->removeFile(m_key, wrong);
    QVERIFY(attached().isEmpty());
    m_desk->counter->undo();
    QCOMPARE(names(), QStringList{u"wrong.pdf"_s});
    attach({paper(u"right.pdf"_s)});
    QTRY_COMPARE_WITH_TIMEOUT(attached().size(), 2, patienceMs);
    const QString right = attached().last().id;
    m_desk->counter->removeFile(m_key, wrong);
    QVERIFY(m_desk->completeByDesk());
    const domain::CaseId id = m_desk->view().openCase.id;
    m_desk->counter->receive();
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->view().phase, CounterPhase::Received, patienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(await(m_desk->store().waitingCount()).value() == 0 && m_world->truth(id), patienceMs);
    QCOMPARE(m_world->truth(id)->materials.value(m_key).files.size(), 1);
    QCOMPARE(m_world->network.count("PUT /api/v1/attachments/" + right.toLatin1()), 1);
    QCOMPARE(m_world->network.count("PUT /api/v1/attachments/" + wrong.toLatin1()), 0);
    const auto told = await(m_desk->store().timeline(id));
    const auto names = [&](const store::TimelineRow &row) {
        const auto *set = std::get_if<domain::command::SetMaterial>(&row.command.body);
        return set && set->state && std::any_of(set->state->files.cbegin(), set->state->files.cend(), [&](const AttachedFile &file) { return file.id == wrong; });
    };
    QVERIFY(std::none_of(told->cbegin(), told->cend(), names));
}

QTEST_MAIN(TestDeskPapers)
#include "tst_deskpapers.moc"
