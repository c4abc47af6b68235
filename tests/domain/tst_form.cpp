// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <domain/form.h>

#include <QtTest>

using namespace yichuang::domain;
using namespace Qt::StringLiterals;

/** One value against one field. */
class TestForm : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void values_data()
    {
        QTest::addColumn<FieldType>("type");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("code");
        const auto row = [](const char *name, FieldType type, const QString &value, const QString &code) { QTest::newRow(name) << type << value << code; };
        row("text", FieldType::Text, u"李示例"_s, {});
        row("text in two lines", FieldType::Text, u"a\nb"_s, u"FORM-002"_s);
        row("lines", FieldType::MultilineText, u"a\nb"_s, {});
        row("bell in lines", FieldType::MultilineText, u"a\ab"_s, u"FORM-002"_s);
        row("number", FieldType::Number, u"-12.50"_s, {});
        row("two points", FieldType::Number, u"1.2.3"_s, u"FORM-002"_s);
        row("no number", FieldType::Number, u"12a"_s, u"FORM-002"_s);
        row("date", FieldType::Date, u"2024-02-29"_s, {});
        row("no such day", FieldType::Date, u"2026-02-29"_s, u"FORM-004"_s);
        row("date with time", FieldType::Date, u"2026-02-28T10:00"_s, u"FORM-004"_s);
        row("choice", FieldType::Choice, u"m"_s, {});
        row("no choice", FieldType::Choice, u"male"_s, u"FORM-003"_s);
        row("phone", FieldType::Phone, u"13800000000"_s, {});
        row("no phone", FieldType::Phone, u"12"_s, u"ID-008"_s);
        row("bad citizen number", FieldType::CitizenNumber, u"990100199001010029"_s, u"FORM-002"_s);
        row("citizen's number", FieldType::PersonNumber, u"990101199001010019"_s, {});
        row("wrong check digit", FieldType::PersonNumber, u"990101199001010018"_s, u"FORM-002"_s);
        row("small x", FieldType::PersonNumber, u"99010119900101006x"_s, u"FORM-002"_s);
        row("passport", FieldType::PersonNumber, u"E12345678"_s, {});
        row("passport of digits", FieldType::PersonNumber, u"123456789"_s, {});
        row("travel permit", FieldType::PersonNumber, u"H99000001"_s, {});
        row("officer's card", FieldType::PersonNumber, u"军字第1234567号"_s, {});
        row("a certificate's serial", FieldType::PersonNumber, u"99010000000158"_s, u"FORM-002"_s);
        row("15 digits without a day", FieldType::PersonNumber, u"990101000000158"_s, u"FORM-002"_s);
        row("a name", FieldType::PersonNumber, u"王示例"_s, u"FORM-002"_s);
        row("bad organisation", FieldType::OrganisationCode, u"1"_s, u"ID-002"_s);
        row("yes", FieldType::Boolean, u"true"_s, {});
        row("maybe", FieldType::Boolean, u"maybe"_s, u"FORM-003"_s);
        row("too long", FieldType::Text, QString(21, u'x'), u"FORM-005"_s);
        row("just long enough", FieldType::Text, QString(20, u'x'), {});
        row("rare characters count once", FieldType::Text, u"𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀊"_s, {});
        row("empty", FieldType::Number, {}, {});
        row("blank", FieldType::Date, u"  "_s, {});
    }

    void values()
    {
        QFETCH(FieldType, type);
        QFETCH(QString, value);
        QFETCH(QString, code);
        FormField field;
        field.id = u"f"_s;
        field.type = type;
        field.maxLength = 20;
        field.choices = {{u"m"_s, u"男"_s}, {u"f"_s, u"女"_s}};
        const auto checked = checkFieldValue(field, value, QDate(2026, 11, 23));
        QCOMPARE(checked ? QString() : failureText(checked.error().code), code);
    }

    void requiredAndPattern()
    {
        FormField field;
        field.required = true;
        QCOMPARE(failureText(checkFieldValue(field, u" "_s, {}).error().code), u"FORM-001"_s);
        field.pattern = u"[A-Z]{2}\\d+|x"_s;
        QVERIFY(checkFieldValue(field, u"AB12"_s, {}));
        QVERIFY(checkFieldValue(field, u"x"_s, {}));
        QCOMPARE(failureText(checkFieldValue(field, u"xAB12"_s, {}).error().code), u"FORM-002"_s);
    }

    void theDetailNeverHoldsTheValue()
    {
        FormField field;
        field.id = u"phone"_s;
        field.type = FieldType::Phone;
        QCOMPARE(checkFieldValue(field, u"secret"_s, {}).error().detail, u"phone"_s);
    }
};

QTEST_GUILESS_MAIN(TestForm)
#include "tst_form.moc"
