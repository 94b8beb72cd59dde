/**
 * What a digital stamp belongs to (provv. Agenzia delle Entrate 19-9-2014): the stamp bears the fingerprint of a document. The request can be mended
 * until it is sent, so the fingerprint is that of the form it is written in, which stays the same and joins the fascicolo with the stamp.
 */
export const stampedText = ({ form, fee, part }: { form: string; fee: string; part: number }): string =>
  [
    'Modulo a cui è associata la marca da bollo digitale',
    '',
    `Modulo n. ${form}`,
    `Marca: ${fee}, n. ${part}`,
    '',
    'La richiesta scritta in questo modulo è registrata nello stesso fascicolo.',
    '',
  ].join('\n');
