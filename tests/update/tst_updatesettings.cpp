// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <releasefolder.h>
#include <update/administratorfile.h>
#include <update/trial.h>
#include <update/updatesettings.h>
#include <update/updatestate.h>

#include <QFile>
#include <QSettings>
#include <QTest>

using namespace yichuang;
using namespace yichuang::update;
using namespace Qt::StringLiterals;
using domain::FailureCode;

/** Who may say what, and what is remembered. */
class TstUpdateSettings : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void offWithoutASource();
    void commandLineAlone();
    void administratorGoesFirst();
    void administratorTurnsItOff();
    void readsWhatTheManualShows();
    void administratorsLines_data();
    void administratorsLines();
    void everySettingHasItsPlace();
    void misplacedSettings_data();
    void misplacedSettings();
    void refuses_data();
    void refuses();
    void stateIsKept();
    void damagedStateBeginsAnew();
    void trialTextRoundTrip();
    void trialTextOfOthers_data();
    void trialTextOfOthers();

private:
    [[nodiscard]] QString path(const QString &name) const { return m_folder->filePath(name); }
    [[nodiscard]] UpdateWishes wishes() const { return {u"/srv/updates"_s, path(u"keys.pem"_s), {}, {}, false}; }
    [[nodiscard]] QString administrator(const QByteArray &text) const;
    [[nodiscard]] static QByteArray shownInTheManual();
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TstUpdateSettings::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    test::ReleaseFolder::write(path(u"keys.pem"_s), test::SigningKey('k').publicPem());
    test::ReleaseFolder::write(path(u"hall.pem"_s), test::SigningKey('h').publicPem());
}

QString TstUpdateSettings::administrator(const QByteArray &text) const
{
    test::ReleaseFolder::write(path(u"desktop.conf"_s), text);
    return path(u"desktop.conf"_s);
}

void TstUpdateSettings::offWithoutASource()
{
    const auto settings = readUpdateSettings(path(u"none"_s), {});
    QVERIFY(settings);
    QVERIFY(!settings->enabled);
}

void TstUpdateSettings::commandLineAlone()
{
    UpdateWishes wanted = wishes();
    wanted.atStart = true;
    const auto settings = readUpdateSettings(path(u"none"_s), wanted);
    QVERIFY(settings);
    QVERIFY(settings->enabled);
    QCOMPARE(settings->source, u"/srv/updates"_s);
    QCOMPARE(settings->channel, u"stable"_s);
    QCOMPARE(settings->when, When::AtStart);
    QCOMPARE(settings->keys, QList<TrustedKey>{test::SigningKey('k').trusted()});
}

void TstUpdateSettings::administratorGoesFirst()
{
    const QString file = administrator("[update]\nsource=https://updates.hall.example/linux\nchannel=pilot\nversion=0.2.0\nwhen=ask\nproxy=http://10.0.0.1:3128\nkeys="
                                       + path(u"hall.pem"_s).toUtf8() + "\n");
    UpdateWishes wanted = wishes();
    wanted.channel = u"stable"_s;
    wanted.atStart = true;
    const auto settings = readUpdateSettings(file, wanted);
    QVERIFY(settings);
    QCOMPARE(settings->source, u"https://updates.hall.example/linux"_s);
    QCOMPARE(settings->channel, u"pilot"_s);
    QCOMPARE(settings->pin, u"0.2.0"_s);
    QCOMPARE(settings->when, When::Ask);
    QCOMPARE(settings->proxy, u"http://10.0.0.1:3128"_s);
    QCOMPARE(settings->keys, QList<TrustedKey>{test::SigningKey('h').trusted()});
}

void TstUpdateSettings::administratorTurnsItOff()
{
    for (const char *text : {"[update]\nwhen=never\n", "[update]\nsource=\n"}) {
        const auto settings = readUpdateSettings(administrator(text), wishes());
        QVERIFY(settings);
        QVERIFY2(!settings->enabled, text);
    }
}

QByteArray TstUpdateSettings::shownInTheManual()
{
    QFile manual(QStringLiteral(PACKAGING_MANUAL));
    if (!manual.open(QIODevice::ReadOnly))
        qFatal("no manual");
    const QByteArray text = manual.readAll();
    const QByteArray block = text.mid(text.indexOf("[update]\n"));
    return block.left(block.indexOf("```"));
}

void TstUpdateSettings::readsWhatTheManualShows()
{
    QByteArray block = shownInTheManual();
    // Of the whole block only what the files are called is another here.
    block.replace("/etc/yichuang/hall-updates.pub", path(u"keys.pem"_s).toUtf8()).replace("/etc/yichuang/hall-ca.pem", path(u"hall.pem"_s).toUtf8());
    const auto settings = readUpdateSettings(administrator(block), {});
    QVERIFY2(settings, settings ? "" : qPrintable(settings.error().detail));
    QVERIFY(settings->enabled);
    QCOMPARE(settings->source, u"https://updates.hall.example/linux"_s);
    QCOMPARE(settings->keys, QList<TrustedKey>{test::SigningKey('k').trusted()});
    QCOMPARE(settings->channel, u"stable"_s);
    QCOMPARE(settings->pin, u"0.2.0"_s);
    QCOMPARE(settings->when, When::Ask);
    QCOMPARE(settings->proxy, u"http://10.0.0.1:3128"_s);
    QVERIFY(!settings->authoritiesPem.isEmpty());
}

void TstUpdateSettings::administratorsLines_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QString>("value");
    QTest::newRow("comma") << QByteArray("a=/mnt/a,b") << u"/mnt/a,b"_s;
    QTest::newRow("semicolon") << QByteArray("a=x;y") << u"x;y"_s;
    QTest::newRow("backslash") << QByteArray("a=\\\\s\\n") << u"\\\\s\\n"_s;
    QTest::newRow("comment") << QByteArray("a = x # why, though") << u"x"_s;
    QTest::newRow("only a comment") << QByteArray("a = # nothing") << QString();
    QTest::newRow("sign inside") << QByteArray("a=x#y") << u"x#y"_s;
    QTest::newRow("quotes") << QByteArray("a=\" x # y \" # z") << u" x # y "_s;
    QTest::newRow("equals signs") << QByteArray("a=b=c") << u"b=c"_s;
    QTest::newRow("Windows' line") << QByteArray("a=x\r") << u"x"_s;
    QTest::newRow("from an editor that marks UTF-8") << QByteArray("\xef\xbb\xbf" "a=\xe7\xaa\x97") << u"窗"_s;
    QTest::newRow("the last counts") << QByteArray("a=x\n; a=z\na=y") << u"y"_s;
    QTest::newRow("no group") << QByteArray("[General] # so\na=x") << u"x"_s;
    QTest::newRow("no end of quotes") << QByteArray("a=\"x") << u"refused"_s;
    QTest::newRow("more behind the quotes") << QByteArray("a=\"x\" y") << u"refused"_s;
    QTest::newRow("no equals sign") << QByteArray("a x") << u"refused"_s;
    QTest::newRow("no name") << QByteArray("=x") << u"refused"_s;
    QTest::newRow("half a group") << QByteArray("[update\na=x") << u"refused"_s;
}

void TstUpdateSettings::administratorsLines()
{
    QFETCH(const QByteArray, line);
    QFETCH(const QString, value);
    const auto values = administratorValues(line);
    QCOMPARE(values ? values->value(u"a"_s) : u"refused"_s, value);
    const auto settings = administratorSettings(administrator(line));
    QCOMPARE(settings ? (*settings)->value(u"a"_s).toString() : u"refused"_s, value);
}

void TstUpdateSettings::misplacedSettings_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("isRefused");
    QTest::newRow("never, without the group") << QByteArray("when=never\n") << true;
    QTest::newRow("a pin without the group") << QByteArray("version=0.1.0\n[update]\nwhen=ask\n") << true;
    QTest::newRow("a source in the exchange's place") << QByteArray("[General]\nsource=/srv/updates\n") << true;
    QTest::newRow("the group in capitals") << QByteArray("[Update]\nwhen=never\n") << true;
    QTest::newRow("the name in capitals") << QByteArray("[update]\nWhen=never\n") << true;
    QTest::newRow("authority of the exchange") << QByteArray("ca=/etc/yichuang/hall-ca.pem\nexchange=https://exchange.hall.example\n") << false;
    QTest::newRow("another group of a later version") << QByteArray("[printing]\nwhen=never\n") << false;
    QTest::newRow("a later version's name") << QByteArray("[update]\nweekday=monday\n") << false;
}

/** Each name that the manual shows below the group, `ca` excepted, which is the exchange's there. */
void TstUpdateSettings::everySettingHasItsPlace()
{
    const QMap<QString, QString> shown = *administratorValues(shownInTheManual());
    QVERIFY(shown.size() >= 7);
    for (auto one = shown.cbegin(); one != shown.cend(); ++one) {
        const QString name = one.key().section(u'/', 1);
        const auto settings = readUpdateSettings(administrator((name + u'=' + one.value() + u'\n').toUtf8()), wishes());
        QVERIFY2(settings.has_value() == (name == "ca"_L1), qPrintable(name));
    }
}

/** What was meant to hold back an update must not be void without a word, and let the shortcut's options count. */
void TstUpdateSettings::misplacedSettings()
{
    QFETCH(const QByteArray, text);
    QFETCH(const bool, isRefused);
    const auto settings = readUpdateSettings(administrator(text), wishes());
    QCOMPARE(!settings, isRefused);
    if (isRefused)
        QCOMPARE(settings.error().code, FailureCode::UpdateSettings);
    else
        QVERIFY(settings->enabled);
}

void TstUpdateSettings::refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("a file that is none") << QByteArray("]\nsource=/srv/updates\n[no end\n=");
    QTest::newRow("plain http elsewhere") << QByteArray("source=http://updates.hall.example/");
    QTest::newRow("ftp") << QByteArray("source=ftp://updates.hall.example/");
    QTest::newRow("a folder that moves") << QByteArray("source=updates");
    QTest::newRow("password in the address") << QByteArray("source=https://a:b@updates.hall.example/");
    QTest::newRow("query in the address") << QByteArray("source=https://updates.hall.example/?x=1");
    QTest::newRow("channel leads elsewhere") << QByteArray("channel=../x");
    QTest::newRow("version misspelt") << QByteArray("version=newest");
    QTest::newRow("moment misspelt") << QByteArray("when=soon");
    QTest::newRow("proxy without a port") << QByteArray("proxy=http://10.0.0.1");
    QTest::newRow("no such keys") << QByteArray("keys=/nowhere/keys.pem");
    QTest::newRow("no such authority") << QByteArray("ca=/nowhere/ca.pem");
}

void TstUpdateSettings::refuses()
{
    QFETCH(QByteArray, text);
    const auto settings = readUpdateSettings(administrator("[update]\n" + text + '\n'), wishes());
    QVERIFY(!settings);
    QCOMPARE(settings.error().code, FailureCode::UpdateSettings);
}

void TstUpdateSettings::stateIsKept()
{
    const QString file = path(u"new/update.ini"_s);
    const QByteArray id = UpdateState(file).installationId();
    QCOMPARE(id.size(), 32);
    {
        UpdateState state(file);
        QCOMPARE(state.installationId(), id);
        state.setSeen(7, QByteArray("\x00\xff", 2));
        state.setWaiting(Waiting{u"0.2.0"_s, u"abc"_s, true});
        state.refuse(u"0.1.5"_s);
    }
    UpdateState state(file);
    QCOMPARE(state.installationId(), id);
    QCOMPARE(state.sequence(), 7);
    QCOMPARE(state.digest(), QByteArray("\x00\xff", 2));
    QCOMPARE(state.waiting(), (Waiting{u"0.2.0"_s, u"abc"_s, true}));
    QCOMPARE(state.refused(), QSet<QString>{u"0.1.5"_s});
    state.refuse(u"0.2.0"_s);
    QVERIFY(!UpdateState(file).waiting());
}

void TstUpdateSettings::damagedStateBeginsAnew()
{
    const QString file = path(u"update.ini"_s);
    test::ReleaseFolder::write(file, QByteArray("\xff\x00[[[\nsequence=x\n", 16));
    UpdateState state(file);
    QCOMPARE(state.sequence(), 0);
    QCOMPARE(state.installationId().size(), 32);
}

void TstUpdateSettings::trialTextRoundTrip()
{
    for (const Trial::State state : {Trial::State::OnTrial, Trial::State::Failed}) {
        const Trial trial{state, u"0.10.0"_s, u"0.9.1"_s, 2};
        QCOMPARE(trialFrom(toBytes(trial)), trial);
    }
}

void TstUpdateSettings::trialTextOfOthers_data()
{
    QTest::addColumn<QByteArray>("text");
    const QByteArray sound = toBytes({Trial::State::OnTrial, u"0.2.0"_s, u"0.1.0"_s, 0});
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("cut") << sound.chopped(1);
    QTest::newRow("more") << sound + "x";
    QTest::newRow("another form") << QByteArray(sound).replace("trial 1", "trial 2");
    QTest::newRow("another state") << QByteArray(sound).replace("state trial", "state done");
    QTest::newRow("no version") << QByteArray(sound).replace("0.2.0", "../x");
    QTest::newRow("starts below nothing") << QByteArray(sound).replace("starts 0", "starts -1");
    QTest::newRow("very long") << sound + QByteArray(600, '\n');
}

void TstUpdateSettings::trialTextOfOthers()
{
    QFETCH(QByteArray, text);
    QVERIFY(!trialFrom(text));
}

QTEST_GUILESS_MAIN(TstUpdateSettings)
#include "tst_updatesettings.moc"
