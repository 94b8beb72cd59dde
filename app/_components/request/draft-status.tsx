import type { DraftSaving, SavingTold } from './use-draft-saving.ts';

/** Says whether what is typed is saved, where screen readers hear it. */
export function DraftStatus({
  told,
  restored,
  words,
}: {
  told: SavingTold;
  restored: boolean;
  words: DraftSaving['words'];
}) {
  return (
    <span role="status" className={`draft-status draft-status-${told.kind}`}>
      {restored ? `${words.restored} ` : null}
      {told.kind === 'saved' ? words.saved.replace('{time}', told.time) : null}
      {told.kind === 'nothing' || told.kind === 'saved' ? null : words[told.kind]}
      {told.kind === 'over' ? (
        <>
          {' '}
          <a href={`/accedi?${new URLSearchParams({ returnTo: location.pathname + location.search })}`}>
            {words.signIn}
          </a>
        </>
      ) : null}
    </span>
  );
}
