import { findVoice, titolarioOn, voiceOf, type Titolario } from '#lib/fascicoli/titolario.ts';
import type { Comune } from '#lib/procedures/comune.ts';
import type { SegnaturaMessage } from '#lib/projections/segnatura-xml.ts';
import type { RegistrationView } from './registration-view.ts';

/** The name under which a file of a registration is sent: what is registered may be called after people. */
const sentAs = (n: number, format: string): string => `${n === 0 ? 'documento' : `allegato-${n}`}.${format}`;

/** What the segnatura of a registration says, corrections in the place of what was annulled. */
export function segnaturaMessage(
  one: RegistrationView,
  comune: Comune,
  titolari: readonly Titolario[],
): SegnaturaMessage {
  const { register, year, number, on } = one;
  const titolario = titolarioOn(titolari, on);
  const voice = one.classification === null ? null : voiceOf(one.classification);
  const named = titolario && voice ? findVoice(titolario, voice) : null;
  return {
    administration: {
      name: comune.name.it,
      code: comune.code,
      taxCode: comune.taxCode,
      aoo: one.aoo,
      register: comune.registerCode,
    },
    registration: { register, year, number, on },
    flow: one.flow,
    classification: one.classification,
    className: named ? (named.className ?? named.titleName.it) : null,
    object: one.corrected.object ?? one.object,
    sender: one.corrected.sender ?? one.sender,
    recipients: one.corrected.recipients ?? one.recipients,
    document: { name: sentAs(0, one.format), title: one.object, format: one.format, hash: one.hash },
    attachments: one.attachments.map(({ title, hash, format }, i) => ({
      name: sentAs(i + 1, format),
      title,
      format,
      hash,
    })),
  };
}
