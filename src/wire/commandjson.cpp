// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <wire/commandjson.h>

#include "commandshape.h"

namespace yichuang::wire {

namespace {

/** Wire words in the order of domain::CommandBody; a test compares them with domain::commandName(). */
constexpr auto commandWords = std::to_array<QLatin1StringView>({
    "open-case"_L1, "set-applicant"_L1, "set-agency"_L1, "add-item"_L1, "remove-item"_L1, "choose-life-event"_L1,
    "answer-situation"_L1, "set-field"_L1, "set-material"_L1, "receive-materials"_L1, "discard-draft"_L1,
    "withdraw-case"_L1, "accept-part"_L1, "reject-part"_L1, "take-part"_L1, "ask-correction"_L1,
    "answer-correction"_L1, "pause-part"_L1, "resume-part"_L1, "approve-part"_L1, "refuse-part"_L1, "finish-part"_L1,
});
static_assert(commandWords.size() == std::variant_size_v<domain::CommandBody>);

template<std::size_t Place>
void readBody(const Cursor &cursor, domain::CommandBody &value)
{
    Codec<std::variant_alternative_t<Place, domain::CommandBody>>::read(cursor, value.emplace<Place>());
}

using BodyReader = void (*)(const Cursor &, domain::CommandBody &);

template<std::size_t... Places>
constexpr std::array<BodyReader, sizeof...(Places)> bodyReaders(std::index_sequence<Places...>)
{
    return {&readBody<Places>...};
}

} // namespace

QJsonValue Codec<domain::CommandBody>::write(const domain::CommandBody &value)
{
    QJsonObject object = std::visit([](const auto &body) { return wire::write(body); }, value);
    object.insert("type"_L1, QString(commandWords[value.index()]));
    return object;
}

void Codec<domain::CommandBody>::read(const Cursor &cursor, domain::CommandBody &value)
{
    static constexpr auto readers = bodyReaders(std::make_index_sequence<std::variant_size_v<domain::CommandBody>>());
    if (!cursor.value.isObject())
        return cursor.wrongShape("object expected"_L1);
    const QJsonValue type = cursor.value["type"_L1];
    const Path here{&cursor.path, "type"_L1, -1};
    if (!type.isString())
        return Cursor{type, here, cursor.error}.wrongShape("string expected"_L1);
    const auto word = std::find(commandWords.cbegin(), commandWords.cend(), type.toString());
    if (word == commandWords.cend())
        return Cursor{type, here, cursor.error}.wrongValue("unknown command"_L1);
    readers.at(static_cast<std::size_t>(word - commandWords.cbegin()))(cursor, value);
}

QJsonObject toJson(const domain::CaseCommand &value)
{
    return write(value);
}

domain::Result<domain::CaseCommand> caseCommandFromJson(QByteArrayView json)
{
    return read<domain::CaseCommand>(json);
}

domain::Result<domain::CaseCommand> caseCommandFromJson(const QJsonObject &object)
{
    return read<domain::CaseCommand>(object);
}

QJsonObject toJson(const domain::Stamp &value)
{
    return write(value);
}

domain::Result<domain::Stamp> stampFromJson(QByteArrayView json)
{
    return read<domain::Stamp>(json);
}

domain::Result<domain::Stamp> stampFromJson(const QJsonObject &object)
{
    return read<domain::Stamp>(object);
}

QJsonObject toJson(const domain::CaseEvent &value)
{
    return write(value);
}

domain::Result<domain::CaseEvent> caseEventFromJson(QByteArrayView json)
{
    return read<domain::CaseEvent>(json);
}

domain::Result<domain::CaseEvent> caseEventFromJson(const QJsonObject &object)
{
    return read<domain::CaseEvent>(object);
}

} // namespace yichuang::wire
