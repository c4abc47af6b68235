// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "selftest.h"

#include "selftestparts.h"
#include "version.h"

#include <QApplication>
#include <QJsonDocument>
#include <QJsonObject>
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

/** Asks the system's keychain as a store would, with an entry of our own that is taken away again. */
SelfTestPart keychainPart(const vault::KeyAnswer &answer)
{
    const bool works = answer.state == vault::KeyState::Found || answer.state == vault::KeyState::Absent;
    const QString state = works ? u"works"_s : answer.state == vault::KeyState::Locked ? u"locked"_s : u"unavailable"_s;
    SelfTestPart part{u"keychain"_s, QJsonObject{{u"state"_s, state}, {u"detail"_s, works ? QString() : answer.detail}}, {}, {}};
    if (!works)
        part.notes << u"keychain-"_s + state;
    return part;
}

int writeReport(const QString &path, const QList<SelfTestPart> &parts)
{
    QJsonObject report{{u"version"_s, desktopVersion()}};
    QStringList missing;
    QStringList notes;
    for (const SelfTestPart &part : parts) {
        report.insert(part.name, part.found);
        missing += part.missing;
        notes += part.notes;
    }
    report.insert(u"missing"_s, QJsonArray::fromStringList(missing));
    report.insert(u"notes"_s, QJsonArray::fromStringList(notes));
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(QJsonDocument(report).toJson()) < 0 || !file.commit()) {
        QTextStream(stderr) << "yichuang: cannot write " << path << ": " << file.errorString() << Qt::endl;
        return exitNothingWritten;
    }
    if (!missing.isEmpty())
        QTextStream(stderr) << "yichuang: missing in this installation: " << missing.join(u", "_s) << Qt::endl;
    return missing.isEmpty() ? exitOk : exitMissing;
}

} // namespace

int runSelfTest(const QString &path)
{
    QList<SelfTestPart> parts = installedParts();
    vault::KeychainKeyProvider keychain;
    keychain.setPatience(keychainPatience);
    keychain.load(u"selftest"_s).then(qApp, [&path, &parts](const vault::KeyAnswer &answer) {
        parts.append(keychainPart(answer));
        QCoreApplication::exit(writeReport(path, parts));
    });
    return QApplication::exec();
}

} // namespace yichuang::app
