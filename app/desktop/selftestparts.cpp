// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "selftestparts.h"

#include "options.h"
#include "version.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QFontDatabase>
#include <QImageReader>
#include <QLibraryInfo>
#include <QRawFont>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QSslConfiguration>
#include <QSslSocket>
#include <QStyle>
#include <QSysInfo>
#include <QTemporaryDir>
#include <QTranslator>
#include <algorithm>
#include <device/transportfactory.h>
#include <vault/cipherdriver.h>
#include <vault/vault.h>
#ifdef QT_PRINTSUPPORT_LIB
#include <QPrinterInfo>
#endif

namespace yichuang::app {

using namespace Qt::StringLiterals;

namespace {

SelfTestPart systemPart()
{
    return {u"system"_s,
            {{u"name"_s, QSysInfo::prettyProductName()},
             {u"kernel"_s, QString(QSysInfo::kernelType() + u' ' + QSysInfo::kernelVersion())},
             {u"architecture"_s, QSysInfo::currentCpuArchitecture()}},
            {},
            {}};
}

QJsonArray namesOf(const QList<QByteArray> &names)
{
    QJsonArray array;
    for (const QByteArray &name : names)
        array.append(QString::fromLatin1(name));
    return array;
}

/** The toolkit has no list of its input methods; their plug-ins lie in one folder. */
QStringList inputMethods()
{
    QStringList names;
    const QStringList folders = QCoreApplication::libraryPaths();
    for (const QString &folder : folders)
        names += QDir(folder + u"/platforminputcontexts"_s).entryList(QDir::Files, QDir::Name);
    names.removeDuplicates();
    return names;
}

SelfTestPart qtPart()
{
    const QList<QByteArray> images = QImageReader::supportedImageFormats();
    SelfTestPart part{u"qt"_s,
                      {{u"version"_s, QString::fromLatin1(qVersion())},
                       {u"platform"_s, QGuiApplication::platformName()},
                       {u"style"_s, QApplication::style()->name()},
                       {u"plugins"_s, QLibraryInfo::path(QLibraryInfo::PluginsPath)},
                       {u"imageFormats"_s, namesOf(images)},
                       {u"inputMethods"_s, QJsonArray::fromStringList(inputMethods())},
                       {u"sqlDrivers"_s, QJsonArray::fromStringList(QSqlDatabase::drivers())}},
                      {},
                      {}};
    // Faces of certificates and photos of cards.
    if (!images.contains("png") || !images.contains("jpeg"))
        part.missing << u"image-formats"_s;
    if (!QSqlDatabase::isDriverAvailable(u"QSQLITE"_s))
        part.missing << u"demo-database"_s;
    return part;
}

vault::VaultRequest requestFor(const QString &file)
{
    vault::VaultRequest request;
    request.file = file;
    request.highestVersion = 1;
    request.key = std::make_shared<vault::SecureKey>(vault::SecureKey::generate());
    return request;
}

/** Makes a store, looks whether its file is readable as it lies there, and whether a wrong key opens it. */
QString cipherFault()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"selftest.db"_s);
    {
        const auto made = vault::Vault::open(requestFor(path));
        if (!made)
            return domain::failureText(made.error().code) + u' ' + made.error().detail;
        QSqlQuery query((*made)->database());
        if (!query.exec(u"CREATE TABLE words (word TEXT)"_s) || !query.exec(u"INSERT INTO words VALUES ('sixteen plain letters')"_s))
            return u"nothing can be written"_s;
    }
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return u"the file cannot be read"_s;
    const QByteArray bytes = file.readAll();
    if (bytes.isEmpty() || bytes.contains("SQLite format") || bytes.contains("sixteen plain letters"))
        return u"the file is not encrypted"_s;
    const auto again = vault::Vault::open(requestFor(path));
    if (again)
        return u"a wrong key opens the file"_s;
    return again.error().code == domain::FailureCode::KeyWrong ? QString() : domain::failureText(again.error().code);
}

SelfTestPart cipherPart()
{
    const QString version = vault::CipherDriver::cipherVersion();
    const QString fault = version.isEmpty() ? u"the library is not SQLCipher"_s : cipherFault();
    SelfTestPart part{u"cipher"_s, {{u"version"_s, version}, {u"encrypts"_s, fault.isEmpty()}, {u"detail"_s, fault}}, {}, {}};
    if (!fault.isEmpty())
        part.missing << u"cipher"_s;
    return part;
}

SelfTestPart tlsPart()
{
    const bool supported = QSslSocket::supportsSsl();
    const qsizetype authorities = supported ? QSslConfiguration::systemCaCertificates().size() : 0;
    SelfTestPart part{u"tls"_s,
                      {{u"supported"_s, supported},
                       {u"backend"_s, QSslSocket::activeBackend()},
                       {u"library"_s, supported ? QSslSocket::sslLibraryVersionString() : QString()},
                       {u"authorities"_s, authorities}},
                      {},
                      {}};
    if (!supported)
        part.missing << u"tls"_s;
    else if (authorities == 0)
        part.notes << u"no-system-authorities"_s;
    return part;
}

SelfTestPart translationPart()
{
    QTranslator translator;
    const bool screens = translator.load(u":/i18n/yichuang_zh_CN.qm"_s);
    const bool toolkit = translator.load(u"qtbase_zh_CN"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    SelfTestPart part{u"translation"_s, {{u"screens"_s, screens}, {u"toolkit"_s, toolkit}}, {}, {}};
    if (!screens)
        part.missing << u"translation"_s;
    if (!toolkit)
        part.missing << u"toolkit-translation"_s;
    return part;
}

bool covers(const QString &family, QFontDatabase::WritingSystem writing, const QString &sample)
{
    const QRawFont font = QRawFont::fromFont(QFont(family), writing);
    // Where there is no font at all, the toolkit's boxes claim to show everything; only a file has tables.
    if (font.fontTable("cmap").isEmpty())
        return false;
    const QList<uint> characters = sample.toUcs4();
    return std::all_of(characters.cbegin(), characters.cend(), [&font](uint character) { return font.supportsCharacter(character); });
}

/** A family counts when it has the glyphs, not when it says so. */
SelfTestPart fontsPart()
{
    constexpr auto chineseWriting = QFontDatabase::SimplifiedChinese;
    QStringList chinese;
    bool rareA = false;
    bool rareB = false;
    // Some Chinese fonts leave letters and digits to others.
    const QStringList all = QFontDatabase::families(QFontDatabase::Latin);
    const bool latin = std::any_of(all.cbegin(), all.cend(), [](const QString &family) { return covers(family, QFontDatabase::Latin, u"AZaz0189*·-"_s); });
    const QStringList families = QFontDatabase::families(chineseWriting);
    for (const QString &family : families) {
        if (!covers(family, chineseWriting, u"综合受理电子证照身份示例龘犇"_s))
            continue;
        chinese << family;
        rareA = rareA || covers(family, chineseWriting, u"䶮㛃"_s);
        rareB = rareB || covers(family, chineseWriting, u"𠮷𬱖"_s);
    }
    SelfTestPart part{u"fonts"_s,
                      {{u"chinese"_s, QJsonArray::fromStringList(chinese)}, {u"latin"_s, latin}, {u"extensionA"_s, rareA}, {u"extensionBAndLater"_s, rareB}},
                      {},
                      {}};
    if (!latin)
        part.missing << u"latin-font"_s;
    if (chinese.isEmpty())
        part.missing << u"chinese-font"_s;
    else if (!rareA || !rareB)
        part.notes << u"no-rare-characters"_s;
    return part;
}

SelfTestPart printingPart()
{
#ifdef QT_PRINTSUPPORT_LIB
    return {u"printing"_s, {{u"built"_s, true}, {u"printers"_s, QJsonArray::fromStringList(QPrinterInfo::availablePrinterNames())}}, {}, {}};
#else
    return {u"printing"_s, {{u"built"_s, false}, {u"printers"_s, QJsonArray()}}, {}, {u"no-printing"_s}};
#endif
}

SelfTestPart readersPart()
{
    const QStringList kinds = device::transportKinds();
    SelfTestPart part{u"readers"_s, {{u"kinds"_s, QJsonArray::fromStringList(kinds)}}, {}, {}};
    if (!kinds.contains(u"serial"_s))
        part.notes << u"no-serial-readers"_s;
    return part;
}

} // namespace

QList<SelfTestPart> installedParts()
{
    return {systemPart(), qtPart(), cipherPart(), tlsPart(), translationPart(), fontsPart(), printingPart(), readersPart()};
}

SelfTestPart settingsPart(const DesktopOptions &options)
{
    QJsonArray faults;
    for (const SettingFault &fault : options.settingFaults)
        faults.append(QJsonObject{{u"setting"_s, fault.setting}, {u"detail"_s, fault.detail}});
    SelfTestPart part{u"settings"_s,
                      {{u"locked"_s, QJsonArray::fromStringList(options.locked)},
                       {u"lockFaults"_s, QJsonArray::fromStringList(options.lockFaults)},
                       {u"faults"_s, faults}},
                      {},
                      {}};
    if (!options.lockFaults.isEmpty())
        part.notes << u"unknown-lock"_s;
    if (!faults.isEmpty())
        part.notes << u"wrong-setting"_s;
    return part;
}

SelfTestPart keychainPart(const vault::KeyAnswer &answer)
{
    const bool works = answer.state == vault::KeyState::Found || answer.state == vault::KeyState::Absent;
    const QString state = works ? u"works"_s : answer.state == vault::KeyState::Locked ? u"locked"_s : u"unavailable"_s;
    SelfTestPart part{u"keychain"_s, QJsonObject{{u"state"_s, state}, {u"detail"_s, works ? QString() : answer.detail}}, {}, {}};
    if (!works)
        part.notes << u"keychain-"_s + state;
    return part;
}

QJsonObject reportOf(const QList<SelfTestPart> &parts)
{
    QJsonObject report{{u"version"_s, desktopVersion()}};
    QStringList missing;
    QStringList notes;
    for (const SelfTestPart &part : parts) {
        report.insert(part.name, part.found);
        missing += part.missing;
        notes += part.notes;
    }
    report.insert(u"missing"_s, QJsonArray::fromStringList(missing));
    report.insert(u"notes"_s, QJsonArray::fromStringList(notes));
    return report;
}

} // namespace yichuang::app
