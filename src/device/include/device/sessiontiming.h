// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace yichuang::device {

/** The waits of a session in milliseconds (reference 1.8); tests shorten them. Reply time-outs stand in the command table. */
struct SessionTiming {
    int poll = 350;              ///< between two rounds of "find card"
    int pause = 30;              ///< the line is quiet this long before the next command
    int interByte = 50;          ///< silence inside a frame that ends it
    int replyTimeoutPercent = 100; ///< of the command table's time-outs
    int idleStatus = 3000;       ///< the module is asked for its status this often while no card is there
    int afterReset = 1000;       ///< between a reset and the next status
    int afterSilence = 500;      ///< before an unanswered module is asked again
    int reopenFirst = 500;       ///< first wait before a lost line is opened again; doubles …
    int reopenLongest = 3000;    ///< … up to this
    int holdCardProblem = 4000;  ///< how long "card moved" and its like stay told after the card left
};

} // namespace yichuang::device
