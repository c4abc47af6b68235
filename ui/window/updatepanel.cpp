// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "window/updatepanel.h"

#include "kit/errorline.h"
#include "ui_updatepanel.h"

#include <QKeyEvent>
#include <QLocale>

namespace yichuang::ui {

using namespace Qt::StringLiterals;
using State = desk::UpdateView::State;

UpdatePanel::UpdatePanel(desk::UpdateDesk *desk, QWidget *parent)
    : Pane(parent)
    , m_desk(desk)
    , m_ui(std::make_unique<Ui::UpdatePanel>())
{
    m_ui->setupUi(this);
    setFocusPolicy(Qt::ClickFocus);
    // Neither Enter nor space, typed for another place, may restart the program.
    setFirstStop(m_ui->closeUpdatePushButton);
    connect(m_ui->closeUpdatePushButton, &QPushButton::clicked, this, &QWidget::hide);
    connect(m_ui->updateNowPushButton, &QPushButton::clicked, m_desk, [this] { m_desk->takeNow(); });
    connect(m_ui->updateAtStartPushButton, &QPushButton::clicked, m_desk, [this] { m_desk->takeAtNextStart(); });
    connect(m_ui->updateDismissPushButton, &QPushButton::clicked, m_desk, [this] {
        m_desk->dismiss();
        hide();
    });
    connect(m_desk, &desk::UpdateDesk::viewChanged, this, &UpdatePanel::refresh);
    hide();
    refresh();
}

UpdatePanel::~UpdatePanel() = default;

QString UpdatePanel::noticeFor(const desk::UpdateView &view)
{
    switch (view.state) {
    case State::Nothing: return {};
    case State::Ready: return tr("Version %1 is ready").arg(view.version);
    case State::Agreed: return tr("Version %1 at the next start").arg(view.version);
    case State::RolledBack: return tr("Version %1 did not start, the one before is back").arg(view.version);
    }
    return {};
}

void UpdatePanel::refresh()
{
    const desk::UpdateView &view = m_desk->view();
    if (view.state == State::Nothing)
        return hide();
    const bool offered = view.state == State::Ready || view.state == State::Agreed;
    m_ui->updateTitleLabel->setText(noticeFor(view));
    const QString language = QLocale().language() == QLocale::Chinese ? u"zh_CN"_s : u"en"_s;
    const QString notes = view.notes.value(language, view.notes.value(u"en"_s));
    m_ui->updateNotesLabel->setText(notes);
    m_ui->updateNotesLabel->setVisible(offered && !notes.isEmpty());
    m_ui->updateExplanationLabel->setVisible(offered);
    m_ui->updateBusyLabel->setVisible(offered && !view.quiet);
    m_ui->updateNowPushButton->setVisible(offered);
    m_ui->updateNowPushButton->setEnabled(view.quiet);
    m_ui->updateAtStartPushButton->setVisible(view.state == State::Ready);
    m_ui->updateDismissPushButton->setVisible(view.state != State::Agreed);
    m_ui->updateDismissPushButton->setText(view.state == State::RolledBack ? tr("Understood") : tr("Not today"));
    m_ui->updateErrorLine->setError(view.error);
    adjustSize();
}

void UpdatePanel::retranslate()
{
    m_ui->retranslateUi(this);
    refresh();
}

void UpdatePanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        hide();
    else
        Pane::keyPressEvent(event);
}

} // namespace yichuang::ui
