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

using namespace Qt::StringLiterals;

namespace {

// The command line speaks English: it is read by those who install and test.
DesktopOptions refuse(const QString &why)
{
    DesktopOptions options;
    options.mode = DesktopOptions::Mode::SayAndQuit;
    options.exitCode = 2;
    options.said = u"yichuang: "_s + why + u"\n(try yichuang --help)\n"_s;
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

/** Why the option's file holds no certificate; empty when it does, or when there is no such file to be read. */
QString faultOfCertificate(const QString &option, const QString &path)
{
    if (path.isEmpty())
        return {};
    const auto pem = pemOf(path);
    if (!pem)
        return u"--%1 %2: the file cannot be read"_s.arg(option, path);
    return pem->contains("-----BEGIN CERTIFICATE-----") ? QString() : u"--%1 %2: the file holds no PEM certificate"_s.arg(option, path);
}

QString faultOfKey(const DesktopOptions &options)
{
    if (options.certificateFile.isEmpty() != options.keyFile.isEmpty())
        return u"--client-cert and --client-key go together"_s;
    if (options.keyFile.isEmpty())
        return {};
    const auto pem = pemOf(options.keyFile);
    if (!pem)
        return u"--client-key %1: the file cannot be read"_s.arg(options.keyFile);
    return remote::isPrivateKey(*pem) ? QString() : u"--client-key %1: the file holds no PEM key, or one with a password"_s.arg(options.keyFile);
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
    options.photoDecoder = qEnvironmentVariable("YICHUANG_PHOTO_DECODER", machine.photoDecoder);
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

QString faultOfExchange(const DesktopOptions &options)
{
    if (!options.demo && options.exchangeUrl.isEmpty())
        return u"name the exchange with --exchange URL, or try --demo"_s;
    if (!options.exchangeUrl.isEmpty()) {
        if (const auto endpoint = remote::Endpoint::fromText(options.exchangeUrl); !endpoint)
            return u"--exchange %1: %2"_s.arg(options.exchangeUrl, endpoint.error().detail);
        else if (options.demo && !endpoint->isThisMachine()) // nobody's demo may reach a hall's exchange
            return u"--exchange %1: the demo wants an exchange of this machine"_s.arg(options.exchangeUrl);
    }
    if (options.demo && !options.exchangeUrl.isEmpty() && options.demoSecret.isEmpty())
        return u"--demo with --exchange wants the password of the demo's accounts in YICHUANG_DEMO_SECRET"_s;
    for (const QString &fault : {faultOfCertificate(u"ca"_s, options.authorityFile),
                                 faultOfCertificate(u"client-cert"_s, options.certificateFile), faultOfKey(options)}) {
        if (!fault.isEmpty())
            return fault;
    }
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
    if (!parser.positionalArguments().isEmpty())
        return refuse(u"unexpected argument '%1'"_s.arg(parser.positionalArguments().first()));
    for (const auto &[name, mode] : {std::pair(u"remove-stores"_s, DesktopOptions::Mode::RemoveStores), std::pair(u"forget-updates"_s, DesktopOptions::Mode::ForgetUpdates)}) {
        if (parser.optionNames().contains(name)) {
            DesktopOptions options;
            options.mode = mode;
            return options;
        }
    }
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
    const QString days = firstOf(parser, u"offline-entry-days"_s, nullptr, machine, options.demo ? QString() : machine.offlineEntryDays);
    options.offlineEntryDays = (days.isEmpty() ? parser.value(u"offline-entry-days"_s) : days).toInt(&isNumber);
    if (!isNumber || options.offlineEntryDays < 0 || options.offlineEntryDays > 31)
        return refuse(u"--offline-entry-days takes a number from 0 to 31"_s);
    options.citizens = parser.value(u"citizens"_s).toInt(&isNumber);
    if (!isNumber || options.citizens < 50 || options.citizens > 100000)
        return refuse(u"--citizens takes a number from 50 to 100000"_s);
    options.seed = parser.value(u"seed"_s).toULongLong(&isNumber);
    if (!isNumber)
        return refuse(u"--seed takes a number"_s);
    if (options.language != "zh_CN"_L1 && options.language != "en"_L1)
        return refuse(u"--language takes zh_CN or en"_s);
    for (const QString &reader : options.readers) {
        if (const auto uri = device::ReaderUri::parse(reader); !uri)
            return refuse(u"--reader %1: %2"_s.arg(reader, uri.error().detail));
    }
    if (!options.selfTestFile.isEmpty())
        return options;
    options.care = parser.isSet(u"check-store"_s) ? DesktopOptions::Care::CheckStore : DesktopOptions::Care::None;
    if (options.care != DesktopOptions::Care::None)
        return options.demo ? refuse(u"--demo keeps no store"_s) : options;
    if (options.demo && parser.isSet(u"profile"_s))
        return refuse(u"--demo keeps nothing; leave --profile out"_s);
    if (options.demoTcpReader && (!options.demo || parser.isSet(u"reader"_s)))
        return refuse(u"--demo-tcp-reader needs --demo, and no --reader"_s);
    if (!options.demo && !options.tourFolder.isEmpty())
        return refuse(u"--tour needs --demo"_s);
    if (const QString fault = faultOfExchange(options); !fault.isEmpty())
        return refuse(fault);
    return options;
}

} // namespace yichuang::app
