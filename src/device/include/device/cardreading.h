// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <domain/idcard.h>

#include <QMetaType>
#include <QStringList>

class QDebug;

namespace yichuang::device {

/**
 * One reading of one card. Lives in memory only: nothing here is ever written by this room, and the debug output is
 * masked. The last holder calls wipe().
 */
struct CardReading {
    domain::IdCard card;
    QByteArray photo;              ///< 1024 bytes of the closed WLT format; empty when the card has none
    QByteArray photoBgr;           ///< 102 x 126 pixels, 3 bytes each, rows top-down; empty without decoder: show a placeholder
    QStringList appendedAddresses; ///< newest address notes on the card (追加住址), mostly none
    bool addressesComplete = true; ///< false: the card left before its address notes could be read
    QString samNumber;
    qint64 lastByteMonotonicNs = 0; ///< std::chrono::steady_clock when the last byte of the reading arrived
    int elapsedMs = 0;              ///< from the module's "card found" to that byte

    void wipe();
};

QDebug operator<<(QDebug debug, const CardReading &reading);

} // namespace yichuang::device

Q_DECLARE_METATYPE(yichuang::device::CardReading)
