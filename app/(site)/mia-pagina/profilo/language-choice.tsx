import { pageContext } from '#app/_components/page-context.ts';
import { saveLanguageOf } from './save-profile.ts';

/** The language in which one is written to; that of the pages is chosen above them. */
export async function LanguageChoice({ chosen, agent }: { chosen: 'it' | 'en' | null; agent: string }) {
  const { t } = await pageContext();
  return (
    <section aria-labelledby="lingua" className="my-who">
      <h2 id="lingua">{t('own.language')}</h2>
      <form action={saveLanguageOf} className="own-small-form">
        <input type="hidden" name="per" value={agent} />
        <label htmlFor="language">{t('own.languageOf')}</label>
        <select id="language" name="language" className="form-select" defaultValue={chosen ?? 'it'}>
          <option value="it">Italiano</option>
          <option value="en">English</option>
        </select>
        <button type="submit" className="btn btn-sm btn-outline-primary">
          {t('own.save')}
        </button>
      </form>
    </section>
  );
}
