// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
// yichuang-updater: the service that installs newer versions of the desktop. Wiring and nothing else.
#include "service.h"
#include "windowsmachine.h"

#include <QCoreApplication>
#include <QDir>
#include <QSettings>
#include <QTextStream>
#include <QUuid>
#include <chrono>
#include <cstdio>
#include <desktop/version.h>
#include <qt_windows.h>
#include <update/machineservice.h>
#include <update/servicefolder.h>

namespace {

using namespace Qt::StringLiterals;
using namespace yichuang;

constexpr int exitFailed = 1;
constexpr int exitWrongWords = 2;
/** The log is begun anew above this size, in bytes. */
constexpr qint64 longestLog = 1 << 20;

class WallClock : public domain::Clock
{
public:
    [[nodiscard]] QDateTime now() const override { return QDateTime::currentDateTimeUtc(); }
    [[nodiscard]] qint64 monotonicMs() const override
    {
        return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now().time_since_epoch()).count();
    }
    [[nodiscard]] QString bootId() const override { return m_run; }
    [[nodiscard]] QUuid newId() const override { return QUuid::createUuid(); }

private:
    QString m_run = QUuid::createUuid().toString(QUuid::WithoutBraces);
};

/** A service has no standard error: what the hall's IT may want to read goes into a file beside the status. */
void writeLog(QtMsgType, const QMessageLogContext &context, const QString &text)
{
    QFile file(update::serviceFolder() + u"/service.log"_s);
    const QIODevice::OpenMode how = file.size() > longestLog ? QIODevice::WriteOnly : QIODevice::WriteOnly | QIODevice::Append;
    if (file.open(how | QIODevice::Text))
        QTextStream(&file) << QDateTime::currentDateTimeUtc().toString(Qt::ISODate) << ' ' << context.category << ": " << text << '\n';
}

int work(int argc, char **argv, const app::Running &running)
{
    QCoreApplication application(argc, argv);
    const QString folder = update::serviceFolder();
    if (folder.isEmpty() || !QDir().mkpath(folder))
        return exitFailed;
    qInstallMessageHandler(writeLog);
    // Nobody is there to close a window that says what a program misses; what this one starts inherits it.
    SetErrorMode(SEM_FAILCRITICALERRORS | SEM_NOGPFAULTERRORBOX | SEM_NOOPENFILEERRORBOX);
    // What is installed is what the MSI says: it wrote this before it started the service.
    const QSettings setup(u"HKEY_LOCAL_MACHINE\\SOFTWARE\\Yichuang\\Setup"_s, QSettings::NativeFormat);
    const update::Running installed{setup.value(u"version"_s).toString(), setup.value(u"schema"_s).toInt(), u"msi"_s};
    const auto settings = update::machineUpdateSettings();
    const WallClock clock;
    app::WindowsMachine machine(setup.value(u"product"_s).toString(), folder);
    update::MachineService service(settings.value_or(update::UpdateSettings()), machine, installed, folder, update::serviceAddress(), clock, {});
    service.begin(settings ? std::nullopt : std::optional(settings.error()));
    running();
    return QCoreApplication::exec();
}

/** For the uninstallation: what the service kept. Not while it is the service that lets another version take the place of this one. */
int forget()
{
    if (update::readServiceStatus(update::serviceStatusFile()).installing)
        return 0;
    const QString folder = update::serviceFolder();
    return folder.isEmpty() || !QDir(folder).exists() || QDir(folder).removeRecursively() ? 0 : exitFailed;
}

} // namespace

int main(int argc, char **argv)
{
    const QByteArray word = argc == 2 ? argv[1] : "";
    if (word == "--version")
        return QTextStream(stdout) << "yichuang-updater " << app::desktopVersion() << Qt::endl, 0;
    if (word == "--forget")
        return forget();
    if (word == "--service" && app::runAsService([argc, argv](const app::Running &running) { return work(argc, argv, running); }))
        return 0;
    QTextStream(stderr) << "yichuang-updater: a service of Windows that the MSI installs; it is not started by hand" << Qt::endl;
    return exitWrongWords;
}
