// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "schema/fieldname.h"

#include <QtTest/qtest.h>

using namespace Qt::Literals::StringLiterals;

class TestFieldName : public QObject
{
    Q_OBJECT

private slots:
    void words_data()
    {
        QTest::addColumn<QString>("words");
        QTest::newRow("apiKey") << u"api key"_s;
        QTest::newRow("API_KEY") << u"api key"_s;
        QTest::newRow("x-api-key2") << u"x api key2"_s;
        QTest::newRow("parseHTMLBody") << u"parse html body"_s;
        QTest::newRow("__") << QString();
    }
    void words()
    {
        QFETCH(QString, words);
        QCOMPARE(Mcp::fieldNameWords(QString::fromLatin1(QTest::currentDataTag())).join(u' '),
                 words);
    }

    void secrets_data()
    {
        QTest::addColumn<bool>("secret");
        for (const char *name : { "password", "dbPassword", "client_secret", "API-KEY", "apikey",
                                  "accessToken", "passphrase", "credentials" })
            QTest::newRow(name) << true;
        for (const char *name : { "pageToken", "maxTokens", "nextToken", "key", "primaryKey",
                                  "passwordPolicy", "secretName", "token_count", "" })
            QTest::addRow("not %s", name) << false;
    }
    void secrets()
    {
        QFETCH(bool, secret);
        QString name = QString::fromLatin1(QTest::currentDataTag());
        name.remove(u"not "_s);
        QCOMPARE(Mcp::isSecretFieldName(name), secret);
    }
};

QTEST_GUILESS_MAIN(TestFieldName)
#include "tst_fieldname.moc"
