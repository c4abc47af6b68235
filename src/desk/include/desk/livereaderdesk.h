// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <desk/desksession.h>
#include <desk/readerdesk.h>
#include <device/readermanager.h>

#include <QCoroTask>
#include <QHash>
#include <memory>

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

/**
 * Readers as the pill and its panel show them. The preferred one is remembered in the store by its URI, so that it is the
 * same after a restart or a new plug. Manager, session and tray must outlive it; the tray may be null.
 */
class LiveReaderDesk : public ReaderDesk
{
    Q_OBJECT
public:
    LiveReaderDesk(device::ReaderManager &manager, DeskSession &session, CardTray *tray, QObject *parent = nullptr);
    ~LiveReaderDesk() override;
    [[nodiscard]] QList<ReaderView> readers() const override;
    void prefer(const QString &readerId) override;
    void readAgain() override;
    [[nodiscard]] QList<TrayCard> tray() const override;
    void placeCard(const QString &trayCardId) override;
    void takeCardOff() override;

private:
    struct Life {
        LiveReaderDesk *desk = nullptr;
    };
    using LifePtr = std::shared_ptr<Life>;
    /** Gives the preference to the reader with the remembered URI, when it is there. */
    void applyPreference();
    static QCoro::Task<> recall(LifePtr life);
    static QCoro::Task<> remember(LifePtr life, QString uri);

    device::ReaderManager &m_manager;
    DeskSession &m_session;
    CardTray *m_tray;
    LifePtr m_life;
    QString m_preferredUri;
    device::ReaderId m_chosen = 0; ///< what the manager was told last
    QHash<device::ReaderId, QDateTime> m_lastCards;
};

} // namespace yichuang::desk
