// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "annotatedcopy.h"

#include <domain/uuid7.h>

namespace yichuang::exchange {

using namespace Qt::StringLiterals;

namespace {

/** A text as UTF-16BE hex string, which needs no escaping. */
QByteArray hexText(const QString &text)
{
    QByteArray hex("<");
    for (const QChar c : text)
        hex += QByteArray::number(c.unicode(), 16).rightJustified(4, '0');
    return hex + '>';
}

QByteArray line(int size, int x, int y, const QString &text)
{
    return "BT /F1 " + QByteArray::number(size) + " Tf " + QByteArray::number(x) + ' ' + QByteArray::number(y) + " Td " + hexText(text.left(60)) + " Tj ET\n";
}

QByteArray pageContent(const domain::ECertificate &certificate, const domain::CertificateType *type, const Annotation &annotation)
{
    QByteArray page = line(20, 72, 760, certificate.summary.typeName) + line(11, 72, 736, certificate.summary.issuerName);
    int y = 700;
    const auto fields = type ? type->faceFields : QList<std::pair<QString, QString>>();
    for (const auto &[id, label] : fields) {
        const QString value = certificate.face.value(id);
        if (value.isEmpty() || y < 120)
            continue;
        page += line(11, 72, y, label + u"："_s + value);
        y -= 20;
    }
    const QString until = domain::inLegalTime(annotation.at.addDays(1)).toString(u"yyyy-MM-dd HH:mm"_s);
    page += "q 0.75 g 0.866 0.5 -0.5 0.866 120 260 cm\n";
    page += line(16, 0, 60, u"仅供："_s + annotation.reason) + line(16, 0, 36, u"经办："_s + annotation.operatorId + u"　有效至："_s + until);
    page += line(12, 0, 14, u"编号："_s + annotation.lookupId.toString(QUuid::WithoutBraces)) + "Q\n";
    return page;
}

} // namespace

QByteArray annotatedCopy(const domain::ECertificate &certificate, const domain::CertificateType *type, const Annotation &annotation)
{
    const QByteArray content = pageContent(certificate, type, annotation);
    const QList<QByteArray> objects{
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 5 0 R >> >> /Contents 4 0 R >>",
        "<< /Length " + QByteArray::number(content.size()) + " >>\nstream\n" + content + "endstream",
        "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [6 0 R] >>",
        "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> "
        "/FontDescriptor 7 0 R /DW 1000 >>",
        "<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 "
        "/CapHeight 880 /StemV 93 >>",
    };
    QByteArray pdf("%PDF-1.4\n");
    QByteArray table("xref\n0 " + QByteArray::number(objects.size() + 1) + "\n0000000000 65535 f \n");
    for (qsizetype i = 0; i < objects.size(); ++i) {
        table += QByteArray::number(pdf.size()).rightJustified(10, '0') + " 00000 n \n";
        pdf += QByteArray::number(i + 1) + " 0 obj\n" + objects.at(i) + "\nendobj\n";
    }
    const QByteArray start = QByteArray::number(pdf.size());
    return pdf + table + "trailer\n<< /Size " + QByteArray::number(objects.size() + 1) + " /Root 1 0 R >>\nstartxref\n" + start + "\n%%EOF\n";
}

} // namespace yichuang::exchange
