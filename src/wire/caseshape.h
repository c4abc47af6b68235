// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "formshape.h"
#include "partyshape.h"

namespace yichuang::wire {

using namespace Qt::StringLiterals;

template<typename V>
void describe(V &v, Is<domain::Actor> auto &x)
{
    optionalUpTo(v, longestId, "operatorId"_L1, x.operatorId);
    v.required("role"_L1, x.role);
    optionalUpTo(v, longestId, "departmentId"_L1, x.departmentId);
    optionalUpTo(v, longestId, "windowId"_L1, x.windowId);
}

template<typename V>
void describe(V &v, Is<domain::AttachedFile> auto &x)
{
    requiredUpTo(v, longestId, "id"_L1, x.id);
    v.optional("name"_L1, x.name);
    v.required("size"_L1, x.size);
    v.optional("sha256"_L1, x.sha256);
}

/**
 * The only file of a material in the four members that were there when a material had one: written beside "files" for
 * readers of that time, and read where a writer of that time gave no "files". Several files are in "files" alone: a reader
 * of that time finds none then, and never takes the first for the whole.
 */
template<typename V>
void describeOnlyFile(V &v, Is<QList<domain::AttachedFile>> auto &files)
{
    domain::AttachedFile only;
    std::optional<qint64> size;
    if (files.size() == 1) {
        only = files.first();
        size = only.size;
    }
    optionalUpTo(v, longestId, "attachmentId"_L1, only.id);
    v.optional("fileName"_L1, only.name);
    v.optional("fileSize"_L1, size);
    v.optional("fileSha256"_L1, only.sha256);
    if constexpr (!std::is_const_v<std::remove_reference_t<decltype(files)>>) {
        only.size = size.value_or(0);
        if (files.isEmpty() && !only.id.isEmpty())
            files.append(only);
    }
}

template<typename V>
void describe(V &v, Is<domain::MaterialState> auto &x)
{
    v.required("way"_L1, x.way);
    v.optional("trust"_L1, x.trust);
    v.optional("certificateIdentifier"_L1, x.certificateIdentifier);
    v.optional("files"_L1, x.files);
    describeOnlyFile(v, x.files);
    v.optional("originals"_L1, x.originals);
    v.optional("copies"_L1, x.copies);
    v.optional("due"_L1, x.due);
    v.optional("note"_L1, x.note);
    v.optional("at"_L1, x.at);
    optionalUpTo(v, longestId, "by"_L1, x.by);
}

template<typename V>
void describe(V &v, Is<domain::Correction> auto &x)
{
    v.optional("points"_L1, x.points);
    v.optional("returnBy"_L1, x.returnBy);
    v.optional("askedAt"_L1, x.askedAt);
    v.optional("answeredAt"_L1, x.answeredAt);
    v.optional("opinion"_L1, x.opinion);
}

template<typename V>
void describe(V &v, Is<domain::Decision> auto &x)
{
    v.required("approved"_L1, x.approved);
    v.optional("opinion"_L1, x.opinion);
    v.optional("legalBasis"_L1, x.legalBasis);
    v.optional("resultName"_L1, x.resultName);
    v.optional("at"_L1, x.at);
    v.optional("by"_L1, x.by);
}

template<typename V>
void describe(V &v, Is<domain::CasePart> auto &x)
{
    v.required("id"_L1, x.id);
    v.optional("place"_L1, x.place);
    v.required("itemId"_L1, x.itemId);
    v.optional("itemVersion"_L1, x.itemVersion);
    v.optional("itemName"_L1, x.itemName);
    v.optional("departmentId"_L1, x.departmentId);
    v.optional("dependsOn"_L1, x.dependsOn);
    v.optional("promised"_L1, x.promised);
    v.optional("statutory"_L1, x.statutory);
    v.optional("kind"_L1, x.kind);
    v.required("state"_L1, x.state);
    v.required("revision"_L1, x.revision);
    v.optional("number"_L1, x.number);
    v.optional("receivedOn"_L1, x.receivedOn);
    v.optional("acceptedOn"_L1, x.acceptedOn);
    v.optional("clockFrom"_L1, x.clockFrom);
    v.optional("promisedDue"_L1, x.promisedDue);
    v.optional("statutoryDue"_L1, x.statutoryDue);
    v.optional("pauses"_L1, x.pauses);
    v.optional("reviewer"_L1, x.reviewer);
    v.optional("correction"_L1, x.correction);
    v.optional("decision"_L1, x.decision);
}

template<typename V>
void describe(V &v, Is<domain::Case> auto &x)
{
    v.required("id"_L1, x.id);
    v.required("revision"_L1, x.revision);
    v.required("stage"_L1, x.stage);
    v.optional("number"_L1, x.number);
    v.optional("provisionalReceipt"_L1, x.provisionalReceipt);
    v.optional("openedBy"_L1, x.openedBy);
    v.optional("openedAt"_L1, x.openedAt);
    v.optional("rulesDay"_L1, x.rulesDay);
    v.optional("applicant"_L1, x.applicant);
    v.optional("agency"_L1, x.agency);
    v.optional("lifeEventId"_L1, x.lifeEventId);
    v.optional("lifeEventVersion"_L1, x.lifeEventVersion);
    v.optional("answers"_L1, x.answers);
    v.optional("fields"_L1, x.fields);
    v.optional("materials"_L1, x.materials);
    v.optional("parts"_L1, x.parts);
    v.optional("receivedAt"_L1, x.receivedAt);
    v.optional("applied"_L1, x.applied);
}

} // namespace yichuang::wire
