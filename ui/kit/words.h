// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kit/tone.h"

#include <desk/casedesk.h>
#include <desk/counterdesk.h>
#include <desk/readerdesk.h>
#include <desk/syncdesk.h>

#include <QCoreApplication>

namespace yichuang::ui {

/** User words of the domain's values, in the current language. */
class Words
{
    Q_DECLARE_TR_FUNCTIONS(Words)
public:
    /** What is said under a text that is longer than it may be; empty for one that fits. Both in characters. */
    [[nodiscard]] static QString tooLong(qsizetype length, qsizetype most);
    /** What is said under a phone that is none; empty for one that is, for no text, and for the mask of the number that is `known`. */
    [[nodiscard]] static QString phoneProblem(const QString &typed, const QString &known);
    [[nodiscard]] static QString sex(domain::Sex sex);
    [[nodiscard]] static QString cardKind(domain::CardKind kind);
    [[nodiscard]] static QString role(domain::Role role);
    [[nodiscard]] static QString relation(domain::Relation relation);
    [[nodiscard]] static QString capacity(domain::AgentCapacity capacity);
    [[nodiscard]] static QString holder(domain::MaterialHolder holder);
    [[nodiscard]] static QString trust(domain::TrustLevel level);
    [[nodiscard]] static QString limit(domain::TimeLimit limit, domain::CaseKind kind);
    /** Since when an item is suspended, until when if that is known, and why. */
    [[nodiscard]] static QString suspension(const desk::Suspension &suspension);
    [[nodiscard]] static QString way(domain::MaterialWay way);
    [[nodiscard]] static QString necessity(domain::Necessity necessity);
    [[nodiscard]] static QString source(domain::FieldSource source);
    [[nodiscard]] static QString command(const QString &commandName);
    /** What happened, as command(); an acceptance that nobody gave is told as such. */
    [[nodiscard]] static QString event(const desk::TimelineEntry &entry);
    [[nodiscard]] static QString filter(desk::CaseFilter filter);
    /** Status of a certificate on a day, with the days left when they are few. */
    [[nodiscard]] static TagText certificate(const domain::CertificateSummary &certificate, QDate day, int noticeDays);
    [[nodiscard]] static TagText material(const domain::PlannedMaterial &material);
    [[nodiscard]] static TagText part(domain::PartState state);
    /** As part(), and whether it still waits for its department to accept it. */
    [[nodiscard]] static TagText item(const desk::ItemView &item);
    /** The legal basis of what a department said against a part, as a line; empty when there is none. */
    /** The name of a country given by its ISO 3166-1 alpha-3 code; the code itself when the standard has no such. */
    [[nodiscard]] static QString country(const QString &code);
    [[nodiscard]] static QString legalBasis(const QString &text);
    /** Names or words one after the other, as the language writes a list. */
    [[nodiscard]] static QString listed(const QStringList &words);
    /** What a department wrote on several lines, on one. */
    [[nodiscard]] static QString onOneLine(const QString &lines);
    /** Which chosen files were not attached, each further cause after those of the first, which is told already; empty without any. */
    [[nodiscard]] static QString refusedFiles(const QList<desk::FileRefusal> &refused);
    [[nodiscard]] static TagText stage(domain::CaseStage stage);
    /** Of a case whose last step the exchange refused, as long as it is still to be done. */
    [[nodiscard]] static TagText refusedCase();
    [[nodiscard]] static TagText outbox(const desk::OutboxRow &row);
    /** Days that are left to a due day, as a tag; empty text when there is none. A provisional day is told as such. */
    [[nodiscard]] static TagText due(QDate due, QDate today, bool provisional = false);
    /** A due day, with the word that it is provisional; the year is left out when it is the one of `today`. */
    [[nodiscard]] static QString dueDay(QDate due, QDate today, bool provisional);
};

/** Times and days as the hall's clocks show them: Asia/Shanghai, whatever the computer's zone is. */
[[nodiscard]] QString clockTime(const QDateTime &at);
[[nodiscard]] QString shortTime(const QDateTime &at);   ///< day and minute
[[nodiscard]] QString dayText(QDate day);
[[nodiscard]] QString dottedDay(QDate day);
[[nodiscard]] QDate hallToday();

} // namespace yichuang::ui
