import type { FascicoloFacts, FascicoloLine, FormerLine, Outcome } from '#lib/records/fascicolo-line.ts';
import { toMarkup } from '#lib/records/markup-text.ts';

const outcomes: Record<Outcome, string> = {
  included: 'presente',
  withheld: 'escluso: chi ha scaricato il fascicolo non può leggerlo',
  destroyed: 'scartato con autorizzazione',
  lost: 'mancante: il contenuto è assente o non ha più la sua impronta',
};
const flows = { in: 'in entrata', out: 'in uscita', internal: 'interno' };

/** The index of a fascicolo as one page that stands alone: no script, nothing from elsewhere, links only to what lies beside it. */
export async function* fascicoloHtml(
  facts: FascicoloFacts,
  lines: AsyncIterable<FascicoloLine>,
): AsyncGenerator<string> {
  yield headOf(facts);
  const counts: Record<Outcome, number> = { included: 0, withheld: 0, destroyed: 0, lost: 0 };
  for await (const line of lines) {
    counts[line.outcome] += 1;
    yield rowOf(line);
  }
  yield `</tbody>
</table>
<p>Presenti: ${counts.included}. Esclusi: ${counts.withheld}. Scartati: ${counts.destroyed}. Mancanti: ${counts.lost}.</p>
</main>
</body>
</html>
`;
}

function headOf({ id, title, code, openedOn, closedOn, agency, madeAt, url }: FascicoloFacts): string {
  const days = [openedOn ? `aperto il ${openedOn}` : null, closedOn ? `chiuso il ${closedOn}` : null].filter(
    (day) => day !== null,
  );
  return `<!DOCTYPE html>
<html lang="it">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Indice del fascicolo ${toMarkup(code ?? id)}</title>
<style>body{font-family:sans-serif;margin:2rem}table{border-collapse:collapse}th,td{border:1px solid #767676;padding:.4rem;text-align:left;vertical-align:top}code{overflow-wrap:anywhere}</style>
</head>
<body>
<main>
<h1>Fascicolo ${toMarkup(code ?? id)}</h1>
<p>${toMarkup(title)}</p>
<p>${toMarkup([agency, ...days].join(' · '))}</p>
<p>Identificativo <code>${toMarkup(id)}</code>, <a href="${toMarkup(url)}">pratica</a>. Indice prodotto il <time datetime="${toMarkup(madeAt)}">${toMarkup(madeAt)}</time>.</p>
<table>
<caption>Documenti, nell’ordine di arrivo</caption>
<thead><tr><th scope="col">N.</th><th scope="col">Documento</th><th scope="col">Stato</th><th scope="col">Protocollo</th><th scope="col">Flusso</th><th scope="col">Formato e byte</th><th scope="col">SHA-256</th></tr></thead>
<tbody>
`;
}

function rowOf({ ordinal, outcome, entry, metadata, former, document }: FascicoloLine): string {
  const name = toMarkup(document?.title ?? `Documento ${ordinal}`);
  const link = linkTo(entry, name);
  const beside = [...former.map(formerWords), ...(metadata ? [linkTo(metadata, 'metadati')] : [])];
  const sent = document?.fileName ? `<br>${toMarkup(document.fileName)}` : '';
  const state = `${outcomes[outcome]}${document?.destroyedOn ? ` il ${toMarkup(document.destroyedOn)}` : ''}`;
  const number = document?.registration;
  const cells = [
    String(ordinal),
    `${link}${sent}${document && document.version > 1 ? `<br>versione ${document.version}` : ''}${beside.map((one) => `<br>${one}`).join('')}`,
    state,
    number
      ? toMarkup(`${String(number.number).padStart(7, '0')}/${number.year} del ${number.on} (${number.register})`)
      : '',
    document?.flow ? flows[document.flow] : '',
    document ? toMarkup(`${document.format}, ${document.bytes}`) : '',
    document ? `<code>${toMarkup(document.sha256)}</code>` : '',
  ];
  return `<tr>${cells.map((one) => `<td>${one}</td>`).join('')}</tr>\n`;
}

/** Each part by itself: a sign of an address in a name would lead elsewhere. */
const linkTo = (entry: string | null, text: string): string =>
  entry ? `<a href="${toMarkup(entry.split('/').map(encodeURIComponent).join('/'))}">${text}</a>` : text;

const formerWords = ({ version, entry, sha256, replacedOn }: FormerLine): string =>
  `${linkTo(entry, `versione ${version}, fino al ${toMarkup(replacedOn)}`)}${entry ? '' : ' (mancante)'} <code>${toMarkup(sha256)}</code>`;
