// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "searchwords.h"

#include <domain/pinyin.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace yichuang::store {

namespace {

constexpr int prefixSteps[] = {searchLengths.numberStart, 4, 6, 8, 10, 12, 14, 17, 20};
constexpr int endLength = searchLengths.numberEnd;

bool isAsciiWord(QChar c)
{
    return c.unicode() < 0x80;
}

QStringList windows(const QString &text, int width)
{
    QStringList pieces;
    for (qsizetype i = 0; i + width <= text.size(); ++i)
        pieces.append(text.mid(i, width));
    return pieces;
}

void addWord(QStringList &lines, char kind, const QString &text)
{
    const QString value = normalised(text);
    const QString line = QLatin1Char(kind) + value;
    if (!value.isEmpty() && !lines.contains(line))
        lines.append(line);
}

void addNumberTokens(QSet<QString> &tokens, const QString &number)
{
    for (const int length : prefixSteps) {
        if (length <= number.size())
            tokens.insert(u'n' + number.left(length));
    }
    if (number.size() >= endLength)
        tokens.insert(u'e' + number.right(endLength));
}

void addInitialTokens(QSet<QString> &tokens, const QString &initials)
{
    tokens.insert(u'p' + initials.left(1));
    if (initials.size() > 1)
        tokens.insert(u'p' + initials.left(2));
    for (const QString &three : windows(initials, searchLengths.initials))
        tokens.insert(u'i' + three);
}

TermReading numberReading(const QString &term)
{
    int length = 0;
    for (const int step : prefixSteps) {
        if (step <= term.size())
            length = step;
    }
    return {{u'n' + term.left(length)}, u"n"_s, TermReading::Where::Begins};
}

TermReading endReading(const QString &term)
{
    return {{u'e' + term.right(endLength)}, u"n"_s, TermReading::Where::Ends};
}

TermReading initialsReading(const QString &term)
{
    TermReading reading{{}, u"i"_s, term.size() < searchLengths.initials ? TermReading::Where::Begins : TermReading::Where::Anywhere};
    if (reading.where == TermReading::Where::Begins)
        reading.tokens.append(u'p' + term);
    for (const QString &three : windows(term, searchLengths.initials))
        reading.tokens.append(u'i' + three);
    return reading;
}

Term asciiTerm(const QString &text)
{
    Term term{text, {}};
    if (text.size() >= searchLengths.numberStart)
        term.readings.append(numberReading(text));
    if (text.size() >= endLength)
        term.readings.append(endReading(text));
    if (std::all_of(text.cbegin(), text.cend(), [](QChar c) { return c.isLetterOrNumber(); }))
        term.readings.append(initialsReading(text));
    return term;
}

Term hanTerm(const QString &text)
{
    if (text.size() < searchLengths.title)
        return {text, {{{u'c' + text}, u"a"_s, TermReading::Where::Anywhere}}};
    TermReading reading{{}, u"at"_s, TermReading::Where::Anywhere};
    for (const QString &two : windows(text, searchLengths.title))
        reading.tokens.append(u'b' + two);
    return {text, {reading}};
}

} // namespace

QString normalised(const QString &text)
{
    QString plain = text.normalized(QString::NormalizationForm_KC).toCaseFolded();
    plain.removeIf([](QChar c) { return c.isSpace() || c.category() == QChar::Other_Control; });
    return plain;
}

QString wordsOf(const domain::Case &onCase, const QString &title)
{
    QStringList lines;
    if (onCase.applicant) {
        addWord(lines, 'a', onCase.applicant->name);
        addWord(lines, 'n', onCase.applicant->number);
    }
    if (onCase.agency) {
        addWord(lines, 'a', onCase.agency->agent.name);
        addWord(lines, 'n', onCase.agency->agent.number);
    }
    addWord(lines, 'n', onCase.number);
    addWord(lines, 'n', onCase.provisionalReceipt);
    addWord(lines, 't', title);
    for (const domain::CasePart &part : onCase.parts)
        addWord(lines, 't', part.itemName);
    return withInitials(lines.join(u'\n'));
}

QString withNumber(const QString &words, const QString &number)
{
    QStringList lines = words.split(u'\n', Qt::SkipEmptyParts);
    addWord(lines, 'n', number);
    return lines.join(u'\n');
}

QString withInitials(const QString &words)
{
    QStringList lines;
    QStringList initials;
    const QStringList given = words.split(u'\n', Qt::SkipEmptyParts);
    for (const QString &line : given) {
        if (line.startsWith(u'i'))
            continue;
        lines.append(line);
        if (!line.startsWith(u'n'))
            addWord(initials, 'i', domain::pinyinInitials(line.mid(1)));
    }
    return (lines + initials).join(u'\n');
}

QSet<QString> tokensOf(const QString &words)
{
    QSet<QString> tokens;
    const QStringList lines = words.split(u'\n', Qt::SkipEmptyParts);
    for (const QString &line : lines) {
        const QString text = line.mid(1);
        if (line.startsWith(u'n')) {
            addNumberTokens(tokens, text);
        } else if (line.startsWith(u'i')) {
            addInitialTokens(tokens, text);
        } else {
            for (const QString &two : windows(text, searchLengths.title))
                tokens.insert(u'b' + two);
            if (line.startsWith(u'a')) {
                for (const QChar one : text)
                    tokens.insert(u'c' + QString(one));
            }
        }
    }
    return tokens;
}

QList<Term> termsOf(const QString &search)
{
    // Pieces are split before spaces go: "zs 0028" is two terms.
    const QString plain = search.normalized(QString::NormalizationForm_KC).toCaseFolded();
    QList<Term> terms;
    QString run;
    const auto finish = [&] {
        const Term term = run.isEmpty() ? Term() : isAsciiWord(run.front()) ? asciiTerm(run) : hanTerm(run);
        // A lone dash or comma names nothing.
        if (!term.readings.isEmpty())
            terms.append(term);
        run.clear();
    };
    for (const QChar c : plain) {
        if (c.isSpace() || c.category() == QChar::Other_Control || (!run.isEmpty() && isAsciiWord(c) != isAsciiWord(run.front())))
            finish();
        if (!c.isSpace() && c.category() != QChar::Other_Control)
            run.append(c);
    }
    finish();
    return terms;
}

std::optional<TooShortFor> tooShort(const QList<Term> &terms)
{
    for (const Term &term : terms) {
        if (!isAsciiWord(term.text.front())) {
            if (term.text.size() < searchLengths.title)
                return TooShortFor::Title;
            continue;
        }
        const bool figures = std::any_of(term.text.cbegin(), term.text.cend(), [](QChar c) { return c.isDigit(); });
        const bool letters = std::any_of(term.text.cbegin(), term.text.cend(), [](QChar c) { return c.isLetter(); });
        if ((figures || letters) && term.text.size() < (figures ? searchLengths.numberEnd : searchLengths.initials))
            return figures ? TooShortFor::Number : TooShortFor::Initials;
    }
    return std::nullopt;
}

static bool stands(QStringView value, const QString &term, TermReading::Where where)
{
    switch (where) {
    case TermReading::Where::Anywhere: return value.contains(term);
    case TermReading::Where::Begins: return value.startsWith(term);
    case TermReading::Where::Ends: return value.endsWith(term);
    }
    return false;
}

bool fits(const QString &words, const Term &term)
{
    const QStringList lines = words.split(u'\n', Qt::SkipEmptyParts);
    return std::any_of(term.readings.cbegin(), term.readings.cend(), [&](const TermReading &reading) {
        return std::any_of(lines.cbegin(), lines.cend(), [&](const QString &line) {
            if (!reading.kinds.contains(line.front()))
                return false;
            return stands(QStringView(line).mid(1), term.text, reading.where);
        });
    });
}

} // namespace yichuang::store
