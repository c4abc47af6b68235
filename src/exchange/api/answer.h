// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <domain/error.h>
#include <httpserver/message.h>

#include <QJsonObject>

namespace yichuang::exchange {

/** HTTP status of a failure; 500 for what no route should meet. */
[[nodiscard]] int statusOf(domain::FailureCode code);
/** application/problem+json with code, detail and request id, and the headers that go with the status. */
[[nodiscard]] httpserver::Response problemAnswer(const domain::Error &error, const QString &requestId);
[[nodiscard]] httpserver::Response jsonAnswer(const QJsonObject &object, int status = 200);
/** With a JSON object that is written already. */
[[nodiscard]] httpserver::Response bytesAnswer(const QByteArray &json, int status = 200);
[[nodiscard]] httpserver::Response emptyAnswer();

} // namespace yichuang::exchange
