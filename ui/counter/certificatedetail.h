// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kit/pane.h"

#include <desk/counterdesk.h>
#include <memory>

namespace yichuang::ui {

namespace Ui {
class CertificateDetail;
}

/** One certificate: what is known of it, why it is asked for, and its contents where the case or its holder allows. */
class CertificateDetail : public Pane
{
    Q_OBJECT
public:
    explicit CertificateDetail(QWidget *parent = nullptr);
    ~CertificateDetail() override;
    void bind(desk::CounterDesk *desk);
    void forget() override;
    void present(const desk::CounterView &view);
    void leave();
    void open(const QString &identifier);
    /** Asks for the contents in full, recorded, where they are there and masked. */
    void reveal();
    /** Pulls on the holder's consent; false when this certificate's contents do not ask for one. */
    bool giveConsent();

    /** The keyboard back to where the file was opened from. */
    void focusFile();

Q_SIGNALS:
    void closed();

protected:
    void retranslate() override;

private:
    void openFile();
    void presentActions(const desk::CounterView &view, bool asked, bool pulled);
    [[nodiscard]] QString faceHtml(const domain::ECertificate &opened, bool revealed) const;
    [[nodiscard]] QString contentsHtml(const desk::CounterView &view, const desk::CertificateView &certificate, bool *asked) const;
    desk::CounterDesk *m_desk = nullptr;
    QString m_identifier;
    std::unique_ptr<Ui::CertificateDetail> m_ui;
};

} // namespace yichuang::ui
