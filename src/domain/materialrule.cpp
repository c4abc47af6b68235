// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "materialrule.h"

namespace yichuang::domain {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 mostFileBytes = 8 * 1024 * 1024;
constexpr qsizetype sha256Bytes = 32;

bool isFileNameOnly(const QString &name)
{
    return !name.contains(u'/') && !name.contains(u'\\') && !name.contains(u'\0');
}

bool hasWhatItsWayNeeds(const MaterialState &state, QDate rulesDay)
{
    switch (state.way) {
    case MaterialWay::Certificate:
        return !state.certificateIdentifier.isEmpty();
    case MaterialWay::OriginalSeen:
        return state.originals > 0 || state.copies > 0;
    case MaterialWay::FileAttached:
        return !state.attachmentId.isEmpty() && state.fileSize > 0 && state.fileSize <= mostFileBytes
            && (state.fileSha256.isEmpty() || state.fileSha256.size() == sha256Bytes);
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
    if (state.originals < 0 || state.copies < 0 || state.fileSize < 0)
        return failure(FailureCode::CaseMaterialState, u"negative count"_s);
    if (!isFileNameOnly(state.fileName))
        return failure(FailureCode::CaseMaterialState, u"file name is a path"_s);
    if (!hasWhatItsWayNeeds(state, rulesDay))
        return failure(FailureCode::CaseMaterialState, u"way %1"_s.arg(static_cast<int>(state.way)));
    state.trust = trustOf(state);
    return state;
}

} // namespace yichuang::domain
