// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kit/pane.h"

#include <domain/error.h>
#include <optional>

class QLabel;

namespace yichuang::ui {

/** A failure in place: cause, next step, who acts and code. Hidden while there is none; never a modal box. */
class ErrorLine : public Pane
{
    Q_OBJECT
public:
    explicit ErrorLine(QWidget *parent = nullptr);
    /**
     * @param more of this very case, after the cause; already translated
     * @param next what can be done here, instead of what the failure's help says; already translated
     */
    void setError(const std::optional<domain::Error> &error, const QString &more = {}, const QString &next = {});

protected:
    void retranslate() override;

private:
    std::optional<domain::Error> m_error;
    QString m_more;
    QString m_nextStep;
    QLabel *m_cause = nullptr;
    QLabel *m_next = nullptr;
};

} // namespace yichuang::ui
