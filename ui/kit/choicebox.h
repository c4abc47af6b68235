// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QComboBox>
#include <QElapsedTimer>

namespace yichuang::ui {

/**
 * A choice in a long form. The wheel scrolls the form and never changes the value; letters find an entry by its text or
 * its pinyin initials ("hz" for 汉族), closed as well as open.
 */
class ChoiceBox : public QComboBox
{
    Q_OBJECT
public:
    explicit ChoiceBox(QWidget *parent = nullptr);
    void showPopup() override;

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    /** The entry that the letters typed up to now mean, -1 when the key is none or nothing fits. */
    [[nodiscard]] int sought(const QKeyEvent &event, int from);
    QString m_typed;
    QElapsedTimer m_sinceKey;
};

} // namespace yichuang::ui
