// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "words.h"

#include <array>

namespace yichuang::exchange {

namespace {

template<typename E>
struct Words;

#define YICHUANG_COLUMN_WORDS(Enum, ...)                                                       \
    template<>                                                                                 \
    struct Words<Enum> {                                                                       \
        using E = Enum;                                                                        \
        static constexpr auto table = std::to_array<std::pair<E, QLatin1StringView>>({__VA_ARGS__}); \
    };
#define W(text) QLatin1StringView(text)
YICHUANG_COLUMN_WORDS(domain::Role,
    {E::Clerk, W("clerk")}, {E::Reviewer, W("reviewer")}, {E::Supervisor, W("supervisor")}, {E::Auditor, W("auditor")},
    {E::Administrator, W("administrator")}, {E::System, W("system")})
YICHUANG_COLUMN_WORDS(domain::PartState,
    {E::Draft, W("draft")}, {E::Received, W("received")}, {E::Accepted, W("accepted")}, {E::InReview, W("in-review")},
    {E::CorrectionAsked, W("correction-asked")}, {E::Paused, W("paused")}, {E::Approved, W("approved")},
    {E::Refused, W("refused")}, {E::NotAccepted, W("not-accepted")}, {E::Withdrawn, W("withdrawn")}, {E::Finished, W("finished")})
YICHUANG_COLUMN_WORDS(domain::CaseStage,
    {E::Draft, W("draft")}, {E::Received, W("received")}, {E::InProgress, W("in-progress")}, {E::Finished, W("finished")},
    {E::Withdrawn, W("withdrawn")}, {E::Discarded, W("discarded")})
YICHUANG_COLUMN_WORDS(domain::Relation,
    {E::Self, W("self")}, {E::Spouse, W("spouse")}, {E::Child, W("child")}, {E::Parent, W("parent")},
    {E::Deceased, W("deceased")}, {E::Household, W("household")}, {E::Organisation, W("organisation")})
YICHUANG_COLUMN_WORDS(domain::CertificateStatus,
    {E::Valid, W("valid")}, {E::Suspended, W("suspended")}, {E::Rescinded, W("rescinded")}, {E::Cancelled, W("cancelled")},
    {E::Lapsed, W("lapsed")}, {E::TransferredOut, W("transferred-out")}, {E::Revoked, W("revoked")}, {E::Other, W("other")})
YICHUANG_COLUMN_WORDS(wire::LookupKind,
    {E::Listing, W("listing")}, {E::Pull, W("pull")}, {E::File, W("file")})
YICHUANG_COLUMN_WORDS(wire::LookupOutcome,
    {E::Answered, W("answered")}, {E::NameDiffers, W("name-differs")}, {E::HolderUnknown, W("holder-unknown")},
    {E::Refused, W("refused")})
#undef W
#undef YICHUANG_COLUMN_WORDS

template<typename E>
QString toWord(E value)
{
    for (const auto &[enumerator, name] : Words<E>::table) {
        if (enumerator == value)
            return QString(name);
    }
    return QLatin1StringView("");
}

template<typename E>
std::optional<E> fromWord(const QString &text)
{
    for (const auto &[enumerator, name] : Words<E>::table) {
        if (name == text)
            return enumerator;
    }
    return std::nullopt;
}

} // namespace

QString word(domain::Role role) { return toWord(role); }
QString word(domain::PartState state) { return toWord(state); }
QString word(domain::CaseStage stage) { return toWord(stage); }
QString word(domain::Relation relation) { return toWord(relation); }
QString word(domain::CertificateStatus status) { return toWord(status); }
QString word(wire::LookupKind kind) { return toWord(kind); }
QString word(wire::LookupOutcome outcome) { return toWord(outcome); }
std::optional<domain::Role> roleFromWord(const QString &text) { return fromWord<domain::Role>(text); }
std::optional<domain::PartState> partStateFromWord(const QString &text) { return fromWord<domain::PartState>(text); }
std::optional<domain::Relation> relationFromWord(const QString &text) { return fromWord<domain::Relation>(text); }
std::optional<domain::CertificateStatus> statusFromWord(const QString &text) { return fromWord<domain::CertificateStatus>(text); }

} // namespace yichuang::exchange
