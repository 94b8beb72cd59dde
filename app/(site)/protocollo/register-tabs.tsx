import type { Translate } from '#lib/i18n/translate.ts';

const tabs = [
  { key: 'protocol.tab.register', path: '/protocollo' },
  { key: 'protocol.tab.new', path: '/protocollo/nuova' },
  { key: 'protocol.tab.messages', path: '/protocollo/messaggi' },
  { key: 'protocol.tab.daily', path: '/protocollo/giornalieri' },
  { key: 'protocol.tab.emergency', path: '/protocollo/emergenza' },
] as const;

/** Ways through the desk of the protocollo. */
export function RegisterTabs({ t, current }: { t: Translate; current: (typeof tabs)[number]['path'] }) {
  return (
    <nav aria-label={t('protocol.tabs')}>
      <ul className="edit-tabs">
        {tabs.map(({ key, path }) => (
          <li key={path}>
            <a href={path} aria-current={path === current ? 'page' : undefined}>
              {t(key)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
