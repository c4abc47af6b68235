// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <domain/idcard.h>

namespace yichuang::exchange {

/** Which part of the demo a card is good for. */
enum class DemoStory {
    Newborn,            ///< a mother whose child has just been born
    Retirement,         ///< a man about to retire
    SocialSecurityCard, ///< an adult whose social security card is about to expire
    Disability,         ///< a person freshly assessed as disabled
    AfterDeath,         ///< a daughter whose father has died
    FlexibleEmployment, ///< an unemployed adult who starts on their own
    HkMoTwPermit,
    Foreigner2017,
    Foreigner2023,
    Ordinary,
};

struct DemoCard {
    DemoStory story = DemoStory::Ordinary;
    domain::IdCard card;
};

/**
 * Cards for the reader's tray whose holders live in the demo city of that seed and day: one per story first, then adults of
 * ordinary families. The same arguments give the same cards.
 */
[[nodiscard]] QList<DemoCard> demoCards(int count, quint64 seed, QDate today);

} // namespace yichuang::exchange
