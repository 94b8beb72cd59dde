import type { Translate } from '#lib/i18n/translate.ts';

/** That documents are not checked for viruses, where nobody has connected a scanner; nothing where one is. */
export function ScannerNote({ t, connected }: { t: Translate; connected: boolean }) {
  return connected ? null : (
    <p className="empty" role="note">
      {t('scanner.none')}
    </p>
  );
}
