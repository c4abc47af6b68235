// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "codec.h"

#include <wire/apisession.h>
#include <wire/problem.h>

namespace yichuang::wire {

using namespace Qt::StringLiterals;

template<typename V>
void describe(V &v, Is<Health> auto &x)
{
    v.required("status"_L1, x.status);
    v.required("version"_L1, x.version);
    v.required("apiVersion"_L1, x.apiVersion);
    v.required("time"_L1, x.time);
}

template<typename V>
void describe(V &v, Is<SignInRequest> auto &x)
{
    v.required("login"_L1, x.login);
    v.required("password"_L1, x.password);
}

template<typename V>
void describe(V &v, Is<Operator> auto &x)
{
    v.required("id"_L1, x.id);
    v.optional("name"_L1, x.name);
    v.required("role"_L1, x.role);
    v.optional("departmentId"_L1, x.departmentId);
    v.optional("windowId"_L1, x.windowId);
    v.optional("windowName"_L1, x.windowName);
    v.optional("hallName"_L1, x.hallName);
}

template<typename V>
void describe(V &v, Is<Session> auto &x)
{
    v.required("token"_L1, x.token);
    v.required("expiresAt"_L1, x.expiresAt);
    v.required("operator"_L1, x.account);
}

template<typename V>
void describe(V &v, Is<Problem> auto &x)
{
    v.optional("type"_L1, x.type);
    v.optional("title"_L1, x.title);
    v.required("status"_L1, x.status);
    v.required("code"_L1, x.code);
    v.optional("detail"_L1, x.detail);
    v.optional("requestId"_L1, x.requestId);
}

} // namespace yichuang::wire
