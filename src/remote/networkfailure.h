// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <domain/error.h>

#include <QNetworkReply>

namespace yichuang::remote {

/** Failure of a finished reply whose transport failed or whose status is 400 or more. Never holds the body's data. */
[[nodiscard]] domain::Error failureOf(const QNetworkReply &reply, const QByteArray &body, bool timedOut);

} // namespace yichuang::remote
