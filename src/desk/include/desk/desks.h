// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <desk/casedesk.h>
#include <desk/counterdesk.h>
#include <desk/diagnosticsdesk.h>
#include <desk/readerdesk.h>
#include <desk/signindesk.h>
#include <desk/syncdesk.h>
#include <desk/updatedesk.h>

namespace yichuang::desk {

/** The desks the ui is wired with; owned by the program, alive as long as the main window. */
struct Desks {
    SignInDesk *signIn = nullptr;
    CounterDesk *counter = nullptr;
    CaseDesk *cases = nullptr;
    SyncDesk *sync = nullptr;
    ReaderDesk *readers = nullptr;
    DiagnosticsDesk *diagnostics = nullptr;
    UpdateDesk *updates = nullptr; ///< null where newer versions come in another way
};

} // namespace yichuang::desk
