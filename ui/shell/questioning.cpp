// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "shell/questioning.h"

#include "dialogs/prompter.h"
#include "models/format.h"
#include "models/questionwords.h"
#include "orchestrator/orchestrator.h"
#include "orchestrator/questions.h"
#include "shell/actions.h"
#include "shell/bottomtabs.h"
#include "shell/fileopener.h"
#include "shell/pagetabs.h"
#include "shell/saving.h"
#include "shell/sidetabs.h"
#include "views/callpage.h"
#include "views/callquestion.h"
#include "views/historypanel.h"
#include "views/noticebar.h"
#include "views/questionspanel.h"
#include "views/samplingquestion.h"
#include "views/visitquestion.h"

#include <QtGui/qdesktopservices.h>
#include <QtWidgets/qapplication.h>

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace McpUi {

Questioning::Questioning(Mcp::Orchestrator *orchestrator, const Actions &actions,
                         const Panels &panels, Prompter *prompter, QWidget *window)
    : QObject(window)
    , m_orchestrator(orchestrator)
    , m_actions(actions)
    , m_prompter(prompter)
    , m_window(window)
    , m_bar(new NoticeBar(window))
    , m_panel(new QuestionsPanel(orchestrator, window))
{
    m_bar->setObjectName(u"questionBar"_s);
    m_bar->setAccessibleName(tr("A server asks"));
    connect(m_bar, &NoticeBar::triggered, this, [this] { show(); });
    connect(actions[Actions::ShowQuestions], &QAction::triggered, this, &Questioning::showOwn);
    connect(m_panel, &QuestionsPanel::viewAdded, this, &Questioning::onViewAdded);
    connect(m_panel, &QuestionsPanel::told, this, &Questioning::told);
    connect(m_panel, &QuestionsPanel::backRequested, this, [this] {
        if (std::exchange(m_shown, false)) {
            // It may come seconds after the last answer: whoever works elsewhere stays there.
            const QWidget *focus = QApplication::focusWidget();
            const bool isHere = !focus || focus == m_panel || m_panel->isAncestorOf(focus);
            refresh();
            emit shownChanged(false);
            if (isHere)
                m_actions[Actions::FocusPage]->trigger();
        }
    });
    connectQuestions();
    connectWork(panels);
    orchestrator->setAnswered(Mcp::ClientCapabilities::all());
    refresh();
}

void Questioning::connectQuestions()
{
    Mcp::Questions *questions = m_orchestrator->questions();
    connect(questions, &Mcp::Questions::changed, this, &Questioning::refresh);
    connect(questions, &Mcp::Questions::asked, this, [this] { QApplication::alert(m_window); });
    connect(questions, &Mcp::Questions::ended, this,
            [this](const Mcp::InputRequest *, const QString &server, const QString &reason) {
                if (!reason.isEmpty())
                    emit told(tr("The question of %1 is gone. %2")
                                      .arg(displayLine(server, 60), displayLine(reason, 200)));
            });
    connect(questions, &Mcp::Questions::answeredByItself, this,
            [this](const QString &server, const QString &method, const QString &how) {
                emit told(tr("%1 of %2 was answered %3.")
                                  .arg(method, displayLine(server, 60), displayLine(how, 200)));
            });
    connect(questions, &Mcp::Questions::visitCompleted, this,
            [this](const QString &server, const QString &host) {
                emit told(tr("%1 says that the visit to %2 is done.")
                                  .arg(displayLine(server, 60), displayLine(host, 100)));
            });
}

/// Whoever opens a page wants to see it, and from a page that waits one gets here.
void Questioning::connectWork(const Panels &panels)
{
    connect(m_actions[Actions::FocusPage], &QAction::triggered, this, &Questioning::hide);
    m_pages = panels.pages;
    connect(panels.pages, &PageTabs::answerRequested, this, &Questioning::show);
    connect(panels.pages, &PageTabs::pagesChanged, this, &Questioning::refresh);
    connect(panels.pages, &PageTabs::runningCountChanged, this, &Questioning::refresh);
    connect(panels.side, &SideTabs::activated, this, &Questioning::hide);
    connect(panels.bottom->historyPanel(), &HistoryPanel::reopenRequested, this,
            &Questioning::hide);
}

void Questioning::serve(Saving *saving, FileOpener *opener)
{
    m_saving = saving;
    m_opener = opener;
}

QWidget *Questioning::bar() const { return m_bar; }

QWidget *Questioning::panel() const { return m_panel; }

void Questioning::show(Mcp::InputRequest *request)
{
    if (m_orchestrator->questions()->open().isEmpty())
        return;
    if (!std::exchange(m_shown, true)) {
        refresh();
        emit shownChanged(true); // places it: what is not visible takes no focus
    }
    m_panel->showQuestion(request);
}

/// That of the page one looks at, if it has one.
void Questioning::showOwn()
{
    const CallPage *page = m_pages && !m_shown ? m_pages->currentPage() : nullptr;
    show(page ? page->question()->question() : nullptr);
}

void Questioning::hide()
{
    if (!std::exchange(m_shown, false))
        return;
    refresh();
    emit shownChanged(false);
}

/// The page in front says itself all that there is to say.
bool Questioning::isOnPage() const
{
    const QList<Mcp::InputRequest *> open = m_orchestrator->questions()->open();
    const CallPage *page = m_pages ? m_pages->currentPage() : nullptr;
    return page && open.size() == 1 && page->question()->question() == open.constFirst();
}

void Questioning::refresh()
{
    const Mcp::Questions *questions = m_orchestrator->questions();
    const QString text = m_shown || isOnPage() ? QString() : QuestionWords::summary(*questions);
    m_bar->setNotice(Tones::Tone::Warning, text.isEmpty() ? QString() : u"? "_s + text,
                     tr("Answer (Ctrl+5)"));
    m_actions[Actions::ShowQuestions]->setEnabled(!questions->open().isEmpty());
}

void Questioning::onViewAdded(QuestionView *view)
{
    if (auto *visit = qobject_cast<VisitQuestion *>(view))
        connect(visit, &VisitQuestion::openRequested, this, &Questioning::openAddress);
    auto *sampling = qobject_cast<SamplingQuestion *>(view);
    if (sampling && m_saving)
        m_saving->serveSampling(sampling);
    if (sampling && m_opener)
        m_opener->serveSampling(sampling);
}

/// The click below the whole address is the consent; what may deceive is said once more.
void Questioning::openAddress(VisitQuestion *view)
{
    const AddressFacts &facts = view->facts();
    if (!facts.refusal.isEmpty())
        return;
    if (facts.warnings.isEmpty())
        return reallyOpen(view);
    m_prompter->confirm({ tr("Open %1?").arg(facts.host),
                          facts.warnings.join(u'\n') + u"\n\n"_s + facts.text().left(1000),
                          tr("Open") },
                        view, [this, view](bool agreed) {
                            if (agreed)
                                reallyOpen(view);
                        });
}

void Questioning::reallyOpen(VisitQuestion *view)
{
    const bool opened = QDesktopServices::openUrl(view->facts().url);
    if (opened)
        emit told(tr("Opened %1 in the browser").arg(view->facts().host));
    else
        m_prompter->inform(tr("Not opened"),
                           tr("This computer opens no addresses. Copy it, and open it by hand."));
    view->setOpened(opened);
}

} // namespace McpUi
