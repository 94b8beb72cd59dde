import { expect, it } from 'vitest';
import { nodeLetters, wrapLabel } from '#app/(site)/servizi/[code]/wrap-label.ts';
import { outcomeWords } from '#lib/procedures/types/outcomes.ts';
import { demoCatalogue } from '#tests/builders/procedure-types.ts';

it.each([
  ['Esame', 12, ['Esame']],
  ['Registrazione di protocollo e ricevuta', 23, ['Registrazione di', 'protocollo e ricevuta']],
  ['Integrazione dell’efficacia', 8, ['Integrazione', 'dell’efficacia']],
])('%s in lines of %i', (text, most, lines) => expect(wrapLabel(text, most)).toEqual(lines));

it('every step and outcome has room in its node, in both languages', () => {
  const steps = [...demoCatalogue().values()].flatMap(({ name }) => [`20. ${name.it}`, `20. ${name.en}`]);
  const labels = [...steps, ...Object.values(outcomeWords).flatMap(({ it: italian, en }) => [italian, en])];
  const crowded = labels.filter((label) => {
    const lines = wrapLabel(label, nodeLetters);
    return lines.length > 3 || lines.some((line) => line.length > nodeLetters);
  });
  expect(crowded).toEqual([]);
});
