import { noticeLine, pathOf } from '#lib/relationship/notice-words.ts';
import type { About } from '#lib/relationship/notification.ts';

/** What the service worker is given: enough to show one line and to open one page. */
export interface PushMessage {
  title: string;
  body: string;
  path: string;
}

/** What is told on a device: it lies on a locked screen, so it says which case and nothing of it. */
export function pushMessage(about: readonly About[], lang: 'it' | 'en'): PushMessage {
  const [only] = about;
  const title = lang === 'it' ? 'Mia Pagina' : 'My page';
  if (about.length === 1 && only) return { title, body: noticeLine(only)[lang], path: pathOf(only) };
  const body = lang === 'it' ? `${about.length} novità` : `${about.length} things are new`;
  return { title, body, path: '/mia-pagina/avvisi' };
}
