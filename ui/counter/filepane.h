// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kit/pane.h"

#include <desk/counterdesk.h>
#include <memory>

namespace yichuang::ui {

namespace Ui {
class FilePane;
}

/** The annotated copy of one certificate in place of the list, with where it came from and whether it still holds. */
class FilePane : public Pane
{
    Q_OBJECT
public:
    explicit FilePane(QWidget *parent = nullptr);
    ~FilePane() override;
    void bind(desk::CounterDesk *desk);
    void present(const desk::CounterView &view);
    /** The keyboard to the sheet, or to the way out while there is none. */
    void takeFocus() override;

protected:
    void retranslate() override;

private:
    void presentHead(const desk::CounterView &view);
    void presentState(const desk::CertificateFileView &file);
    [[nodiscard]] static QString noteFor(const desk::CertificateFileView &file);
    void onAction();
    desk::CounterDesk *m_desk = nullptr;
    std::unique_ptr<Ui::FilePane> m_ui;
};

} // namespace yichuang::ui
