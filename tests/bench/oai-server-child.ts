/**
 * Disseminates a database in a process of its own: `oai` as the site does; `floor` what one table says, without joins, rule or tokens to prove, in records
 * about as long, so that harvesting them takes the harvester about as long.
 */
import { createHarvestStore } from '#lib/store/dissemination/harvest-store.ts';
import { createPool } from '#lib/store/pool.ts';
import { serveDoor, serveHarvests } from '#tests/setup/harvest-server.ts';
import { toMarkup } from '#lib/records/markup-text.ts';

const [mode = '', appUrl = ''] = process.argv.slice(2);
const pool = createPool(appUrl, { applicationName: 'bench oai', max: 8 });
const page = 100;

interface FloorRow {
  id: string;
  root_id: string;
  parent_id: string | null;
  level: string;
  title: string;
  unit_type: string | null;
  reference_code: string | null;
  date_display: string | null;
  dates: string | null;
  description: {
    elements?: { scopeAndContent?: { text: string }[] };
    languages?: string[];
    extents?: string[];
    accessPoints?: { label: string }[];
  };
}

const start =
  '<oai_dc:dc xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://www.openarchives.org/OAI/2.0/oai_dc/ http://www.openarchives.org/OAI/2.0/oai_dc.xsd">';

async function floorPage(after: string): Promise<string> {
  const { rows } = await pool.query<FloorRow>({
    name: 'floor',
    text: `SELECT id, root_id, parent_id, level, title, unit_type, reference_code, date_display, date_start || '/' || date_end AS dates, description FROM eli4u.record WHERE id > $1 ORDER BY id LIMIT ${page}`,
    values: [after],
  });
  const dc = (name: string, value: string | null | undefined) =>
    value ? `<dc:${name}>${toMarkup(value)}</dc:${name}>` : '';
  const records = rows.map(
    ({ id, description, ...row }) =>
      `<record><header><identifier>oai:archivi.comune.test:${id}</identifier><datestamp>2026-01-01T00:00:00Z</datestamp><setSpec>entity:record</setSpec><setSpec>fonds:${row.root_id}</setSpec><setSpec>level:${row.level}</setSpec></header><metadata>${start}${[
        dc('title', row.title),
        ...(description.accessPoints ?? []).map(({ label }) => dc('subject', label)),
        dc('description', description.elements?.scopeAndContent?.[0]?.text),
        dc('publisher', row.root_id),
        dc('date', row.date_display),
        dc('type', row.level),
        dc('type', row.unit_type),
        ...(description.extents ?? []).map((extent) => dc('format', extent)),
        dc('identifier', `http://127.0.0.1/id/${id}`),
        dc('identifier', row.reference_code),
        ...(description.languages ?? []).map((language) => dc('language', language)),
        dc('relation', row.parent_id),
        dc('coverage', row.dates),
      ].join('')}</oai_dc:dc></metadata></record>`,
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
