// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace yichuang::app {

/** Blocks SIGINT and SIGTERM for this and all later threads; call it before any thread is started. */
void holdStopSignals();
/** Waits until one of them arrives. On Windows: Ctrl-C, Ctrl-Break or the console's end. */
void waitForStopSignal();

} // namespace yichuang::app
