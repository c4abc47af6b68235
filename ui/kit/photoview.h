// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QImage>
#include <QWidget>

namespace yichuang::ui {

/** The card's photo, or a placeholder where no decoder is installed. */
class PhotoView : public QWidget
{
    Q_OBJECT
public:
    explicit PhotoView(QWidget *parent = nullptr);
    /** @param bgr 102 x 126 pixels of 3 bytes, blue first; empty or of another length: placeholder. */
    void setPhoto(const QByteArray &bgr);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QByteArray m_bytes;
    QImage m_photo;
};

} // namespace yichuang::ui
