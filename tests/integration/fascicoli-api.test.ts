/** `/api/v1/fascicoli` for whoever is signed in: lib/access decides, list, count and aggregation agree. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { organisationOf } from '#lib/access/organisation.ts';
import type { Session, StaffRole } from '#lib/access/session.ts';
import { aggregationFor, listFor } from '#lib/http/answer-fascicoli.ts';
import { createFascicoli } from '#lib/store/fascicoli/fascicoli.ts';
import { citizen, staff } from '#tests/builders/access.ts';
import { filed, openTestDesk, type TestDesk } from '#tests/builders/procedure-desk.ts';

const listSchema = z.object({
  total: z.number(),
  next: z.string().nullable(),
  items: z.array(z.object({ id: z.string(), unit: z.string(), object: z.string() })),
});
const aggregationSchema = z.object({
  IdAgg: z.object({ IdAggregazione: z.string() }),
  IndiceDocumenti: z.array(z.object({ IdDoc: z.object({ Identificativo: z.string() }) })),
});

let desk: TestDesk;
let parts: Parameters<typeof listFor>[2];
/** Ids: affairs of two offices, and a case. */
let ours: string;
let theirs: string;
let ourCase: string;
let caseUnit: string;
let applicant: string;

beforeAll(async () => {
  desk = await openTestDesk('2026-03-02');
  const { pool, dataDir, types, now, store } = desk;
  const fascicoli = createFascicoli({ pool, dataDir, types, now });
  parts = {
    fascicoli,
    titolari: types.titolari(),
    procedureTypes: types,
    procedures: store,
    organisation: () => organisationOf(types.units(), types.listTypes('2026-03-02')),
  };
  ourCase = (await filed(store)).id;
  const view = await store.findCase(ourCase, { kind: 'all' });
  caseUnit = view?.procedure.unit ?? '';
  applicant = view?.parties[0]?.agent ?? '';
  const opened = async (unit: string, object: string) => {
    const request = { kind: 'affare' as const, voice: { title: 'VI', class: 5 }, unit, activity: null };
    const result = await fascicoli.open(
      { ...request, title: 'Lavori', object, keywords: [] },
      { kind: 'officer', id: 'paolo' },
    );
    if (result.kind !== 'opened') throw new Error(JSON.stringify(result));
    return result.id;
  };
  ours = await opened(caseUnit, 'Rassegna nei chiostri');
  theirs = await opened('urbanistica', 'Piano della mobilità');
  await fascicoli.fill(
    ours,
    {
      bytes: Buffer.from('%PDF-1.4 parere'),
      format: 'pdf',
      fileName: 'parere.pdf',
      title: 'Parere',
      flow: 'internal',
      correspondent: null,
    },
    { kind: 'officer', id: 'paolo' },
  );
});
afterAll(() => desk.end());

const request = (query = '') => new Request(`http://site/api/v1/fascicoli${query}`);
const list = async (session: Session | null, query?: string) => {
  const response = await listFor(session, request(query), parts);
  return response.ok ? listSchema.parse(await response.json()) : response.status;
};
const aggregation = async (session: Session | null, id: string) => {
  const response = await aggregationFor(session, request(`/${id}`), id, parts);
  return response.ok ? aggregationSchema.parse(await response.json()) : response.status;
};
const types = { types: ['patrocinio'] };

describe('fascicoli for other programs', () => {
  it.each<[string, () => Session | null, () => string[]]>([
    ['an archivist sees all', () => staff('archivist', 'archivio-generale'), () => [ours, theirs, ourCase]],
    ['an officer those of their office', () => staff('officer', caseUnit), () => [ours, ourCase]],
    ['the responsible too', () => staff('responsible', 'urbanistica'), () => [theirs]],
    ['a manager of all offices, all', () => staff('manager', null), () => [ours, theirs, ourCase]],
    ['an officer for one type, only its cases', () => staff('officer', caseUnit, types), () => [ourCase]],
    ['another office, nothing', () => staff('officer', 'anagrafe'), () => []],
    ['the front office, nothing', () => staff('frontOffice', caseUnit), () => []],
    ['who filed, nothing', () => citizen(applicant), () => []],
    ['who is not signed in, nothing', () => null, () => []],
  ])('%s', async (_who, who, whose) => {
    const [session, visible] = [who(), whose().toSorted()];
    const told = await list(session);
    expect(typeof told === 'number' ? [] : told.items.map(({ id }) => id).toSorted()).toEqual(visible);
    if (typeof told === 'number') expect(told).toBe(404);
    else expect(told.total).toBe(visible.length);
    for (const id of [ours, theirs, ourCase]) {
      const one = await aggregation(session, id);
      expect([id, typeof one === 'number' ? one : one.IdAgg.IdAggregazione]).toEqual([
        id,
        visible.includes(id) ? id : 404,
      ]);
    }
  });

  it('filters narrow what is within reach, and widen nothing', async () => {
    const officer = staff('officer', caseUnit);
    expect(await list(officer, '?unita=urbanistica')).toMatchObject({ total: 0, items: [] });
    expect(await list(officer, '?parole=mobilità')).toMatchObject({ total: 0 });
    expect(await list(officer, '?parole=chiostri')).toMatchObject({ total: 1, items: [{ id: ours }] });
    const roles: StaffRole[] = [
      { role: 'officer', unit: caseUnit, types: ['patrocinio'] },
      { role: 'officer', unit: 'urbanistica', types: null },
    ];
    const both = await list({ ...officer, roles });
    expect(typeof both === 'number' ? both : both.items.map(({ id }) => id).toSorted()).toEqual(
      [theirs, ourCase].toSorted(),
    );
  });

  it('who is a party to a case reads of it what came in and went out alone', async () => {
    const added = await desk.store.addDocument({
      id: ourCase,
      reach: { kind: 'all' },
      actor: { kind: 'officer', id: 'anna' },
      expected: null,
      document: {
        bytes: Buffer.from('%PDF-1.4 nota'),
        format: 'pdf',
        fileName: 'nota.pdf',
        title: 'Nota interna',
        code: null,
        flow: 'internal',
        kind: 'other',
      },
    });
    if (added.kind !== 'added') throw new Error(JSON.stringify(added));
    const documentsFor = async (session: Session) => {
      const one = await aggregation(session, ourCase);
      return typeof one === 'number' ? [] : one.IndiceDocumenti.map(({ IdDoc }) => IdDoc.Identificativo);
    };
    expect(await documentsFor(staff('officer', caseUnit))).toContain(added.record);
    const own = await documentsFor(staff('officer', caseUnit, { agent: applicant }));
    expect(own).not.toContain(added.record);
    expect(own.length).toBeGreaterThan(0);
  });
});
