/** Disseminates a database in a process of its own: `oai` as the site does; `floor` one table of it without joins, rule or tokens to prove. */
import { createHarvestStore } from '#lib/store/dissemination/harvest-store.ts';
import { createPool } from '#lib/store/pool.ts';
import { serveDoor, serveHarvests } from '#tests/setup/harvest-server.ts';
import { toMarkup } from '#lib/records/markup-text.ts';

const [mode = '', appUrl = ''] = process.argv.slice(2);
const pool = createPool(appUrl, { applicationName: 'bench oai', max: 8 });
const page = 100;

interface FloorRow {
  id: string;
  title: string;
  reference_code: string | null;
  date_display: string | null;
  description: { elements?: { scopeAndContent?: { text: string }[] }; languages?: string[] };
}

async function floorPage(after: string): Promise<string> {
  const { rows } = await pool.query<FloorRow>({
    name: 'floor',
    text: `SELECT id, title, reference_code, date_display, description FROM eli4u.record WHERE id > $1 ORDER BY id LIMIT ${page}`,
    values: [after],
  });
  const dc = (name: string, value: string | null | undefined) =>
    value ? `<dc:${name}>${toMarkup(value)}</dc:${name}>` : '';
  const records = rows.map(
    ({ id, title, reference_code: code, date_display: date, description }) =>
      `<record><header><identifier>oai:a.b:${id}</identifier><datestamp>2026-01-01T00:00:00Z</datestamp></header><metadata><oai_dc:dc xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/" xmlns:dc="http://purl.org/dc/elements/1.1/">${dc('title', title)}${dc('description', description.elements?.scopeAndContent?.[0]?.text)}${dc('date', date)}${dc('identifier', code)}${dc('language', description.languages?.[0])}</oai_dc:dc></metadata></record>`,
  );
  const token = rows.length === page ? `<resumptionToken>${rows.at(-1)?.id}</resumptionToken>` : '';
  return `<?xml version="1.0" encoding="UTF-8"?><OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><responseDate>2026-01-01T00:00:00Z</responseDate><request>x</request><ListRecords>${records.join('')}${token}</ListRecords></OAI-PMH>`;
}

async function* parts(query: string): AsyncGenerator<string> {
  yield await floorPage(new URLSearchParams(query).get('resumptionToken') ?? '');
}

const server =
  mode === 'oai'
    ? await serveHarvests(createHarvestStore(pool))
    : await serveDoor(
        () => (question) =>
          Promise.resolve({
            status: 200,
            headers: { 'content-type': 'text/xml' },
            parts: parts(question.query),
            done: () => undefined,
          }),
      );
process.send?.(server.url);
process.on('disconnect', () => process.exit(0));
