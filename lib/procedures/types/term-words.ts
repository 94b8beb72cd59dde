import { parameterOn, type Law, type LawKey } from '../law.ts';
import type { Day } from '../day.ts';
import type { ProcedureType } from './procedure-type.ts';
import type { Source, Text } from './text.ts';

/** A sentence about a type, and where the rule is written. */
export interface Said {
  text: Text;
  source: Source | null;
}

/** What may make the term longer, or begin anew: only what this type has, with the figures in force on the day. */
export function suspensionWords(type: ProcedureType, law: Law, today: Day): Said[] {
  const effects = new Set<string>(type.graph.transitions.flatMap((transition) => transition.effects));
  const figure = (key: LawKey) => parameterOn(law, key, today)?.value;
  const said: Said[] = [];
  const longest = figure('art2c7SuspensionMaxDays');
  if (effects.has('suspend:art2c7'))
    said.push({
      text: {
        it: `Se manca qualcosa che il Comune non può trovare da sé, il termine può fermarsi una volta sola${longest ? `, per non più di ${longest} giorni` : ''}: quei giorni non contano e la scadenza si sposta in avanti di altrettanti.`,
        en: `If something is missing that the municipality cannot find by itself, the term may stop once only${longest ? `, for no more than ${longest} days` : ''}: those days do not count, and the deadline moves by as many.`,
      },
      source: { act: 'L. 241/1990', article: 'art. 2, c. 7' },
    });
  if (effects.has('interrupt:regularisation'))
    said.push({
      text: {
        it: 'Se la richiesta è incompleta il termine si interrompe, e ricomincia da capo quando la completi.',
        en: 'If the request is incomplete the term is interrupted, and begins anew when you complete it.',
      },
      source: { act: 'DPR 184/2006', article: 'art. 6, c. 5', unverified: true },
    });
  if (effects.has('suspend:conferenza'))
    said.push({
      text: {
        it: 'Se servono gli atti di altri enti si indice una conferenza di servizi, e il termine aspetta che finisca.',
        en: 'If acts of other bodies are needed a conferenza di servizi is called, and the term waits for its end.',
      },
      source: { act: 'L. 241/1990', article: 'artt. 14 ss.' },
    });
  const answer = figure('preavvisoDiRigettoObservationDays');
  if (effects.has('suspend:art10bis'))
    said.push({
      text: {
        it: `Prima di un rifiuto il Comune ti scrive i motivi (preavviso di rigetto)${answer ? `: hai ${answer} giorni per rispondere` : ', e puoi rispondere'}. Intanto il termine è sospeso.`,
        en: `Before a refusal the municipality writes you the reasons (preavviso di rigetto)${answer ? `: you have ${answer} days to answer` : ', and you can answer'}. Meanwhile the term is suspended.`,
      },
      source: { act: 'L. 241/1990', article: 'art. 10-bis' },
    });
  if (effects.has('interrupt:art19c3'))
    said.push({
      text: {
        it: 'Se si può mettere in regola, il Comune dice che cosa correggere ed entro quando: il controllo si interrompe e ricomincia quando dici di averlo fatto.',
        en: 'Where things can be put right, the municipality says what to correct and by when: the check is interrupted, and begins anew when you say it is done.',
      },
      source: { act: 'L. 241/1990', article: 'art. 19, c. 3' },
    });
  return said;
}
