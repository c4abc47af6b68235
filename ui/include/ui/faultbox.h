// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <domain/error.h>

class QMessageBox;

namespace yichuang::ui {

/**
 * Opens a box without a window behind it: what a failure means and what to do, in the current language, below it the technical `detail`;
 * a detail that says it in these words stands alone. For a start that comes to nothing. The box deletes itself when it is closed.
 */
QMessageBox *openFaultBox(domain::FailureCode code, const QString &detail);

} // namespace yichuang::ui
