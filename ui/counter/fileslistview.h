// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "counter/filesmodel.h"

#include <QListView>

namespace yichuang::ui {

/** Files as a list that is as high as its rows, up to a few, and not there without any. */
class FilesListView : public QListView
{
    Q_OBJECT
public:
    explicit FilesListView(QWidget *parent = nullptr);
    void setFiles(const QList<FileRow> &files);
    /** Id of the current row's file; empty without any. */
    [[nodiscard]] QString currentFile() const;
    void retranslate() { m_model->retranslate(); }

Q_SIGNALS:
    /** The delete key on the current row. */
    void removeAsked();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    FilesModel *m_model = nullptr;
};

} // namespace yichuang::ui
