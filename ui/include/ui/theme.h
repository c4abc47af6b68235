// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

class QApplication;
class QIcon;
class QString;

namespace yichuang::ui {

/** Gives the program its style, font and style sheet, all made from the tokens. Call once, before the first widget. */
void installTheme(QApplication &application);

/** An icon of resources/icons by name, with its 1.5x and 2x pixmaps. */
[[nodiscard]] QIcon themeIcon(const QString &name);

} // namespace yichuang::ui
