// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <QtTest>
#include <csignal>
#include <vault/keychainkeyprovider.h>

using namespace Qt::StringLiterals;
using namespace yichuang::vault;

namespace {

constexpr int LongWaitMs = 20000;
const QString service = u"org.freedesktop.secrets"_s;

QString asked(const QStringList &arguments)
{
    QProcess gdbus;
    gdbus.start(u"gdbus"_s, QStringList{u"call"_s, u"--session"_s} + arguments);
    return gdbus.waitForFinished() ? QString::fromUtf8(gdbus.readAllStandardOutput()) : QString();
}

qint64 servicePid()
{
    const QString said = asked({u"--dest"_s, u"org.freedesktop.DBus"_s, u"--object-path"_s, u"/org/freedesktop/DBus"_s, u"--method"_s,
                                u"org.freedesktop.DBus.GetConnectionUnixProcessID"_s, service});
    static const QRegularExpression number(u"uint32 (\\d+)"_s);
    return number.match(said).captured(1).toLongLong();
}

bool startService()
{
    QProcess daemon;
    daemon.start(u"gnome-keyring-daemon"_s, {u"--unlock"_s, u"--components=secrets"_s});
    if (!daemon.waitForStarted())
        return false;
    daemon.write("ci-only");
    daemon.closeWriteChannel();
    return daemon.waitForFinished();
}

} // namespace

/** The Secret Service ends and comes back while the program runs: trying again is enough, nobody starts the program anew. */
class TstKeychainRestart : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void comesBack();
};

void TstKeychainRestart::comesBack()
{
    KeychainKeyProvider keys;
    const auto made = keys.create(u"test"_s);
    QTRY_VERIFY_WITH_TIMEOUT(made.isFinished(), LongWaitMs);
    QCOMPARE(made.result().state, KeyState::Found);
    const qint64 before = servicePid();
    QVERIFY(before > 0);
    QCOMPARE(::kill(pid_t(before), SIGKILL), 0);
    QTRY_VERIFY_WITH_TIMEOUT(servicePid() != before, LongWaitMs);
    const auto load = [&keys] {
        const auto loaded = keys.load(u"test"_s);
        [&loaded] { QTRY_VERIFY_WITH_TIMEOUT(loaded.isFinished(), LongWaitMs); }();
        return loaded.isFinished() ? loaded.result() : KeyAnswer();
    };
    QVERIFY(startService());
    QTRY_VERIFY_WITH_TIMEOUT(asked({u"--dest"_s, service, u"--object-path"_s, u"/org/freedesktop/secrets"_s, u"--method"_s,
                                    u"org.freedesktop.Secret.Service.ReadAlias"_s, u"default"_s}).contains(u"/collection/"_s), LongWaitMs);
    // As often as somebody would try.
    KeyAnswer again;
    for (int tries = 0; tries < 3 && again.state != KeyState::Found; ++tries)
        again = load();
    QCOMPARE(again.state, KeyState::Found);
    QCOMPARE(again.current->toByteArray(), made.result().current->toByteArray());
}

QTEST_GUILESS_MAIN(TstKeychainRestart)
#include "tst_keychainrestart.moc"
