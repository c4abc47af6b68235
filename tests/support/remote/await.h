// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFuture>
#include <QTest>

namespace yichuang::test {

/** The answer of a future; fails the test when it does not end in time or ends without one. Tests only: spins the event loop. */
template<typename T>
T await(QFuture<T> future, int timeoutMs = 20000)
{
    if (!QTest::qWaitFor([&] { return future.isFinished(); }, timeoutMs))
        qFatal("the future did not end within %d ms", timeoutMs);
    if (future.resultCount() != 1)
        qFatal("the future ended with %d answers", int(future.resultCount()));
    return future.result();
}

} // namespace yichuang::test
