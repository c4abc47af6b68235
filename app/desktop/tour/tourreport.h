// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QString>

class QPixmap;

namespace yichuang::app {

/** One step of the tour: what should be and what the exchange or the store says. Never holds personal data. */
struct TourStep {
    QString name;
    bool ok = false;
    QString expected;
    QString actual;
    qint64 ms = 0;
};

/** Writes pictures, tour.json and the summary. */
class TourReport
{
public:
    explicit TourReport(QString folder);
    /** False when the folder cannot be made or written. */
    [[nodiscard]] bool prepare();
    void add(const TourStep &step, const QPixmap &picture);
    /** A step that was not played because an earlier one failed; it counts as failed and has no picture. */
    void skip(const QString &name, const QString &because);
    /** Writes tour.json; false when it cannot be written. */
    [[nodiscard]] bool write(double longestStallMs, double longestUiCpuMs) const;
    /** The step played last, as a line of the summary table. */
    [[nodiscard]] QString lastLine() const;
    /** What failed and how many passed. */
    [[nodiscard]] QString summary() const;
    [[nodiscard]] bool isGreen() const;
    [[nodiscard]] qsizetype count() const { return m_steps.size(); }

private:
    QString m_folder;
    QList<TourStep> m_steps;
};

} // namespace yichuang::app
