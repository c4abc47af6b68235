// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <QTimer>
#include <QtTest>
#include <desktop/tour/stallwatch.h>

using namespace Qt::StringLiterals;
using namespace yichuang::app;

/** Works for as long as it is told when an event of its own comes. */
class Busy : public QObject
{
    Q_OBJECT
public:
    std::function<void()> work;
    bool event(QEvent *event) override
    {
        if (event->type() == QEvent::User)
            work();
        return QObject::event(event);
    }
};

/** The meter of the tour: the event that keeps the ui thread is measured and named. */
class TstStallWatch : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void dearestEventIsNamed();
    void pauseCountsNothing();

private:
    /** Runs the work in an event of an object of that name. */
    static void inAnEvent(const std::function<void()> &work, const QString &name = u"busy"_s);
    static void spin(int ms);
};

void TstStallWatch::inAnEvent(const std::function<void()> &work, const QString &name)
{
    Busy busy;
    busy.setObjectName(name);
    busy.work = work;
    QCoreApplication::sendEvent(&busy, std::make_unique<QEvent>(QEvent::User).get());
}

void TstStallWatch::spin(int ms)
{
    // Time of its own: on a crowded machine the clock on the wall runs while others work.
    const double before = StallWatch::threadCpuMs();
    while (StallWatch::threadCpuMs() - before < ms)
        continue;
}

void TstStallWatch::dearestEventIsNamed()
{
    StallWatch watch;
    qobject_cast<WatchedApplication *>(qApp)->setWatch(&watch);
    watch.setScene(u"card"_s);
    inAnEvent([] { spin(2); });
    inAnEvent([] { inAnEvent([] { spin(40); }, u"inner"_s); });
    watch.setScene(u"form"_s);
    inAnEvent([] {});
    qobject_cast<WatchedApplication *>(qApp)->setWatch(nullptr);
    QCOMPARE(watch.events(), 3);
    QCOMPARE(watch.longestDuring(), u"card"_s);
    QVERIFY(watch.longestWallMs() >= 40);
    const QStringList dearest = watch.dearest();
    QCOMPARE(dearest.size(), 3);
    QVERIFY2(dearest.first().endsWith(u"User to Busy busy during card: User to Busy inner"_s), qPrintable(dearest.first()));
    QVERIFY2(dearest.first().startsWith(u"%1 ms "_s.arg(watch.longestCpuMs(), 0, 'f', 1)), qPrintable(dearest.first()));
}

void TstStallWatch::pauseCountsNothing()
{
    StallWatch watch;
    qobject_cast<WatchedApplication *>(qApp)->setWatch(&watch);
    inAnEvent([&watch] {
        watch.setPaused(true);
        spin(20);
        watch.setPaused(false);
    });
    inAnEvent([] { spin(1); });
    qobject_cast<WatchedApplication *>(qApp)->setWatch(nullptr);
    QCOMPARE(watch.events(), 1);
}

int main(int argc, char **argv)
{
    WatchedApplication application(argc, argv);
    TstStallWatch test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_stallwatch.moc"
