import { createTransport } from 'nodemailer';
import MailComposer from 'nodemailer/lib/mail-composer/index.js';

export interface Letter {
  messageId: string;
  from: string;
  to: readonly string[];
  subject: string;
  text: string;
  date: Date;
  attachments: readonly { filename: string; content: Buffer }[];
}

/** The bytes of a message: composed once, kept, and the same at each attempt. */
export function composeMessage({ to, attachments, ...letter }: Letter): Promise<Buffer> {
  return new MailComposer({
    ...letter,
    to: [...to],
    attachments: [...attachments],
    disableUrlAccess: true,
    disableFileAccess: true,
  })
    .compile()
    .build();
}

/** Hands bytes over to the server of a box. */
export async function sendBytes(
  url: string,
  envelope: { from: string; to: readonly string[] },
  raw: Buffer,
): Promise<void> {
  const { protocol, hostname, port, username, password } = new URL(url);
  const secure = protocol === 'smtps:';
  const transport = createTransport({
    host: hostname,
    port: port ? Number(port) : secure ? 465 : 587,
    secure,
    ...(username ? { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } } : {}),
    connectionTimeout: 30_000,
    greetingTimeout: 30_000,
    socketTimeout: 120_000,
  });
  try {
    await transport.sendMail({ envelope: { from: envelope.from, to: [...envelope.to] }, raw });
  } finally {
    transport.close();
  }
}

/** Whether the server said that it will never take the message: its answer begins with 5. */
export const isRefusedForGood = (error: unknown): boolean =>
  error instanceof Error &&
  'responseCode' in error &&
  typeof error.responseCode === 'number' &&
  error.responseCode >= 500 &&
  // Of who we are, not of the message: the password may be put right.
  !('code' in error && error.code === 'EAUTH');
