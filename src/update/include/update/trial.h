// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>
#include <optional>

namespace yichuang::update {

/**
 * What the file beside a program that was exchanged says: a version on trial, or one that did not stand it. The package's
 * own runtime (packaging/appimage/runtime/trial.c) reads and writes the same few lines: it counts the starts and goes back
 * to the version before when they lead nowhere. So does the service, which counts a start when it has ended.
 */
struct Trial {
    enum class State { OnTrial, Failed };
    State state = State::OnTrial;
    QString to;     ///< the version on trial
    QString from;   ///< the one before
    int starts = 0; ///< that led nowhere so far
    friend bool operator==(const Trial &, const Trial &) = default;
};

/** Total: null for anything that toBytes does not write. */
[[nodiscard]] std::optional<Trial> trialFrom(QByteArrayView text);
[[nodiscard]] QByteArray toBytes(const Trial &trial);

} // namespace yichuang::update
