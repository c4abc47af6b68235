// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <domain/idcard.h>

namespace yichuang::exchange {

/** Somebody of the demo city whose card lies in the reader's tray. */
struct DemoPerson {
    domain::IdCard card;
    /**
     * Id of the life event that fits the holder: "newborn", "retirement", "social-security-card", "disability",
     * "after-death", "flexible-employment"; empty for the other card kinds and for ordinary people.
     */
    QString story;
};

/**
 * The tray: one person per life event, then the three other card kinds, then adults of ordinary families. Their certificates are in the city of the same
 * seed and day, provided it has at least 100 citizens. The same arguments give the same people.
 */
[[nodiscard]] QList<DemoPerson> demoPeople(quint64 seed, QDate today, int count = 12);

} // namespace yichuang::exchange
