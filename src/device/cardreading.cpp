// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <device/cardreading.h>

#include <device/wipe.h>
#include <domain/masking.h>

#include <QDebug>

namespace yichuang::device {

void CardReading::wipe()
{
    for (QString *text : {&card.name, &card.englishName, &card.address, &card.number, &card.issuer, &card.passNumber, &card.formerNumberLink})
        device::wipe(*text);
    for (QString &address : appendedAddresses)
        device::wipe(address);
    device::wipe(photo);
    device::wipe(photoBgr);
    *this = {};
}

QDebug operator<<(QDebug debug, const CardReading &reading)
{
    const QDebugStateSaver saver(debug);
    debug.noquote().nospace() << "CardReading(" << domain::maskName(reading.card.name) << ' ' << domain::maskNumber(reading.card.number)
                              << ", photo " << reading.photo.size() << " bytes, " << reading.appendedAddresses.size()
                              << " appended addresses, " << reading.elapsedMs << " ms)";
    return debug;
}

} // namespace yichuang::device
