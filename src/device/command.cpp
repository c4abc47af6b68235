// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <device/command.h>

#include <algorithm>
#include <array>

namespace yichuang::device {

namespace {
constexpr std::array<CommandInfo, 15> commands{{
    {Command::ResetSam, 0x10, 0xFF, 0x90, 500, "reset SAM"},
    {Command::SamStatus, 0x11, 0xFF, 0x90, 500, "SAM status"},
    {Command::SamNumber, 0x12, 0xFF, 0x90, 500, "SAM number"},
    {Command::FindCard, 0x20, 0x01, 0x9F, 1000, "find card"},
    {Command::SelectCard, 0x20, 0x02, 0x90, 1000, "select card"},
    {Command::ReadBase, 0x30, 0x01, 0x90, 3000, "read text and photo"},
    {Command::ReadBaseWithFingerprint, 0x30, 0x10, 0x90, 3000, "read text, photo and fingerprint"},
    {Command::ReadAppendedAddress, 0x30, 0x03, 0x90, 1000, "read appended address"},
    {Command::ReadManagementNumber, 0x30, 0x05, 0x90, 1000, "read management number"},
    {Command::SetRate115200, 0x60, 0x00, 0x90, 500, "set 115200 bit/s"},
    {Command::SetRate57600, 0x60, 0x01, 0x90, 500, "set 57600 bit/s"},
    {Command::SetRate38400, 0x60, 0x02, 0x90, 500, "set 38400 bit/s"},
    {Command::SetRate19200, 0x60, 0x03, 0x90, 500, "set 19200 bit/s"},
    {Command::SetRate9600, 0x60, 0x04, 0x90, 500, "set 9600 bit/s"},
    {Command::SetMaximumRfBytes, 0x61, 0xFF, 0x90, 500, "set maximum RF bytes"},
}};

constexpr std::array<int, 5> rates{115200, 57600, 38400, 19200, 9600};
constexpr std::array<Command, 5> rateCommands{Command::SetRate115200, Command::SetRate57600, Command::SetRate38400,
                                              Command::SetRate19200, Command::SetRate9600};
} // namespace

std::span<const CommandInfo> commandTable()
{
    return commands;
}

const CommandInfo &commandInfo(Command command)
{
    return commands.at(static_cast<std::size_t>(command));
}

std::optional<Command> commandFor(quint8 code, quint8 parameter)
{
    for (const CommandInfo &info : commands) {
        if (info.code == code && info.parameter == parameter)
            return info.command;
    }
    return std::nullopt;
}

QByteArray requestFrame(Command command, QByteArrayView data)
{
    const CommandInfo &info = commandInfo(command);
    return encodeRequest({info.code, info.parameter, data.toByteArray()});
}

std::span<const int> lineRates()
{
    return rates;
}

std::optional<Command> setRateCommand(int bitsPerSecond)
{
    const auto found = std::find(rates.begin(), rates.end(), bitsPerSecond);
    if (found == rates.end())
        return std::nullopt;
    return rateCommands.at(static_cast<std::size_t>(found - rates.begin()));
}

std::optional<int> rateSetBy(Command command)
{
    const auto found = std::find(rateCommands.begin(), rateCommands.end(), command);
    if (found == rateCommands.end())
        return std::nullopt;
    return rates.at(static_cast<std::size_t>(found - rateCommands.begin()));
}

} // namespace yichuang::device
