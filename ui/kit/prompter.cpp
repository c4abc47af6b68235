// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <ui/prompter.h>

#include <QFileDialog>

namespace yichuang::ui {

void Prompter::chooseFiles(QWidget *over, const QString &title, std::function<void(const QStringList &)> then)
{
    auto *dialog = new QFileDialog(over, title);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    QObject::connect(dialog, &QFileDialog::filesSelected, over, std::move(then));
    dialog->open();
}

} // namespace yichuang::ui
