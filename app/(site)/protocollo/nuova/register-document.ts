'use server';

import { turnAfter } from '#lib/http/forms/sound-form.ts';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { pageContext } from '#app/_components/page-context.ts';
import { composition } from '#lib/composition.ts';
import { fileFormats } from '#lib/http/file-format.ts';
import { fileProblem } from '#lib/http/forms/file-problem.ts';
import { rawForm, type RawForm } from '#lib/http/raw-form.ts';
import { isInForce } from '#lib/fascicoli/titolario.ts';
import { readFile } from '#lib/http/read-file.ts';
import { notAdmitted } from '#lib/procedures/cases/not-admitted.ts';
import { daySchema } from '#lib/procedures/day.ts';
import { romeInstant } from '#lib/procedures/rome.ts';
import { isRefusedData } from '#lib/store/refused-data.ts';
import type { KeptFile } from '#lib/store/protocol/protocol-store.ts';
import { loadRegister } from '../load-register.ts';
import type { FormAnswer } from '../register-form.tsx';

const empty = z.literal('').transform(() => null);
const formSchema = z.object({
  flow: z.enum(['in', 'out', 'internal']),
  channel: z.enum(['paper', 'email', 'pec', 'byHand']),
  who: z.string().min(1).max(300),
  address: z.string().max(300),
  object: z.string().min(1).max(2000),
  senderOn: z.union([empty, daySchema]),
  senderNumber: z.string().max(100),
  classification: z.union([empty, z.string().max(20)]),
  unit: z.string().max(100),
});
const emergencySchema = z.object({
  id: z.string().regex(/^\d{1,18}$/),
  number: z.coerce.number().int().min(1).max(9_999_999),
  at: z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/),
});
const names = ['flow', 'channel', 'who', 'address', 'object', 'senderOn', 'senderNumber', 'classification', 'unit'];
const emergencyNames = ['emergency', 'emergencyNumber', 'emergencyAt'];

/** Registers what the form says, its files kept first. */
export async function registerDocument(before: FormAnswer, data: FormData): Promise<FormAnswer> {
  const { t, lang } = await pageContext();
  const { keeps, by } = await loadRegister();
  const { protocol, procedureTypes, titolari, today } = composition();
  const raw = rawForm(data);
  const sent = Object.fromEntries([...names, ...emergencyNames].map((name) => [name, raw.text(name)]));
  const again = (...lines: string[]): FormAnswer => ({ turn: turnAfter(before), sent, lines });
  if (!keeps.allowed) return again(keeps.reason.text[lang]);
  const read = formSchema.safeParse(sent);
  if (!read.success)
    return again(...new Set(read.error.issues.map(({ path }) => t('protocol.wrong', { field: String(path[0]) }))));
  const { flow, who, address, classification, unit } = read.data;
  if (unit !== '' && !procedureTypes.units().has(unit)) return again(t('protocol.wrong', { field: 'unit' }));
  if (classification !== null && !isInForce(titolari.versions(), classification, today()))
    return again(t('protocol.refused.noClass'));
  const emergency = emergencyOf(raw);
  if (emergency === 'wrong') return again(t('protocol.emergencyWanted'));
  const files = [raw.file('file'), ...raw.files('attachments')];
  const found = await Promise.all(files.map((one) => readFile(one, fileFormats)));
  const wrong = found.flatMap((file) => (file.kind === 'read' ? [] : [fileProblem(file, fileFormats, t)]));
  if (wrong.length > 0) return again(...wrong, t('protocol.filesAgain'));
  const kept: KeptFile[] = [];
  for (const [i, file] of found.entries()) {
    if (file.kind !== 'read') continue;
    const title = i === 0 ? 'Documento protocollato' : `Allegato ${i}`;
    const admitted = await protocol.keep(file.file, by);
    if (admitted.kind !== 'admitted')
      return again(
        ...notAdmitted(admitted, file.file.fileName).reasons.map(({ text }) => text[lang]),
        t('protocol.filesAgain'),
      );
    kept.push({ title, format: file.file.format, kept: admitted.kept });
  }
  const [main, ...attachments] = kept;
  if (!main) return again(t('file.missing'));
  const correspondent = [{ name: who, ...(address ? { address } : {}) }];
  const office = [{ name: procedureTypes.units().get(unit)?.it ?? procedureTypes.comune().name.it }];
  const registered = await protocol
    .register({
      flow,
      channel: read.data.channel,
      object: read.data.object,
      sender: flow === 'in' ? correspondent : office,
      recipients: flow === 'in' ? office : correspondent,
      senderOn: read.data.senderOn,
      senderNumber: read.data.senderNumber || null,
      main,
      attachments,
      operator: by,
      unit: unit || null,
      classification,
      emergency,
    })
    .catch((error: unknown) => {
      // The same number of the emergency register twice, or one of a register that is not there.
      if (emergency && isRefusedData(error)) return null;
      throw error;
    });
  if (!registered) return again(t('protocol.emergencyTaken'));
  redirect(`/protocollo/${registered.year}/${registered.number}?fatto=registrato`);
}

function emergencyOf(raw: RawForm): { id: string; number: number; at: Date } | null | 'wrong' {
  const [id = '', number = '', at = ''] = emergencyNames.map((name) => raw.text(name));
  if (id === '') return null;
  const read = emergencySchema.safeParse({ id, number, at });
  const instant = read.success ? romeInstant(read.data.at) : null;
  return read.success && instant ? { id, number: read.data.number, at: instant } : 'wrong';
}
