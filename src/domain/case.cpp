// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <domain/case.h>

#include <algorithm>

namespace yichuang::domain {

static QString comparable(const QString &number)
{
    return number.trimmed().toUpper();
}

bool isSamePerson(const Party &one, const Party &other)
{
    return one.documentKind == other.documentKind && comparable(one.number) == comparable(other.number);
}

FileTotal totalOf(const QMap<QString, MaterialState> &materials)
{
    FileTotal total;
    for (const MaterialState &material : materials) {
        total.count += material.files.size();
        for (const AttachedFile &file : material.files)
            total.bytes += file.size;
    }
    return total;
}

bool fitsCase(const FileTotal &total)
{
    return total.count <= mostFilesOfCase && total.bytes <= mostFileBytesOfCase;
}

bool doesClockStand(PartState state)
{
    return state == PartState::CorrectionAsked || state == PartState::Paused;
}

bool isFinal(PartState state)
{
    switch (state) {
    case PartState::Refused:
    case PartState::NotAccepted:
    case PartState::Withdrawn:
    case PartState::Finished:
        return true;
    case PartState::Draft:
    case PartState::Received:
    case PartState::Accepted:
    case PartState::InReview:
    case PartState::CorrectionAsked:
    case PartState::Paused:
    case PartState::Approved:
        return false;
    }
    return false;
}

const CasePart *Case::part(const PartId &partId) const
{
    const auto found = std::find_if(parts.cbegin(), parts.cend(), [&](const CasePart &each) { return each.id == partId; });
    return found == parts.cend() ? nullptr : &*found;
}

CasePart *Case::part(const PartId &partId)
{
    const auto found = std::find_if(parts.begin(), parts.end(), [&](const CasePart &each) { return each.id == partId; });
    return found == parts.end() ? nullptr : &*found;
}

} // namespace yichuang::domain
