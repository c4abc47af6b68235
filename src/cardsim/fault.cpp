// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <cardsim/fault.h>

#include <QStringList>
#include <array>

namespace yichuang::cardsim {

using namespace Qt::StringLiterals;
using device::Command;
using domain::Result;

namespace {
struct FaultWord {
    QLatin1StringView word;
    Fault::Kind kind;
    int argument; ///< default
    int least;
    int most;
};
constexpr std::array<FaultWord, 9> faultWords{{
    {"split"_L1, Fault::Kind::Split, 4, 1, 64},
    {"glue"_L1, Fault::Kind::Glue, 0, 0, 0},
    {"checksum"_L1, Fault::Kind::Checksum, 0, 0, 0},
    {"length"_L1, Fault::Kind::Length, 1, -65535, 65535},
    {"status"_L1, Fault::Kind::Status, 0x41, 0, 255},
    {"silence"_L1, Fault::Kind::Silence, 1, 1, 1000},
    {"garbage"_L1, Fault::Kind::Garbage, 64, 1, 65536},
    {"pull"_L1, Fault::Kind::PullAfterSelect, 0, 0, 0},
    {"unplug-in-frame"_L1, Fault::Kind::UnplugInFrame, 0, 0, 0},
}};

struct CommandWord {
    QLatin1StringView word;
    Command command;
};
constexpr std::array<CommandWord, 8> commandWords{{
    {"reset"_L1, Command::ResetSam},
    {"status"_L1, Command::SamStatus},
    {"sam"_L1, Command::SamNumber},
    {"find"_L1, Command::FindCard},
    {"select"_L1, Command::SelectCard},
    {"read"_L1, Command::ReadBase},
    {"fingerprint"_L1, Command::ReadBaseWithFingerprint},
    {"address"_L1, Command::ReadAppendedAddress},
}};

tl::unexpected<domain::Error> invalid(const QString &detail)
{
    return domain::failure(domain::FailureCode::ArgumentInvalid, detail);
}
} // namespace

Result<Fault> Fault::parse(const QString &text)
{
    QStringList words = text.simplified().split(u' ', Qt::SkipEmptyParts);
    Fault fault;
    const qsizetype at = words.indexOf("at"_L1);
    if (at >= 0) {
        const QString name = words.value(at + 1);
        const auto found = std::find_if(commandWords.begin(), commandWords.end(), [&name](const CommandWord &row) { return name == row.word; });
        if (found == commandWords.end() || words.size() != at + 2)
            return invalid(u"after \"at\" comes reset, status, sam, find, select, read, fingerprint or address"_s);
        fault.at = found->command;
        words = words.first(at);
    }
    const QString name = words.value(0);
    const auto found = std::find_if(faultWords.begin(), faultWords.end(), [&name](const FaultWord &row) { return name == row.word; });
    if (found == faultWords.end() || words.size() > 2)
        return invalid(u"a fault is one of: "_s + names());
    fault.kind = found->kind;
    fault.argument = found->argument;
    if (words.size() == 2) {
        bool isNumber = false;
        fault.argument = words.at(1).toInt(&isNumber, fault.kind == Kind::Status ? 16 : 10);
        if (!isNumber || fault.argument < found->least || fault.argument > found->most)
            return invalid(u"\"%1\" takes a number from %2 to %3"_s.arg(found->word).arg(found->least).arg(found->most));
    }
    return fault;
}

QString Fault::names()
{
    QStringList words;
    for (const FaultWord &row : faultWords)
        words.append(row.word);
    return words.join(u", "_s);
}

} // namespace yichuang::cardsim
