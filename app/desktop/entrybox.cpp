// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "entrybox.h"

#include <QApplication>
#include <QMessageBox>
#include <QRegularExpression>
#include <domain/error.h>
#include <memory>
#include <ui/faultbox.h>
#include <ui/translator.h>
#ifdef Q_OS_UNIX
#include <sys/stat.h>
#include <unistd.h>
#endif

namespace yichuang::app {

using namespace Qt::StringLiterals;

#ifdef Q_OS_UNIX

bool needsEntryBox()
{
    struct stat errors;
    const bool seen = isatty(STDERR_FILENO) || (fstat(STDERR_FILENO, &errors) == 0 && S_ISFIFO(errors.st_mode));
    const bool hasDisplay = !qEnvironmentVariableIsEmpty("DISPLAY") || !qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY");
    return !seen && hasDisplay && !qEnvironmentVariable("QT_QPA_PLATFORM").startsWith("offscreen"_L1);
}

#else

bool needsEntryBox()
{
    return false;
}

#endif

void showEntryBox(const QString &text, const QString &language)
{
    static int count = 1;
    static char name[] = "yichuang";
    static char *words[] = {name, nullptr};
    std::unique_ptr<QApplication> application;
    std::unique_ptr<ui::Translator> translator;
    if (!QCoreApplication::instance()) {
        application = std::make_unique<QApplication>(count, words);
        translator = std::make_unique<ui::Translator>();
        translator->setLanguage(language);
    }
    static const QRegularExpression codes(u"\\b[A-Z]{2,4}-[0-9]{3}\\b"_s);
    const domain::FailureCode code = domain::failureFromText(codes.match(text).captured());
    QMessageBox *box = ui::openFaultBox(code, text.trimmed());
    QObject::connect(box, &QMessageBox::finished, qApp, &QCoreApplication::quit);
    QApplication::exec();
}

} // namespace yichuang::app
