// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
// yichuang: the desktop. Arguments, wiring and nothing else.
#include "display.h"
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
#include <algorithm>
#include <ui/startwords.h>
#include <ui/theme.h>
#include <ui/translator.h>
#include <vault/hardening.h>

namespace {

using namespace Qt::StringLiterals;
using yichuang::app::DesktopOptions;

constexpr int exitFailed = 1;

/** Whether a script waits for the end: nobody may be there to click. Asked where the words did not make options. */
bool isUnattended(const QStringList &arguments)
{
    return std::any_of(arguments.cbegin(), arguments.cend(), [](const QString &word) {
        return word.startsWith("--selftest"_L1) || word.startsWith("--tour"_L1) || word == "--check-store"_L1 || word == "--check-options"_L1;
    });
}

/** What main() ends with before there is a window. */
int sayAndQuit(int argc, char **argv, const DesktopOptions &options, const QStringList &arguments)
{
    QString said = options.said;
    if (!options.settingFaults.isEmpty()) {
        // The translations want an application, if one without a display.
        const QCoreApplication application(argc, argv);
        yichuang::ui::Translator translator;
        translator.setLanguage(options.language);
        const yichuang::app::SettingFault &fault = options.settingFaults.first();
        said = yichuang::ui::settingRefusal(fault.setting, yichuang::app::machineSettingsPlace(),
                                           {yichuang::domain::FailureCode::MachineSettingInvalid, fault.detail, false}) + u'\n';
    }
    if (options.exitCode == 0)
        yichuang::app::sayAtEntry(said);
    else if (isUnattended(arguments))
        yichuang::app::refuseUnattended(said);
    else
        yichuang::app::refuseAtEntry(said, options.language);
    return options.exitCode;
}

/** To whoever started it in a shell or finds it in a log: a box would want the screen that is missing. */
int sayThatThereIsNoDisplay(int argc, char **argv, const DesktopOptions &options)
{
    const QCoreApplication application(argc, argv);
    yichuang::ui::Translator translator;
    translator.setLanguage(options.language);
    const QString detail = u"no X display answers, DISPLAY is \"%1\""_s.arg(qEnvironmentVariable("DISPLAY"));
    yichuang::app::refuseUnattended(
        yichuang::ui::startRefusal({yichuang::domain::FailureCode::DisplayUnreachable, detail, false}) + u'\n');
    return yichuang::app::exitNoDisplay;
}

void sayLockFaults(const DesktopOptions &options)
{
    for (const QString &fault : options.lockFaults) {
        QTextStream(stderr) << "yichuang: what this machine locks cannot be understood, so that everything is locked: " << fault
                            << Qt::endl;
    }
}

bool startProgram(yichuang::app::Program &program, const DesktopOptions &options)
{
    if (const auto started = program.start(); !started) {
        const QString why = u"yichuang: %1 %2\n"_s.arg(yichuang::domain::failureText(started.error().code), started.error().detail);
        if (options.tourFolder.isEmpty())
            yichuang::app::refuseAtEntry(why, options.language);
        else
            yichuang::app::refuseUnattended(why);
        return false;
    }
    if (options.demo && options.tourFolder.isEmpty()) {
        QTextStream(stdout) << "demo accounts: clerk01, super01; password of this run: " << program.demo()->secret()
                            << Qt::endl;
    }
    return true;
}

int runProgram(const DesktopOptions &options)
{
    yichuang::app::TourPrompter prompter;
    yichuang::app::Program program(options, options.tourFolder.isEmpty() ? nullptr : &prompter);
    if (program.gaveWay())
        return yichuang::app::exitForNewVersion;
    // Whatever ends a version on trial from its first step on is to count.
    int code = 0;
    program.whenHeard([&program, &options, &code] {
        code = startProgram(program, options) ? 0 : exitFailed;
        if (code != 0)
            QCoreApplication::exit(code); // out of the loop, where it runs already
    });
    if (code != 0)
        return code;
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
    if (options.mode == DesktopOptions::Mode::SayAndQuit)
        return sayAndQuit(argc, argv, options, arguments);
    if (options.mode == DesktopOptions::Mode::RemoveStores)
        return yichuang::app::removeStoresOfThisMachine();
    if (options.mode == DesktopOptions::Mode::ForgetUpdates)
        return yichuang::app::forgetUpdatesOfThisMachine();
    sayLockFaults(options);
    const QStringList weak = yichuang::vault::hardenProcess();
    for (const QString &what : weak)
        QTextStream(stderr) << "yichuang: " << what << Qt::endl;
    if (!yichuang::app::isDisplayThere())
        return sayThatThereIsNoDisplay(argc, argv, options);
    yichuang::app::WatchedApplication application(argc, argv);
    QApplication::setApplicationName(u"yichuang"_s);
    QApplication::setOrganizationName(u"Yichuang"_s);
    QApplication::setApplicationVersion(yichuang::app::desktopVersion());
    if (!options.selfTestFile.isEmpty())
        return yichuang::app::runSelfTest(options);
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
