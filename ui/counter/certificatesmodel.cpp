// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "counter/certificatesmodel.h"

#include "kit/words.h"

namespace yichuang::ui {

using namespace Qt::StringLiterals;

int CertificatesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

bool CertificatesModel::sameKey(const CertificateCardRow &one, const CertificateCardRow &other) const
{
    return one.view.summary.identifier == other.view.summary.identifier;
}

QString CertificatesModel::issuerLine(const CertificateCardRow &row)
{
    const domain::CertificateSummary &summary = row.view.summary;
    QStringList words;
    // Whose it is comes first and the number's tail last: a narrow card cuts the middle of the line.
    if (summary.relation != domain::Relation::Self)
        words << tr("%1 %2", "whose certificate, holder's name").arg(Words::relation(summary.relation), summary.holderName);
    words << summary.issuerName;
    if (!summary.maskedNumber.isEmpty())
        words << tr("No. %1").arg(summary.maskedNumber);
    return words.join(u" · "_s);
}

QString CertificatesModel::fittedIssuerLine(const CertificateCardRow &row, const QFontMetrics &metrics, int width)
{
    return metrics.elidedText(issuerLine(row), Qt::ElideMiddle, width);
}

QString CertificatesModel::dateLine(const CertificateCardRow &row) const
{
    const domain::CertificateSummary &summary = row.view.summary;
    QStringList words;
    if (summary.status != domain::CertificateStatus::Valid && summary.statusDate.isValid())
        words << tr("Status since %1").arg(dayText(summary.statusDate));
    else if (summary.validTo)
        words << tr("Valid until %1").arg(dayText(*summary.validTo));
    else if (summary.issueDate.isValid())
        words << tr("Issued %1").arg(dayText(summary.issueDate));
    if (row.view.usedByItems > 0)
        words << tr("used by %n item(s)", nullptr, row.view.usedByItems);
    else if (!row.view.usable)
        words << tr("cannot be used in a case");
    return words.join(u" · "_s);
}

TagText CertificatesModel::statusTag(const CertificateCardRow &row) const
{
    return Words::certificate(row.view.summary, m_today, row.noticeDays);
}

QVariant CertificatesModel::data(const QModelIndex &index, int role) const
{
    const CertificateCardRow *found = row(index);
    if (!found)
        return {};
    const domain::CertificateSummary &summary = found->view.summary;
    if (role == Qt::AccessibleTextRole) {
        return tr("%1, %2, %3", "certificate, issuer and number, status").arg(summary.typeName, issuerLine(*found), statusTag(*found).text);
    }
    if (role == Qt::ToolTipRole)
        return QString(issuerLine(*found) + u'\n' + dateLine(*found));
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case Name: return summary.typeName;
    case Issuer: return summary.issuerName;
    case Number: return summary.maskedNumber;
    case Status: return statusTag(*found).text;
    default: return {};
    }
}

QVariant CertificatesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name: return tr("Certificate");
    case Issuer: return tr("Issuer");
    case Number: return tr("Number");
    case Status: return tr("Status");
    default: return {};
    }
}

void CertificatesFilter::setWords(const QString &words)
{
    m_words = words.trimmed();
    invalidateFilter();
}

void CertificatesFilter::setDepartment(const QString &departmentId)
{
    m_department = departmentId;
    invalidateFilter();
}

const CertificateCardRow *CertificatesFilter::row(const QModelIndex &index) const
{
    const auto *source = qobject_cast<const CertificatesModel *>(sourceModel());
    return index.isValid() && source ? source->row(mapToSource(index)) : nullptr;
}

bool CertificatesFilter::filterAcceptsRow(int sourceRow, const QModelIndex &) const
{
    const auto *source = qobject_cast<const CertificatesModel *>(sourceModel());
    const CertificateCardRow &row = source->rows().at(sourceRow);
    const domain::CertificateSummary &summary = row.view.summary;
    if (!m_department.isEmpty() && summary.departmentId != m_department)
        return false;
    return m_words.isEmpty() || summary.typeName.contains(m_words, Qt::CaseInsensitive)
        || summary.maskedNumber.contains(m_words, Qt::CaseInsensitive) || summary.issuerName.contains(m_words, Qt::CaseInsensitive)
        || summary.holderName.contains(m_words, Qt::CaseInsensitive);
}

} // namespace yichuang::ui
