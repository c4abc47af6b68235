// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kit/pane.h"

#include <domain/error.h>

class QLabel;
class QPushButton;

namespace yichuang::ui {

/** The empty, loading, error, offline or no-permission state of a list: a title, what to do, and one way out. */
class StateView : public Pane
{
    Q_OBJECT
public:
    enum class Kind { Empty, Loading, Error, Offline, Forbidden };
    explicit StateView(QWidget *parent = nullptr);
    void setState(Kind kind, const QString &title, const QString &text, const QString &action = {});
    /** Cause, next step, who acts and the code of a failure. */
    void setError(const domain::Error &error, const QString &action = {});

Q_SIGNALS:
    void actionTriggered();

protected:
    void retranslate() override;
    void paintEvent(QPaintEvent *event) override;

private:
    Kind m_kind = Kind::Empty;
    std::optional<domain::Error> m_error;
    QWidget *m_mark = nullptr;
    QLabel *m_title = nullptr;
    QLabel *m_text = nullptr;
    QPushButton *m_action = nullptr;
};

} // namespace yichuang::ui
