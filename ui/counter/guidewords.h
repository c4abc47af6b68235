// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <domain/serviceitem.h>

#include <QCoreApplication>

namespace yichuang::ui {

/** User words of the coded elements of an item's guide (reference tables of GB/T 39554.2), in the current language. */
class GuideWords
{
    Q_DECLARE_TR_FUNCTIONS(GuideWords)
public:
    /** @param code 2 digits of table 事项类型; the code itself when the table has it not. */
    [[nodiscard]] static QString itemType(const QString &code);
    [[nodiscard]] static QString state(domain::ItemState state);
    [[nodiscard]] static QString level(domain::Authority::Level level);
    [[nodiscard]] static QString nature(domain::Authority::Nature nature);
    [[nodiscard]] static QString power(domain::Authority::Power power);
    [[nodiscard]] static QString serves(const QSet<domain::ServiceObject> &objects);
    [[nodiscard]] static QString forms(const QSet<domain::HandlingForm> &forms);
    [[nodiscard]] static QString area(const std::optional<domain::HandlingArea> &area);
    [[nodiscard]] static QString procedure(domain::SpecialProcedure::Kind kind);
    [[nodiscard]] static QString result(domain::ResultKind kind);
    [[nodiscard]] static QString materialForm(domain::MaterialForm form);
    [[nodiscard]] static QString origin(domain::MaterialOrigin origin);
    /** Who accepts, and within which limit. */
    [[nodiscard]] static QString acceptance(const domain::Acceptance &acceptance);
    [[nodiscard]] static QString yesNo(bool yes);
};

} // namespace yichuang::ui
