// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "../sql.h"

/** One function for each version of the schema, run inside a transaction of its own. Never changed once released. */
namespace yichuang::store::migrations {

/** Version 1: cases, their narrow list with counters and search, commands, events, certificates, catalogue, files. */
void makeCases(Sql &sql);
/** Version 2: pinyin initials in the search, and the audit records waiting for the exchange. */
void addInitialsAndAudit(Sql &sql);
/** Version 3: where a command stands apart from its bytes, one index for the desk's own cases, newest words apart. */
void separateWays(Sql &sql);
/** Version 4: which attachment is the annotated copy of a certificate that was fetched for a case. */
void addCertificateFiles(Sql &sql);
/** Version 5: cases are found by the last characters of a number. */
void indexNumberEnds(Sql &sql);
/** Version 6: to which certificates' contents a holder agreed, as long as the case is a draft. */
void addConsents(Sql &sql);
/** Version 7: which cases the exchange refused something of, found by the receipt that was given out. */
void addRefusals(Sql &sql);
/** Version 8: where the clerk worked last in a draft. */
void addPlaces(Sql &sql);

} // namespace yichuang::store::migrations
