// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "database.h"

#include <domain/case.h>

namespace yichuang::exchange {

/** A person the exchange knows. */
struct Person {
    domain::PersonId id;
    domain::DocumentKind documentKind;
    QString number;
    QString name;
    bool minor = false;      ///< under 18: the whole name is masked for others
    /** A number alone must not open anything: whoever gives it has to give the person's name too. */
    [[nodiscard]] bool isNamed(const QString &given) const { return name == given.trimmed(); }
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
/** The person whom a case names; nobody when the number is somebody's of another name. */
[[nodiscard]] domain::Result<std::optional<Person>> person(Session &session, const domain::Party &party);
[[nodiscard]] domain::Result<void> addPerson(Session &session, const Person &person);
[[nodiscard]] domain::Result<void> addCertificate(Session &session, const StoredCertificate &certificate);
[[nodiscard]] domain::Result<void> addLink(Session &session, const domain::PersonId &personId, qint64 certificateRow, domain::Relation relation);

/** Certificates linked to a person with the relation as seen from them; all, or those named. In order of row. */
[[nodiscard]] domain::Result<QList<StoredCertificate>> linkedTo(Session &session, const domain::PersonId &personId);
[[nodiscard]] domain::Result<std::optional<StoredCertificate>> linkedTo(Session &session, const domain::PersonId &personId, const QString &identifier);
[[nodiscard]] domain::Result<qint64> certificateCount(Session &session);

} // namespace certificatestore
} // namespace yichuang::exchange
