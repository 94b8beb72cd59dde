import { pageContext } from '#app/_components/page-context.ts';
import type { DisposalLine } from '#lib/store/keeping/list-keeping.ts';
import { decideDisposal } from '../decide-disposal.ts';

/** The next step of a scarto, where it is somebody's here. */
export async function DisposalStep({ list }: { list: DisposalLine }) {
  const { t } = await pageContext();
  const { state, limited } = list;
  if (state === 'executing' || state === 'executed') return null;
  const field = (name: string, label: string, type: 'text' | 'date', required: boolean) => (
    <p>
      <label htmlFor={name}>{label}</label>
      <input id={name} name={name} type={type} required={required} maxLength={type === 'text' ? 200 : undefined} />
    </p>
  );
  return (
    <form action={decideDisposal} className="fields-form keeping-step">
      <input type="hidden" name="list" value={list.id} />
      {state === 'sent' ? (
        <>
          {field('permitNumber', t('keeping.permitNumber'), 'text', true)}
          {field('permitOn', t('keeping.permitOn'), 'date', true)}
          {limited > 0 ? (
            <>
              <p>{t('keeping.interiorWanted', { count: limited })}</p>
              {field('interiorNumber', t('keeping.interiorNumber'), 'text', false)}
              {field('interiorOn', t('keeping.interiorOn'), 'date', false)}
            </>
          ) : null}
        </>
      ) : null}
      {state === 'authorised' ? (
        <p>
          <label htmlFor="typed">{t('keeping.typeNumber', { count: list.items['granted'] ?? 0 })}</label>
          <input id="typed" name="typed" inputMode="numeric" pattern="[0-9]*" required autoComplete="off" />
        </p>
      ) : null}
      <button
        type="submit"
        name="what"
        value={({ draft: 'send', sent: 'authorise', authorised: 'start' } as const)[state]}
        className={state === 'authorised' ? 'btn btn-danger' : 'btn btn-primary'}
      >
        {t(`keeping.step.${state}`)}
      </button>
    </form>
  );
}
