import { Missing } from '#app/_components/missing.tsx';
import { pageContext } from '#app/_components/page-context.ts';
import { PrintButton } from '#app/_components/print-button.tsx';
import { isReadable, readableDocuments } from '#lib/access/documents.ts';
import { composition } from '#lib/composition.ts';
import { dayInWords, instantInWords } from '#lib/i18n/dates.ts';
import { sizeInWords } from '#lib/i18n/sizes.ts';
import type { MyCaseFacts } from '../../load-my-case.ts';

/** The receipt of an answer: its number of the protocollo, who sent it and for whom, each document with its hash. */
export async function AnswerReceipt({ found, record }: { found: MyCaseFacts; record: string }) {
  const { t, lang } = await pageContext();
  const { procedures, organisation, procedureTypes } = composition();
  const { places } = found;
  const answer = await procedures.findAnswer(found.view.procedure.id, record, found.mine.reach);
  const readable = readableDocuments(found.mine.session, found.facts, organisation());
  if (!answer || !isReadable(readable, answer.letter)) return <Missing />;
  const { letter, documents, sentBy, party, words, resumed } = answer;
  const { parties, line } = found.view;
  const { session } = found.mine;
  const nameOf = (agent: string | null) =>
    agent === session.agent
      ? session.name
      : (parties.find((one) => one.agent === agent)?.name ??
        session.represents.find((one) => one.agent === agent)?.name ??
        t('mine.party'));
  const sender = sentBy.replace(/^citizen:/, '');
  const registration = letter.registration;
  return (
    <div className="container narrow receipt">
      <header className="receipt-heading">
        <p className="receipt-body">{procedureTypes.comune().name[lang]}</p>
        <h1>{t('answer.title')}</h1>
        {registration ? (
          <p className="receipt-number">
            {t('answer.number', {
              number: String(registration.number).padStart(7, '0'),
              year: String(registration.year),
            })}
            <span>{dayInWords(registration.on, lang)}</span>
          </p>
        ) : null}
        <p>
          {t('answer.lead')}{' '}
          {resumed && registration ? t('answer.resumed', { day: dayInWords(registration.on, lang) }) : null}
        </p>
        <div className="actions">
          <PrintButton text={t('record.print')} />
          <a href={places.page} className="btn btn-outline-primary">
            {t('answer.back')}
          </a>
        </div>
      </header>
      <dl className="case-facts">
        <div>
          <dt>{t('answer.case')}</dt>
          <dd lang="it">{line.title}</dd>
        </div>
        <div>
          <dt>{t('answer.by')}</dt>
          <dd>{sentBy.startsWith('officer:') ? t('counter.broughtTo') : nameOf(sender)}</dd>
        </div>
        {party !== null && party !== sender ? (
          <div>
            <dt>{t('answer.for')}</dt>
            <dd>{nameOf(party)}</dd>
          </div>
        ) : null}
        <div>
          <dt>{t('answer.at')}</dt>
          <dd>{instantInWords(new Date(letter.addedAt), lang)}</dd>
        </div>
        <div>
          <dt>{t('answer.documents')}</dt>
          {documents.length === 0 ? <dd>{t('answer.noDocuments')}</dd> : null}
          {documents.map(({ record: one, title, fileName, bytes, sha256 }) => (
            <dd key={one} className="receipt-file">
              <a href={places.document(one)} lang="it">
                {title}
              </a>
              {fileName ? ` (${fileName})` : ''}, {sizeInWords(bytes, lang)}
              <span className="aside receipt-hash">{t('answer.hash', { hash: sha256 })}</span>
            </dd>
          ))}
        </div>
        {words ? (
          <div>
            <dt>{t('answer.words')}</dt>
            <dd className="written" lang="it">
              {words}
            </dd>
          </div>
        ) : null}
      </dl>
    </div>
  );
}
