// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "counter/handinpanel.h"

#include "kit/styled.h"
#include "kit/words.h"
#include "ui_handinpanel.h"

#include <domain/bounds.h>

#include <algorithm>

namespace yichuang::ui {

using namespace Qt::StringLiterals;

HandInPanel::HandInPanel(QWidget *parent)
    : Pane(parent)
    , m_ui(std::make_unique<Ui::HandInPanel>())
{
    m_ui->setupUi(this);
    connect(m_ui->answerCorrectionPushButton, &QPushButton::clicked, this, &HandInPanel::onAnswered);
    connect(m_ui->correctionNoteLineEdit, &QLineEdit::textEdited, this, [this](const QString &text) { Q_EMIT typed(m_partId, text); });
    connect(m_ui->correctionNoteLineEdit, &QLineEdit::returnPressed, this, &HandInPanel::onAnswered);
    connect(m_ui->correctionNoteLineEdit, &QLineEdit::textChanged, this, &HandInPanel::presentLength);
    connect(m_ui->correctionMissingPushButton, &QPushButton::clicked, this, &HandInPanel::missingAsked);
    presentLength();
    hide();
}

HandInPanel::~HandInPanel() = default;

void HandInPanel::onAnswered()
{
    const QString note = m_ui->correctionNoteLineEdit->text().trimmed();
    if (m_partId.isNull() || note.isEmpty() || !fits() || misses())
        return;
    // The text stays until the answer is in the case: a refused one can be sent again.
    Q_EMIT answered(m_partId, note);
}

bool HandInPanel::fits() const
{
    return m_ui->correctionNoteLineEdit->text().trimmed().size() <= domain::longestText;
}

void HandInPanel::presentLength()
{
    m_ui->correctionProblemLabel->setText(Words::tooLong(m_ui->correctionNoteLineEdit->text().trimmed().size(), domain::longestText));
    m_ui->correctionProblemLabel->setVisible(!fits());
    setStyled(m_ui->correctionNoteLineEdit, "problem", !fits());
    presentMissing();
}

void HandInPanel::presentMissing()
{
    m_ui->correctionMissingPushButton->setVisible(misses());
    m_ui->answerCorrectionPushButton->setEnabled(fits() && !misses());
    if (!misses())
        return;
    //: %n fields and materials that are empty, wrong or not there; %1 the first of them
    const QString line = tr("%n missing or wrong: %1", nullptr, int(m_missing.size())).arg(m_missing.first().text);
    m_ui->correctionMissingPushButton->setFullText(line + u"  F6"_s);
}

void HandInPanel::clear()
{
    m_partId = domain::PartId();
    m_missing.clear();
    presentMissing();
    m_ui->correctionNoteLineEdit->clear();
}

void HandInPanel::focusNote()
{
    m_ui->correctionNoteLineEdit->setFocus(Qt::ShortcutFocusReason);
}

void HandInPanel::present(const desk::HandInView &handIn, const domain::PartId &preferred)
{
    m_handIn = handIn;
    const QList<desk::CorrectionView> &corrections = handIn.corrections;
    const auto wanted = std::find_if(corrections.cbegin(), corrections.cend(), [&preferred](const desk::CorrectionView &one) { return one.partId == preferred; });
    const auto shown = wanted == corrections.cend() ? corrections.cbegin() : wanted;
    const bool asked = shown != corrections.cend();
    if (const domain::PartId part = asked ? shown->partId : domain::PartId(); part != m_partId) {
        m_partId = part;
        m_ui->correctionNoteLineEdit->setText(asked ? shown->note : QString());
    }
    m_missing = asked ? shown->missing : QList<domain::Missing>();
    presentMissing();
    //: %1 the item whose department asks for it
    m_ui->handInTitleLabel->setText(asked ? tr("Correction asked: %1").arg(shown->itemName) : tr("Materials to follow"));
    QStringList lines;
    if (asked) {
        if (!shown->opinion.isEmpty())
            lines << shown->opinion;
        for (const QString &point : shown->points)
            lines << u"· "_s + point;
        if (shown->returnBy.isValid())
            lines << tr("Return by %1").arg(dayText(shown->returnBy));
    }
    for (const desk::DeferredView &material : handIn.deferred) {
        //: %1 a material that was promised to follow, %2 the day until which it is due
        lines << tr("To follow: %1, until %2").arg(material.name, dayText(material.due));
    }
    m_ui->correctionPointsLabel->setText(lines.join(u'\n'));
    m_ui->correctionNoteLineEdit->setVisible(asked);
    m_ui->answerCorrectionPushButton->setVisible(asked);
    setVisible(handIn.isOpen());
}

void HandInPanel::retranslate()
{
    m_ui->retranslateUi(this);
    presentLength();
    if (isVisible())
        present(m_handIn, m_partId);
}

} // namespace yichuang::ui
