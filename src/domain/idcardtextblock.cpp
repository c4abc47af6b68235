// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
// The 256-byte text block of the four card kinds: 128 UTF-16LE units in fixed, space-padded fields.
#include "asciitext.h"

#include <domain/idcard.h>

#include <array>

namespace yichuang::domain {

using namespace Qt::StringLiterals;

namespace {

/** Place of a field, in UTF-16 units. */
struct Field {
    qsizetype at;
    qsizetype length;
};

constexpr qsizetype blockUnits = IdCard::textBlockSize / 2;
constexpr qsizetype flagAt = 124;
constexpr QStringView longTerm = u"长期";

// The same place on citizen cards, permits and 2023 foreigner cards.
constexpr Field nameField{0, 15};
constexpr Field sexField{15, 1};
constexpr Field ethnicField{16, 2};
constexpr Field birthField{18, 8};
constexpr Field addressField{26, 35};
constexpr Field numberField{61, 18};
constexpr Field issuerField{79, 15};
// The same place on all four.
constexpr Field validFromField{94, 8};
constexpr Field validToField{102, 8};
// HK/Macao/Taiwan permit.
constexpr Field passField{110, 9};
constexpr Field issueCountField{119, 2};
// Foreigner card of 2017.
constexpr Field oldEnglishField{0, 60};
constexpr Field oldSexField{60, 1};
constexpr Field oldNumberField{61, 15};
constexpr Field oldNationalityField{76, 3};
constexpr Field oldNameField{79, 15};
constexpr Field oldBirthField{110, 8};
constexpr Field oldVersionField{118, 2};
constexpr Field oldOfficeField{120, 4};
// Foreigner card of 2023; the English name continues in a second field.
constexpr Field renewalField{16, 2};
constexpr Field english1Field{26, 35};
constexpr Field english2Field{110, 11};
constexpr Field nationalityField{121, 3};
constexpr Field formerLinkField{125, 3};

constexpr std::array kindFlags{std::pair{CardKind::Citizen, u' '}, std::pair{CardKind::HkMoTwPermit, u'J'},
                               std::pair{CardKind::Foreigner2017, u'I'}, std::pair{CardKind::Foreigner2023, u'Y'}};

QString withoutPadding(QString text)
{
    while (text.endsWith(u' '))
        text.chop(1);
    return text;
}

/** Reads fields one after the other and remembers the first that made no sense. */
class BlockReader
{
public:
    explicit BlockReader(QByteArrayView block)
    {
        m_units.reserve(blockUnits);
        for (qsizetype i = 0; i < blockUnits; ++i)
            m_units.append(QChar(uchar(block[2 * i]), uchar(block[2 * i + 1])));
    }

    QChar flag() const { return m_units[flagAt]; }
    QString raw(Field field) const { return m_units.sliced(field.at, field.length); }
    QString fault() const { return m_fault; }

    QString checked(const QString &text, const char *what)
    {
        // A card holds printable text; controls and halves of surrogate pairs mean a damaged or foreign block.
        bool printable = text.isValidUtf16();
        for (const QChar c : text) {
            const QChar::Category category = c.category();
            if (category == QChar::Other_Control || category == QChar::Separator_Line
                || category == QChar::Separator_Paragraph)
                printable = false;
        }
        require(printable, what);
        return withoutPadding(text);
    }

    QString text(Field field, const char *what) { return checked(raw(field), what); }

    QDate date(Field field, const char *what)
    {
        const QDate day = dateFromDigits(raw(field));
        require(day.isValid(), what);
        return day;
    }

    Sex sex(Field field)
    {
        const QChar digit = raw(field).front();
        require(QStringView(u"0129").contains(digit), "sex");
        return sexFromDigit(digit);
    }

    /** @param letters leading letters; the rest are digits, the last of 18 may be X. */
    QString number(Field field, qsizetype letters)
    {
        const QString number = asciiUpper(raw(field));
        const qsizetype digitsEnd = number.size() == 18 ? 17 : number.size();
        bool fits = allAsciiDigits(QStringView(number).sliced(letters, digitsEnd - letters));
        fits = fits && std::all_of(number.cbegin(), number.cbegin() + letters, isAsciiCapital);
        fits = fits && (isAsciiDigit(number.back()) || (number.size() == 18 && number.back() == u'X'));
        require(fits, "number");
        return withoutPadding(number);
    }

    void validity(IdCard &card)
    {
        card.validFrom = date(validFromField, "valid from");
        if (withoutPadding(raw(validToField)) != longTerm)
            card.validTo = date(validToField, "valid to");
    }

    void require(bool condition, const char *what)
    {
        if (!condition && m_fault.isEmpty())
            m_fault = QString::fromLatin1(what);
    }

private:
    QString m_units;
    QString m_fault;
};

void readResident(BlockReader &reader, IdCard &card)
{
    card.name = reader.text(nameField, "name");
    card.sex = reader.sex(sexField);
    card.birth = reader.date(birthField, "birth");
    card.address = reader.text(addressField, "address");
    card.number = reader.number(numberField, 0);
    card.issuer = reader.text(issuerField, "issuer");
    if (card.kind == CardKind::Citizen) {
        card.ethnicCode = reader.text(ethnicField, "ethnic group");
    } else {
        card.passNumber = reader.text(passField, "pass number");
        card.issueCount = reader.text(issueCountField, "issue count");
    }
    reader.require(!card.name.isEmpty(), "name");
}

void readForeigner2017(BlockReader &reader, IdCard &card)
{
    card.englishName = reader.text(oldEnglishField, "English name");
    card.sex = reader.sex(oldSexField);
    card.number = reader.number(oldNumberField, 3);
    card.nationality = reader.text(oldNationalityField, "nationality");
    card.name = reader.text(oldNameField, "name");
    card.birth = reader.date(oldBirthField, "birth");
    card.cardVersion = reader.text(oldVersionField, "card version");
    card.acceptanceOffice = reader.text(oldOfficeField, "acceptance office");
    reader.require(!card.name.isEmpty() || !card.englishName.isEmpty(), "name");
}

void readForeigner2023(BlockReader &reader, IdCard &card)
{
    card.name = reader.text(nameField, "name");
    card.sex = reader.sex(sexField);
    card.issueCount = reader.text(renewalField, "renewal count");
    card.birth = reader.date(birthField, "birth");
    // Joined before the padding goes: the 35th character may be the space between two names.
    card.englishName = reader.checked(reader.raw(english1Field) + reader.raw(english2Field), "English name");
    card.number = reader.number(numberField, 0);
    card.nationality = reader.text(nationalityField, "nationality");
    card.formerNumberLink = reader.text(formerLinkField, "former number");
    reader.require(!card.name.isEmpty() || !card.englishName.isEmpty(), "name");
}

class BlockWriter
{
public:
    void put(Field field, QStringView text)
    {
        qsizetype length = qMin(text.size(), field.length);
        if (length > 0 && length < text.size() && text[length - 1].isHighSurrogate())
            --length; // never half a character
        for (qsizetype i = 0; i < length; ++i)
            m_units[field.at + i] = text[i];
    }

    void put(Field field, QDate day)
    {
        if (day.isValid() && day.year() > 0 && day.year() <= 9999)
            put(field, QString(day.toString(u"yyyyMMdd")));
    }

    void put(Field field, Sex sex) { put(field, QString::number(int(sex))); }

    QByteArray bytes() const
    {
        QByteArray block;
        block.reserve(IdCard::textBlockSize);
        for (const QChar c : m_units) {
            block.append(char(c.cell()));
            block.append(char(c.row()));
        }
        return block;
    }

private:
    QString m_units = QString(blockUnits, u' ');
};

void writeOwnFields(BlockWriter &writer, const IdCard &card)
{
    switch (card.kind) {
    case CardKind::Citizen:
        writer.put(ethnicField, card.ethnicCode);
        break;
    case CardKind::HkMoTwPermit:
        writer.put(passField, card.passNumber);
        writer.put(issueCountField, card.issueCount);
        break;
    case CardKind::Foreigner2017:
        writer.put(oldEnglishField, card.englishName);
        writer.put(oldSexField, card.sex);
        writer.put(oldNumberField, card.number);
        writer.put(oldNationalityField, card.nationality);
        writer.put(oldNameField, card.name);
        writer.put(oldBirthField, card.birth);
        writer.put(oldVersionField, card.cardVersion);
        writer.put(oldOfficeField, card.acceptanceOffice);
        break;
    case CardKind::Foreigner2023:
        writer.put(renewalField, card.issueCount);
        writer.put(english1Field, QStringView(card.englishName).first(qMin(english1Field.length, card.englishName.size())));
        writer.put(english2Field, QStringView(card.englishName).sliced(qMin(english1Field.length, card.englishName.size())));
        writer.put(nationalityField, card.nationality);
        writer.put(formerLinkField, card.formerNumberLink);
        break;
    }
}

} // namespace

Result<IdCard> IdCard::fromTextBlock(QByteArrayView block)
{
    if (block.size() != textBlockSize)
        return failure(FailureCode::CardBlockLength, u"%1 bytes"_s.arg(block.size()));
    BlockReader reader(block);
    const auto kindFlag = std::find_if(kindFlags.begin(), kindFlags.end(),
                                       [&](const auto &row) { return QChar(row.second) == reader.flag(); });
    if (kindFlag == kindFlags.end())
        return failure(FailureCode::CardKindUnknown, u"flag %1"_s.arg(reader.flag().unicode(), 4, 16, QChar(u'0')));

    IdCard card;
    card.kind = kindFlag->first;
    switch (card.kind) {
    case CardKind::Citizen:
    case CardKind::HkMoTwPermit:
        readResident(reader, card);
        break;
    case CardKind::Foreigner2017:
        readForeigner2017(reader, card);
        break;
    case CardKind::Foreigner2023:
        readForeigner2023(reader, card);
        break;
    }
    reader.validity(card);
    if (!reader.fault().isEmpty())
        return failure(FailureCode::CardFieldInvalid, reader.fault());
    return card;
}

QByteArray IdCard::toTextBlock() const
{
    BlockWriter writer;
    if (kind != CardKind::Foreigner2017) {
        writer.put(nameField, name);
        writer.put(sexField, sex);
        writer.put(birthField, birth);
        writer.put(numberField, number);
    }
    if (kind == CardKind::Citizen || kind == CardKind::HkMoTwPermit) {
        writer.put(addressField, address);
        writer.put(issuerField, issuer);
    }
    writeOwnFields(writer, *this);
    writer.put(validFromField, validFrom);
    if (validTo)
        writer.put(validToField, *validTo);
    else
        writer.put(validToField, longTerm);
    const auto kindFlag =
        std::find_if(kindFlags.begin(), kindFlags.end(), [this](const auto &row) { return row.first == kind; });
    writer.put(Field{flagAt, 1}, QStringView(&kindFlag->second, 1));
    return writer.bytes();
}

} // namespace yichuang::domain
