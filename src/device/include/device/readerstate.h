// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <domain/error.h>

#include <QMetaType>
#include <QString>
#include <optional>

namespace yichuang::device {

/** Names one reader of a ReaderManager; never reused within a run. */
using ReaderId = int;

/**
 * The one answer to "what is with this reader": ready, or the one failure that the clerk can act on. "No card" is
 * RDR-004 and normal. Never holds personal data.
 */
struct Diagnosis {
    std::optional<domain::FailureCode> failure; ///< nothing: ready, a card was read
    QString detail;                             ///< technical English for logs and support

    [[nodiscard]] bool isReady() const { return !failure; }
    /** The reader itself works: ready, waiting for a card, or unhappy about a card. */
    [[nodiscard]] bool isReaderWorking() const;
    /** Nothing is at the other end of the line: pulled out, or not found there. It is tried again by itself. */
    [[nodiscard]] bool isReaderMissing() const;
    [[nodiscard]] static Diagnosis ready() { return {}; }
    [[nodiscard]] static Diagnosis of(domain::FailureCode code, const QString &detail = {}) { return {code, detail}; }
    friend bool operator==(const Diagnosis &, const Diagnosis &) = default;
};

/** Where the session of a reader stands. */
enum class ReaderPhase {
    Opening,  ///< the line is being opened
    Absent,   ///< the line could not be opened or went away; it is tried again by itself
    Starting, ///< module status, line rate and number are being asked
    Waiting,  ///< polling for a card
    Reading,  ///< a card was found and is being read
    CardRead, ///< a card was read and still lies on the reader
    Fault,    ///< the module does not work; it is asked again by itself
};

struct ReaderState {
    ReaderId reader = 0;
    QString uri;
    ReaderPhase phase = ReaderPhase::Opening;
    Diagnosis diagnosis;
    QString samNumber; ///< empty until the module told it
    friend bool operator==(const ReaderState &, const ReaderState &) = default;
};

} // namespace yichuang::device

Q_DECLARE_METATYPE(yichuang::device::ReaderState)
