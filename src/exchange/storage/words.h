// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <domain/case.h>
#include <wire/apicertificates.h>

namespace yichuang::exchange {

/** The words that stand in columns; the same as on the wire. Unknown words read as nothing. */
[[nodiscard]] QString word(domain::Role role);
[[nodiscard]] QString word(domain::PartState state);
[[nodiscard]] QString word(domain::CaseStage stage);
[[nodiscard]] QString word(domain::Relation relation);
[[nodiscard]] QString word(domain::CertificateStatus status);
[[nodiscard]] QString word(wire::LookupKind kind);
[[nodiscard]] QString word(wire::LookupOutcome outcome);
[[nodiscard]] std::optional<domain::Role> roleFromWord(const QString &text);
[[nodiscard]] std::optional<domain::PartState> partStateFromWord(const QString &text);
[[nodiscard]] std::optional<domain::Relation> relationFromWord(const QString &text);
[[nodiscard]] std::optional<domain::CertificateStatus> statusFromWord(const QString &text);

/** A UUID as columns and JSON hold it. */
[[nodiscard]] inline QString idText(const QUuid &id)
{
    return id.isNull() ? QString() : id.toString(QUuid::WithoutBraces);
}

/** Epoch milliseconds of a valid time, else 0. */
[[nodiscard]] inline qint64 epochMs(const QDateTime &time)
{
    return time.isValid() ? time.toMSecsSinceEpoch() : 0;
}

[[nodiscard]] inline QDateTime fromEpochMs(qint64 ms)
{
    return ms == 0 ? QDateTime() : QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC);
}

/** Bound for a NOT NULL text column: Qt's null string would be stored as NULL. */
[[nodiscard]] inline QString notNull(const QString &text)
{
    return text.isNull() ? QLatin1StringView("") : text;
}

} // namespace yichuang::exchange
