// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "tourprompter.h"

namespace yichuang::app {

void TourPrompter::chooseFiles(QWidget * /*over*/, const QString & /*title*/, std::function<void(const QStringList &)> then)
{
    constexpr int pagesAtOnce = 2;
    QStringList chosen;
    for (int i = 0; i < pagesAtOnce && !m_pages.isEmpty(); ++i)
        chosen << m_pages.at(m_given++ % m_pages.size());
    if (!chosen.isEmpty())
        then(chosen);
}

} // namespace yichuang::app
