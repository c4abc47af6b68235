// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "kit/stateview.h"

#include "kit/failurehelp.h"
#include "kit/tokens.h"
#include "kit/tone.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace yichuang::ui {

using namespace Qt::StringLiterals;

StateView::StateView(QWidget *parent)
    : Pane(parent)
    , m_mark(new QWidget(this))
    , m_title(new QLabel(this))
    , m_text(new QLabel(this))
    , m_action(new QPushButton(this))
{
    setProperty("panel", u"plain"_s);
    m_title->setObjectName(u"stateTitleLabel"_s);
    m_title->setProperty("role", u"title"_s);
    m_title->setAlignment(Qt::AlignCenter);
    m_title->setWordWrap(true);
    m_text->setObjectName(u"stateTextLabel"_s);
    m_text->setProperty("role", u"smallMute"_s);
    m_text->setAlignment(Qt::AlignCenter);
    m_text->setWordWrap(true);
    m_action->setObjectName(u"stateActionPushButton"_s);
    setFirstStop(m_action); // the state's place in the focus order is its step's
    m_mark->setFixedHeight(2 * token::nameSize);
    auto *column = new QVBoxLayout(this);
    column->addStretch(2);
    column->addWidget(m_mark);
    column->addWidget(m_title);
    column->addWidget(m_text);
    column->addWidget(m_action, 0, Qt::AlignHCenter);
    column->addStretch(3);
    connect(m_action, &QPushButton::clicked, this, &StateView::actionTriggered);
}

void StateView::setState(Kind kind, const QString &title, const QString &text, const QString &action)
{
    m_kind = kind;
    m_error.reset();
    m_title->setText(title);
    m_text->setText(text);
    m_text->setVisible(!text.isEmpty());
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
    update();
}

void StateView::setError(const domain::Error &error, const QString &action)
{
    const FailureWords words = FailureHelp::wordsFor(error);
    //: %1 next step, %2 who acts, %3 failure code
    setState(Kind::Error, words.cause, tr("%1\nWho acts: %2 · code %3").arg(words.next, words.actor, words.code), action);
    m_error = error;
}

void StateView::retranslate()
{
    if (m_error)
        setError(domain::Error(*m_error), m_action->text());
}

void StateView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tone tone = m_kind == Kind::Error ? Tone::Bad : m_kind == Kind::Offline || m_kind == Kind::Forbidden ? Tone::Warn : Tone::Mute;
    const Mark mark = m_kind == Kind::Loading ? Mark::Clock : markOf(tone);
    const int side = token::bigSize;
    const QPoint centre = m_mark->geometry().center();
    if (mark != Mark::None)
        drawMark(painter, mark, QRectF(centre.x() - side / 2.0, centre.y() - side / 2.0, side, side), toneInk(tone));
}

} // namespace yichuang::ui
