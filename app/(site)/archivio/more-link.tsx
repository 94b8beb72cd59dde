import { pageContext } from '#app/_components/page-context.ts';

/** The way to what follows in a list that is read a page at a time. */
export async function MoreLink({ href }: { href: string | null }) {
  const { t } = await pageContext();
  return href === null ? null : (
    <p>
      <a href={href}>{t('keeping.more')}</a>
    </p>
  );
}
