// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
// The desktop as app/desktop/main.cpp makes it, telling when its window and then its sign-in page were painted.
// Usage: desktopstart PROFILE. Ends by itself.
#include "firstpaint.h"

#include <QTimer>
#include <desktop/program.h>
#include <ui/theme.h>
#include <vault/hardening.h>

using namespace Qt::StringLiterals;
using namespace yichuang;
using namespace yichuang::bench;

int main(int argc, char **argv)
{
    const app::DesktopOptions options = app::readOptions(
        {u"yichuang"_s, u"--exchange"_s, u"https://127.0.0.1:9"_s, u"--profile"_s, QString::fromLocal8Bit(argc > 1 ? argv[1] : "")});
    if (options.mode == app::DesktopOptions::Mode::SayAndQuit) {
        QTextStream(stderr) << options.said << Qt::endl;
        return 2;
    }
    (void)vault::hardenProcess();
    PaintProbe application(argc, argv);
    QApplication::setApplicationName(u"yichuang"_s);
    QApplication::setOrganizationName(u"Yichuang"_s);
    ui::installTheme(application);
    app::Program program(options);
    bool painted = false;
    application.listen([&](PaintProbe::Moment end, const QSet<const QObject *> &) {
        if (!std::exchange(painted, true))
            tellMoment("painted", end);
        if (program.signIn().state() != desk::EntryState::SignedOut)
            return;
        tellMoment("ready", end);
        tellFiles();
        application.listen({});
        QTimer::singleShot(0, &application, [] { QCoreApplication::exit(0); });
    });
    if (const auto started = program.start(); !started) {
        QTextStream(stderr) << started.error().detail << Qt::endl;
        return 1;
    }
    return QApplication::exec();
}
