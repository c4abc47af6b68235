// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "demorandom.h"

#include <domain/ecertificate.h>
#include <domain/idcard.h>
#include <exchange/demopeople.h>

namespace yichuang::exchange {

/** What a family of the city is made for, in the order of their places. */
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

/** A fictional person with the card they carry. */
struct CityPerson {
    domain::PersonId id;
    domain::IdCard card;
    bool isDead = false;
    QDate diedOn;
    DemoStory story = DemoStory::Ordinary;
    bool hasStory = false;   ///< the family's story is about this person

    [[nodiscard]] int age(QDate today) const { return domain::ageOn(card.birth, today); }
};

/** Places in DemoFamily::members; -1 when there is nobody. */
struct DemoFamily {
    QList<CityPerson> members;
    int husband = -1;
    int wife = -1;
    QList<int> children;
    QList<int> grandparents; ///< of the husband's side
    QString address;
    [[nodiscard]] int head() const { return husband >= 0 ? husband : (wife >= 0 ? wife : 0); }
};

/** Families made for a story; there is one for each DemoStory except Ordinary, in that order. */
inline constexpr int storyFamilies = 9;

/**
 * The family of a place in the city; the first storyFamilies tell stories. Same arguments, same family; on another day the
 * same people, but for infants, who stay infants, and for the dates on cards.
 * @param mostMembers an upper bound, at least 1; stories ignore it.
 */
[[nodiscard]] DemoFamily demoFamily(quint64 seed, int place, QDate today, int mostMembers = 8);

} // namespace yichuang::exchange
