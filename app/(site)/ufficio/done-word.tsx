import { pageContext } from '#app/_components/page-context.ts';

const kinds = ['advance', 'addDocument', 'permit', 'revoke', 'deliver', 'identity', 'payment'] as const;

/** That what was pressed has been done. */
export async function DoneWord({ done }: { done: string | string[] | undefined }) {
  const { t } = await pageContext();
  if (typeof done !== 'string' || done === '') return null;
  const kind = kinds.find((one) => one === done) ?? 'other';
  return (
    <p className="desk-done" role="status">
      {t(`done.${kind}`)}
    </p>
  );
}
