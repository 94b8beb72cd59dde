import { composition } from '#lib/composition.ts';
import { dayInWords } from '#lib/i18n/dates.ts';
import type { Unit } from '#lib/procedures/types/units.ts';
import { answerWords } from '#lib/projections/answer-words.ts';
import { unitsNamed } from '#lib/store/procedures/check-units.ts';
import { titlesOfUnits } from '#lib/store/procedures/named-units.ts';
import { partyKey } from '#lib/projections/party-key.ts';
import { toReceipt, type ReceiptOffice } from '#lib/projections/receipt.ts';
import type { CaseView, DocumentLine } from '#lib/store/procedures/procedure-store.ts';
import { pageContext } from './page-context.ts';
import { PrintButton } from './print-button.tsx';

/** The receipt (L. 241/1990 art. 18-bis), made to be printed; with all that art. 8 wants it is the communication of start. */
export async function ReceiptSheet({
  view,
  first,
  links,
}: {
  view: CaseView;
  /** The documents that joined the case first: what was filed is among them. */
  first: readonly DocumentLine[];
  links: readonly { href: string; label: string }[];
}) {
  const { t, lang } = await pageContext();
  const { procedureTypes, pool } = composition();
  const { procedure, context, parties, line } = view;
  const comune = procedureTypes.comune();
  const receipt = toReceipt(procedure, {
    type: context.type,
    offices: new Map([...procedureTypes.units()].map(([code, unit]) => [code, officeOf(unit)])),
    administration: { name: comune.name, digitalDomicile: null },
    clock: { law: context.law, calendar: context.calendar },
  });
  const fields = 'fields' in context.type ? context.type.fields : [];
  // Units were named by their ids: people read what they are called.
  const titles = await titlesOfUnits(pool, unitsNamed(context.type, procedure.filing));
  const came = first.filter(
    ({ flow, registration }) => flow === 'in' && registration?.number === receipt.registration.number,
  );
  return (
    <div className="container narrow receipt">
      <header className="receipt-heading">
        <p className="receipt-body">{comune.name[lang]}</p>
        <h1>{t('receipt.title')}</h1>
        <p className="receipt-number">
          {t('receipt.number', {
            number: String(receipt.registration.number).padStart(7, '0'),
            year: String(receipt.registration.year),
          })}
          <span>{dayInWords(receipt.filedOn, lang)}</span>
        </p>
        <p>{t(receipt.communicatesStart ? 'receipt.leadStart' : 'receipt.lead')}</p>
        <div className="actions">
          <PrintButton text={t('record.print')} />
          {links.map(({ href, label }) => (
            <a key={href} href={href} className="btn btn-outline-primary">
              {label}
            </a>
          ))}
        </div>
      </header>
      <section aria-labelledby="receipt-filed">
        <h2 id="receipt-filed">{t('receipt.filed')}</h2>
        <dl className="case-facts">
          <div>
            <dt>{t('receipt.case')}</dt>
            <dd lang="it">{line.title}</dd>
          </div>
          {parties.map(({ agent, role, name }) => (
            <div key={agent + role}>
              <dt>{t(partyKey(role, procedure.filing.channel))}</dt>
              <dd>{name}</dd>
            </div>
          ))}
          {answerWords(fields, procedure.filing.answers, lang).map(({ label, lines }) => (
            <div key={label}>
              <dt>{label}</dt>
              {lines.map((text, index) => (
                <dd key={`${index}${text}`} lang="it">
                  {titles.has(text) ? <a href={`/records/${text}`}>{titles.get(text)}</a> : text}
                </dd>
              ))}
            </div>
          ))}
          <div>
            <dt>{t('receipt.documents')}</dt>
            {came.map(({ record, title, fileName }) => (
              <dd key={record} lang="it">
                {title}
                {fileName ? ` (${fileName})` : ''}
              </dd>
            ))}
          </div>
        </dl>
      </section>
      <section aria-labelledby="receipt-law">
        <h2 id="receipt-law">{t(receipt.communicatesStart ? 'receipt.start' : 'receipt.next')}</h2>
        <dl className="case-facts">
          {receipt.content.map(({ letter, label, lines }) => (
            <div key={label.it}>
              <dt>
                {label[lang]}
                {letter ? <span className="aside"> {t('receipt.letter', { letter })}</span> : null}
              </dt>
              {lines.map((one, index) => (
                <dd key={`${index}${one.it}`}>{one[lang]}</dd>
              ))}
            </div>
          ))}
        </dl>
      </section>
      <p className="aside receipt-foot">{t('receipt.foot')}</p>
    </div>
  );
}

function officeOf(unit: Unit): ReceiptOffice {
  const { contacts } = unit;
  const name = { it: unit.it, en: unit.en };
  if ('unknown' in contacts) return { name };
  const { phone, email, pec, hours } = contacts;
  return {
    name,
    ...(phone ? { phone } : {}),
    ...(email ? { email } : {}),
    ...(pec ? { pec } : {}),
    ...(hours ? { hours } : {}),
  };
}
