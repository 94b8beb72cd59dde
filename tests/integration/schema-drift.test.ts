import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import pg from 'pg';
import { freshDatabase, type FreshDatabase } from '#tests/setup/database.ts';

/** What Prisma's language cannot say, and so is held by the SQL alone. */
const unsaid = {
  tables: {
    search_document: 'partitioned by list',
    search_document_public: 'partition',
    search_document_internal: 'partition',
    schema_migration: "the migration runner's own",
    acting_secret: 'closed to the application',
    api_request_count: 'unlogged',
  },
  indexes: {
    europeana_unit_due: 'partial',
    record_code_as_folder: 'of an expression',
    record_former_codes: 'of an expression',
    record_children: 'partial',
    record_children_public: 'partial',
    record_source_component: 'partial',
    record_roots: 'partial',
    record_relation_to: 'partial',
    agent_list: 'partial',
    procedure_assignee_due: 'partial',
    procedure_running: 'partial',
    procedure_event_message: 'partial',
    webhook_delivery_due: 'partial',
    alert_open: 'partial',
    office_closure_day: 'partial',
    procedure_type_draft: 'partial',
    record_waiting: 'partial',
    emergency_register_open: 'partial',
    daily_register_undelivered: 'partial',
    mail_message_due: 'partial',
    retention_fact_main: 'partial',
    legal_hold_open: 'partial',
    deposit_item_open: 'partial',
    disposal_item_open: 'partial',
    record_to_deposit: 'partial',
    record_to_discard: 'partial',
    record_to_history: 'partial',
    record_retention_missing: 'partial',
    preservation_delivery_report: 'partial',
    preservation_delivery_open: 'partial',
    preservation_delivery_due: 'partial',
    fascicolo_activity: 'partial',
    fascicolo_sub: 'partial',
    sign_in_session_open: 'partial',
    delegation_to_check: 'partial',
    audit_event_look: 'partial',
    audit_event_recent_look: 'partial',
    audit_event_person_look: 'partial',
    contact_open: 'partial',
    agent_private_words: 'partial',
    consent_open: 'partial',
    procedure_unread: 'partial',
    notification_unread: 'partial',
    notification_delivery_due: 'partial',
    notification_delivery_waiting: 'partial',
    notification_address_pending: 'partial',
    procedure_action_due: 'partial',
    request_draft_owner: 'partial',
    email_sign_in_due: 'partial',
    notification_old: 'partial',
    legal_delivery_task: 'partial',
    legal_delivery_due: 'partial',
    legal_delivery_unsent: 'partial',
    payment_of_draft: 'partial',
    payment_serial: 'partial',
    payment_procedure: 'partial',
    payment_due: 'partial',
    payment_unjoined: 'partial',
    payment_storage_key: 'partial',
    disseminated_others: 'partial',
    disseminated_finding_aid: 'partial',
    disseminated_upper: 'partial',
    disseminated_digital: 'partial',
    disseminated_europeana: 'partial',
    disseminated_europeana_below: 'partial',
  },
} satisfies { tables: Record<string, string>; indexes: Record<string, string> };

interface Column {
  type: string;
  required: boolean;
}
type Tables = Record<
  string,
  { columns: Record<string, Column>; primary: string[]; unique: string[]; foreign: string[]; indexes: string[] }
>;

const types: Record<string, string> = {
  String: 'text',
  Boolean: 'bool',
  Int: 'int4',
  BigInt: 'int8',
  Json: 'jsonb',
  Bytes: 'bytea',
  DateTime: 'timestamp',
};
const nativeTypes: Record<string, string> = {
  SmallInt: 'int2',
  Timestamptz: 'timestamptz',
  Date: 'date',
  Uuid: 'uuid',
};

/** Reads schema.prisma as text: generated clients keep neither native types nor index names. */
function prismaTables(): Tables {
  const text = readFileSync('schemas/database/schema.prisma', 'utf8');
  const models = [...text.matchAll(/^model (\w+) \{\n([\s\S]*?)^\}/gm)].map((match) => ({
    name: match[1] ?? '',
    body: match[2] ?? '',
  }));
  const tableOf = Object.fromEntries(
    models.map((model) => [model.name, /@@map\("(\w+)"\)/.exec(model.body)?.[1] ?? model.name]),
  );
  const columnsOf = Object.fromEntries(models.map((model) => [model.name, columnNames(model.body)]));
  const tables: Tables = {};
  for (const { name, body } of models) {
    const table: Tables[string] = { columns: {}, primary: [], unique: [], foreign: [], indexes: [] };
    const column = (field: string) => columnsOf[name]?.[field] ?? field;
    for (const line of body.split('\n')) {
      const field = /^\s+(\w+)\s+(\w+(?:\("\w+"\))?)(\[\])?(\?)?(.*)$/.exec(line);
      if (!field || line.trim().startsWith('@@')) continue;
      const [, fieldName = '', type = '', list, optional, rest = ''] = field;
      if (type in tableOf) {
        const relation = /fields: \[([^\]]*)\], references: \[([^\]]*)\]/.exec(rest);
        if (relation) {
          const from = names(relation[1]).map(column);
          const to = names(relation[2]).map((target) => columnsOf[type]?.[target] ?? target);
          table.foreign.push(
            `${from.join()} -> ${tableOf[type]}(${to.join()})${rest.includes('onDelete: Cascade') ? ' cascade' : ''}`,
          );
        }
        continue;
      }
      const native = /@db\.(\w+)/.exec(rest)?.[1];
      const base = /^Unsupported\("(\w+)"\)$/.exec(type)?.[1] ?? (native ? nativeTypes[native] : types[type]);
      table.columns[column(fieldName)] = { type: `${list ? '_' : ''}${base}`, required: !optional };
      if (/@id\b/.test(rest)) table.primary = [column(fieldName)];
      if (/@unique\b/.test(rest)) table.unique.push(column(fieldName));
    }
    for (const [, kind, fields, more] of body.matchAll(/@@(id|unique|index)\(\[([^\]]*)\](.*)\)/g)) {
      const list = names(fields).map(column);
      if (kind === 'id') table.primary = list;
      if (kind === 'unique') table.unique.push(list.join());
      if (kind === 'index') table.indexes.push(`${/map: "(\w+)"/.exec(more ?? '')?.[1]} (${list.join()})`);
    }
    tables[tableOf[name] ?? name] = sorted(table);
  }
  return tables;
}

function columnNames(body: string): Record<string, string> {
  const fields = [...body.matchAll(/^\s+(\w+)\s+\S+(.*)$/gm)].filter((match) => !match[0].trim().startsWith('@@'));
  return Object.fromEntries(
    fields.map((match) => [match[1] ?? '', /@map\("(\w+)"\)/.exec(match[2] ?? '')?.[1] ?? match[1] ?? '']),
  );
}

const names = (list = '') => list.split(',').map((name) => name.trim());
function sorted(table: Tables[string]): Tables[string] {
  for (const list of [table.unique, table.foreign, table.indexes]) list.sort();
  return table;
}

async function databaseTables(client: pg.Client): Promise<Tables> {
  const columns = await client.query<{ table: string; column: string; type: string; required: boolean }>(
    `SELECT c.relname AS table, a.attname AS column, t.typname AS type, a.attnotnull AS required
       FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped JOIN pg_type t ON t.oid = a.atttypid
      WHERE c.relnamespace = 'eli4u'::regnamespace AND c.relkind IN ('r', 'p')`,
  );
  const keys = await client.query<{
    table: string;
    kind: string;
    columns: string[];
    target: string;
    target_columns: string[];
    on_delete: string;
  }>(
    `SELECT k.conrelid::regclass::text AS table, k.contype AS kind, k.confdeltype AS on_delete,
            (SELECT array_agg(a.attname ORDER BY n)::text[] FROM unnest(k.conkey) WITH ORDINALITY u (num, n) JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = u.num) AS columns,
            k.confrelid::regclass::text AS target,
            (SELECT array_agg(a.attname ORDER BY n)::text[] FROM unnest(k.confkey) WITH ORDINALITY u (num, n) JOIN pg_attribute a ON a.attrelid = k.confrelid AND a.attnum = u.num) AS target_columns
       FROM pg_constraint k WHERE k.connamespace = 'eli4u'::regnamespace AND k.contype IN ('p', 'u', 'f')`,
  );
  const indexes = await client.query<{ table: string; name: string; columns: string[] }>(
    `SELECT c.relname AS table, x.relname AS name,
            (SELECT array_agg(a.attname ORDER BY n)::text[] FROM unnest(i.indkey::int2[]) WITH ORDINALITY u (num, n) JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = u.num WHERE u.n <= i.indnkeyatts) AS columns
       FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid JOIN pg_class x ON x.oid = i.indexrelid
      WHERE c.relnamespace = 'eli4u'::regnamespace AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = i.indexrelid)`,
  );
  const bare = (name: string) => name.replace(/^eli4u\./, '');
  const tables: Tables = {};
  for (const row of columns.rows) {
    const table = (tables[row.table] ??= { columns: {}, primary: [], unique: [], foreign: [], indexes: [] });
    table.columns[row.column] = { type: row.type, required: row.required };
  }
  for (const row of keys.rows) {
    const table = tables[bare(row.table)];
    if (row.kind === 'p' && table) table.primary = row.columns;
    if (row.kind === 'u') table?.unique.push(row.columns.join());
    if (row.kind === 'f')
      table?.foreign.push(
        `${row.columns.join()} -> ${bare(row.target)}(${row.target_columns.join()})${row.on_delete === 'c' ? ' cascade' : ''}`,
      );
  }
  for (const row of indexes.rows)
    if (!(row.name in unsaid.indexes)) tables[row.table]?.indexes.push(`${row.name} (${row.columns.join()})`);
  for (const name of Object.keys(unsaid.tables)) delete tables[name];
  for (const table of Object.values(tables)) sorted(table);
  return tables;
}

describe('Prisma schema and migrated database', () => {
  let database: FreshDatabase;
  let actual: Tables;
  const said = prismaTables();
  beforeAll(async () => {
    database = await freshDatabase();
    const client = new pg.Client({ connectionString: database.ownerUrl });
    await client.connect();
    actual = await databaseTables(client);
    await client.end();
  });
  afterAll(() => database.drop());

  it('have the same tables', () => expect(Object.keys(said).sort()).toEqual(Object.keys(actual).sort()));
  it.each(Object.keys(said))('agree on %s', (table) => expect(said[table]).toEqual(actual[table]));
});
