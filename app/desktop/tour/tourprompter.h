// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ui/prompter.h>

namespace yichuang::app {

/** Answers a question for files with the next two of the pages that the tour made, as a clerk does with both sides of a card. */
class TourPrompter : public ui::Prompter
{
public:
    void chooseFiles(QWidget *over, const QString &title, std::function<void(const QStringList &)> then) override;
    void setPages(const QStringList &paths) { m_pages = paths; }
    /** How many files were given. */
    [[nodiscard]] int given() const { return m_given; }

private:
    QStringList m_pages;
    int m_given = 0;
};

} // namespace yichuang::app
