import { composeMessage } from '#lib/mail/send-message.ts';

const daticert = (type: string, { from, to, subject, about, error = 'nessuno', certified = true }: Pec): string =>
  `<?xml version="1.0" encoding="UTF-8"?><postacert tipo="${type}" errore="${error}"><intestazione><mittente>${from}</mittente><destinatari tipo="${certified ? 'certificato' : 'esterno'}">${to}</destinatari><risposte>${from}</risposte><oggetto>${subject}</oggetto></intestazione><dati><gestore-emittente>Gestore di prova</gestore-emittente><data zona="+0100"><giorno>02/03/2026</giorno><ora>10:00:00</ora></data><identificativo>opec1.prova</identificativo><msgid>${about.replace('<', '&lt;').replace('>', '&gt;')}</msgid></dati></postacert>`;

export interface Pec {
  from: string;
  to: string;
  subject: string;
  /** Message-ID of the original. */
  about: string;
  error?: string;
  certified?: boolean;
  /** In place of a sound daticert.xml. */
  daticert?: string;
}

/** busta di trasporto: a message that came by PEC. */
export async function transported(
  pec: Pec,
  attachments: { filename: string; content: Buffer }[] = [],
): Promise<string> {
  const inner = await composeMessage({
    messageId: pec.about,
    from: `Marta Zanon <${pec.from}>`,
    to: [pec.to],
    subject: pec.subject,
    text: 'Si trasmette quanto in oggetto.',
    date: new Date('2026-03-02T09:00:00Z'),
    attachments,
  });
  return wrapped(
    { ...pec, subject: `POSTA CERTIFICATA: ${pec.subject}` },
    'X-Trasporto: posta-certificata',
    pec.daticert ?? daticert('posta-certificata', pec),
    inner,
  );
}

/** A receipt: accettazione, avvenuta-consegna, errore-consegna … */
export const receiptOf = (type: string, pec: Pec): string =>
  wrapped(
    {
      ...pec,
      from: 'posta-certificata@gestore.example.it',
      to: pec.from,
      subject: `${type.toUpperCase()}: ${pec.subject}`,
    },
    `X-Ricevuta: ${type}\r\nX-Riferimento-Message-ID: ${pec.about}`,
    pec.daticert ?? daticert(type, pec),
    null,
  );

let count = 0;

function wrapped(pec: Pec, headers: string, xml: string, inner: Buffer | null): string {
  const b = `----=_Busta${++count}`;
  const parts = [
    'Content-Type: text/plain; charset=UTF-8\r\n\r\nMessaggio di posta certificata',
    `Content-Type: application/xml; name="daticert.xml"\r\nContent-Disposition: inline; filename="daticert.xml"\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(xml).toString('base64')}`,
    ...(inner
      ? [
          `Content-Type: message/rfc822; name="postacert.eml"\r\nContent-Disposition: inline; filename="postacert.eml"\r\n\r\n${inner.toString()}`,
        ]
      : []),
  ];
  return `Message-ID: <opec${count}@gestore.example.it>\r\nFrom: "Per conto di: ${pec.from}" <posta-certificata@gestore.example.it>\r\nTo: ${pec.to}\r\nSubject: ${pec.subject}\r\nDate: Mon, 02 Mar 2026 10:00:00 +0100\r\n${headers}\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="${b}"\r\n\r\n${parts.map((part) => `--${b}\r\n${part}\r\n`).join('')}--${b}--\r\n`;
}
