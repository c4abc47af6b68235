// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <chrono>
#include <vector>

/** What every benchmark shares: samples, percentiles and the one line of JSON for each figure. */
namespace yichuang::bench {

/** Measured times in milliseconds. */
class Samples
{
public:
    void add(double milliseconds) { m_values.push_back(milliseconds); }
    /** The value that `share` (0 to 1) of the samples do not exceed; 0 without samples. */
    [[nodiscard]] double at(double share) const;
    [[nodiscard]] double median() const { return at(0.5); }
    [[nodiscard]] double p95() const { return at(0.95); }
    [[nodiscard]] std::size_t count() const { return m_values.size(); }

private:
    std::vector<double> m_values;
};

/** One figure, printed on standard output as {"name","ours","baseline","unit","ratio","aim"}. */
struct Figure {
    QString name;
    double ours = 0;
    double baseline = 0;    ///< 0: nothing to compare with, the ratio is then null
    QString unit;
    QString aim;            ///< "ours <= 16" or "ratio <= 1.3"; empty: a figure only to know
    void print() const;
};

/** Prints "<name>.p50" and "<name>.p95" of two series; the aim belongs to the second. */
void printSeries(const QString &name, const Samples &ours, const Samples &baseline, const QString &aim);

/** Milliseconds that a call takes. */
template<typename Call>
[[nodiscard]] double timed(Call call)
{
    const auto started = std::chrono::steady_clock::now();
    call();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - started).count();
}

/** A line for the person who waits, on standard error. */
void say(const QString &line);
/** Says why the benchmark cannot go on and ends the process with 1. */
[[noreturn]] void giveUp(const QString &why);

} // namespace yichuang::bench
