import type { Config } from '#lib/config.ts';
import type { Channel } from '#lib/relationship/preferences.ts';

/** Names of the ways that a configuration opens: browsers need nothing of it. */
export const channelsOf = ({ notices }: Pick<Config, 'notices'>): Channel[] => [
  ...(notices.smtp ? (['email'] as const) : []),
  'push',
  ...(notices.appIo ? (['appIo'] as const) : []),
];
