import { randomUUID } from 'node:crypto';
import { AnsweredForm } from '#app/_components/forms/answered-form.tsx';
import { pageContext } from '#app/_components/page-context.ts';
import { threadsOf } from '#lib/access/messages.ts';
import { mayAct } from '#lib/access/procedures.ts';
import { composition } from '#lib/composition.ts';
import { messageForm } from '#lib/http/message-form.ts';
import type { MyCaseFacts } from '../../load-my-case.ts';
import { writeMessage } from './write-message.ts';

/** A party writes to the office, until the fascicolo is closed. */
export async function WriteSection({ found: { view, mine, facts } }: { found: MyCaseFacts }) {
  const { t } = await pageContext();
  const { procedure } = view;
  const offices = composition().organisation();
  const [thread] = threadsOf(mine.session, facts, offices);
  if (!thread || procedure.state === 'closed' || !mayAct(mine.session, facts, 'writeMessage', offices).allowed)
    return null;
  return (
    <AnsweredForm
      fold={{ summary: t('talk.write') }}
      key={`messaggio-${procedure.version}`}
      id="messaggio"
      label={t('talk.write')}
      answer={writeMessage.bind(null, procedure.id)}
      start={{
        form: messageForm(
          { key: randomUUID(), thread },
          { label: t('talk.text'), help: t('talk.textHelp'), send: t('talk.send') },
        ),
        problems: [],
        notice: null,
        turn: 0,
      }}
      words={{ problems: t('form.problems'), optional: t('form.optional'), working: t('form.working') }}
    />
  );
}
