// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kit/pane.h"

#include <desk/desks.h>
#include <memory>

class QPushButton;
class QTimer;

namespace yichuang::ui {

enum class Tone;
namespace Ui {
class HeaderBar;
}

/** Brand, hall and window, reader and exchange pills, the operator, language and the way out. */
class HeaderBar : public Pane
{
    Q_OBJECT
public:
    explicit HeaderBar(QWidget *parent = nullptr);
    ~HeaderBar() override;
    void bind(const desk::Desks &desks);

Q_SIGNALS:
    void readersAsked();
    void exchangeAsked();
    void languageAsked();

protected:
    void retranslate() override;

private:
    void refreshReader();
    void refreshExchange();
    void refreshOperator();
    void setPill(QPushButton *pill, Tone tone, const QString &text, const QString &tip);

    desk::Desks m_desks;
    std::unique_ptr<Ui::HeaderBar> m_ui;
    QTimer *m_countdown = nullptr;
};

} // namespace yichuang::ui
