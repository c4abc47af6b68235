// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "writing.h"

namespace yichuang::store {

[[nodiscard]] domain::Result<void> markSent(Writing &writing, const domain::CommandId &id, qint64 sequence,
                                            const domain::Stamp &stamp);
[[nodiscard]] domain::Result<void> markFailed(Writing &writing, const domain::CommandId &id, const domain::Error &error,
                                              const QDateTime &nextTry);
[[nodiscard]] domain::Result<void> markRefused(Writing &writing, const domain::CommandId &id, const domain::Error &error);
[[nodiscard]] domain::Result<void> applyEvents(Writing &writing, const QList<domain::CaseEvent> &events, const QString &reader,
                                               qint64 cursor);
[[nodiscard]] domain::Result<void> replaceConfirmed(Writing &writing, const domain::Case &confirmed,
                                                    const QList<domain::CaseEvent> &events);
[[nodiscard]] domain::Result<qint64> feedCursor(Writing &writing, const QString &reader);
[[nodiscard]] domain::Result<void> restartFeed(Writing &writing, const QString &reader);
[[nodiscard]] domain::Result<QList<domain::CaseId>> casesToFetch(Writing &writing, int limit);

} // namespace yichuang::store
