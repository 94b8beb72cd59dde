import { pageContext } from '#app/_components/page-context.ts';
import { instantInWords } from '#lib/i18n/dates.ts';
import { correspondentsSchema, correspondentWords } from '#lib/procedures/protocollo/correspondent.ts';
import { messageStateWords } from '../../message-state.ts';
import type { LinkedMessage, RegistrationChange } from '#lib/store/protocol/protocol-store.ts';

/** What was added to a registration, with who and when, and the messages that belong to it. */
export async function RegistrationHistory({
  changes,
  messages,
  name,
  unit,
}: {
  changes: readonly RegistrationChange[];
  messages: readonly LinkedMessage[];
  name: (by: string) => string;
  unit: (code: string | null) => string;
}) {
  const { t, lang } = await pageContext();
  const said = (kind: RegistrationChange['kind'], value: unknown): string => {
    const people = correspondentsSchema.safeParse(value);
    if (people.success) return correspondentWords(people.data);
    if (typeof value !== 'string') return '—';
    return kind === 'assigned' ? unit(value) : value;
  };
  return (
    <>
      <h2>{t('protocol.history')}</h2>
      {changes.length === 0 ? <p>{t('protocol.noHistory')}</p> : null}
      <ol className="protocol-history">
        {changes.map((change) => (
          <li key={`${change.at}${change.kind}`}>
            <strong>{t(`protocol.change.${change.kind}`)}</strong>
            {change.kind === 'annulled' ? null : (
              <>
                : {said(change.kind, change.before)} → {said(change.kind, change.after)}
              </>
            )}
            <span className="aside">
              {name(change.by)}, {instantInWords(new Date(change.at), lang)}
              {change.authorisation ? ` · ${change.authorisation}: ${change.reason ?? ''}` : ''}
            </span>
          </li>
        ))}
      </ol>
      {messages.length > 0 ? (
        <>
          <h2>{t('protocol.messages')}</h2>
          <ul className="protocol-history">
            {messages.map((message) => (
              <li key={message.id}>
                <a href={`/protocollo/messaggi/${message.id}/eml`}>{message.subject || t('protocol.noSubject')}</a>{' '}
                <strong>{messageStateWords(t, message)}</strong>
                <span className="aside">
                  {instantInWords(new Date(message.notedAt), lang)}
                  {message.reason ? ` · ${message.reason}` : ''}
                </span>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </>
  );
}
