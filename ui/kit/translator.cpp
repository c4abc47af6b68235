// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <ui/translator.h>

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

namespace yichuang::ui {

using namespace Qt::StringLiterals;

Translator::Translator(QObject *parent)
    : QObject(parent)
{
    installEnglish();
}

Translator::~Translator()
{
    QCoreApplication::removeTranslator(&m_own);
    QCoreApplication::removeTranslator(&m_toolkit);
}

void Translator::installEnglish()
{
    // English is the source; its file holds the plural forms only.
    QLocale::setDefault(QLocale(QLocale::English));
    if (m_own.load(u":/i18n/yichuang_en.qm"_s))
        QCoreApplication::installTranslator(&m_own);
}

void Translator::setLanguage(const QString &language)
{
    const QString wanted = language == "zh_CN"_L1 ? language : u"en"_s;
    if (wanted == m_language)
        return;
    m_language = wanted;
    QCoreApplication::removeTranslator(&m_own);
    QCoreApplication::removeTranslator(&m_toolkit);
    if (wanted == "zh_CN"_L1) {
        QLocale::setDefault(QLocale(QLocale::Chinese, QLocale::China));
        // The toolkit's own words come first so that ours win where both know a text.
        if (m_toolkit.load(u"qtbase_zh_CN"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
            QCoreApplication::installTranslator(&m_toolkit);
        if (m_own.load(u":/i18n/yichuang_zh_CN.qm"_s))
            QCoreApplication::installTranslator(&m_own);
    } else {
        installEnglish();
    }
    Q_EMIT languageChanged(m_language);
}

} // namespace yichuang::ui
