import { AnsweredForm } from '#app/_components/forms/answered-form.tsx';
import { pageContext } from '#app/_components/page-context.ts';
import { isCheckGood, mayNoteIdentity } from '#lib/access/identity.ts';
import { composition } from '#lib/composition.ts';
import { identityForm } from '#lib/http/identity-form.ts';
import { dayInWords } from '#lib/i18n/dates.ts';
import { countryName } from '#lib/records/country.ts';
import { checksOf } from '#lib/store/identity/identity-checks.ts';
import type { DeskCase } from './load-case.ts';
import { noteIdentityOf } from './note-identity.ts';

/** Whether somebody has seen who filed by e-mail, and the way to note it; nothing where an identity was known from the first. */
export async function IdentityCheck({ found, Part }: { found: DeskCase; Part: 'h2' | 'h3' }) {
  const { view, desk, facts } = found;
  const applicant = view.parties.find(({ role }) => role === 'applicant');
  if (view.procedure.filing.identification !== 'verifiedEmail' || !applicant) return null;
  const { t, lang } = await pageContext();
  const { pool, today } = composition();
  const may = mayNoteIdentity(desk.session, facts, desk.organisation).allowed;
  const [last] = may ? await checksOf(pool, applicant.agent, { kind: 'officer', id: desk.session.member }) : [];
  const isGood = last !== undefined && isCheckGood(last, today());
  return (
    <section aria-labelledby="identita">
      <Part id="identita">{t('identity.title')}</Part>
      {last ? (
        <p>
          {isGood
            ? t('identity.seen', {
                day: dayInWords(last.checkedOn, lang),
                document: t(`identity.document.${last.document}`),
                country: countryName(last.country, lang) ?? last.country,
                expires: dayInWords(last.expiresOn, lang),
              })
            : t('identity.seenBefore', { day: dayInWords(last.checkedOn, lang) })}
        </p>
      ) : null}
      {isGood ? null : <p className="notice">{t('identity.wanted')}</p>}
      {may && !isGood ? (
        <details>
          <summary className="btn btn-outline-primary btn-sm">{t('identity.note')}</summary>
          <AnsweredForm
            id="documento-visto"
            label={t('identity.note')}
            answer={noteIdentityOf}
            start={{
              form: identityForm(view.procedure.id, applicant.name, t),
              problems: [],
              notice: null,
              turn: 0,
            }}
            words={{ problems: t('form.problems'), optional: t('form.optional'), working: t('form.working') }}
          />
        </details>
      ) : null}
    </section>
  );
}
