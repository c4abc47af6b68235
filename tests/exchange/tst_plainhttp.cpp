// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "exchangefixture.h"

#include <exchange/server.h>
#include <httpserver/selfsigned.h>

#include <QFile>
#include <QTest>

using namespace yichuang;
using namespace yichuang::test;
using domain::FailureCode;
using namespace Qt::StringLiterals;

/** Without TLS the exchange serves a demo's data to its own machine, and nothing else to nobody. */
class PlainHttpTest : public QObject
{
    Q_OBJECT

    static exchange::Options on(const QString &folder)
    {
        exchange::Options options;
        options.dataFolder = folder;
        options.passwordMemoryKiB = 64;
        return options;
    }
    static exchange::Options seeding(const QString &folder)
    {
        exchange::Options options = on(folder);
        options.demo.citizens = 20;
        return options;
    }
    static QString put(const QTemporaryDir &folder, const QString &name, const QByteArray &bytes)
    {
        QFile file(folder.filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName() : QString();
    }

private Q_SLOTS:
    void otherDataWantsTls()
    {
        QTemporaryDir folder;
        exchange::Server server(on(folder.path()));
        const auto started = server.start();
        QVERIFY(!started);
        QCOMPARE(started.error().code, FailureCode::HttpPlainNotDemo);
        QVERIFY(started.error().detail.contains(u"--tls-cert"_s) && started.error().detail.contains(u"--tls-key"_s));
        QCOMPARE(server.port(), quint16(0));
    }
    void otherDataIsServedOverTls()
    {
        QTemporaryDir folder;
        const auto made = httpserver::makeSelfSigned(u"localhost"_s, {u"127.0.0.1"_s});
        QVERIFY(made);
        exchange::Options options = on(folder.filePath(u"data"_s));
        options.certificateFile = put(folder, u"cert.pem"_s, made->certificatePem);
        options.keyFile = put(folder, u"key.pem"_s, made->keyPem);
        exchange::Server server(options);
        QVERIFY(server.start());
        QVERIFY(server.isSecure());
    }
    void demoDataIsServedAgain()
    {
        QTemporaryDir folder;
        {
            exchange::Server seeds(seeding(folder.path()));
            QVERIFY(seeds.start());
            QVERIFY(!seeds.isSecure());
        }
        exchange::Server again(on(folder.path()));
        QVERIFY(again.start());
        QVERIFY(again.url().startsWith(u"http://127.0.0.1:"_s));
    }
    void demoDataStaysOnThisMachine()
    {
        QTemporaryDir folder;
        exchange::Options options = seeding(folder.path());
        options.address = u"0.0.0.0"_s;
        exchange::Server server(options);
        const auto started = server.start();
        QVERIFY(!started);
        QCOMPARE(started.error().code, FailureCode::HttpPlainNotLoopback);
    }
    /** A start with --seed-demo in the wrong folder leaves a hall's accounts as they are, with and without a case there. */
    void nobodysAccountsAreTakenOver()
    {
        ExchangeFixture fixture;
        QVERIFY(fixture.authenticator.putAccount(u"clerk01"_s, u"the hall's own"_s, ExchangeFixture::clerk()));
        exchange::Options options = seeding(fixture.folder.path());
        options.demo.secret = u"the demo's"_s;
        for (const int citizens : {0, 20}) {
            options.demo.citizens = citizens;
            const auto started = exchange::Server(options).start();
            QVERIFY(!started);
            QCOMPARE(started.error().code, FailureCode::ArgumentInvalid);
        }
        QVERIFY(fixture.authenticator.signIn({u"clerk01"_s, u"the hall's own"_s}));
        QVERIFY(!fixture.authenticator.signIn({u"clerk01"_s, u"the demo's"_s}));
        QVERIFY(!fixture.authenticator.signIn({u"admin01"_s, u"the demo's"_s}));
        QVERIFY(!exchange::Server(on(fixture.folder.path())).start());
    }
    void anotherSeedIsNotThisCity()
    {
        QTemporaryDir folder;
        exchange::Options options = seeding(folder.path());
        options.demo.secret = u"the demo's"_s;
        QVERIFY(exchange::Server(options).start());
        QVERIFY(exchange::Server(options).start());
        options.demo.seed = 7;
        const auto other = exchange::Server(options).start();
        QVERIFY(!other);
        QVERIFY2(other.error().detail.contains(u"seed 1"_s), qPrintable(other.error().detail));
    }
    /** Else one start with --seed-demo would open a hall's own cases. */
    void nobodySeedsWhereOthersAre()
    {
        ExchangeFixture fixture;
        CaseMaker maker(fixture.catalogue(), fixture.clock, ExchangeFixture::clerk());
        maker.open(fixture.card(0));
        QVERIFY(fixture.commands.submit(ExchangeFixture::clerk(), maker.takeBatch()));
        const auto seeded = exchange::Server(seeding(fixture.folder.path())).start();
        QVERIFY(!seeded);
        QCOMPARE(seeded.error().code, FailureCode::ArgumentInvalid);
        exchange::Server plain(on(fixture.folder.path()));
        const auto started = plain.start();
        QVERIFY(!started);
        QCOMPARE(started.error().code, FailureCode::HttpPlainNotDemo);
    }
};

QTEST_GUILESS_MAIN(PlainHttpTest)
#include "tst_plainhttp.moc"
