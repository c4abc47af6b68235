// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "bundledtables.h"
#include "planparts.h"

#include <domain/authority.h>

namespace yichuang::domain {

namespace {

/** Rows in the order of AgentCapacity; the first column is for the reader of the table. */
QList<AuthorityProof> parseProofs()
{
    constexpr qsizetype columns = 7;
    QList<AuthorityProof> proofs;
    const QList<QByteArray> lines = bundledAuthorityProofs().split('\n');
    for (qsizetype i = 1; i < lines.size(); ++i) {
        const QStringList cells = QString::fromUtf8(lines[i]).split(u',');
        if (cells.size() == columns)
            proofs.append({cells[1], cells[2], cells[3], cells[4], cells[5], cells[6]});
    }
    return proofs;
}

} // namespace

const AuthorityProof &authorityProof(AgentCapacity capacity)
{
    static const QList<AuthorityProof> proofs = parseProofs();
    return proofs.at(static_cast<qsizetype>(capacity));
}

bool isAuthorised(const Agency &agency, QDate day)
{
    if (agency.authority.isEmpty() || !agency.authorityChecked)
        return false;
    // A guardian or a legal representative acts by law or office; a term is kept where the paper names one.
    const bool entrusted = agency.capacity == AgentCapacity::EntrustedAgent;
    if (entrusted && (agency.relation.trimmed().isEmpty() || !agency.validUntil.isValid()))
        return false;
    return !agency.validUntil.isValid() || agency.validUntil >= day;
}

std::optional<PlannedMaterial> plannedAuthority(const PlanInput &input, const ItemSelection &selection)
{
    if (!input.agency || selection.items.isEmpty())
        return std::nullopt;
    const AuthorityProof &proof = authorityProof(input.agency->capacity);
    PlannedMaterial material;
    material.key = proof.key;
    material.name = proof.name;
    material.kind = MaterialKind::Other;
    material.holder = MaterialHolder::Agent;
    material.ways = {MaterialWay::OriginalSeen, MaterialWay::FileAttached};
    material.instructions = proof.instructions;
    material.commonMistake = proof.commonMistake;
    // Each department must know that the agent may act in its matter.
    for (const ServiceItem *item : selection.items)
        material.uses.append({item->id, item->departmentId, proof.reason, proof.legalBasis, Necessity::Required});
    return material;
}

} // namespace yichuang::domain
