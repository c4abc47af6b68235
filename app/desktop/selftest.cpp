// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "selftest.h"

#include "options.h"
#include "selftestparts.h"

#include <QApplication>
#include <QJsonDocument>
#include <QSaveFile>
#include <QTextStream>
#include <vault/keychainkeyprovider.h>

namespace yichuang::app {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int exitOk = 0;
constexpr int exitMissing = 1;
constexpr int exitNothingWritten = 2;
/** A prompt of the keychain that nobody answers must not hold a silent installation. */
constexpr auto keychainPatience = 5s;

int writeReport(const QString &path, const QList<SelfTestPart> &parts)
{
    QStringList missing;
    for (const SelfTestPart &part : parts)
        missing += part.missing;
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(QJsonDocument(reportOf(parts)).toJson()) < 0 || !file.flush() || !file.commit()) {
        QTextStream(stderr) << "yichuang: cannot write " << path << ": " << file.errorString() << Qt::endl;
        return exitNothingWritten;
    }
    if (!missing.isEmpty())
        QTextStream(stderr) << "yichuang: missing in this installation: " << missing.join(u", "_s) << Qt::endl;
    return missing.isEmpty() ? exitOk : exitMissing;
}

} // namespace

int runSelfTest(const DesktopOptions &options)
{
    QList<SelfTestPart> parts = installedParts();
    parts.append(settingsPart(options));
    vault::KeychainKeyProvider keychain;
    keychain.setPatience(keychainPatience);
    keychain.load(u"selftest"_s).then(qApp, [path = options.selfTestFile, &parts](const vault::KeyAnswer &answer) {
        parts.append(keychainPart(answer));
        QCoreApplication::exit(writeReport(path, parts));
    });
    return QApplication::exec();
}

} // namespace yichuang::app
