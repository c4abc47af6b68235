// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QTranslator>

namespace yichuang::ui {

/**
 * The language of the screens, switched while running. Widgets follow by QEvent::LanguageChange. Lives on the ui
 * thread; one per program, made after installTheme() and given to the main window.
 */
class Translator : public QObject
{
    Q_OBJECT
public:
    explicit Translator(QObject *parent = nullptr);
    ~Translator() override;

    /** "zh_CN" or "en"; anything else counts as "en", the source. */
    void setLanguage(const QString &language);
    [[nodiscard]] QString language() const { return m_language; }

Q_SIGNALS:
    void languageChanged(const QString &language);

private:
    void installEnglish();
    QTranslator m_own;
    QTranslator m_toolkit;
    QString m_language = QStringLiteral("en");
};

} // namespace yichuang::ui
