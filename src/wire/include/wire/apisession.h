// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <domain/case.h>

/** Values of the sign-in routes. */
namespace yichuang::wire {

struct Health {
    QString status;          ///< "ok"
    QString version;         ///< of the program
    QString apiVersion;      ///< see wire::apiVersion
    QDateTime time;          ///< the exchange's clock, for the offset that commands carry
    friend bool operator==(const Health &, const Health &) = default;
};

struct SignInRequest {
    QString login;
    QString password;
    friend bool operator==(const SignInRequest &, const SignInRequest &) = default;
};

/** Who is signed in, and at which window (窗口). */
struct Operator {
    QString id;
    QString name;
    domain::Role role = domain::Role::Clerk;
    QString departmentId;    ///< reviewers only
    QString windowId;
    QString windowName;
    QString hallName;
    friend bool operator==(const Operator &, const Operator &) = default;
};

/** The answer to a sign-in; "operator" in JSON. */
struct Session {
    QString token;           ///< opaque; never logged
    QDateTime expiresAt;
    Operator account;
    friend bool operator==(const Session &, const Session &) = default;
};

} // namespace yichuang::wire
