// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QStringList>

namespace yichuang::app {

/** One member of the self-test's report. */
struct SelfTestPart {
    QString name;        ///< member of the report
    QJsonObject found;   ///< what was found
    QStringList missing; ///< stable words for what a window or the demo cannot do without
    QStringList notes;   ///< stable words for what is there in part, or depends on the session
};

/** Everything that answers at once; the keychain does not. Ui thread, with the application made. */
[[nodiscard]] QList<SelfTestPart> installedParts();

} // namespace yichuang::app
