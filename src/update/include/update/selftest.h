// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QMap>
#include <QStringList>

namespace yichuang::update {

/** What an installed version says of itself and of this machine's settings. */
struct SelfTest {
    QString version;     ///< that the report names; empty without one
    QStringList taken;   ///< settings whose words it takes, as NAME=VALUE; unset ones too
    QStringList refused; ///< those whose words keep it from starting

    /** Whether another version took what this one refuses. Where neither does, or that one was not asked, it is no fault of this one. */
    [[nodiscard]] bool refusesAnyOf(const QStringList &takenBefore) const;
};

/** Settings of a machine that are words alone. Files are another matter: clerks can read what the system's account may not. */
[[nodiscard]] QStringList wordSettings();

/**
 * What a report says; without a version it is none and says nothing.
 * @param faulty names of the settings that it complains of
 * @param words values of those settings that stood while the program ran, "" for one that is not set
 */
[[nodiscard]] SelfTest selfTestOf(const QString &version, const QStringList &faulty, const QMap<QString, QString> &words);

} // namespace yichuang::update
