// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "materialrule.h"

#include <algorithm>

namespace yichuang::domain {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 mostFileBytes = 8 * 1024 * 1024;
constexpr qsizetype sha256Bytes = 32;

bool isFileNameOnly(const QString &name)
{
    return !name.contains(u'/') && !name.contains(u'\\') && !name.contains(u'\0');
}

bool isFile(const AttachedFile &file)
{
    return !file.id.isEmpty() && file.size > 0 && file.size <= mostFileBytes
        && (file.sha256.isEmpty() || file.sha256.size() == sha256Bytes);
}

/** At least one, and each once. */
bool areFiles(const QList<AttachedFile> &files)
{
    QSet<QString> ids;
    for (const AttachedFile &file : files)
        ids.insert(file.id);
    return !files.isEmpty() && ids.size() == files.size() && std::all_of(files.cbegin(), files.cend(), isFile);
}

bool hasWhatItsWayNeeds(const MaterialState &state, QDate rulesDay)
{
    switch (state.way) {
    case MaterialWay::Certificate:
        return !state.certificateIdentifier.isEmpty();
    case MaterialWay::OriginalSeen:
        return state.originals > 0 || state.copies > 0;
    case MaterialWay::FileAttached:
        return areFiles(state.files);
    case MaterialWay::Deferred:
        return state.due.isValid() && state.due >= rulesDay;
    case MaterialWay::SelfMade:
    case MaterialWay::Promise:
        return true;
    }
    return false;
}

TrustLevel trustOf(const MaterialState &state)
{
    switch (state.way) {
    case MaterialWay::Certificate:
        return state.trust;
    case MaterialWay::OriginalSeen:
        return TrustLevel::B;
    case MaterialWay::FileAttached:
        return state.trust == TrustLevel::C ? TrustLevel::C : TrustLevel::B;
    case MaterialWay::SelfMade:
    case MaterialWay::Promise:
    case MaterialWay::Deferred:
        return TrustLevel::D;
    }
    return TrustLevel::D;
}

} // namespace

Result<MaterialState> checkedMaterialState(MaterialState state, QDate rulesDay)
{
    if (state.originals < 0 || state.copies < 0)
        return failure(FailureCode::CaseMaterialState, u"negative count"_s);
    if (state.way != MaterialWay::FileAttached && !state.files.isEmpty())
        return failure(FailureCode::CaseMaterialState, u"files beside another way"_s);
    if (!std::all_of(state.files.cbegin(), state.files.cend(), [](const AttachedFile &file) { return isFileNameOnly(file.name); }))
        return failure(FailureCode::CaseMaterialState, u"file name is a path"_s);
    if (!hasWhatItsWayNeeds(state, rulesDay))
        return failure(FailureCode::CaseMaterialState, u"way %1"_s.arg(static_cast<int>(state.way)));
    state.trust = trustOf(state);
    return state;
}

} // namespace yichuang::domain
