// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "tourprompter.h"

namespace yichuang::app {

void TourPrompter::chooseFile(QWidget * /*over*/, const QString & /*title*/, std::function<void(const QString &)> then)
{
    ++m_asked;
    if (!m_path.isEmpty())
        then(m_path);
}

} // namespace yichuang::app
