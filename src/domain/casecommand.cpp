// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <domain/caserules.h>

#include <type_traits>

namespace yichuang::domain {

using namespace Qt::StringLiterals;

namespace {
// In the order of CommandBody's alternatives; wire names never change.
constexpr QLatin1StringView names[] = {
    "open-case"_L1, "set-applicant"_L1, "set-agency"_L1, "add-item"_L1, "remove-item"_L1, "choose-life-event"_L1,
    "answer-situation"_L1, "set-field"_L1, "set-material"_L1, "receive-materials"_L1, "discard-draft"_L1,
    "withdraw-case"_L1, "accept-part"_L1, "reject-part"_L1, "take-part"_L1, "ask-correction"_L1,
    "answer-correction"_L1, "pause-part"_L1, "resume-part"_L1, "approve-part"_L1, "refuse-part"_L1, "finish-part"_L1,
};
static_assert(std::size(names) == std::variant_size_v<CommandBody>);
constexpr std::size_t firstPartCommand = 12;
static_assert(std::is_same_v<std::variant_alternative_t<firstPartCommand, CommandBody>, command::AcceptPart>);
} // namespace

QString commandName(const CommandBody &body)
{
    return names[body.index()];
}

bool isPartCommand(const CommandBody &body)
{
    return body.index() >= firstPartCommand;
}

} // namespace yichuang::domain
