import { FormToken } from '#app/_components/form-token.tsx';
import { pageContext } from '#app/_components/page-context.ts';
import { citizenPersonas, staffPersonas, type Persona } from '#lib/access/persona.ts';

/** One button for each of the invented people. */
export async function DemoPersonas({ returnTo }: { returnTo: string }) {
  const { t } = await pageContext();
  return (
    <>
      <p>{t('signIn.demo')}</p>
      <h2>{t('signIn.citizens')}</h2>
      <Personas personas={citizenPersonas} returnTo={returnTo} />
      <h2>{t('signIn.staff')}</h2>
      <Personas personas={staffPersonas} returnTo={returnTo} />
    </>
  );
}

async function Personas({ personas, returnTo }: { personas: readonly Persona[]; returnTo: string }) {
  const { t } = await pageContext();
  return (
    <ul className="personas">
      {personas.map((persona) => (
        <li key={persona}>
          <form action="/api/auth/callback/demo" method="post">
            <FormToken />
            <input type="hidden" name="callbackUrl" value={returnTo} />
            <button
              type="submit"
              name="persona"
              value={persona}
              className="btn btn-primary"
              aria-describedby={`about-${persona}`}
            >
              {t(`persona.${persona}`)}
            </button>
          </form>
          <p id={`about-${persona}`}>{t(`persona.${persona}.about`)}</p>
        </li>
      ))}
    </ul>
  );
}
