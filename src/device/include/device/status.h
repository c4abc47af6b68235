// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <domain/error.h>

#include <QtGlobal>
#include <optional>
#include <span>

namespace yichuang::device {

/** What the host does about a status byte (reference 1.6). */
enum class Reaction {
    GoOn,      ///< done, or card found
    Empty,     ///< this item has no content on the card; not an error
    Resend,    ///< the module saw a damaged request: send it once more
    FindAgain, ///< the card slipped between find and select
    AskAgain,  ///< ask to place the card again
    TellClerk, ///< the thing on the reader is no card it knows
    NoCard,    ///< normal while polling
    Fault,     ///< the module cannot work: stop and report
    Port,      ///< vendors' host libraries only, never on the wire
};

struct StatusInfo {
    quint8 status;
    Reaction reaction;
    std::optional<domain::FailureCode> failure; ///< what the clerk is told; nothing when all is well
    const char *meaning;
};

[[nodiscard]] std::span<const StatusInfo> statusTable();
/** A byte outside the table is read as a damaged reply: resend, then RDR-019. */
[[nodiscard]] StatusInfo statusInfo(quint8 status);

} // namespace yichuang::device
