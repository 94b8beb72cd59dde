import type { Metadata } from 'next';
import { pageMetadata } from '#app/_components/metadata.ts';
import { pageContext } from '#app/_components/page-context.ts';
import { ScannerNote } from '#app/_components/scanner-note.tsx';
import { composition } from '#lib/composition.ts';
import { instantInWords } from '#lib/i18n/dates.ts';
import { correspondentWords } from '#lib/procedures/protocollo/correspondent.ts';
import { protocolNumber } from '#lib/procedures/protocollo/protocol-number.ts';
import { loadRegister } from '../load-register.ts';
import { messageStates } from '#lib/store/protocol/registration-view.ts';
import { messageStateWords } from '../message-state.ts';
import { Refused } from '../refused.tsx';
import { RegisterTabs } from '../register-tabs.tsx';
import { totalWords } from '../total-words.ts';
import { answerMessage } from './message-actions.ts';

export async function generateMetadata(): Promise<Metadata> {
  const context = await pageContext();
  return pageMetadata(context, {
    title: context.t('protocol.tab.messages'),
    path: '/protocollo/messaggi',
    index: false,
  });
}

const page = 50;

/** Messages of the boxes, those that wait for somebody with the reason. */
export default async function MessagesPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[]>>;
}) {
  const { t, lang } = await pageContext();
  const { keeps } = await loadRegister();
  if (!keeps.allowed) return <Refused reason={keeps.reason.text} />;
  const asked = await searchParams;
  const state = messageStates.find((one) => one === asked['stato']);
  const before = /^\d{1,18}$/.test(String(asked['prima'])) ? String(asked['prima']) : undefined;
  const { protocol, mail, scanner } = composition();
  const [messages, total] = await Promise.all([protocol.messages({ state, before }), protocol.countMessages(state)]);
  const subjectOf = ({ subject }: { subject: string | null }) => subject || t('protocol.noSubject');
  return (
    <div className="container types-desk protocol-desk">
      <h1>{t('protocol.tab.messages')}</h1>
      <RegisterTabs t={t} current="/protocollo/messaggi" />
      <p>{t('protocol.messagesLead')}</p>
      {mail.boxes.length === 0 ? <p className="empty">{t('protocol.messagesOff')}</p> : null}
      {asked['avviso'] === 'antivirus' ? (
        <p className="edit-refused" role="alert">
          {t('scanner.away')}
        </p>
      ) : null}
      <form action="/protocollo/messaggi" method="get" className="protocol-search">
        <p>
          <label htmlFor="message-state">{t('protocol.mailView')}</label>
          <select id="message-state" name="stato" defaultValue={state ?? ''}>
            <option value="">{t('protocol.mailAll')}</option>
            {messageStates.map((one) => (
              <option key={one} value={one}>
                {t(`protocol.mail.${one}`)}
              </option>
            ))}
          </select>
        </p>
        <p>
          <button type="submit" className="btn btn-primary btn-sm">
            {t('protocol.mailView')}
          </button>
        </p>
      </form>
      {messages.length === 0 ? (
        <p className="empty">{t('protocol.messagesNone')}</p>
      ) : (
        <p className="protocol-total">{totalWords(t, 'messages', total)}</p>
      )}
      <ul className="protocol-history">
        {messages.map((one) => (
          <li key={one.id}>
            <a href={`/protocollo/messaggi/${one.id}/eml`}>{subjectOf(one)}</a>{' '}
            <strong>{messageStateWords(t, one)}</strong>
            {one.year && one.number ? (
              <>
                {' '}
                <a href={`/protocollo/${one.year}/${one.number}`}>
                  {protocolNumber({ year: one.year, number: one.number })}
                </a>
              </>
            ) : null}
            <span className="aside">
              {one.direction === 'in'
                ? t('protocol.mailFrom', { who: correspondentWords(one.sender) || '—' })
                : t('protocol.mailTo', { who: correspondentWords(one.recipients) })}
              , {instantInWords(new Date(one.notedAt), lang)}
              {one.reason ? ` · ${one.reason}` : ''}
            </span>
            {one.state === 'toRegister' ? (
              <form action={answerMessage} className="edit-buttons">
                <input type="hidden" name="message" value={one.id} />
                <button
                  type="submit"
                  name="what"
                  value="register"
                  className="btn btn-primary btn-sm"
                  aria-label={t('keeping.doTo', { what: t('protocol.mailRegister'), title: subjectOf(one) })}
                >
                  {t('protocol.mailRegister')}
                </button>{' '}
                <button
                  type="submit"
                  name="what"
                  value="discard"
                  className="as-link"
                  aria-label={t('keeping.doTo', { what: t('protocol.mailDiscard'), title: subjectOf(one) })}
                >
                  {t('protocol.mailDiscard')}
                </button>
              </form>
            ) : null}
          </li>
        ))}
      </ul>
      <ScannerNote t={t} connected={scanner !== null} />
      {messages.length === page ? (
        <p>
          <a
            href={`/protocollo/messaggi?${new URLSearchParams({ stato: state ?? '', prima: messages.at(-1)?.id ?? '' })}`}
          >
            {t('protocol.earlier')} ›
          </a>
        </p>
      ) : null}
    </div>
  );
}
