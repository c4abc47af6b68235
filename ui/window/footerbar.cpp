// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "window/footerbar.h"

#include "kit/tokens.h"
#include "kit/words.h"
#include "ui_footerbar.h"

namespace yichuang::ui {

using namespace Qt::StringLiterals;

FooterBar::FooterBar(QWidget *parent)
    : Pane(parent)
    , m_ui(std::make_unique<Ui::FooterBar>())
{
    m_ui->setupUi(this);
    setFixedHeight(token::footerHeight);
    connect(m_ui->helpPushButton, &QPushButton::clicked, this, &FooterBar::helpAsked);
    connect(m_ui->noticePushButton, &QPushButton::clicked, this, &FooterBar::noticeAsked);
    setNotice({});
}

FooterBar::~FooterBar() = default;

QString FooterBar::caseText(const desk::CounterView &view) const
{
    if (view.phase == desk::CounterPhase::Idle)
        return tr("No case open. Everything on this computer is stored encrypted.");
    const domain::Case &open = view.openCase;
    const QString number = !open.number.isEmpty() ? open.number : !open.provisionalReceipt.isEmpty() ? open.provisionalReceipt : tr("without number");
    const QString state = open.stage == domain::CaseStage::Draft ? tr("draft") : tr("received");
    // What the store did not take is in no scratch either.
    const bool fails = view.error && (view.error->code == domain::FailureCode::StoreDiskFull || view.error->code == domain::FailureCode::StoreFailed);
    if (view.hasUnsavedScratch && !fails)
        return tr("Case %1 (%2, typing is kept as scratch)").arg(number, state);
    if (view.hasUnsavedScratch || !view.savedAt.isValid())
        return tr("Case %1 (%2, not saved yet)").arg(number, state);
    return tr("Case %1 (%2, saved encrypted on this computer %3)").arg(number, state, clockTime(view.savedAt));
}

QString FooterBar::timingText(const desk::CounterView &view) const
{
    QStringList words;
    const auto seconds = [](qint64 ms) { return QString::number(double(ms) / 1000.0, 'f', 1); };
    if (view.readMs >= 0)
        words << tr("Card read %1 s").arg(seconds(view.readMs));
    if (view.listMs >= 0)
        words << tr("%n certificate(s) listed %1 s", nullptr, int(view.certificates.size())).arg(seconds(view.listMs));
    return words.join(u" · "_s);
}

void FooterBar::present(const desk::CounterView &view)
{
    m_ui->caseLabel->setText(caseText(view));
    m_ui->timingLabel->setText(timingText(view));
}

void FooterBar::setNotice(const QString &notice)
{
    m_ui->noticePushButton->setText(notice);
    m_ui->noticePushButton->setVisible(!notice.isEmpty());
}

void FooterBar::retranslate()
{
    m_ui->retranslateUi(this); // the window presents the view again after a change of language
}

} // namespace yichuang::ui
