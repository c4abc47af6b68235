// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
// yichuang-cardsim: a simulated ID-card reader. A tool for developers and tests, so its words are English only.
#include "simprogram.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QSocketNotifier>
#include <QTextStream>
#include <array>

#ifdef Q_OS_UNIX
#include <csignal>
#include <sys/socket.h>
#include <unistd.h>
#endif

namespace {

using namespace Qt::StringLiterals;
using yichuang::app::SimOptions;
using yichuang::app::SimProgram;
using yichuang::domain::Result;

constexpr int exitOk = 0;
constexpr int exitFailed = 1;
constexpr int exitBadArguments = 2;
constexpr int longestThinkMs = 10000;

void complain(const QString &text)
{
    QTextStream(stderr) << "yichuang-cardsim: " << text << Qt::endl;
}

Result<int> number(const QCommandLineParser &parser, const QString &option, int least, int most)
{
    bool isNumber = false;
    const int value = parser.value(option).toInt(&isNumber);
    if (!isNumber || value < least || value > most) {
        return yichuang::domain::failure(yichuang::domain::FailureCode::ArgumentInvalid,
                                         u"--%1 takes a number from %2 to %3"_s.arg(option).arg(least).arg(most));
    }
    return value;
}

Result<SimOptions> readOptions(const QCommandLineParser &parser)
{
    SimOptions options;
    const bool isPty = parser.isSet(u"pty"_s);
    if (isPty == parser.isSet(u"tcp"_s) || !parser.positionalArguments().isEmpty())
        return yichuang::domain::failure(yichuang::domain::FailureCode::ArgumentInvalid, u"give either --pty PATH or --tcp PORT"_s);
    options.ptyLink = parser.value(u"pty"_s);
    if (isPty && options.ptyLink.isEmpty())
        return yichuang::domain::failure(yichuang::domain::FailureCode::ArgumentInvalid, u"--pty needs a path"_s);
    if (!isPty) {
        const Result<int> port = number(parser, u"tcp"_s, 0, 65535);
        if (!port)
            return tl::unexpected<yichuang::domain::Error>(port.error());
        options.tcpPort = *port;
    }
    const Result<int> pace = number(parser, u"pace"_s, 300, 100'000'000);
    const Result<int> think = number(parser, u"think"_s, 0, longestThinkMs);
    if (!pace)
        return tl::unexpected<yichuang::domain::Error>(pace.error());
    if (!think)
        return tl::unexpected<yichuang::domain::Error>(think.error());
    options.pace = *pace;
    options.thinkMs = *think;
    options.cardPath = parser.value(u"card"_s);
    return options;
}

#ifdef Q_OS_UNIX
std::array<int, 2> signalPipe{-1, -1};

void onSignal(int /*number*/)
{
    const char byte = 0;
    [[maybe_unused]] const ssize_t written = ::write(signalPipe[0], &byte, 1);
}

/** Ends the program through its event loop, so that the symbolic link does not outlive it. */
void quitOnSignals(QCoreApplication &application)
{
    if (::socketpair(AF_UNIX, SOCK_STREAM, 0, signalPipe.data()) != 0)
        return;
    auto *notifier = new QSocketNotifier(signalPipe[1], QSocketNotifier::Read, &application);
    QObject::connect(notifier, &QSocketNotifier::activated, &application, &QCoreApplication::quit);
    std::signal(SIGINT, onSignal);
    std::signal(SIGTERM, onSignal);
}
#else
void quitOnSignals(QCoreApplication & /*application*/) {}
#endif

void describe(QCommandLineParser &parser)
{
    parser.setApplicationDescription(u"A simulated ID-card reader: the module's side of the line, at real pace.\n"
                                     "Commands on standard input: place FILE|JSON, remove, fault NAME [ARGUMENT] [at COMMAND], unplug, plug, quit.\n"
                                     "Faults: %1."_s.arg(yichuang::cardsim::Fault::names()));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOption({u"pty"_s, u"Pseudo-terminal behind a symbolic link at PATH."_s, u"PATH"_s});
    parser.addOption({u"tcp"_s, u"TCP port on 127.0.0.1; 0 takes a free one."_s, u"PORT"_s});
    parser.addOption({u"card"_s, u"Card that lies on the reader at the start."_s, u"FILE.json"_s});
    parser.addOption({u"pace"_s, u"Pace of the line in bit/s."_s, u"RATE"_s, u"115200"_s});
    parser.addOption({u"think"_s, u"Milliseconds the module takes before each answer."_s, u"MS"_s, u"0"_s});
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"yichuang-cardsim"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(YICHUANG_VERSION));
    QCommandLineParser parser;
    describe(parser);
    if (!parser.parse(QCoreApplication::arguments())) {
        complain(parser.errorText());
        return exitBadArguments;
    }
    if (parser.isSet(u"help"_s) || parser.isSet(u"help-all"_s))
        parser.showHelp(exitOk);
    if (parser.isSet(u"version"_s))
        parser.showVersion();
    const Result<SimOptions> options = readOptions(parser);
    if (!options) {
        complain(options.error().detail);
        return exitBadArguments;
    }

    quitOnSignals(application);
    SimProgram program(*options);
    QObject::connect(&program, &SimProgram::quitRequested, &application, &QCoreApplication::quit, Qt::QueuedConnection);
    if (const Result<void> started = program.start(); !started) {
        using yichuang::domain::FailureCode;
        const FailureCode code = started.error().code;
        complain(u"%1 %2"_s.arg(yichuang::domain::failureText(code), started.error().detail));
        // The card is an argument.
        const bool isBadFile = code == FailureCode::ResourceMissing || code == FailureCode::JsonSyntax || code == FailureCode::JsonShape
            || code == FailureCode::JsonValue || code == FailureCode::JsonTooLarge;
        return isBadFile ? exitBadArguments : exitFailed;
    }
    return QCoreApplication::exec();
}
