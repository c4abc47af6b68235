// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "demoworld.h"

#include <QRandomGenerator>
#include <cardsim/cardfile.h>
#include <cardsim/tcpendpoint.h>
#include <domain/masking.h>
#include <vault/ephemeralkeyprovider.h>

namespace yichuang::app {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype tailLength = 4;
constexpr int lineRate = 115200; // bit/s

QString kindText(domain::CardKind kind)
{
    switch (kind) {
    case domain::CardKind::Citizen: return u"citizen"_s;
    case domain::CardKind::HkMoTwPermit: return u"hk-mo-tw-permit"_s;
    case domain::CardKind::Foreigner2017: return u"foreigner2017"_s;
    case domain::CardKind::Foreigner2023: return u"foreigner2023"_s;
    }
    return u"citizen"_s;
}

QString makeSecret()
{
    QByteArray random(16, Qt::Uninitialized);
    QRandomGenerator::system()->fillRange(reinterpret_cast<quint32 *>(random.data()), 4);
    return QString::fromLatin1(random.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

} // namespace

DemoTray::DemoTray(cardsim::VirtualReader &reader, const QList<exchange::DemoPerson> &people, QObject *parent)
    : CardTray(parent)
    , m_reader(reader)
    , m_people(people)
{
}

QList<desk::TrayCard> DemoTray::cards() const
{
    QList<desk::TrayCard> cards;
    for (qsizetype i = 0; i < m_people.size(); ++i) {
        const exchange::DemoPerson &person = m_people.at(i);
        const QString name = person.card.name.isEmpty() ? person.card.englishName : person.card.name;
        cards.append({QString::number(i), domain::maskName(name), kindText(person.card.kind), person.story, i == m_placed,
                      domain::maskNumber(person.card.number).right(tailLength)});
    }
    return cards;
}

void DemoTray::place(const QString &id)
{
    const int index = id.toInt();
    if (index < 0 || index >= m_people.size())
        return;
    cardsim::CardFile file;
    file.card = m_people.at(index).card;
    m_reader.remove();
    m_reader.place(file);
    m_placed = index;
    Q_EMIT changed();
}

void DemoTray::takeOff()
{
    m_reader.remove();
    m_placed = -1;
    Q_EMIT changed();
}

DemoWorld::DemoWorld(const DesktopOptions &options, const domain::Clock &clock)
    : m_options(options)
    , m_clock(clock)
    , m_secret(options.exchangeUrl.isEmpty() ? makeSecret() : options.demoSecret)
    , m_reader(lineRate)
{
}

DemoWorld::~DemoWorld() = default;

domain::Result<void> DemoWorld::startServer(quint16 port, bool seed)
{
    exchange::Options options;
    options.port = port;
    options.dataFolder = m_folder.filePath(u"exchange"_s);
    options.clock = &m_clock;
    options.requestsPerSecond = 0;
    options.demo.secret = m_secret;
    options.demo.seed = m_options.seed;
    options.demo.citizens = seed ? m_options.citizens : 0;
    m_server = std::make_unique<exchange::Server>(options);
    return m_server->start();
}

domain::Result<void> DemoWorld::startExchange()
{
    if (!m_options.exchangeUrl.isEmpty()) {
        const QUrl outside(m_options.exchangeUrl);
        m_cable = std::make_unique<NetworkCable>(outside.host(), quint16(outside.port(outside.scheme() == "http"_L1 ? 80 : 443)));
        return m_cable->plug();
    }
    const auto started = startServer(0, true);
    if (started)
        m_port = m_server->port();
    return started;
}

domain::Result<void> DemoWorld::start()
{
    if (!m_folder.isValid())
        return domain::failure(domain::FailureCode::VaultNotWritable, u"no temporary folder"_s);
    m_folder.removeDead();
    if (const auto marked = vault::EphemeralKeyProvider::markThrowAway(profile()); !marked)
        return marked;
    if (const auto started = startExchange(); !started)
        return started;
    if (m_options.demoTcpReader) {
        m_box = std::make_unique<cardsim::Simulator>(std::make_unique<cardsim::TcpEndpoint>(quint16(0)), m_reader.module(), lineRate);
        if (const auto plugged = m_box->plug(); !plugged)
            return plugged;
    }
    m_tray = std::make_unique<DemoTray>(m_reader, exchange::demoPeople(m_options.seed, m_clock.today()));
    return {};
}

void DemoWorld::stopExchange()
{
    m_server.reset();
    if (m_cable)
        m_cable->unplug();
}

domain::Result<void> DemoWorld::restartExchange()
{
    return m_cable ? m_cable->plug() : startServer(m_port, false);
}

QString DemoWorld::url() const
{
    if (!m_cable)
        return u"http://127.0.0.1:%1"_s.arg(m_port);
    QUrl url(m_options.exchangeUrl);
    url.setPort(m_cable->nearPort());
    return url.toString();
}

QString DemoWorld::readerUri() const
{
    return m_box ? m_box->readerUri() : u"demo:"_s;
}

void DemoWorld::unplugReader()
{
    if (m_box)
        m_box->unplug();
    else
        m_reader.unplug();
}

domain::Result<void> DemoWorld::plugReader()
{
    if (m_box)
        return m_box->plug();
    m_reader.plug();
    return {};
}

QString DemoWorld::profile() const
{
    return m_folder.filePath(u"profile"_s);
}

std::unique_ptr<QIODevice> DemoWorld::makeReaderDevice()
{
    return m_reader.makeDevice();
}

} // namespace yichuang::app
