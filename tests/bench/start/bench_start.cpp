// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
// From the start of the process to the first paint when the system holds both programs in memory already: the desktop on an
// existing profile with its key in the keychain, against an empty QMainWindow; cold.py measures a cold start.
// Usage: bench_start [ROUNDS]; wants a Secret Service.
#include "kit/figures.h"

#include <QCoreApplication>
#include <QHash>
#include <QProcess>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace yichuang::bench;

namespace {

constexpr int longestMs = 60'000;

/** Milliseconds from the start of the process to each word that it says. */
QHash<QByteArray, double> startOf(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    const auto started = std::chrono::steady_clock::now().time_since_epoch();
    process.start(program, arguments);
    if (!process.waitForFinished(longestMs) || process.exitCode() != 0)
        giveUp(program + u" did not end well"_s);
    QHash<QByteArray, double> moments;
    const QList<QByteArray> lines = process.readAllStandardOutput().split('\n');
    for (const QByteArray &line : lines) {
        const QList<QByteArray> words = line.split(' ');
        if (words.size() == 2 && words.at(0) != "file")
            moments.insert(words.at(0), double(words.at(1).toLongLong() - std::chrono::nanoseconds(started).count()) / 1e6);
    }
    if (!moments.contains("painted"))
        giveUp(program + u" painted nothing"_s);
    return moments;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const int rounds = arguments.size() > 1 ? std::max(1, arguments.at(1).toInt()) : 30;
    const QString desktop = QCoreApplication::applicationDirPath() + u"/desktopstart"_s;
    const QString empty = QCoreApplication::applicationDirPath() + u"/emptywindow"_s;
    QTemporaryDir folder;
    const QStringList profile{folder.path() + u"/profile"_s};
    // Makes the profile and its key; brings both programs into the system's cache.
    (void)startOf(desktop, profile);
    (void)startOf(empty, {});
    Samples ours, ready, bare;
    for (int i = 0; i < rounds; ++i) {
        const QHash<QByteArray, double> moments = startOf(desktop, profile);
        ours.add(moments.value("painted"));
        ready.add(moments.value("ready"));
        bare.add(startOf(empty, {}).value("painted"));
    }
    Figure{u"start.warm.first-paint.p50"_s, ours.median(), bare.median(), u"ms"_s, u"ratio <= 1.5"_s}.print();
    Figure{u"start.warm.first-paint.p95"_s, ours.p95(), bare.p95(), u"ms"_s, {}}.print();
    Figure{u"start.warm.sign-in-page.p50"_s, ready.median(), bare.median(), u"ms"_s, {}}.print();
    return 0;
}
