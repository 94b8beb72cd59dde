import { composition } from '#lib/composition.ts';
import { openerOfRegister } from '../../../load-register.ts';
import { noFile, sendFile } from '../../../send-file.ts';

interface Context {
  params: Promise<{ id: string }>;
}

/** A message as it came or went; one that carries a virus, or at which nobody can look now, is not handed out. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { id } = await params;
  const by = await openerOfRegister();
  if (!/^\d{1,18}$/.test(id) || by === null) return noFile();
  const opened = await composition().protocol.openMessage(id, by);
  if (opened === null) return noFile();
  if (!('kind' in opened)) return sendFile(opened, `messaggio-${id}.eml`);
  return withheld(opened.kind === 'infected' ? virusWords(opened.signature) : scannerWords, opened.kind);
}

const virusWords = (signature: string) =>
  `Questo messaggio contiene un virus (${signature}): è conservato com’è arrivato e non si apre. Il documento protocollato ne riporta il testo.\n\nThis message carries a virus (${signature}): it is kept as it came and is not opened. The registered document has its text.\n`;
const scannerWords =
  'Il controllo antivirus non risponde: il messaggio è conservato, riprova tra qualche minuto.\n\nThe virus scanner does not answer: the message is kept, try again in a few minutes.\n';

const withheld = (words: string, why: 'infected' | 'scannerAway') =>
  new Response(words, {
    status: why === 'infected' ? 403 : 503,
    headers: {
      'content-type': 'text/plain; charset=utf-8',
      'cache-control': 'private, no-store',
      ...(why === 'scannerAway' ? { 'retry-after': '60' } : {}),
    },
  });
