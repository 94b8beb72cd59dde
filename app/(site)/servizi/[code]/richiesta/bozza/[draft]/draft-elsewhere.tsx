import { Missing } from '#app/_components/missing.tsx';
import { pageContext } from '#app/_components/page-context.ts';
import { composition } from '#lib/composition.ts';
import type { DraftAtHand } from '../../open-draft.ts';
import { SignInFirst } from '../../sign-in-first.tsx';

/** A draft that cannot be written on: for who has not signed in, for whom there is none, or because its request is not filed here any more. */
export async function DraftElsewhere({
  found,
  code,
}: {
  found: Exclude<DraftAtHand, { kind: 'open' | 'filed' }>;
  code: string;
}) {
  const { t, lang } = await pageContext();
  if (found.kind === 'missing') return <Missing />;
  if (found.kind === 'signIn')
    return (
      <div className="container narrow request-page">
        <h1>{t('request.title')}</h1>
        <SignInFirst session={found.session} />
      </div>
    );
  const { answers, type } = found.draft;
  const former = composition()
    .procedureTypes.versions(code)
    .find((one) => one.type.version === type.version)?.type;
  const fields = former && 'fields' in former ? former.fields : [];
  const labelOf = (name: string) =>
    fields.find((field) => name === `a.${field.name}` || name.startsWith(`a.${field.name}.`))?.label[lang];
  return (
    <div className="container narrow request-page">
      <h1>{t('draft.noMore')}</h1>
      <p>{t('draft.noMoreText')}</p>
      <dl className="case-facts">
        {Object.entries(answers).map(([name, values]) => {
          const label = labelOf(name);
          return label ? (
            <div key={name}>
              <dt>{label}</dt>
              {values.map((value, index) => (
                <dd key={`${index}${value}`}>{value}</dd>
              ))}
            </div>
          ) : null;
        })}
      </dl>
    </div>
  );
}
