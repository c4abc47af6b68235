// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <desk/readerdesk.h>
#include <device/readermanager.h>
#include <domain/uuid7.h>

#include <QHash>

namespace yichuang::desk {

/** The demo's cards; implemented by the program on the card simulator. Ui thread. */
class CardTray : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    [[nodiscard]] virtual QList<TrayCard> cards() const = 0;
    virtual void place(const QString &id) = 0;
    virtual void takeOff() = 0;

Q_SIGNALS:
    void changed();
};

/** Readers as the pill and its panel show them. Manager, clock and tray must outlive it; the tray may be null. */
class LiveReaderDesk : public ReaderDesk
{
    Q_OBJECT
public:
    LiveReaderDesk(device::ReaderManager &manager, const domain::Clock &clock, CardTray *tray,
                   QObject *parent = nullptr);
    [[nodiscard]] QList<ReaderView> readers() const override;
    void prefer(const QString &readerId) override;
    void readAgain() override;
    [[nodiscard]] QList<TrayCard> tray() const override;
    void placeCard(const QString &trayCardId) override;
    void takeCardOff() override;

private:
    device::ReaderManager &m_manager;
    const domain::Clock &m_clock;
    CardTray *m_tray;
    QHash<device::ReaderId, QDateTime> m_lastCards;
};

} // namespace yichuang::desk
