// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <desktop/program.h>
#include <ui/theme.h>

#include <QScreen>
#include <QTemporaryDir>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace yichuang;

/** The program as it is started, on the screen that the test's environment describes: nothing of the window is off it. */
class TestStartedWindow : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { ui::installTheme(*qobject_cast<QApplication *>(QCoreApplication::instance())); }
    void fitsItsScreen();
};

void TestStartedWindow::fitsItsScreen()
{
    QTemporaryDir folder;
    app::DesktopOptions options;
    options.exchangeUrl = u"http://127.0.0.1:9"_s;
    options.profile = folder.path();
    options.language = u"zh_CN"_s;
    app::Program program(options);
    QVERIFY(program.start());
    ui::MainWindow &window = program.window();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    const QRect room = window.screen()->availableGeometry();
    const QRect frame = window.frameGeometry();
    const auto words = [](const QRect &rect) {
        return u"%1,%2 %3x%4"_s.arg(rect.x()).arg(rect.y()).arg(rect.width()).arg(rect.height());
    };
    QVERIFY2(room.contains(frame), qPrintable(words(frame) + u" on "_s + words(room)));
    // As large as was designed, or all there is; of a scaled screen rounding takes less than one pixel.
    const int rounding = window.devicePixelRatioF() > 1 ? 1 : 0;
    QVERIFY2(frame.width() >= qMin(1440, room.width()) - rounding && frame.height() >= qMin(900, room.height()) - rounding, qPrintable(words(frame)));
}

QTEST_MAIN(TestStartedWindow)
#include "tst_startedwindow.moc"
