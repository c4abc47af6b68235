// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <desktop/options.h>
#include <domain/idcard.h>

#include <QProcess>

namespace yichuang::testing {

/**
 * What stands around a desktop in a hall: yichuang-exchange in a process of its own, over TLS with a certificate of an
 * authority of its own, and yichuang-cardsim on a pseudo-terminal. Everything lies in one folder. The destructor ends both.
 */
class RealWorld
{
public:
    /** @param citizens people of the city. */
    explicit RealWorld(QString folder, int citizens = 120);
    ~RealWorld();

    /** Makes the authority and the city, and waits until the exchange listens. Empty, or what went wrong. */
    [[nodiscard]] QString start();
    void placeCard(const domain::IdCard &card);
    void removeCard();

    /** Options of a desktop that knows this exchange, its authority and the reader. */
    [[nodiscard]] app::DesktopOptions options() const;
    [[nodiscard]] QString secret() const { return m_secret; }
    /** A person of the city. */
    [[nodiscard]] domain::IdCard card(qsizetype place) const;

private:
    [[nodiscard]] bool makeAuthority();
    [[nodiscard]] QString startExchange();
    [[nodiscard]] QString startReader();
    [[nodiscard]] QString path(const QString &name) const { return m_folder + u'/' + name; }

    QString m_folder;
    int m_citizens;
    QString m_secret;
    QString m_url;
    QProcess m_exchange;
    QProcess m_reader;
};

} // namespace yichuang::testing
