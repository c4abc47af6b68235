// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "filecheck.h"

#include "../storage/recordstore.h"
#include "../storage/words.h"

namespace yichuang::exchange {

using domain::FailureCode;
using namespace Qt::StringLiterals;

domain::Result<void> checkFiles(Session &session, const domain::CaseId &caseId, const QMap<QString, domain::MaterialState> &materials)
{
    for (auto material = materials.cbegin(); material != materials.cend(); ++material) {
        for (const domain::AttachedFile &file : material->files) {
            const auto facts = recordstore::attachmentFacts(session, QUuid::fromString(file.id));
            if (!facts)
                return tl::unexpected(facts.error());
            if (!*facts || (*facts)->caseId != idText(caseId))
                return domain::failure(FailureCode::FileNotHere, u"material:"_s + material.key(), true);
            const bool same = (*facts)->size == file.size && (file.sha256.isEmpty() || (*facts)->sha256 == file.sha256);
            if (!same)
                return domain::failure(FailureCode::FileHashMismatch, u"material:"_s + material.key());
        }
    }
    return {};
}

QMap<QString, domain::MaterialState> materialsThatCount(const domain::Case &before, const domain::CommandBody &body)
{
    if (std::holds_alternative<domain::command::ReceiveMaterials>(body))
        return before.materials;
    const auto *later = std::get_if<domain::command::SetMaterial>(&body);
    if (later && later->state && before.stage != domain::CaseStage::Draft)
        return {{later->key, *later->state}};
    return {};
}

} // namespace yichuang::exchange
