// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "realworld.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUuid>
#include <desk/systemclock.h>
#include <exchange/demopeople.h>
#include <httpserver/selfsigned.h>

namespace yichuang::testing {

using namespace Qt::StringLiterals;

namespace {

constexpr quint64 seed = 1;       // the exchange's default
constexpr int startMs = 60000;

bool write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) && file.write(content) == content.size();
}

QString kindWord(domain::CardKind kind)
{
    switch (kind) {
    case domain::CardKind::Citizen: return u"citizen"_s;
    case domain::CardKind::HkMoTwPermit: return u"hk-mo-tw-permit"_s;
    case domain::CardKind::Foreigner2017: return u"foreigner-2017"_s;
    case domain::CardKind::Foreigner2023: return u"foreigner-2023"_s;
    }
    return {};
}

QByteArray cardJson(const domain::IdCard &card)
{
    const QJsonObject object{{u"kind"_s, kindWord(card.kind)},
                             {u"name"_s, card.name},
                             {u"sex"_s, card.sex == domain::Sex::Male ? u"1"_s : u"2"_s},
                             {u"ethnicCode"_s, card.ethnicCode},
                             {u"birth"_s, card.birth.toString(Qt::ISODate)},
                             {u"address"_s, card.address},
                             {u"number"_s, card.number},
                             {u"issuer"_s, card.issuer},
                             {u"validFrom"_s, card.validFrom.toString(Qt::ISODate)},
                             {u"validTo"_s, card.validTo ? card.validTo->toString(Qt::ISODate) : u"long-term"_s}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

/** Reads lines of the process until one starts so; empty when it does not come. */
QString lineStarting(QProcess &process, const QString &start)
{
    QElapsedTimer waited;
    waited.start();
    while (waited.elapsed() < startMs && process.state() != QProcess::NotRunning) {
        while (process.canReadLine()) {
            const QString line = QString::fromUtf8(process.readLine()).trimmed();
            if (line.startsWith(start))
                return line;
        }
        process.waitForReadyRead(200);
    }
    return {};
}

void end(QProcess &process)
{
    if (process.state() == QProcess::NotRunning)
        return;
    process.terminate();
    if (!process.waitForFinished(10000))
        process.kill();
    process.waitForFinished(2000);
}

} // namespace

RealWorld::RealWorld(QString folder, int citizens)
    : m_folder(std::move(folder))
    , m_citizens(citizens)
    , m_secret(QUuid::createUuid().toString(QUuid::Id128))
{
}

RealWorld::~RealWorld()
{
    end(m_reader);
    end(m_exchange);
}

bool RealWorld::makeAuthority()
{
    httpserver::CertificateSpec spec;
    spec.commonName = u"Yichuang test authority"_s;
    spec.use = httpserver::CertificateUse::Authority;
    const auto authority = httpserver::makeCertificate(spec);
    if (!authority)
        return false;
    spec.commonName = u"localhost"_s;
    spec.names = QStringList{u"localhost"_s, u"127.0.0.1"_s};
    spec.use = httpserver::CertificateUse::Server;
    const auto server = httpserver::makeCertificate(spec, &*authority);
    return server && write(path(u"ca.pem"_s), authority->certificatePem) && write(path(u"server.pem"_s), server->certificatePem)
        && write(path(u"server.key"_s), server->keyPem);
}

QString RealWorld::startExchange()
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"YICHUANG_DEMO_SECRET"_s, m_secret);
    m_exchange.setProcessEnvironment(environment);
    m_exchange.setProcessChannelMode(QProcess::MergedChannels);
    m_exchange.start(QStringLiteral(EXCHANGE_PROGRAM),
                     {u"--listen"_s, u"127.0.0.1:0"_s, u"--data"_s, path(u"exchange-data"_s), u"--seed-demo"_s, QString::number(m_citizens),
                      u"--seed"_s, QString::number(seed), u"--tls-cert"_s, path(u"server.pem"_s), u"--tls-key"_s, path(u"server.key"_s)});
    const QString line = lineStarting(m_exchange, u"listening on "_s);
    if (line.isEmpty())
        return u"the exchange does not listen: "_s + QString::fromUtf8(m_exchange.readAll());
    m_url = line.mid(13);
    // What it says from here on is its access log.
    m_exchange.closeReadChannel(QProcess::StandardError);
    QObject::connect(&m_exchange, &QProcess::readyRead, &m_exchange, [this] {
        QFile log(path(u"exchange.log"_s));
        if (log.open(QIODevice::Append))
            log.write(m_exchange.readAll());
    });
    return {};
}

QString RealWorld::startReader()
{
    m_reader.setProcessChannelMode(QProcess::MergedChannels);
    m_reader.start(QStringLiteral(CARDSIM_PROGRAM), {u"--pty"_s, path(u"reader"_s)});
    return lineStarting(m_reader, u"ready"_s).isEmpty() ? u"the card simulator is not ready: "_s + QString::fromUtf8(m_reader.readAll()) : QString();
}

QString RealWorld::start()
{
    if (!QDir().mkpath(m_folder) || !makeAuthority())
        return u"no authority"_s;
    if (const QString wrong = startExchange(); !wrong.isEmpty())
        return wrong;
    return startReader();
}

void RealWorld::placeCard(const domain::IdCard &card)
{
    // By its words and not as a file: what lies in the folder is searched for people's data while it runs.
    m_reader.write("place " + cardJson(card) + '\n');
    lineStarting(m_reader, QString());
}

void RealWorld::removeCard()
{
    m_reader.write("remove\n");
    // Its answer must not be taken for that of the next command.
    lineStarting(m_reader, QString());
}

app::DesktopOptions RealWorld::options() const
{
    app::DesktopOptions options;
    options.exchangeUrl = m_url;
    options.authorityFile = path(u"ca.pem"_s);
    options.readers = QStringList{u"serial:"_s + path(u"reader"_s)};
    options.profile = path(u"profile"_s);
    options.language = u"zh_CN"_s;
    return options;
}

domain::IdCard RealWorld::card(qsizetype place) const
{
    return exchange::demoPeople(seed, desk::SystemClock().today()).at(place).card;
}

} // namespace yichuang::testing
