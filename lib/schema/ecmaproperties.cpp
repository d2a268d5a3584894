// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "schema/ecmaproperties.h"

#include <QtCore/qregularexpression.h>

namespace Mcp::EcmaProperties {

using namespace Qt::Literals::StringLiterals;

namespace {

/// General categories (ECMA-262, table 71): long names and what PCRE2 calls them.
QString category(const QString &name)
{
    static const QHash<QString, QString> longNames{
        { u"Any"_s, u"Any"_s },
        { u"Cased_Letter"_s, u"L&"_s },
        { u"LC"_s, u"L&"_s },
        { u"Close_Punctuation"_s, u"Pe"_s },
        { u"Connector_Punctuation"_s, u"Pc"_s },
        { u"Control"_s, u"Cc"_s },
        { u"cntrl"_s, u"Cc"_s },
        { u"Currency_Symbol"_s, u"Sc"_s },
        { u"Dash_Punctuation"_s, u"Pd"_s },
        { u"Decimal_Number"_s, u"Nd"_s },
        { u"digit"_s, u"Nd"_s },
        { u"Enclosing_Mark"_s, u"Me"_s },
        { u"Final_Punctuation"_s, u"Pf"_s },
        { u"Format"_s, u"Cf"_s },
        { u"Initial_Punctuation"_s, u"Pi"_s },
        { u"Letter"_s, u"L"_s },
        { u"Letter_Number"_s, u"Nl"_s },
        { u"Line_Separator"_s, u"Zl"_s },
        { u"Lowercase_Letter"_s, u"Ll"_s },
        { u"Mark"_s, u"M"_s },
        { u"Combining_Mark"_s, u"M"_s },
        { u"Math_Symbol"_s, u"Sm"_s },
        { u"Modifier_Letter"_s, u"Lm"_s },
        { u"Modifier_Symbol"_s, u"Sk"_s },
        { u"Nonspacing_Mark"_s, u"Mn"_s },
        { u"Number"_s, u"N"_s },
        { u"Open_Punctuation"_s, u"Ps"_s },
        { u"Other"_s, u"C"_s },
        { u"Other_Letter"_s, u"Lo"_s },
        { u"Other_Number"_s, u"No"_s },
        { u"Other_Punctuation"_s, u"Po"_s },
        { u"Other_Symbol"_s, u"So"_s },
        { u"Paragraph_Separator"_s, u"Zp"_s },
        { u"Private_Use"_s, u"Co"_s },
        { u"Punctuation"_s, u"P"_s },
        { u"punct"_s, u"P"_s },
        { u"Separator"_s, u"Z"_s },
        { u"Space_Separator"_s, u"Zs"_s },
        { u"Spacing_Mark"_s, u"Mc"_s },
        { u"Surrogate"_s, u"Cs"_s },
        { u"Symbol"_s, u"S"_s },
        { u"Titlecase_Letter"_s, u"Lt"_s },
        { u"Unassigned"_s, u"Cn"_s },
        { u"Uppercase_Letter"_s, u"Lu"_s },
    };
    static const QRegularExpression shortNames(
            u"\\A(?:C[cfnos]?|L[lmotu]?|M[cen]?|N[dlo]?|P[cdefios]?|S[ckmo]?|Z[lps]?)\\z"_s);
    return shortNames.match(name).hasMatch() ? name : longNames.value(name);
}

bool isKnown(const QString &property)
{
    return QRegularExpression(u"\\p{%1}"_s.arg(property)).isValid();
}

} // namespace

QString toPcre(const QString &name, const QString &value)
{
    QString property;
    if (name == "General_Category"_L1 || name == "gc"_L1)
        property = category(value);
    else if (name == "Script"_L1 || name == "sc"_L1)
        property = "sc:"_L1 + value;
    else if (name == "Script_Extensions"_L1 || name == "scx"_L1)
        property = "scx:"_L1 + value;
    else if (value.isEmpty())
        property = category(name);
    if (property.isEmpty() && value.isEmpty() && name.size() > 2)
        property = name; // Alphabetic, White_Space and the other binary ones
    return !property.isEmpty() && isKnown(property) ? property : QString();
}

} // namespace Mcp::EcmaProperties
