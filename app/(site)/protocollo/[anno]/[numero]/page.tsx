import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { pageMetadata } from '#app/_components/metadata.ts';
import { pageContext } from '#app/_components/page-context.ts';
import { composition } from '#lib/composition.ts';
import { dayInWords, instantInWords } from '#lib/i18n/dates.ts';
import { correspondentWords } from '#lib/procedures/protocollo/correspondent.ts';
import { protocolNumber } from '#lib/procedures/protocollo/protocol-number.ts';
import { segnaturaText } from '#lib/procedures/protocollo/segnatura.ts';
import { loadRegister } from '../../load-register.ts';
import { nameOfOperator } from '../../operator-names.ts';
import { Refused } from '../../refused.tsx';
import { RegisterTabs } from '../../register-tabs.tsx';
import { readKey } from './read-key.ts';
import { RegistrationActions } from './registration-actions.tsx';
import { RegistrationHistory } from './registration-history.tsx';

interface Props {
  params: Promise<{ anno: string; numero: string }>;
  searchParams: Promise<Record<string, string | string[]>>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const context = await pageContext();
  const { anno, numero } = await params;
  const title = `${context.t('protocol.title')} ${numero}/${anno}`;
  return pageMetadata(context, { title, path: `/protocollo/${anno}/${numero}`, index: false });
}

/** One registration: as it was registered, what was added since, its files, its messages. */
export default async function RegistrationPage({ params, searchParams }: Props) {
  const { t, lang } = await pageContext();
  const { keeps, answers } = await loadRegister();
  if (!keeps.allowed) return <Refused reason={keeps.reason.text} />;
  const key = readKey(await params);
  const { protocol, procedureTypes } = composition();
  const found = key && (await protocol.findOne(key.year, key.number));
  if (!found) notFound();
  const { registration: one, changes, messages } = found;
  const name = await nameOfOperator([one.operator, ...changes.map(({ by }) => by)]);
  const unit = (code: string | null) => (code ? (procedureTypes.units().get(code)?.[lang] ?? code) : '—');
  const { register } = one;
  const stamp = segnaturaText({
    administration: procedureTypes.comune().name.it,
    aoo: one.aoo,
    registration: { register, year: one.year, number: one.number, on: one.on },
    flow: one.flow,
    classification: one.classification,
    unit: one.unit,
  });
  const files = [{ record: one.record, title: t('protocol.document') }, ...one.attachments];
  const { fatto } = await searchParams;
  const rows: [string, string][] = [
    [t('protocol.flow'), t(`protocol.flow.${one.flow}`)],
    [t('protocol.day'), instantInWords(new Date(one.at), lang)],
    [t('protocol.object'), one.object],
    ...(one.corrected.object ? ([[t('protocol.objectNow'), one.corrected.object]] as [string, string][]) : []),
    [t('protocol.sender'), correspondentWords(one.sender) || '—'],
    ...(one.corrected.sender
      ? ([[t('protocol.senderNow'), correspondentWords(one.corrected.sender)]] as [string, string][])
      : []),
    [t('protocol.recipients'), correspondentWords(one.recipients) || '—'],
    ...(one.corrected.recipients
      ? ([[t('protocol.recipientsNow'), correspondentWords(one.corrected.recipients)]] as [string, string][])
      : []),
    ...(one.senderOn ? ([[t('protocol.senderOn'), dayInWords(one.senderOn, lang)]] as [string, string][]) : []),
    ...(one.senderNumber ? ([[t('protocol.senderNumber'), one.senderNumber]] as [string, string][]) : []),
    [t('protocol.classification'), one.classification ?? '—'],
    [t('protocol.unit'), unit(one.unit)],
    [t('protocol.operator'), name(one.operator)],
    [t('protocol.hash'), `SHA-256 ${one.hash}`],
    ...(one.emergencyNumber && one.emergencyAt
      ? ([
          [
            t('protocol.emergencyNumber'),
            `${String(one.emergencyNumber).padStart(7, '0')}, ${instantInWords(new Date(one.emergencyAt), lang)}`,
          ],
        ] as [string, string][])
      : []),
  ];
  return (
    <div className="container types-desk protocol-desk">
      <p className="desk-crumb">
        <a href="/protocollo">‹ {t('protocol.title')}</a>
      </p>
      <h1>{t('protocol.one', { number: protocolNumber(one) })}</h1>
      <RegisterTabs t={t} current="/protocollo" />
      {fatto ? (
        <p className="types-told" role="status">
          {t(fatto === 'registrato' ? 'protocol.registered' : 'protocol.changed', { number: protocolNumber(one) })}
        </p>
      ) : null}
      {one.annulledAt ? (
        <p className="edit-refused" role="note">
          {t('protocol.annulled', { when: instantInWords(new Date(one.annulledAt), lang) })}
        </p>
      ) : null}
      <p className="protocol-stamp">{stamp}</p>
      <dl className="protocol-facts">
        {rows.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <h2>{t('protocol.files')}</h2>
      <ul>
        {files.map(({ record, title }) => (
          <li key={record}>
            <a href={`/protocollo/${one.year}/${one.number}/documenti/${record}`}>{title}</a>
          </li>
        ))}
        <li>
          <a href={`/protocollo/${one.year}/${one.number}/segnatura`}>{t('protocol.segnaturaXml')}</a>
        </li>
        {one.fascicolo ? (
          <li>
            <a
              href={
                one.fascicolo.isCase
                  ? `/ufficio/pratiche/${one.fascicolo.id}`
                  : `/archivio/fascicoli/${one.fascicolo.id}`
              }
            >
              {t('protocol.fascicolo', { code: one.fascicolo.code ?? '' })}
            </a>
          </li>
        ) : null}
      </ul>
      <RegistrationHistory changes={changes} messages={messages} name={name} unit={unit} />
      {one.annulledAt ? null : (
        <RegistrationActions registration={one} mayAnnul={answers.allowed} units={procedureTypes.units()} />
      )}
    </div>
  );
}
