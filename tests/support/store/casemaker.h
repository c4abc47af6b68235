// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <caseworld.h>

namespace yichuang::test {

/** The command that puts a typed value into a field. */
[[nodiscard]] domain::command::SetField setField(const QString &id, const QString &value);

/** Makes the commands that a desk would give on one case, each against the case as the desk sees it. */
class CaseMaker
{
public:
    /** Cases with different serials have different ids, numbers and opening times (a second apart). */
    explicit CaseMaker(int serial, const QString &name = QStringLiteral("李示例"), const QString &number = {});

    domain::Case now;
    [[nodiscard]] domain::CaseId id() const { return m_id; }
    [[nodiscard]] domain::PartId part(int place) const;
    [[nodiscard]] QString receipt() const;

    /** A command made now, not yet applied. */
    [[nodiscard]] domain::CaseCommand make(const domain::CommandBody &body, const domain::PartId &partId = {},
                                           const domain::Actor &actor = clerk());
    /** Makes a command and applies it with the provisional stamp. */
    domain::CaseCommand give(const domain::CommandBody &body, const domain::PartId &partId = {});
    /** Makes an edit that takes the place of an earlier one in the journal. */
    domain::CaseCommand giveInPlaceOf(const domain::CaseCommand &earlier, const domain::CommandBody &body);
    [[nodiscard]] domain::Stamp stamp() const;

    /** Opens the case, sets the applicant and adds one item at the police. */
    QList<domain::CaseCommand> draft(const QString &itemName = QStringLiteral("出生登记"));
    /** Takes the materials. */
    domain::CaseCommand receive();

private:
    int m_serial;
    int m_commands = 0;
    domain::CaseId m_id;
    QString m_name;
    QString m_number;
};

/** The exchange as far as a store can see it: applies with real stamps, keeps the order of events. */
class ReferenceExchange
{
public:
    QHash<domain::CaseId, domain::Case> cases;
    QList<domain::CaseEvent> events;  ///< sequence is the place, from 1

    /** Takes a command; the event, or why not. */
    domain::Result<domain::CaseEvent> take(const domain::CaseCommand &command);
    /** Makes and takes a command of somebody else on a case. */
    domain::Result<domain::CaseEvent> act(const domain::Actor &actor, const domain::CaseId &id, const domain::CommandBody &body,
                                          const domain::PartId &partId = {});
    [[nodiscard]] QList<domain::CaseEvent> after(qint64 cursor) const;

private:
    int m_serial = 0;
};

} // namespace yichuang::test
