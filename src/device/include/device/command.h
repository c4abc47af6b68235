// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <device/frame.h>

#include <optional>
#include <span>

namespace yichuang::device {

/** Every command of the module (reference 1.5). */
enum class Command {
    ResetSam,
    SamStatus,
    SamNumber,
    FindCard,
    SelectCard,
    ReadBase,
    ReadBaseWithFingerprint,
    ReadAppendedAddress,
    ReadManagementNumber,
    SetRate115200,
    SetRate57600,
    SetRate38400,
    SetRate19200,
    SetRate9600,
    SetMaximumRfBytes,
};

struct CommandInfo {
    Command command;
    quint8 code;
    quint8 parameter;
    quint8 success;      ///< SW3 that means "done"
    int replyTimeoutMs;  ///< from the last byte sent to the last byte received, at 115200 bit/s
    const char *name;    ///< for logs
};

[[nodiscard]] std::span<const CommandInfo> commandTable();
[[nodiscard]] const CommandInfo &commandInfo(Command command);
/** Nothing for a pair of bytes that is no command of the module. */
[[nodiscard]] std::optional<Command> commandFor(quint8 code, quint8 parameter);
[[nodiscard]] QByteArray requestFrame(Command command, QByteArrayView data = {});

/** The line rates the module can be set to, fastest (its default) first. */
[[nodiscard]] std::span<const int> lineRates();
/** The command that sets a rate in bit/s; nothing for a rate the module does not know. */
[[nodiscard]] std::optional<Command> setRateCommand(int bitsPerSecond);
/** The rate a command sets; nothing for any other command. */
[[nodiscard]] std::optional<int> rateSetBy(Command command);
/** After an accepted rate change the module needs this long before the next command. */
inline constexpr int rateChangePauseMs = 5;

} // namespace yichuang::device
