// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "database.h"

#include <domain/ecertificate.h>

namespace yichuang::exchange {

/** A person the exchange knows. */
struct Person {
    domain::PersonId id;
    domain::DocumentKind documentKind;
    QString number;
    QString name;
    bool minor = false;      ///< under 18: the whole name is masked for others
};

/** A stored certificate: summary without the catalogue's words, face data, and its holder. */
struct StoredCertificate {
    qint64 row = 0;
    domain::ECertificate value; ///< summary.holderName is the holder's full name here
    bool holderIsMinor = false;
};

/** Rows of persons, certificates and the links that say who may find which. */
namespace certificatestore {

[[nodiscard]] domain::Result<std::optional<Person>> person(Session &session, const QString &documentKind, const QString &number);
[[nodiscard]] domain::Result<void> addPerson(Session &session, const Person &person);
[[nodiscard]] domain::Result<void> addCertificate(Session &session, const StoredCertificate &certificate);
[[nodiscard]] domain::Result<void> addLink(Session &session, const domain::PersonId &personId, qint64 certificateRow, domain::Relation relation);

/** Certificates linked to a person with the relation as seen from them; all, or those named. In order of row. */
[[nodiscard]] domain::Result<QList<StoredCertificate>> linkedTo(Session &session, const domain::PersonId &personId);
[[nodiscard]] domain::Result<std::optional<StoredCertificate>> linkedTo(Session &session, const domain::PersonId &personId, const QString &identifier);
[[nodiscard]] domain::Result<qint64> certificateCount(Session &session);

} // namespace certificatestore
} // namespace yichuang::exchange
