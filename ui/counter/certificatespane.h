// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kit/pane.h"

#include <desk/counterdesk.h>
#include <memory>

#include "counter/certificatesmodel.h"

namespace yichuang::ui {

namespace Ui {
class CertificatesPane;
}

/** Every certificate linked to the applicant, with filter, department and the detail of one. */
class CertificatesPane : public Pane
{
    Q_OBJECT
public:
    explicit CertificatesPane(QWidget *parent = nullptr);
    ~CertificatesPane() override;
    void bind(desk::CounterDesk *desk);
    void forget() override;
    void present(const desk::CounterView &view);
    /** The keyboard to the list, or to the filter above while there is none. */
    void takeFocus() override;
    void focusFilter();

protected:
    void retranslate() override;

private:
    void presentState(const desk::CounterView &view);
    void presentFile(const desk::CounterView &view);
    void takeListFocus();
    void fillDepartments();
    void onActivated(const QModelIndex &index);
    void giveConsent();
    void closePanel();
    desk::CounterDesk *m_desk = nullptr;
    QString m_shownNumber; ///< of the applicant
    CertificatesModel *m_model = nullptr;
    CertificatesFilter *m_filter = nullptr;
    QStringList m_departmentIds;
    std::unique_ptr<Ui::CertificatesPane> m_ui;
};

} // namespace yichuang::ui
