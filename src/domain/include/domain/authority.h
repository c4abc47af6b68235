// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <domain/case.h>

namespace yichuang::domain {

/** The paper by which somebody who is not the applicant proves that they may act (授权委托书 and its sisters). */
struct AuthorityProof {
    QString key;          ///< material key in a case
    QString name;
    QString reason;
    QString legalBasis;
    QString instructions;
    QString commonMistake;
    friend bool operator==(const AuthorityProof &, const AuthorityProof &) = default;
};

/** The proof that goes with a capacity; from resources/domain/authority_proofs.csv. */
[[nodiscard]] const AuthorityProof &authorityProof(AgentCapacity capacity);

/**
 * May the agent act on a day, as far as the clerk's word goes: the proof was compared, and its term, without which nobody is
 * entrusted (Civil Code art. 165), has not ended; of whom somebody entrusted the clerk also says who they are to the applicant. That the proof itself is there is the plan's business.
 */
[[nodiscard]] bool isAuthorised(const Agency &agency, QDate day);

} // namespace yichuang::domain
