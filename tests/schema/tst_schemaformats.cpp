// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "schema/schemaformats.h"

#include <QtTest/qtest.h>

using namespace Mcp;
using namespace Qt::Literals::StringLiterals;

class TestSchemaFormats : public QObject
{
    Q_OBJECT

private slots:
    void formats_data()
    {
        QTest::addColumn<QString>("format");
        QTest::addColumn<QStringList>("right");
        QTest::addColumn<QStringList>("wrong");
        const auto row = [](const QString &format, const QStringList &right,
                            const QStringList &wrong) {
            QTest::newRow(qPrintable(format)) << format << right << wrong;
        };
        row(u"date-time"_s,
            { u"2026-11-22T10:00:00Z"_s, u"2026-11-22t10:00:00.123+05:30"_s,
              u"1998-12-31T23:59:60Z"_s, u"1998-12-31T15:59:60-08:00"_s },
            { u"2026-11-22"_s, u"2026-11-22T10:00:00"_s, u"2026-11-22 10:00:00Z"_s,
              u"2026-02-29T10:00:00Z"_s, u"1998-12-31T22:59:60Z"_s, u"2026-11-22T24:00:00Z"_s,
              u"2026-11-22T10:00:00Z\n"_s, u"2026-11-22T10:00:0\u0967Z"_s });
        row(u"date"_s, { u"2024-02-29"_s, u"0000-02-29"_s },
            { u"2023-02-29"_s, u"2026-13-01"_s, u"2026-1-1"_s, u"22.11.2026"_s, {} });
        row(u"time"_s, { u"10:00:00Z"_s, u"23:59:60+00:00"_s, u"01:29:60+01:30"_s },
            { u"10:00:00"_s, u"10:00Z"_s, u"25:00:00Z"_s, u"10:00:00+24:00"_s });
        row(u"duration"_s, { u"PT1H30M"_s, u"P2W"_s, u"P1Y2M3DT4H5M6S"_s, u"P4DT12H"_s },
            { u"P"_s, u"PT"_s, u"P1YT"_s, u"1H"_s, u"PT0.5S"_s, u"P1Y2W"_s, u"P1D2H"_s });
        row(u"email"_s, { u"a.b+c@example.org"_s, u"\"a b\"@x.org"_s, u"a@[127.0.0.1]"_s },
            { u"a"_s, u"@x.org"_s, u"a@"_s, u".a@x.org"_s, u"a..b@x.org"_s, u"ä@x.org"_s,
              u"a@b_c.org"_s });
        row(u"idn-email"_s, { u"ä@bücher.example"_s }, { u"ä"_s });
        row(u"hostname"_s, { u"localhost"_s, u"a-b.example.org"_s, u"xn--bcher-kva.example"_s },
            { {},
              u"-a"_s,
              u"a-"_s,
              u"a_b"_s,
              u"a..b"_s,
              u"a."_s,
              u"bücher.example"_s,
              u"xn--X"_s,
              u"ab--c"_s,
              QString(64, u'a') });
        row(u"idn-hostname"_s, { u"bücher.example"_s, u"例え。テスト"_s },
            { u"-ü"_s, u"a b"_s, u"Ü.example"_s, u"a\u05d0"_s });
        row(u"ipv4"_s, { u"192.0.2.1"_s, u"0.0.0.0"_s },
            { u"256.0.0.1"_s, u"1.2.3"_s, u"01.2.3.4"_s, u"1.2.3.4/8"_s, u"1.2.3.4 "_s });
        row(u"ipv6"_s, { u"::"_s, u"2001:db8::1"_s, u"::ffff:192.0.2.1"_s, u"1:2:3:4:5:6:7::"_s },
            { u":"_s, u":::"_s, u"1::2::3"_s, u"1:2:3:4:5:6:7"_s, u"fe80::1%eth0"_s, u"[::1]"_s,
              u"12345::"_s });
        row(u"uri"_s, { u"https://example.org/a?b#c"_s, u"urn:a:b"_s, u"mailto:a@b"_s },
            { u"/a"_s, u"a b:c"_s, u"http://a b"_s, u"http://[::1"_s, u"http://a/%zz"_s,
              u"http://ä"_s, u"http://a:port/"_s });
        row(u"uri-reference"_s, { {}, u"../a"_s, u"#a"_s, u"//x/y"_s },
            { u"a b"_s, u"\\a"_s, u"1:b"_s });
        row(u"iri"_s, { u"http://ä.example/ö?ü#ß"_s }, { u"ä"_s, u"http://a b"_s });
        row(u"iri-reference"_s, { u"ä"_s, u"#ö"_s }, { u"\\ä"_s });
        row(u"uri-template"_s, { u"/a/{b,c*}{?d:3}"_s, {} }, { u"/{a"_s, u"{}"_s, u"a b"_s });
        row(u"uuid"_s, { u"123e4567-e89b-12d3-a456-426614174000"_s },
            { u"123e4567e89b12d3a456426614174000"_s, u"123e4567-e89b-12d3-a456-42661417400g"_s });
        row(u"json-pointer"_s, { {}, u"/a/0"_s, u"/~0~1"_s }, { u"a"_s, u"#/a"_s, u"/~2"_s });
        row(u"relative-json-pointer"_s, { u"0"_s, u"1/a"_s, u"2#"_s },
            { u"/a"_s, u"01"_s, u"-1"_s, u"0##"_s });
        row(u"regex"_s, { u"^[a-z]+$"_s, u"(?<=a+)b"_s, u"[^]"_s },
            { u"("_s, u"[a"_s, u"*a"_s, u"\\Z"_s, u"(?P<n>a)"_s });
    }
    void formats()
    {
        QFETCH(QString, format);
        QFETCH(QStringList, right);
        QFETCH(QStringList, wrong);
        for (const QString &text : right)
            QVERIFY2(SchemaFormats::problem(format, text).isEmpty(), qUtf8Printable(text));
        for (const QString &text : wrong) {
            const QString sentence = SchemaFormats::problem(format, text);
            QVERIFY2(sentence.startsWith("must be a"_L1), qUtf8Printable(text));
            QVERIFY2(sentence.contains("such as "_L1) && !sentence.endsWith(u'.'),
                     qUtf8Printable(sentence));
        }
    }

    void theExampleOfEachSentenceIsRight()
    {
        for (const QString &format :
             { u"date-time"_s, u"date"_s, u"time"_s, u"duration"_s, u"email"_s, u"hostname"_s,
               u"ipv4"_s, u"ipv6"_s, u"uri"_s, u"uri-reference"_s, u"uuid"_s, u"json-pointer"_s }) {
            const QString sentence = SchemaFormats::problem(format, u"\\ wrong \\"_s);
            const QString example = sentence.section(u"such as "_s, 1);
            QVERIFY2(!example.isEmpty(), qUtf8Printable(format));
            QCOMPARE(SchemaFormats::problem(format, example), QString());
        }
    }

    void unknownFormatsAskForNothing()
    {
        QCOMPARE(SchemaFormats::problem(u"color"_s, u"?"_s), QString());
        QCOMPARE(SchemaFormats::problem(u"int64"_s, u"?"_s), QString());
    }
};

QTEST_GUILESS_MAIN(TestSchemaFormats)
#include "tst_schemaformats.moc"
