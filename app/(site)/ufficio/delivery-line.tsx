import { AnsweredForm, type FormAnswer } from '#app/_components/forms/answered-form.tsx';
import { fileWords } from '#app/_components/forms/file-words.ts';
import { closeForm, type DeliveryFormParts, dispatchForm, endForm, settleForm } from '#lib/http/delivery-forms.ts';
import type { FormView } from '#lib/http/form-view.ts';
import { dayInWords } from '#lib/i18n/dates.ts';
import { channelWords } from '#lib/procedures/delivery/channels.ts';
import { deliveryState, factWords, saidWords, taskWords } from '#lib/projections/delivery-words.ts';
import type { DeliveryView } from '#lib/store/deliveries/delivery-store.ts';
import { dispatchDeliveryOf, endDeliveryOf, settleDeliveryOf } from './deliver-act.ts';

interface LineProps {
  one: DeliveryView;
  may: boolean;
  parts: DeliveryFormParts;
  names: ReadonlyMap<string, string>;
}

/** One delivery: where it stands, what is to be done, all that happened to it. */
export function DeliveryLine({ one, may, parts, names }: LineProps) {
  const { t, lang, view } = parts;
  const { id, delivery, addressee, task, expectedOn, problem } = one;
  const against = delivery.against.at(-1);
  const evidence = 'end' in delivery && delivery.end.kind !== 'failed' ? delivery.end.evidence : null;
  return (
    <li className={`delivery delivery-${delivery.state}`} id={`consegna-${id}`}>
      <p className="delivery-how">
        <strong>{addressee.name}</strong> · {channelWords[delivery.carrier.channel][lang]}
        {addressee.address ? <span className="aside"> · {addressee.address}</span> : null}
      </p>
      <p>{deliveryState(delivery)[lang]}</p>
      {problem ? <p>{t('deliveries.problem')}</p> : null}
      {expectedOn && delivery.state === 'sent' ? (
        <p>{t('deliveries.expected', { day: dayInWords(expectedOn, lang) })}</p>
      ) : null}
      {against ? (
        <div className="delivery-against" role="note">
          <p>
            <strong>{t('deliveries.against')}</strong>
          </p>
          <p>{t('deliveries.noted', { what: notedWords(one, parts) })}</p>
          <p>{t('deliveries.saidAgainst', { what: saidWords(against)[lang] })}</p>
        </div>
      ) : null}
      {task ? <p className="delivery-next">{t('deliveries.next', { what: taskWords(task, delivery)[lang] })}</p> : null}
      {evidence ? (
        <p>
          <a href={`/ufficio/pratiche/${view.procedure.id}/documenti/${evidence}`}>{t('deliveries.evidence')}</a>
        </p>
      ) : null}
      {may ? <LineForms one={one} parts={parts} /> : null}
      <details className="delivery-log">
        <summary>{t('deliveries.log', { count: one.facts.length })}</summary>
        <ol className="history">
          {one.facts.map(({ n, on, by, fact }) => (
            <li key={n}>
              <p>{factWords(fact)[lang]}</p>
              <p className="aside">
                {dayInWords(on, lang)} · {names.get(by.replace(/^officer:/, '')) ?? t('history.system')}
              </p>
            </li>
          ))}
        </ol>
      </details>
    </li>
  );
}

/** What stands against what was said: its own end, or what the case has. */
function notedWords({ delivery }: DeliveryView, { view, lang, t }: DeliveryFormParts): string {
  if ('end' in delivery) return saidWords(delivery.end)[lang];
  const notice = view.procedure.notices.find(({ n }) => n === delivery.notice);
  const entry = view.procedure.legal?.ledger.find(({ id }) => id === notice?.entry);
  const on =
    notice?.receipts[0]?.on ?? (entry?.kind === 'art10bis' ? (entry.receivedOn ?? entry.observationsOn) : null);
  return on ? dayInWords(on, lang) : t('deliveries.none');
}

function LineForms({ one: { id, delivery, task }, parts }: Pick<LineProps, 'one' | 'parts'>) {
  const { t, view } = parts;
  const folded = (name: string, label: string, form: FormView, answer: FormAnswer, files = false) => (
    <AnsweredForm
      key={`${name}-${delivery.version}-${view.procedure.version}`}
      id={`${name}-${id}`}
      label={label}
      fold={{ summary: label, group: `consegna-${id}` }}
      answer={answer}
      start={{ form, problems: [], notice: null, turn: 0 }}
      {...(files ? { files: fileWords(t) } : {})}
      words={{ problems: t('form.problems'), optional: t('form.optional'), working: t('form.working') }}
    />
  );
  if (delivery.against.length > 0)
    return folded('decidi', t('deliveries.decide'), settleForm(id, delivery, parts), settleDeliveryOf);
  if (delivery.state === 'delivered') return null;
  if (delivery.state === 'failed')
    return task === 'anotherChannel'
      ? folded('chiudi', t('deliveries.closeFailure'), closeForm(id, parts), settleDeliveryOf)
      : null;
  const byPost = delivery.carrier.channel === 'post';
  return (
    <div className="deliveries-ways">
      {byPost && delivery.state === 'prepared'
        ? folded('spedita', t('deliveries.dispatch'), dispatchForm(id, parts), dispatchDeliveryOf)
        : null}
      {folded(
        'esito',
        t(byPost ? 'deliveries.cardBack' : 'deliveries.noteByHand'),
        endForm(id, delivery, parts),
        endDeliveryOf,
        byPost,
      )}
    </div>
  );
}
