// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <update/offer.h>
#include <update/trial.h>

namespace yichuang::update {

namespace {

constexpr char head[] = "yichuang-trial 1";
constexpr qsizetype longest = 512;

/** The rest of a line that begins with a word; null for another line. */
std::optional<QByteArray> after(const QByteArray &line, const QByteArray &word)
{
    return line.startsWith(word + ' ') ? std::optional(line.mid(word.size() + 1)) : std::nullopt;
}

} // namespace

std::optional<Trial> trialFrom(QByteArrayView text)
{
    if (text.size() > longest)
        return std::nullopt;
    const QList<QByteArray> lines = text.toByteArray().split('\n');
    if (lines.size() != 6 || lines.at(0) != head || !lines.at(5).isEmpty())
        return std::nullopt;
    const auto state = after(lines.at(1), "state");
    const auto to = after(lines.at(2), "to");
    const auto from = after(lines.at(3), "from");
    const auto starts = after(lines.at(4), "starts");
    if (!state || !to || !from || !starts || (*state != "trial" && *state != "failed"))
        return std::nullopt;
    Trial trial;
    trial.state = *state == "trial" ? Trial::State::OnTrial : Trial::State::Failed;
    trial.to = QString::fromLatin1(*to);
    trial.from = QString::fromLatin1(*from);
    bool isNumber = false;
    trial.starts = starts->toInt(&isNumber);
    const bool sound = isNumber && trial.starts >= 0 && !versionFrom(trial.to).isNull() && !versionFrom(trial.from).isNull();
    return sound ? std::optional(trial) : std::nullopt;
}

QByteArray toBytes(const Trial &trial)
{
    QByteArray text(head);
    text += "\nstate ";
    text += trial.state == Trial::State::OnTrial ? "trial" : "failed";
    text += "\nto " + trial.to.toLatin1() + "\nfrom " + trial.from.toLatin1() + "\nstarts " + QByteArray::number(trial.starts) + '\n';
    return text;
}

} // namespace yichuang::update
