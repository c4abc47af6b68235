// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "link.h"

#include <QRandomGenerator>

namespace yichuang::sync {

using domain::FailureCode;

void Link::setStatus(const SyncStatus &next)
{
    if (!alive || next == status)
        return;
    status = next;
    Q_EMIT engine->statusChanged();
}

void Link::answered()
{
    const bool wasAway = status.link != LinkState::Online;
    failures = 0;
    SyncStatus next = status;
    next.link = LinkState::Online;
    next.lastAnswer = clock.now();
    next.nextTry = {};
    next.reason.reset();
    setStatus(next);
    // The other flow may still sit out a long pause that has lost its reason.
    if (wasAway && alive) {
        ignorePauses = true;
        pumpGate.open();
        feedGate.open();
        refreshGate.open();
    }
}

int Link::failed(const domain::Error &error)
{
    ++failures;
    const int pause = options.backOff.pauseMs(failures, QRandomGenerator::global()->generateDouble());
    SyncStatus next = status;
    next.link = LinkState::Offline;
    next.reason = error;
    next.nextTry = clock.now().addMSecs(pause);
    const bool signIn = alive && needsSignIn(error);
    if (signIn)
        next.link = LinkState::SignedOut;
    setStatus(next);
    if (signIn)
        Q_EMIT engine->signInNeeded();
    return pause;
}

bool Link::needsSignIn(const domain::Error &error)
{
    return error.code == FailureCode::TokenExpired || error.code == FailureCode::TokenInvalid;
}

} // namespace yichuang::sync
