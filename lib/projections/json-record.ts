import { z } from 'zod';
import { objectReference } from '#lib/records/object-address.ts';
import { agentDescriptionSchema, agentKindSchema, agentRelationKinds, agentRoleSchema } from '#lib/records/agent.ts';
import { recordDatesSchema } from '#lib/records/dates.ts';
import { descriptionSchema, noteSchema } from '#lib/records/description.ts';
import { imageWithin } from '#lib/records/iiif-addresses.ts';
import { levelSchema } from '#lib/records/level.ts';
import { sensitivitySchema, visibilitySchema } from '#lib/records/phase.ts';
import { institutionDescriptionSchema } from '#lib/records/institution.ts';
import type { AgentView, ChildrenPage, InstitutionView, RecordLine, RecordView } from '#lib/records/public-views.ts';

const from = z.object({ id: z.string(), title: z.string(), level: levelSchema });
const agentLink = z.object({
  id: z.string(),
  name: z.string(),
  kind: agentKindSchema,
  role: agentRoleSchema,
  label: z.string().nullable(),
  dates: z.string().nullable(),
});

/** A unit in one line. */
export const recordLineSchema = z.object({
  id: z.string(),
  url: z.string(),
  title: z.string(),
  titleLang: z.string().nullable(),
  level: levelSchema,
  levelLabel: z.string().nullable(),
  unitType: z.string().nullable(),
  referenceCode: z.string().nullable(),
  dates: recordDatesSchema,
  childCount: z.number(),
  visibility: visibilitySchema,
  digital: z.boolean(),
});

export const childrenJsonSchema = z.object({
  items: z.array(
    recordLineSchema.extend({
      index: z.number().describe('Its place among its siblings, from 1'),
      thumbnail: z.string().nullable().describe('A picture of its first page, 200 pixels a side at most'),
    }),
  ),
  next: z.string().nullable().describe('What `after` takes'),
  prev: z.string().nullable().describe('What `before` takes'),
  total: z.number(),
});
export type ChildrenJson = z.infer<typeof childrenJsonSchema>;

export const recordJsonSchema = recordLineSchema.extend({
  uri: z.string(),
  formerCodes: z.array(z.string()),
  description: descriptionSchema,
  /** Why the documents may not be read yet, where the law says so. */
  sensitivity: sensitivitySchema,
  consultableFrom: z.string().nullable(),
  metadataLicence: z.string().nullable(),
  rightsUri: z.string().nullable(),
  changedAt: z.string(),
  institution: z.object({ id: z.string(), code: z.string(), name: z.string() }),
  ancestors: z.array(recordLineSchema),
  agents: z.array(agentLink),
  digitalObjects: z.array(
    z.object({
      id: z.string(),
      href: z.string(),
      label: z.string().nullable(),
      role: z.string().nullable(),
      mediaType: z.string().nullable(),
      rightsUri: z.string().nullable(),
    }),
  ),
  related: z.array(
    z.object({
      kind: z.string(),
      direction: z.enum(['to', 'from']),
      note: z.string().nullable(),
      record: recordLineSchema.nullable(),
    }),
  ),
  inherited: z.object({
    conditionsOfAccess: z.object({ from, value: z.array(noteSchema) }).nullable(),
    conditionsOfReproduction: z.object({ from, value: z.array(noteSchema) }).nullable(),
    languages: z.object({ from, value: z.array(z.string()) }).nullable(),
    creators: z.object({ from, value: z.array(agentLink) }).nullable(),
  }),
});
export type RecordJson = z.infer<typeof recordJsonSchema>;

const line = (record: RecordLine, base: string) => ({
  id: record.id,
  url: `${base}/records/${record.id}`,
  title: record.title,
  titleLang: record.titleLang,
  level: record.level,
  levelLabel: record.levelLabel,
  unitType: record.unitType,
  referenceCode: record.referenceCode,
  dates: record.dates,
  childCount: record.childCount,
  visibility: record.visibility,
  digital: record.digital,
});

/** A record as `/api/v1/records/{id}` gives it. */
export function toRecordJson(view: RecordView, base: string): RecordJson {
  return {
    ...line(view, base),
    uri: `${base}/id/${view.id}`,
    formerCodes: view.formerCodes,
    description: view.description,
    sensitivity: view.sensitivity,
    consultableFrom: view.consultableFrom,
    metadataLicence: view.metadataLicence,
    rightsUri: view.rightsUri,
    changedAt: view.changedAt,
    institution: { id: view.institution.id, code: view.institution.code, name: view.institution.name },
    ancestors: view.ancestors.map((ancestor) => line(ancestor, base)),
    agents: view.agents,
    digitalObjects: view.digitalObjects.map(({ id, href, label, role, mediaType, rightsUri }) => ({
      id,
      href: objectReference(href, base),
      label,
      role,
      mediaType,
      rightsUri,
    })),
    related: view.related.map((related) => ({ ...related, record: related.record && line(related.record, base) })),
    inherited: {
      conditionsOfAccess: view.inherited.elements.conditionsOfAccess ?? null,
      conditionsOfReproduction: view.inherited.elements.conditionsOfReproduction ?? null,
      languages: view.inherited.languages,
      creators: view.inherited.creators,
    },
  };
}

/** A window of children as `/api/v1/records/{id}/children` gives it. */
export function toChildrenJson(page: ChildrenPage, base: string): ChildrenJson {
  return {
    ...page,
    items: page.items.map((item) => ({
      ...line(item, base),
      index: item.index,
      thumbnail: item.picture === null ? null : imageWithin(base, item.picture, 200),
    })),
  };
}

export const agentJsonSchema = z.object({
  id: z.string(),
  url: z.string(),
  uri: z.string(),
  kind: agentKindSchema,
  name: z.string(),
  dates: recordDatesSchema,
  description: agentDescriptionSchema,
  identifiers: z.array(z.string()),
  changedAt: z.string(),
  relations: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      agentKind: agentKindSchema,
      kind: z.enum(agentRelationKinds),
      direction: z.enum(['to', 'from']),
      dates: z.string().nullable(),
      note: z.string().nullable(),
      label: z.string().nullable(),
    }),
  ),
  created: z.object({ items: z.array(recordLineSchema), total: z.number() }),
});
export type AgentJson = z.infer<typeof agentJsonSchema>;

/** An agent as `/api/v1/agents/{id}` gives it. */
export function toAgentJson(view: AgentView, base: string): AgentJson {
  return {
    id: view.id,
    url: `${base}/agents/${view.id}`,
    uri: `${base}/id/${view.id}`,
    kind: view.kind,
    name: view.name,
    dates: view.dates,
    description: view.description,
    identifiers: view.identifiers,
    changedAt: view.changedAt,
    relations: view.relations,
    created: { items: view.created.items.map((item) => line(item, base)), total: view.created.total },
  };
}

export const institutionJsonSchema = z.object({
  id: z.string(),
  url: z.string(),
  uri: z.string(),
  code: z.string(),
  name: z.string(),
  otherNames: z.array(z.string()),
  description: institutionDescriptionSchema,
  changedAt: z.string(),
});
export type InstitutionJson = z.infer<typeof institutionJsonSchema>;

/** An institution as `/data/{id}.json` gives it. */
export function toInstitutionJson(view: InstitutionView, base: string): InstitutionJson {
  const { id, code, name, otherNames, description, changedAt } = view;
  return {
    id,
    url: `${base}/institutions/${id}`,
    uri: `${base}/id/${id}`,
    code,
    name,
    otherNames,
    description,
    changedAt,
  };
}
