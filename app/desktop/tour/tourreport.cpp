// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "tourreport.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPixmap>
#include <QSaveFile>
#include <algorithm>

namespace yichuang::app {

using namespace Qt::StringLiterals;

TourReport::TourReport(QString folder)
    : m_folder(std::move(folder))
{
}

bool TourReport::prepare()
{
    QDir folder(m_folder);
    if (!folder.mkpath(u"."_s))
        return false;
    // Pictures of an earlier tour with other steps would look like this one's.
    const QStringList old = folder.entryList({u"[0-9][0-9]-*.png"_s, u"tour.json"_s}, QDir::Files);
    return std::all_of(old.cbegin(), old.cend(), [&folder](const QString &name) { return folder.remove(name); });
}

void TourReport::add(const TourStep &step, const QPixmap &picture)
{
    m_steps.append(step);
    const QString name = u"%1-%2.png"_s.arg(m_steps.size(), 2, 10, QChar(u'0')).arg(step.name);
    if (!picture.save(QDir(m_folder).filePath(name))) {
        m_steps.last().ok = false;
        m_steps.last().actual = u"the picture cannot be written"_s;
    }
}

void TourReport::skip(const QString &name, const QString &because)
{
    m_steps.append({name, false, u"played"_s, u"not played after %1"_s.arg(because), 0});
}

bool TourReport::write(double longestStallMs, double longestUiCpuMs) const
{
    QJsonArray steps;
    for (const TourStep &step : m_steps) {
        steps.append(QJsonObject{{u"name"_s, step.name}, {u"ok"_s, step.ok}, {u"expected"_s, step.expected},
                                 {u"actual"_s, step.actual}, {u"ms"_s, step.ms}});
    }
    const auto rounded = [](double ms) { return double(qRound64(ms * 100)) / 100; };
    const QJsonObject whole{{u"steps"_s, steps}, {u"longestStallMs"_s, rounded(longestStallMs)},
                            {u"longestUiCpuMs"_s, rounded(longestUiCpuMs)}};
    QSaveFile file(QDir(m_folder).filePath(u"tour.json"_s));
    if (!file.open(QIODevice::WriteOnly))
        return false;
    file.write(QJsonDocument(whole).toJson());
    return file.commit();
}

QString TourReport::lastLine() const
{
    const TourStep &step = m_steps.last();
    return u"%1 %2 %3 %4 ms  %5\n"_s.arg(step.ok ? u"ok  "_s : u"FAIL"_s)
        .arg(m_steps.size(), 2)
        .arg(step.name, -20)
        .arg(step.ms, 6)
        .arg(step.ok ? step.actual : u"expected: %1; actual: %2"_s.arg(step.expected, step.actual));
}

QString TourReport::summary() const
{
    QStringList failed;
    qint64 ms = 0;
    for (const TourStep &step : m_steps) {
        ms += step.ms;
        if (!step.ok)
            failed << step.name;
    }
    const QString counts = u"%1 of %2 steps passed in %3 s"_s.arg(m_steps.size() - failed.size()).arg(m_steps.size()).arg(double(ms) / 1000.0, 0, 'f', 1);
    return counts + (failed.isEmpty() ? QString() : u"; failed: "_s + failed.join(u", "_s)) + u'\n';
}

bool TourReport::isGreen() const
{
    return !m_steps.isEmpty() && std::all_of(m_steps.cbegin(), m_steps.cend(), [](const TourStep &step) { return step.ok; });
}

} // namespace yichuang::app
