// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "options.h"

#include "version.h"

#include <QCommandLineParser>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>
#include <device/readeruri.h>
#include <optional>
#include <remote/endpoint.h>

namespace yichuang::app {

using domain::FailureCode;
using namespace Qt::StringLiterals;

namespace {

// The command line speaks English: it is read by those who install and test.
DesktopOptions refuse(const QString &why, FailureCode code = FailureCode::ArgumentInvalid)
{
    DesktopOptions options;
    options.mode = DesktopOptions::Mode::SayAndQuit;
    options.exitCode = 2;
    options.said = u"yichuang: %1 "_s.arg(domain::failureText(code)) + why + u"\n(try yichuang --help)\n"_s;
    return options;
}

DesktopOptions say(const QString &text)
{
    DesktopOptions options;
    options.mode = DesktopOptions::Mode::SayAndQuit;
    options.said = text;
    return options;
}

void describe(QCommandLineParser &parser)
{
    parser.setApplicationDescription(u"The desktop of a comprehensive government service window."_s);
    parser.addOptions({
        {u"exchange"_s, u"Address of the exchange, https://HOST[:PORT]; plain http only on this machine."_s, u"URL"_s},
        {u"ca"_s, u"PEM file of an authority to trust besides the system's."_s, u"FILE"_s},
        {u"client-cert"_s, u"PEM file of the certificate that this workplace shows, for an exchange that asks for one (--client-ca there)."_s, u"FILE"_s},
        {u"client-key"_s, u"PEM file of its private key, without a password."_s, u"FILE"_s},
        {u"reader"_s, u"A card reader: serial:/dev/ttyUSB0?baud=115200, serial:COM3, tcp:HOST:PORT or demo: (repeatable)."_s, u"URI"_s},
        {u"profile"_s, u"Folder of this workplace's encrypted store."_s, u"DIR"_s},
        {u"offline-entry-days"_s, u"Who signed in here at most N days ago may sign in while the exchange is away, 0 to 31; 0: nobody (default 7)."_s, u"N"_s, u"7"_s},
        {u"language"_s, u"zh_CN (default) or en."_s, u"LANGUAGE"_s, u"zh_CN"_s},
        {u"demo"_s, u"A fictional city on an embedded exchange with a virtual reader; nothing is kept. With --exchange: on an exchange of this machine that was started with --seed-demo and the same --seed; YICHUANG_DEMO_SECRET holds its password."_s},
        {u"demo-tcp-reader"_s, u"With --demo: the virtual reader is reached over TCP, as one behind a network box is."_s},
        {u"citizens"_s, u"People of the demo city, 50 to 100000 (default 400)."_s, u"N"_s, u"400"_s},
        {u"seed"_s, u"Seed of the demo city: the same seed makes the same city."_s, u"N"_s, u"20261123"_s},
        {u"tour"_s, u"With --demo: plays the main job, writes pictures and tour.json to DIR, ends; exit code 1 if a step failed."_s, u"DIR"_s},
        {u"selftest"_s, u"Writes what this installation can do to FILE as JSON and ends."_s, u"FILE"_s},
        {u"check-store"_s, u"Reads the whole store of the profile, says what is wrong with it and ends; exit code 1 if it is not sound. The program must not run."_s},
        {u"check-options"_s, u"Says by the exit code, 0 or 2, whether the program starts with the other options and this machine's settings, and ends."_s},
        {u"updates"_s, u"Where newer versions of this AppImage come from: https://HOST/FOLDER, or a folder."_s, u"SOURCE"_s},
        {u"update-keys"_s, u"PEM file of the public keys that sign the list of versions, instead of those of the build."_s, u"FILE"_s},
        {u"update-channel"_s, u"Which list is read (default stable)."_s, u"NAME"_s},
        {u"update-at-start"_s, u"Puts a fetched version in place at the next start, without asking."_s},
        {{u"h"_s, u"help"_s}, u"Shows this text."_s},
        {{u"v"_s, u"version"_s}, u"Shows the version."_s},
    });
#ifdef Q_OS_WIN
    // For the uninstallation alone.
    for (const QString &name : {u"remove-stores"_s, u"forget-updates"_s}) {
        QCommandLineOption removal(name);
        removal.setFlags(QCommandLineOption::HiddenFromHelp);
        parser.addOption(removal);
    }
#endif
}

constexpr qint64 largestPem = 1 << 20; // bytes

/** The file's first bytes; nothing when it cannot be read. */
std::optional<QByteArray> pemOf(const QString &path)
{
    QFile file(path);
    if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly))
        return std::nullopt;
    return file.read(largestPem);
}

/** What is wrong with the file of a certificate, if it is named. */
void checkCertificate(const QString &option, const QString &path, QList<SettingFault> &faults)
{
    if (path.isEmpty())
        return;
    const auto pem = pemOf(path);
    if (!pem)
        faults << SettingFault{option, path + u": the file cannot be read"_s};
    else if (!pem->contains("-----BEGIN CERTIFICATE-----"))
        faults << SettingFault{option, path + u": the file holds no PEM certificate"_s};
}

void checkKey(const DesktopOptions &options, QList<SettingFault> &faults)
{
    if (options.certificateFile.isEmpty() != options.keyFile.isEmpty()) {
        const bool isKey = options.certificateFile.isEmpty();
        faults << SettingFault{isKey ? u"client-key"_s : u"client-cert"_s,
                               (isKey ? options.keyFile : options.certificateFile) + u": client-cert and client-key go together"_s};
    }
    if (options.certificateFile.isEmpty() || options.keyFile.isEmpty())
        return;
    const auto pem = pemOf(options.keyFile);
    if (!pem)
        faults << SettingFault{u"client-key"_s, options.keyFile + u": the file cannot be read"_s};
    else if (!remote::isPrivateKey(*pem))
        faults << SettingFault{u"client-key"_s, options.keyFile + u": the file holds no PEM key, or one with a password"_s};
}

/** The option's value, else what the environment says, else what the machine is set to. A lock closes the first two. */
QString firstOf(const QCommandLineParser &parser, const QString &option, const char *environment, const MachineSettings &machine,
                const QString &setting)
{
    if (parser.isSet(option))
        return parser.value(option);
    const QString fromEnvironment = environment && !machine.locked.contains(option) ? qEnvironmentVariable(environment) : QString();
    return fromEnvironment.isEmpty() ? setting : fromEnvironment;
}

/** The texts as they were given, not yet checked. */
DesktopOptions given(const QCommandLineParser &parser, const MachineSettings &machine)
{
    DesktopOptions options;
    options.demo = parser.isSet(u"demo"_s);
    // A workplace's exchange, store and readers are not the demo's.
    const MachineSettings workplace = options.demo ? MachineSettings() : machine;
    // The demo goes to no exchange that it was not told of on the spot.
    options.exchangeUrl = options.demo ? parser.value(u"exchange"_s)
                                       : firstOf(parser, u"exchange"_s, "YICHUANG_EXCHANGE", machine, workplace.exchangeUrl);
    options.demoSecret = qEnvironmentVariable("YICHUANG_DEMO_SECRET");
    options.demoTcpReader = parser.isSet(u"demo-tcp-reader"_s);
    options.authorityFile = firstOf(parser, u"ca"_s, nullptr, machine, workplace.authorityFile);
    options.certificateFile = firstOf(parser, u"client-cert"_s, nullptr, machine, workplace.certificateFile);
    options.keyFile = firstOf(parser, u"client-key"_s, nullptr, machine, workplace.keyFile);
    options.profile = firstOf(parser, u"profile"_s, nullptr, machine, workplace.profile);
    options.photoDecoder = machine.locked.contains(u"photo-decoder"_s) ? machine.photoDecoder
                                                                       : qEnvironmentVariable("YICHUANG_PHOTO_DECODER", machine.photoDecoder);
    options.locked = machine.locked;
    options.lockFaults = machine.lockFaults;
    options.tourFolder = parser.value(u"tour"_s);
    options.selfTestFile = parser.value(u"selftest"_s);
    options.language = firstOf(parser, u"language"_s, nullptr, machine, machine.language);
    if (options.language.isEmpty())
        options.language = parser.value(u"language"_s);
    options.readers = parser.isSet(u"reader"_s) ? parser.values(u"reader"_s) : workplace.readers;
    options.updates = {parser.value(u"updates"_s), parser.value(u"update-keys"_s), parser.value(u"update-channel"_s),
                       options.authorityFile, parser.isSet(u"update-at-start"_s)};
    return options;
}

/** What is wrong with how the screens and readers are to be; reads the days as well. */
QList<SettingFault> faultsOfWorkplace(const QString &days, DesktopOptions &options)
{
    QList<SettingFault> faults;
    bool isNumber = false;
    options.offlineEntryDays = days.toInt(&isNumber);
    if (!isNumber || options.offlineEntryDays < 0 || options.offlineEntryDays > 31)
        faults << SettingFault{u"offline-entry-days"_s, days + u": takes a number from 0 to 31"_s};
    if (options.language != "zh_CN"_L1 && options.language != "en"_L1)
        faults << SettingFault{u"language"_s, options.language + u": takes zh_CN or en"_s};
    for (const QString &reader : std::as_const(options.readers)) {
        if (const auto uri = device::ReaderUri::parse(reader); !uri)
            faults << SettingFault{u"reader"_s, reader + u": "_s + uri.error().detail};
    }
    return faults;
}

QList<SettingFault> faultsOfExchange(const DesktopOptions &options)
{
    QList<SettingFault> faults;
    if (!options.exchangeUrl.isEmpty()) {
        if (const auto endpoint = remote::Endpoint::fromText(options.exchangeUrl); !endpoint)
            faults << SettingFault{u"exchange"_s, options.exchangeUrl + u": "_s + endpoint.error().detail};
        else if (options.demo && !endpoint->isThisMachine()) // nobody's demo may reach a hall's exchange
            faults << SettingFault{u"exchange"_s, options.exchangeUrl + u": the demo wants an exchange of this machine"_s};
    }
    checkCertificate(u"ca"_s, options.authorityFile, faults);
    checkCertificate(u"client-cert"_s, options.certificateFile, faults);
    checkKey(options, faults);
    return faults;
}

/** Whether the value comes from the machine, not from whoever started the program. */
bool isOfMachine(const QString &setting, const QCommandLineParser &parser, const MachineSettings &machine)
{
    const bool hears = setting == "exchange"_L1 && !machine.locked.contains(setting);
    return !parser.isSet(setting) && !(hears && !qEnvironmentVariableIsEmpty("YICHUANG_EXCHANGE"));
}

/** The first of the faults; in the language of the screens where nobody typed it. */
DesktopOptions refuseFault(const SettingFault &fault, bool ofMachine, const DesktopOptions &asked)
{
    if (!ofMachine)
        return refuse(u"--%1 %2"_s.arg(fault.setting, fault.detail));
    DesktopOptions options = refuse(u"%1 the setting %2 of this machine: %3"_s.arg(
        domain::failureText(domain::FailureCode::MachineSettingInvalid), fault.setting, fault.detail));
    options.settingFaults = {fault};
    options.language = asked.language == "en"_L1 ? asked.language : u"zh_CN"_s;
    return options;
}

/** What --selftest goes on with: whatever is wrong with the machine's settings is in its report. */
DesktopOptions toldBySelfTest(DesktopOptions options, const QList<SettingFault> &faults, const QCommandLineParser &parser, const MachineSettings &machine)
{
    for (const SettingFault &fault : faults) {
        if (parser.isSet(fault.setting))
            return refuseFault(fault, false, options);
        if (isOfMachine(fault.setting, parser, machine))
            options.settingFaults << fault;
    }
    return options;
}

/** What does not go together, or is left out; empty when all is well. */
QString contradiction(const QCommandLineParser &parser, const DesktopOptions &options)
{
    if (options.demo && parser.isSet(u"profile"_s))
        return u"--demo keeps nothing; leave --profile out"_s;
    if (options.demoTcpReader && (!options.demo || parser.isSet(u"reader"_s)))
        return u"--demo-tcp-reader needs --demo, and no --reader"_s;
    if (!options.demo && !options.tourFolder.isEmpty())
        return u"--tour needs --demo"_s;
    if (!options.demo && options.exchangeUrl.isEmpty())
        return u"name the exchange with --exchange URL, or try --demo"_s;
    return {};
}

} // namespace

QString profileFolder(const DesktopOptions &options)
{
    if (!options.profile.isEmpty())
        return QDir(options.profile).absolutePath();
    return QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation) + u"/profile"_s;
}

DesktopOptions readOptions(const QStringList &arguments, const MachineSettings &machine)
{
    QCommandLineParser parser;
    describe(parser);
    if (!parser.parse(arguments))
        return refuse(parser.errorText());
    if (parser.isSet(u"help"_s))
        return say(parser.helpText().replace(u"<executable_name>"_s, u"yichuang"_s)); // Qt knows it of an application object only
    if (parser.isSet(u"version"_s))
        return say(u"yichuang %1\n"_s.arg(desktopVersion()));
    const bool onlyAsks = parser.isSet(u"check-options"_s);
    for (const QString &name : parser.optionNames()) {
        if (onlyAsks && QStringList{u"selftest"_s, u"check-store"_s, u"remove-stores"_s, u"forget-updates"_s}.contains(name))
            return refuse(u"--check-options does not go with --%1"_s.arg(name));
    }
    if (!parser.positionalArguments().isEmpty())
        return refuse(u"unexpected argument '%1'"_s.arg(parser.positionalArguments().first()));
    using Mode = DesktopOptions::Mode;
    for (const auto &[name, mode] : {std::pair(u"remove-stores"_s, Mode::RemoveStores), std::pair(u"forget-updates"_s, Mode::ForgetUpdates)}) {
        if (parser.optionNames().contains(name)) {
            DesktopOptions options;
            options.mode = mode;
            return options;
        }
    }
    if (machine.fault)
        return refuse(machine.fault->detail, machine.fault->code);
    for (const QString &name : machine.locked) {
        if (parser.optionNames().contains(name))
            return refuse(u"--%1 is locked by this machine's administrator"_s.arg(name));
    }
    // A script's variable that was not set: something else would start than was meant.
    for (const QString &name : parser.optionNames()) {
        if (parser.values(name).contains(QString()))
            return refuse(u"--%1 wants a value"_s.arg(name));
    }

    DesktopOptions options = given(parser, machine);
    bool isNumber = false;
    options.citizens = parser.value(u"citizens"_s).toInt(&isNumber);
    if (!isNumber || options.citizens < 50 || options.citizens > 100000)
        return refuse(u"--citizens takes a number from 50 to 100000"_s);
    options.seed = parser.value(u"seed"_s).toULongLong(&isNumber);
    if (!isNumber)
        return refuse(u"--seed takes a number"_s);
    const QString days = firstOf(parser, u"offline-entry-days"_s, nullptr, machine, options.demo ? QString() : machine.offlineEntryDays);
    QList<SettingFault> faults = faultsOfWorkplace(days.isEmpty() ? parser.value(u"offline-entry-days"_s) : days, options);
    if (!options.selfTestFile.isEmpty())
        return toldBySelfTest(options, faults + faultsOfExchange(options), parser, machine);
    options.care = parser.isSet(u"check-store"_s) ? DesktopOptions::Care::CheckStore : DesktopOptions::Care::None;
    const bool goesOut = options.care == DesktopOptions::Care::None;
    if (!goesOut && options.demo)
        return refuse(u"--demo keeps no store"_s);
    if (const QString why = contradiction(parser, options); goesOut && !why.isEmpty())
        return refuse(why);
    if (goesOut)
        faults += faultsOfExchange(options);
    if (!faults.isEmpty())
        return refuseFault(faults.first(), isOfMachine(faults.first().setting, parser, machine), options);
    if (goesOut && options.demo && !options.exchangeUrl.isEmpty() && options.demoSecret.isEmpty())
        return refuse(u"--demo with --exchange wants the password of the demo's accounts in YICHUANG_DEMO_SECRET"_s);
    return onlyAsks ? say({}) : options;
}

} // namespace yichuang::app
