// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QStringList>
#include <vault/keyprovider.h>

namespace yichuang::app {

struct DesktopOptions;

/** One member of the self-test's report. */
struct SelfTestPart {
    QString name;        ///< member of the report
    QJsonObject found;   ///< what was found
    QStringList missing; ///< stable words for what a window or the demo cannot do without
    QStringList notes;   ///< stable words for what is there in part, or depends on the session
};

/** Everything that answers at once; the keychain does not. With the application made; any thread. */
[[nodiscard]] QList<SelfTestPart> installedParts();
/** What the administrator locks, and what of the machine's settings cannot be used. */
[[nodiscard]] SelfTestPart settingsPart(const DesktopOptions &options);
/** What the keychain answered to a store's question. */
[[nodiscard]] SelfTestPart keychainPart(const vault::KeyAnswer &answer);
/** The report of all parts: each a member, and the lists "missing" and "notes" of all. */
[[nodiscard]] QJsonObject reportOf(const QList<SelfTestPart> &parts);

} // namespace yichuang::app
