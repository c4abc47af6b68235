// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <device/command.h>
#include <domain/error.h>

#include <optional>

namespace yichuang::cardsim {

/** Something that goes wrong once, on command. */
struct Fault {
    enum class Kind {
        Split,         ///< argument: pieces; the next reply comes in pieces with short gaps
        Glue,          ///< the next reply comes twice, glued together
        Checksum,      ///< the next reply has a wrong check byte
        Length,        ///< argument: by how much the next reply's length is wrong (default 1, may be negative)
        Status,        ///< argument: SW3 of the next reply, hexadecimal
        Silence,       ///< argument: so many commands stay unanswered (default 1)
        Garbage,       ///< argument: so many random bytes stand before the next reply (default 64)
        PullAfterSelect, ///< the card leaves between select and read
        UnplugInFrame, ///< the line dies in the middle of the next reply
    };

    Kind kind = Kind::Checksum;
    int argument = 0;
    /** Strike only at this command; nothing: at the next one, whatever it is. */
    std::optional<device::Command> at;

    /**
     * "NAME [ARGUMENT] [at COMMAND]": split, glue, checksum, length, status, silence, garbage, pull, unplug-in-frame;
     * COMMAND is reset, status, sam, find, select, read, address. Error: APP-001.
     */
    [[nodiscard]] static domain::Result<Fault> parse(const QString &text);
    /** The names that parse() takes, for help texts. */
    [[nodiscard]] static QString names();
};

} // namespace yichuang::cardsim
