// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <domain/error.h>

#include <QDateTime>
#include <QObject>

namespace yichuang::desk {

/** One reader as the pill and its panel show it. */
struct ReaderView {
    QString id;
    QString name;                ///< reader URI without secrets
    enum class Phase { Opening, Ready, Reading, CardRead, Missing, Fault } phase = Phase::Opening;
    std::optional<domain::Error> fault;  ///< of the reader, or, on a ready one, of the card that lay there last: RDR and CARD codes of the help table
    QString samNumber;
    QDateTime lastCardAt;
    bool preferred = false;
    friend bool operator==(const ReaderView &, const ReaderView &) = default;
};

/** A card on the demo's tray. */
struct TrayCard {
    QString id;
    QString label;               ///< masked name
    QString kind;                ///< "citizen", "hk-mo-tw-permit", "foreigner2017", "foreigner2023"
    QString story;               ///< life event id this person is made for, may be empty
    bool placed = false;
    QString tail;                ///< last characters of the number: tells two of one name apart
    friend bool operator==(const TrayCard &, const TrayCard &) = default;
};

/** Readers and, in the demo, the tray of cards. Ui thread. */
class ReaderDesk : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    [[nodiscard]] virtual QList<ReaderView> readers() const = 0;
    virtual void prefer(const QString &readerId) = 0;
    virtual void readAgain() = 0;               ///< F3: working readers read what lies on them, faulty ones are opened again
    [[nodiscard]] virtual QList<TrayCard> tray() const = 0; ///< empty outside the demo
    virtual void placeCard(const QString &trayCardId) = 0;
    virtual void takeCardOff() = 0;

Q_SIGNALS:
    void readersChanged();
    void trayChanged();
};

} // namespace yichuang::desk
