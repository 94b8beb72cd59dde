import { randomUUID } from 'node:crypto';
import { AnsweredForm } from '#app/_components/forms/answered-form.tsx';
import { pageContext } from '#app/_components/page-context.ts';
import { threadsOf } from '#lib/access/messages.ts';
import { mayAct } from '#lib/access/procedures.ts';
import { composition } from '#lib/composition.ts';
import { messageForm } from '#lib/http/message-form.ts';
import { instantInWords } from '#lib/i18n/dates.ts';
import { applicantsThread } from '#lib/procedures/cases/message-thread.ts';
import type { CaseMessage } from '#lib/store/procedures/procedure-store.ts';
import type { DeskCase } from './load-case.ts';
import { writeToParty } from './write-to-party.ts';

/** What the parties and the office have written to each other, each conversation by itself, the newest first, with the form to answer. */
export async function Conversations({ found, here, Part }: { found: DeskCase; here: string; Part: 'h2' | 'h3' }) {
  const { t } = await pageContext();
  const { procedures } = composition();
  const { desk, facts, view } = found;
  const { procedure, line } = view;
  const threads = threadsOf(desk.session, facts, desk.organisation);
  if (threads.length === 0) return null;
  const { messages } = await procedures.messages.list({
    id: procedure.id,
    reach: desk.reach,
    actor: { kind: 'officer', id: desk.session.member },
    threads,
  });
  const writes = procedure.state !== 'closed' && mayAct(desk.session, facts, 'writeMessage', desk.organisation).allowed;
  // Read by who has the case, or could take it: a glance of somebody else answers nobody.
  if (line.unreadSince && writes && (procedure.assignee === null || procedure.assignee === desk.session.member))
    await procedures.messages.noteReadByOffice(procedure.id);
  return (
    <section id="messaggi" aria-labelledby="case-messages" tabIndex={-1}>
      <Part id="case-messages">{t('desk.messages')}</Part>
      {threads.map((thread) => (
        <Conversation
          key={thread}
          found={found}
          here={here}
          thread={thread}
          single={threads.length === 1}
          writes={writes}
          messages={messages.filter((message) => message.thread === thread).reverse()}
        />
      ))}
    </section>
  );
}

async function Conversation({
  found: { view },
  here,
  thread,
  single,
  writes,
  messages,
}: {
  found: DeskCase;
  here: string;
  thread: string;
  single: boolean;
  writes: boolean;
  messages: readonly CaseMessage[];
}) {
  const { t, lang } = await pageContext();
  const { procedure, parties } = view;
  const partyName = (agent: string | null) => parties.find((one) => one.agent === agent)?.name ?? t('history.citizen');
  const writers = await composition().staff.namesOfMembers(
    messages.flatMap(({ fromOffice, writtenBy }) => (fromOffice ? [writtenBy.replace(/^officer:/, '')] : [])),
  );
  const nameOf = ({ fromOffice, writtenBy, party }: CaseMessage) =>
    fromOffice ? (writers.get(writtenBy.replace(/^officer:/, '')) ?? t('talk.office')) : partyName(party);
  const withThird = thread !== applicantsThread;
  return (
    <div className="case-talk">
      {single ? null : (
        <p className="history-title">
          {withThird ? t('desk.withThird', { name: partyName(thread) }) : t('desk.withApplicants')}
        </p>
      )}
      {writes ? (
        <AnsweredForm
          fold={{ summary: t('desk.reply'), group: 'azione' }}
          key={`messaggio-${thread}-${procedure.version}`}
          id={`messaggio-${thread}`}
          label={t('desk.reply')}
          answer={writeToParty}
          start={{
            form: officeForm(),
            problems: [],
            notice: null,
            turn: 0,
          }}
          words={{ problems: t('form.problems'), optional: t('form.optional'), working: t('form.working') }}
        />
      ) : null}
      {messages.length === 0 ? <p className="aside">{t('desk.noMessages')}</p> : null}
      <ol className="history case-messages">
        {messages.map((message) => (
          <li key={message.n} className={message.fromOffice ? 'from-office' : undefined}>
            <p className="history-title">{nameOf(message)}</p>
            <p className="aside">{instantInWords(new Date(message.at), lang)}</p>
            <p className="written">{message.text}</p>
          </li>
        ))}
      </ol>
    </div>
  );

  function officeForm() {
    const form = messageForm(
      { key: randomUUID(), thread },
      {
        label: t('desk.replyText'),
        help: withThird ? t('desk.replyThird', { name: partyName(thread) }) : t('desk.replyHelp'),
        send: t('talk.send'),
      },
    );
    const place = [
      { name: 'case', value: procedure.id },
      { name: 'here', value: here },
    ];
    return { ...form, hidden: [...form.hidden, ...place] };
  }
}
