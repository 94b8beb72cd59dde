import { pageContext } from '#app/_components/page-context.ts';
import { composition } from '#lib/composition.ts';
import type { ContactChoices } from '#lib/http/counter/contact-form.ts';
import type { ServedPerson } from '../../load-person.ts';

/** Most cases of theirs that a contact may be said to be about. */
const mostCases = 50;

/** What the sheet of a contact chooses from: the services of today, and the cases of the person. */
export async function loadContactChoices({ id, reach }: ServedPerson): Promise<ContactChoices> {
  const { t, lang } = await pageContext();
  const { procedureTypes, procedures, today } = composition();
  const { lines } = await procedures.listMyTable({ agent: id, reach }, {}, { limit: mostCases });
  return {
    types: procedureTypes
      .listTypes(today())
      .map(({ code, title }) => ({ code, title: title[lang] }))
      .toSorted((one, other) => one.title.localeCompare(other.title, lang)),
    cases: lines.map(({ id: procedure, title, protocol }) => ({
      id: procedure,
      title: `${title} (${protocol.number}/${protocol.year})`,
    })),
    t,
    lang,
  };
}
