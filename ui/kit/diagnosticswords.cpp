// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "kit/diagnosticswords.h"

#include <QHash>

namespace yichuang::ui {

using namespace Qt::StringLiterals;

QString DiagnosticsWords::part(const QString &name)
{
    const QHash<QString, QString> names{
        {u"system"_s, tr("System")},
        {u"qt"_s, tr("Screen toolkit")},
        {u"cipher"_s, tr("Encryption of the store")},
        {u"tls"_s, tr("Secure connections")},
        {u"translation"_s, tr("Chinese texts")},
        {u"fonts"_s, tr("Fonts")},
        {u"printing"_s, tr("Printing")},
        {u"readers"_s, tr("Kinds of card readers")},
        {u"keychain"_s, tr("Keychain")},
        {u"settings"_s, tr("Settings of this computer")},
        {u"store"_s, tr("Encrypted store")},
        {u"exchange"_s, tr("Exchange")},
        {u"attachedReaders"_s, tr("Card readers")}};
    return names.value(name, name);
}

QString DiagnosticsWords::meaning(const QString &word)
{
    const QHash<QString, QString> meanings{
        {u"cipher"_s, tr("The store would not be encrypted: install the program again.")},
        {u"tls"_s, tr("No secure connection is possible: install the program again.")},
        {u"translation"_s, tr("The Chinese texts are missing: install the program again.")},
        {u"toolkit-translation"_s, tr("The Chinese texts of standard dialogs are missing: install the program again.")},
        {u"chinese-font"_s, tr("No font has the Chinese of a form: install a Chinese font.")},
        {u"latin-font"_s, tr("No font has letters and digits: install a font.")},
        {u"image-formats"_s, tr("Photos and faces cannot be shown: install the program again.")},
        {u"demo-database"_s, tr("The demo cannot start: install the program again.")},
        {u"store"_s, tr("The encrypted store cannot be opened: its page says what to do.")},
        {u"store-fails"_s, tr("The store on this computer does not do its part, for example because its disk is full: look up the code in the help.")},
        {u"keychain-unavailable"_s, tr("No keychain in this session: no store can be opened in it.")},
        {u"keychain-locked"_s, tr("The keychain is locked: unlock it.")},
        {u"no-system-authorities"_s, tr("The computer trusts no authority: the exchange needs a CA file.")},
        {u"no-rare-characters"_s, tr("Some names will show boxes: install a font with rare characters.")},
        {u"unknown-lock"_s, tr("A lock of the administrator cannot be understood: everything is locked until hall IT corrects it.")},
        {u"wrong-setting"_s, tr("A setting of the administrator has a value that cannot be used: hall IT corrects it.")},
        {u"no-printing"_s, tr("This version does not print.")},
        {u"no-serial-readers"_s, tr("Readers on a serial line do not work in this version.")},
        {u"no-reader"_s, tr("No card reader is set up.")},
        {u"reader-fault"_s, tr("A reader does not work: the reader button at the top says why.")},
        {u"exchange-away"_s, tr("The exchange cannot be reached; work goes on and is sent later.")},
        {u"catalogue-not-taken"_s, tr("The exchange's catalogue of items cannot be taken: the page Sync says why.")},
        {u"cases-refused"_s, tr("The exchange refused a step of a case: see the cases.")}};
    return meanings.value(word, word);
}

QString DiagnosticsWords::exported(const desk::DiagnosticsView &view)
{
    //: %1 path of a file
    return view.exported.isEmpty() ? QString() : tr("Report for support, without personal data: %1").arg(view.exported);
}

} // namespace yichuang::ui
