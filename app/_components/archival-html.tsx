/**
 * Archival text with mark-up. The HTML was made safe when it was read in (a few elements, no attributes but web links), or by the search,
 * which escapes everything but its own <mark>. This is the only place that trusts it.
 */
export function ArchivalHtml({
  html,
  lang,
  as: Tag = 'div',
  className,
}: {
  html: string;
  lang?: string | undefined;
  as?: 'div' | 'span' | 'p';
  className?: string;
}) {
  return <Tag className={className ?? 'archival-text'} lang={lang} dangerouslySetInnerHTML={{ __html: html }} />;
}
