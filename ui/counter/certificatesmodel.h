// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kit/rowsmodel.h"
#include "kit/tone.h"

#include <desk/counterview.h>

#include <QFontMetrics>
#include <QSortFilterProxyModel>

namespace yichuang::ui {

/** A certificate as its card draws it. */
struct CertificateCardRow {
    desk::CertificateView view;
    int noticeDays = 30;     ///< days before expiry from which it is pointed out
    bool cached = false;     ///< listed from the cache while offline
    friend bool operator==(const CertificateCardRow &, const CertificateCardRow &) = default;
};

/** The certificates linked to the applicant. The first column carries the card's lines. */
class CertificatesModel : public RowsModel<CertificateCardRow>
{
    Q_OBJECT
public:
    enum Column { Name, Issuer, Number, Status, ColumnCount };
    using RowsModel::RowsModel;
    void setToday(QDate today) { m_today = today; }
    [[nodiscard]] QDate today() const { return m_today; }
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] static QString issuerLine(const CertificateCardRow &row);
    /** That line in so many pixels: the ends, which tell certificates apart, stay. */
    [[nodiscard]] static QString fittedIssuerLine(const CertificateCardRow &row, const QFontMetrics &metrics, int width);
    [[nodiscard]] QString dateLine(const CertificateCardRow &row) const;
    [[nodiscard]] TagText statusTag(const CertificateCardRow &row) const;

protected:
    [[nodiscard]] bool sameKey(const CertificateCardRow &one, const CertificateCardRow &other) const override;

private:
    QDate m_today;
};

/** The certificates that match the typed words and the chosen department. */
class CertificatesFilter : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;
    void setWords(const QString &words);
    void setDepartment(const QString &departmentId);
    [[nodiscard]] const CertificateCardRow *row(const QModelIndex &index) const;

protected:
    [[nodiscard]] bool filterAcceptsRow(int sourceRow, const QModelIndex &sourceParent) const override;

private:
    QString m_words;
    QString m_department;
};

} // namespace yichuang::ui
