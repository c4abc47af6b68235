// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
// yichuang: the desktop. Arguments, wiring and nothing else.
#include "endsignals.h"
#include "entry.h"
#include "options.h"
#include "program.h"
#include "selftest.h"
#include "storecare.h"
#include "storeremoval.h"
#include "tour/stallwatch.h"
#include "tour/tour.h"
#include "tour/tourprompter.h"
#include "updates.h"
#include "version.h"

#include <QTextStream>
#include <ui/theme.h>
#include <vault/hardening.h>

namespace {

using namespace Qt::StringLiterals;
using yichuang::app::DesktopOptions;

constexpr int exitFailed = 1;

int runProgram(const DesktopOptions &options)
{
    yichuang::app::TourPrompter prompter;
    yichuang::app::Program program(options, options.tourFolder.isEmpty() ? nullptr : &prompter);
    if (program.gaveWay())
        return yichuang::app::exitForNewVersion;
    if (const auto started = program.start(); !started) {
        yichuang::app::sayAtEntry(u"yichuang: %1 %2\n"_s.arg(yichuang::domain::failureText(started.error().code), started.error().detail), true);
        return exitFailed;
    }
    if (options.demo && options.tourFolder.isEmpty()) {
        QTextStream(stdout) << "demo accounts: clerk01, super01; password of this run: " << program.demo()->secret()
                            << Qt::endl;
    }
    if (!options.tourFolder.isEmpty())
        return yichuang::app::runTour(program, prompter, options.tourFolder);
    return QApplication::exec();
}

} // namespace

int main(int argc, char **argv)
{
    yichuang::app::speakToCallersConsole();
    const QStringList arguments = yichuang::app::programArguments(argc, argv);
    const DesktopOptions options = yichuang::app::readOptions(arguments, yichuang::app::machineSettings());
    if (options.mode == DesktopOptions::Mode::SayAndQuit) {
        yichuang::app::sayAtEntry(options.said, options.exitCode != 0);
        return options.exitCode;
    }
    if (options.mode == DesktopOptions::Mode::RemoveStores)
        return yichuang::app::removeStoresOfThisMachine();
    if (options.mode == DesktopOptions::Mode::ForgetUpdates)
        return yichuang::app::forgetUpdatesOfThisMachine();
    const QStringList weak = yichuang::vault::hardenProcess();
    for (const QString &what : weak)
        QTextStream(stderr) << "yichuang: " << what << Qt::endl;
    yichuang::app::WatchedApplication application(argc, argv);
    QApplication::setApplicationName(u"yichuang"_s);
    QApplication::setOrganizationName(u"Yichuang"_s);
    QApplication::setApplicationVersion(yichuang::app::desktopVersion());
    if (!options.selfTestFile.isEmpty())
        return yichuang::app::runSelfTest(options.selfTestFile);
    if (options.care != DesktopOptions::Care::None)
        return yichuang::app::runStoreCare(options);
    const yichuang::app::EndSignals endSignals;
    QObject::connect(&endSignals, &yichuang::app::EndSignals::asked, &application, &QCoreApplication::quit);
    yichuang::ui::installTheme(application);
    const int code = runProgram(options);
    // Everything of this program is closed by now.
    if (code != yichuang::app::exitForNewVersion)
        return code;
    yichuang::app::becomeNewVersion(arguments);
    return exitFailed;
}
