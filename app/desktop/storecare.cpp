// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "storecare.h"

#include <QApplication>
#include <QTextStream>
#include <store/storecare.h>
#include <vault/keychainkeyprovider.h>

namespace yichuang::app {

using namespace Qt::StringLiterals;

namespace {

/** Tells how it went and ends the program. */
void endCare(const QStringList &troubles, const QString &wellDone)
{
    for (const QString &trouble : troubles)
        QTextStream(stderr) << "yichuang: " << trouble << Qt::endl;
    if (troubles.isEmpty())
        QTextStream(stdout) << wellDone << Qt::endl;
    QCoreApplication::exit(troubles.isEmpty() ? 0 : 1);
}

QStringList troubleOf(const domain::Error &error)
{
    return {domain::failureText(error.code) + u' ' + error.detail};
}

void startCare(const DesktopOptions &options)
{
    store::OpenOptions opening;
    opening.profileFolder = profileFolder(options);
    opening.keys = std::make_shared<vault::KeychainKeyProvider>();
    store::checkStore(opening).then(qApp, [](const domain::Result<QStringList> &found) {
        endCare(found ? *found : troubleOf(found.error()), u"the store is sound"_s);
    });
}

} // namespace

int runStoreCare(const DesktopOptions &options)
{
    // Some answers are ready at once, and nobody leaves a loop that does not run yet.
    QMetaObject::invokeMethod(qApp, [&] { startCare(options); }, Qt::QueuedConnection);
    return QApplication::exec();
}

} // namespace yichuang::app
