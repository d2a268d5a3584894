// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "protocol/revision.h"

#include <QtTest/qtest.h>

using namespace Mcp;
using namespace Qt::Literals::StringLiterals;

class TestRevision : public QObject
{
    Q_OBJECT

private slots:
    void namesGoBothWays()
    {
        int known = 0;
        for (const Era era : { Era::Legacy, Era::Modern }) {
            const QList<Revision> revisions = supportedRevisions(era);
            for (const Revision revision : revisions) {
                ++known;
                QCOMPARE(revisionFromString(toString(revision)), std::optional(revision));
                QCOMPARE(toString(eraOf(revision)), toString(era));
            }
        }
        QCOMPARE(known, 5);
    }

    void unknownNamesAreNone()
    {
        for (const auto *const text : { u"", u"2025-11-2", u"2025-11-255", u"draft", u"1.0" })
            QVERIFY(!revisionFromString(text));
    }

    void ordersLikeSince()
    {
        QVERIFY(Revision::V2025_11_25 > Revision::V2025_06_18);
        QCOMPARE(toString(latestRevision(Era::Legacy)), toString(Revision::V2025_11_25));
        QCOMPARE(toString(latestRevision(Era::Modern)), toString(Revision::V2026_07_28));
        QCOMPARE(toString(supportedRevisions(Era::Legacy).constFirst()),
                 toString(Revision::V2024_11_05));
    }

    void settingsGoBothWays()
    {
        for (const auto setting : { EraSetting::Auto, EraSetting::Legacy, EraSetting::Modern })
            QCOMPARE(eraSettingFromString(toString(setting)), std::optional(setting));
        QVERIFY(!eraSettingFromString(u"Auto"));
        QCOMPARE(toString(Era::Legacy), u"legacy"_s);
        QCOMPARE(toString(Era::Modern), u"modern"_s);
    }
};

QTEST_GUILESS_MAIN(TestRevision)
#include "tst_revision.moc"
