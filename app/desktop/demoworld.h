// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "demofolder.h"
#include "networkcable.h"
#include "options.h"

#include <cardsim/simulator.h>
#include <cardsim/virtualreader.h>
#include <desk/livereaderdesk.h>
#include <exchange/demopeople.h>
#include <exchange/server.h>

#include <memory>

namespace yichuang::app {

/** The tray of cards beside the demo's virtual reader. */
class DemoTray : public desk::CardTray
{
    Q_OBJECT
public:
    DemoTray(cardsim::VirtualReader &reader, const QList<exchange::DemoPerson> &people, QObject *parent = nullptr);
    [[nodiscard]] QList<desk::TrayCard> cards() const override;
    void place(const QString &id) override;
    void takeOff() override;

private:
    cardsim::VirtualReader &m_reader;
    QList<exchange::DemoPerson> m_people;
    qsizetype m_placed = -1;
};

/**
 * The fictional city: an exchange in this process on an ephemeral loopback port with a secret made for this run, a
 * virtual reader at line pace, and a throw-away folder. Everything passes through the normal client and reader code.
 * On demand the exchange is another program of this machine, and the reader is reached over TCP.
 */
class DemoWorld
{
public:
    explicit DemoWorld(const DesktopOptions &options, const domain::Clock &clock);
    ~DemoWorld();
    [[nodiscard]] domain::Result<void> start();
    void stopExchange();     ///< the cable to the exchange is pulled
    [[nodiscard]] domain::Result<void> restartExchange();

    [[nodiscard]] QString url() const;
    [[nodiscard]] QString secret() const { return m_secret; }
    [[nodiscard]] QString profile() const;
    [[nodiscard]] std::unique_ptr<QIODevice> makeReaderDevice();
    [[nodiscard]] DemoTray *tray() const { return m_tray.get(); }
    [[nodiscard]] QString readerUri() const;
    void unplugReader();
    [[nodiscard]] domain::Result<void> plugReader();

private:
    [[nodiscard]] domain::Result<void> startExchange();
    [[nodiscard]] domain::Result<void> startServer(quint16 port, bool seed);

    DesktopOptions m_options;
    const domain::Clock &m_clock;
    DemoFolder m_folder;
    QString m_secret;
    quint16 m_port = 0;
    cardsim::VirtualReader m_reader;
    std::unique_ptr<cardsim::Simulator> m_box;   ///< what a reader over TCP is connected to
    std::unique_ptr<NetworkCable> m_cable;       ///< to an exchange outside
    std::unique_ptr<exchange::Server> m_server;
    std::unique_ptr<DemoTray> m_tray;
};

} // namespace yichuang::app
