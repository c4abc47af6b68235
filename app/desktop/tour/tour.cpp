// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "tour.h"

#include "stage.h"
#include "tourreport.h"

#include <QApplication>
#include <QCoroTimer>
#include <QDir>
#include <QPixmap>
#include <QTemporaryDir>
#include <QTextStream>
#include <QTimer>

namespace yichuang::app {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto settleTime = 120ms; // a picture shows the screen after its last repaint
constexpr int exitOk = 0;
constexpr int exitFailed = 1;
constexpr int exitNothingWritten = 2;

/** The files that a clerk would have from the scanner, no two with the same bytes; empty when they cannot be written. */
QStringList makePages(const QString &folder)
{
    constexpr int pageCount = 24;
    QStringList pages;
    for (int i = 0; i < pageCount; ++i) {
        QPixmap page(210, 297);
        page.fill(QColor::fromHsv(i * 360 / pageCount, 12, 250));
        pages << QDir(folder).filePath(u"scan-%1.png"_s.arg(i + 1));
        if (!page.save(pages.last()))
            return {};
    }
    return pages;
}

QCoro::Task<> playScene(Stage *stage, TourReport *report, SceneEntry scene)
{
    QElapsedTimer clock;
    clock.start();
    stage->watch.setScene(scene.name);
    stage->driver.clearFault();
    const Seen seen = co_await scene.play(stage);
    const qint64 ms = clock.elapsed();
    TourStep step{scene.name, false, seen.expected, seen.actual, ms};
    if (stage->driver.isStuck())
        step.actual = stage->driver.fault();
    step.ok = !stage->driver.isStuck() && seen.expected == seen.actual;
    co_await QCoro::sleepFor(settleTime);
    stage->watch.excuse();
    report->add(step, stage->program.window().grab());
}

QCoro::Task<> playAll(Stage *stage, TourReport *report)
{
    QString broken;
    for (const SceneEntry &scene : scenes()) {
        if (broken.isEmpty())
            co_await playScene(stage, report, scene);
        else
            report->skip(scene.name, broken);
        if (scene.essential && !report->isGreen() && broken.isEmpty())
            broken = scene.name;
        QTextStream(stdout) << report->lastLine();
    }
    QCoreApplication::exit(exitOk);
}

} // namespace

QList<SceneEntry> scenes()
{
    return {{u"sign-in"_s, signInScene, true},           {u"card"_s, cardScene, true},
            {u"life-event"_s, lifeEventScene, true},     {u"situations"_s, situationsScene},
            {u"certificate-copy"_s, copyScene},
            {u"typing"_s, typingScene},            {u"restart"_s, restartScene, true},
            {u"form"_s, formScene},                {u"wheel"_s, wheelScene},
            {u"materials"_s, materialsScene},
            {u"undo"_s, undoScene},                {u"redo"_s, redoScene},
            {u"received"_s, receiveScene, true},         {u"official-numbers"_s, numbersScene},
            {u"decision"_s, decisionScene},        {u"correction-asked"_s, correctionScene},
            {u"copy-handed-in"_s, handInScene},    {u"correction-answered"_s, answerScene}, {u"second-draft"_s, secondDraftScene},
            {u"newcomer-asked"_s, newcomerAskedScene}, {u"newcomer-kept"_s, newcomerKeptScene}, {u"offline"_s, cableScene},
            {u"offline-entry"_s, offlineEntryScene}, {u"offline-receipt"_s, offlineReceiptScene}, {u"waiting"_s, waitingScene},
            {u"back-online"_s, backOnlineScene},   {u"awaiting-acceptance"_s, awaitingScene},
            {u"not-accepted"_s, notAcceptedScene}, {u"search"_s, searchScene},
            {u"english"_s, englishScene},          {u"chinese"_s, chineseScene},
            {u"reader-unplugged"_s, unpluggedScene}, {u"reader-plugged"_s, pluggedScene}};
}

int runTour(Program &program, TourPrompter &prompter, const QString &folder)
{
    QTextStream out(stdout);
    TourReport report(folder);
    QTemporaryDir files;
    const QStringList pages = makePages(files.path());
    if (!report.prepare() || pages.isEmpty()) {
        QTextStream(stderr) << "yichuang: the tour cannot write to " << folder << Qt::endl;
        return exitNothingWritten;
    }
    prompter.setPages(pages);
    StallWatch watch;
    Stage stage(program, prompter, watch, program.demo()->secret());
    QTimer::singleShot(0, qApp, [&stage, &report] { playAll(&stage, &report); });
    auto *application = qobject_cast<WatchedApplication *>(qApp);
    if (application)
        application->setWatch(&watch);
    const int ended = QApplication::exec();
    if (application)
        application->setWatch(nullptr);
    const bool written = report.write(watch.longestWallMs(), watch.longestCpuMs());
    out << report.summary();
    out << u"longest event on the ui thread %1 ms, of its own time %2 ms (%3); %4 of %5 events over 16 ms\n"_s
               .arg(watch.longestWallMs(), 0, 'f', 1)
               .arg(watch.longestCpuMs(), 0, 'f', 1)
               .arg(watch.longestDuring())
               .arg(watch.slowEvents())
               .arg(watch.events());
    const QStringList dearest = watch.dearest();
    for (const QString &event : dearest)
        out << u"  "_s << event << u'\n';
    out << Qt::flush;
    if (!written)
        return exitNothingWritten;
    // A window closed in the middle ends the event loop too; what was not played did not pass.
    const bool whole = report.isGreen() && report.count() == scenes().size();
    return ended == exitOk && whole ? exitOk : exitFailed;
}

} // namespace yichuang::app
