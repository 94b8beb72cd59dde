import { pageContext } from '#app/_components/page-context.ts';
import { composition } from '#lib/composition.ts';
import type { DocumentsAsked } from '#lib/procedures/cases/documents-asked.ts';
import { weekdayWords } from '#lib/projections/due-words.ts';

/** What the office asks of them now, and where what they brought is added. */
export async function AskedOfThem({ asked, procedure }: { asked: DocumentsAsked | null; procedure: string }) {
  const { t, lang } = await pageContext();
  if (!asked || asked.answeredOn) return null;
  return (
    <section className="my-asked" aria-labelledby="chiesto-titolo">
      <h2 id="chiesto-titolo">{asked.what[lang]}</h2>
      {asked.by ? (
        <p>
          <strong>{t('asked.by', { day: weekdayWords(asked.by, composition().today())[lang] })}</strong>
        </p>
      ) : null}
      {asked.words ? (
        <figure className="my-letter">
          <figcaption>{t('asked.words')}</figcaption>
          <blockquote lang="it">{asked.words}</blockquote>
        </figure>
      ) : null}
      <p>
        <a className="btn btn-primary" href={`/ufficio/pratiche/${procedure}`}>
          {t('counter.addBrought')}
        </a>
      </p>
    </section>
  );
}
