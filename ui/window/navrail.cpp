// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "window/navrail.h"

#include "kit/tokens.h"

#include <ui/theme.h>

#include <QToolButton>
#include <QVBoxLayout>

namespace yichuang::ui {

using namespace Qt::StringLiterals;

NavRail::NavRail(QWidget *parent)
    : Pane(parent)
{
    setProperty("panel", u"rail"_s);
    setProperty("gap", u"none"_s);
    setFixedWidth(token::railWidth);
    auto *column = new QVBoxLayout(this);
    column->addSpacing(token::gap);
    const QString names[] = {u"counter"_s, u"cases"_s, u"sync"_s};
    for (const QString &name : names) {
        auto *button = new QToolButton(this);
        button->setObjectName(name + u"NavToolButton"_s);
        button->setProperty("kind", u"nav"_s);
        button->setProperty("iconName", name);
        button->setCheckable(true);
        button->setAutoExclusive(true);
        button->setFocusPolicy(Qt::TabFocus);
        button->setToolButtonStyle(Qt::ToolButtonTextUnderIcon);
        button->setIconSize({token::railIcon, token::railIcon});
        button->setFixedSize(token::railWidth - 1, token::railButtonHeight);
        const int page = int(m_buttons.size());
        connect(button, &QToolButton::clicked, this, [this, page] { Q_EMIT pageAsked(page); });
        column->addWidget(button);
        m_buttons << button;
    }
    column->addStretch();
    retranslate();
}

void NavRail::setCurrent(int page)
{
    for (int i = 0; i < m_buttons.size(); ++i) {
        QToolButton *button = m_buttons.at(i);
        button->setChecked(i == page);
        button->setIcon(themeIcon(button->property("iconName").toString() + (i == page ? u"-on"_s : QString())));
    }
}

void NavRail::retranslate()
{
    //: page on which a clerk takes an application (受理)
    const QString texts[] = {tr("Counter"), tr("Cases"), tr("Sync")};
    const QString tips[] = {tr("Take an application, Ctrl+7"), tr("Cases of this window, Ctrl+8"), tr("What waits to be sent, Ctrl+9")};
    for (int i = 0; i < m_buttons.size(); ++i) {
        m_buttons.at(i)->setText(texts[i]);
        m_buttons.at(i)->setAccessibleName(texts[i]);
        m_buttons.at(i)->setToolTip(tips[i]);
    }
}

} // namespace yichuang::ui
