import { actionSchema, type Action } from '#lib/procedures/cases/action.ts';
import type { MessageKey } from '#lib/i18n/translate.ts';
import type { RawForm } from './raw-form.ts';

/** An action as its form said it, or the fields that are wanting, each with the key of what to say. */
export type ReadAction =
  { kind: 'read'; action: Action } | { kind: 'wanting'; fields: { name: string; message: MessageKey }[] };

/**
 * Reads the form of an action.
 * @param member who acts: a case is taken in one's own name
 * @param unregistered documents of the fascicolo without a number, as the store has them
 */
export function readAction(
  raw: RawForm,
  { member, unregistered }: { member: string; unregistered: number },
): ReadAction {
  const given = givenBy(raw, { member, unregistered });
  const { success, data, error } = actionSchema.safeParse(given);
  if (success) return { kind: 'read', action: data };
  const fields = error.issues.flatMap(({ path }) => {
    const field = fieldOf[String(path.at(-1))] ?? null;
    return field ? [field] : [];
  });
  return { kind: 'wanting', fields: fields.length > 0 ? fields : [{ name: 'note', message: 'case.wanting' }] };
}

const fieldOf: Record<string, { name: string; message: MessageKey }> = {
  reference: { name: 'reference', message: 'case.actWanted' },
  ground: { name: 'ground', message: 'case.reasonWanted' },
  judgment: { name: 'judgment', message: 'case.judgmentWanted' },
  reason: { name: 'reason', message: 'case.reasonWanted' },
  on: { name: 'on', message: 'case.dayWanted' },
  text: { name: 'text', message: 'case.textWanted' },
  scheme: { name: 'scheme', message: 'case.schemeWanted' },
  value: { name: 'value', message: 'case.valueWanted' },
  unit: { name: 'unit', message: 'case.unitWanted' },
  setByHand: { name: 'setByHand', message: 'case.dayWanted' },
};

function givenBy(raw: RawForm, { member, unregistered }: { member: string; unregistered: number }): unknown {
  const kind = raw.text('action');
  const optional = (name: string) => raw.text(name) || undefined;
  const act = { reference: raw.text('reference'), record: raw.text('record') || null };
  switch (kind) {
    case 'take':
      return { kind, by: member };
    case 'assign':
      return { kind, to: raw.text('assignee') || null, note: optional('note') };
    case 'passOn':
      return { kind, unit: raw.text('unit'), reason: raw.text('reason') };
    case 'advance':
      return {
        kind,
        to: raw.text('to'),
        found: raw.all('found'),
        checked: raw.all('checked').map(Number),
        act: raw.names('reference').length > 0 ? act : undefined,
        message: optional('message'),
        asked: raw.all('asked'),
        note: optional('note'),
      };
    case 'noteReceipt':
      return { kind, on: raw.text('on') };
    case 'noteAnswer':
      return { kind, on: raw.text('on'), document: raw.text('document') || null, note: optional('note') };
    case 'extend':
      return { kind, act, reason: raw.text('reason') };
    case 'issueAttestation':
      return { kind, act };
    case 'reopen':
      return {
        kind,
        act,
        to: raw.text('node'),
        ground: raw.text('ground'),
        judgment: optional('judgment'),
      };
    case 'writeNote':
      return { kind, text: raw.text('text') };
    case 'addReference':
      return { kind, scheme: raw.text('scheme'), value: raw.text('value') };
    case 'askSubstitute':
      return { kind, note: optional('note') };
    case 'startSubstitute':
      return { kind, ownMotion: raw.text('ownMotion') === 'yes' };
    case 'close':
      return {
        kind,
        unregisteredDocuments: unregistered,
        postponeRetention: optional('postpone'),
        setByHand: optional('setByHand'),
      };
    default:
      return { kind };
  }
}
