import { once } from 'node:events';
import { ReadStream } from 'node:fs';
import { plainPage } from '#lib/http/plain-page.ts';
import { backWords } from '#lib/i18n/form-refusals.ts';

const words = {
  it: {
    title: 'Il documento non si trova più',
    text: 'La sua scheda c’è, ma i suoi byte mancano dal deposito dei documenti: non è una svista tua, e niente è stato cancellato da qui. Avvisa chi gestisce il sito, che può ripristinarlo da una copia (npm run verify elenca che cosa manca).',
  },
  en: {
    title: 'The document cannot be found any more',
    text: 'It is described here, but its bytes are missing from the document store: this is no mistake of yours, and nothing was deleted from here. Tell who runs the site, who can restore it from a copy (npm run verify lists what is missing).',
  },
};

/** Whether a file that was kept can still be opened: somebody may have removed it behind our back. */
export async function canBeRead(stream: NodeJS.ReadableStream): Promise<boolean> {
  if (!(stream instanceof ReadStream) || !stream.pending) return true;
  try {
    await once(stream, 'open');
    return true;
  } catch (error) {
    console.error('the bytes of a document are missing:', error);
    return false;
  }
}

/** Says so in words, in both languages: whoever follows a link to a file has no page of ours that would know theirs. */
export function lostDocument(): Response {
  const main = `<p>${words.it.text}</p>
<div lang="en"><h2>${words.en.title}</h2>
<p>${words.en.text}</p></div>
<p class="doors"><a href="/">${backWords.it.home}</a></p>`;
  return new Response(plainPage({ lang: 'it', title: words.it.title, claim: backWords.it.claim, main }), {
    status: 503,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': `default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'`,
    },
  });
}
