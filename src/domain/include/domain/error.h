// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QString>
#include <tl/expected.hpp>

namespace yichuang::domain {

/** Every failure the product can report; see failurecodes.def. */
enum class FailureCode {
#define YICHUANG_FAILURE(name, text) name,
#include <domain/failurecodes.def>
#undef YICHUANG_FAILURE
};

/** The stable code shown to the clerk and written to logs, for example "RDR-004". */
[[nodiscard]] QString failureText(FailureCode code);
/** The enumerator for a stable code; InternalFault when the text is none of ours. */
[[nodiscard]] FailureCode failureFromText(QStringView text);
/** All codes, for the test that compares them with resources/help/failures. */
[[nodiscard]] QList<FailureCode> allFailureCodes();

/**
 * Why something did not happen. `detail` is technical English for logs and support, never shown alone and never
 * holding personal data; user text is made in ui/ from `code`. `retryable`: the same call may succeed later.
 */
struct Error {
    FailureCode code = FailureCode::InternalFault;
    QString detail;
    bool retryable = false;

    friend bool operator==(const Error &, const Error &) = default;
};

template<typename T>
using Result = tl::expected<T, Error>;

/** Shorthand for returning a failure from a function that returns a Result. */
[[nodiscard]] inline tl::unexpected<Error> failure(FailureCode code, QString detail = {}, bool retryable = false)
{
    return tl::unexpected<Error>(Error{code, std::move(detail), retryable});
}

} // namespace yichuang::domain
