import { createTransport } from 'nodemailer';
import { isRefusedForGood } from '#lib/mail/send-message.ts';
import { notificationEmail, type EmailText } from '#lib/projections/notification-email.ts';
import type { OutwardChannel, Sending } from './outward-channel.ts';
import { signedLink } from './signed-link.ts';

/** Connections kept open to the server. */
const connections = 10;

export interface EmailParts {
  /** `smtp:` or `smtps:`. */
  url: string;
  from: string;
  baseUrl: string;
  secret: string;
}

export interface Letters {
  send(letter: EmailText & { to: string; id: string; unsubscribe: string | null }): Promise<Sending>;
  close(): void;
}

/** A server that takes letters, over connections that stay open. */
export function openLetters({ url, from, baseUrl }: Pick<EmailParts, 'url' | 'from' | 'baseUrl'>): Letters {
  const { protocol, hostname, port, username, password } = new URL(url);
  const secure = protocol === 'smtps:';
  const transport = createTransport({
    pool: true,
    maxConnections: connections,
    maxMessages: 1000,
    host: hostname,
    port: port ? Number(port) : secure ? 465 : 587,
    secure,
    ...(username ? { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } } : {}),
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 60_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const host = new URL(baseUrl).hostname;
  return {
    close: () => transport.close(),
    send: async ({ to, id, unsubscribe, subject, text, html }) => {
      try {
        await transport.sendMail({
          from: { name: 'ELI4U · Comune di Padova', address: from },
          to,
          subject,
          text,
          html,
          messageId: `<${id}@${host}>`,
          headers: {
            'Auto-Submitted': 'auto-generated',
            // RFC 8058: one press in the reader's own program, which asks us by POST.
            ...(unsubscribe
              ? { 'List-Unsubscribe': `<${unsubscribe}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }
              : {}),
          },
        });
        return { outcome: 'sent', said: null };
      } catch (error) {
        return failed(error);
      }
    },
  };
}

/** What went wrong, without the address: servers repeat it. */
function failed(error: unknown): Sending {
  const said = error instanceof Error ? error.message.replace(/[^\s<>]+@[^\s<>]+/g, '…') : 'unknown';
  if (isRefusedForGood(error)) return { outcome: 'refused', said };
  const answered = error instanceof Error && 'responseCode' in error && typeof error.responseCode === 'number';
  const unknown = error instanceof Error && 'code' in error && error.code === 'EAUTH';
  return { outcome: 'later', said, wholeChannel: !answered || unknown };
}

/** Informative notifications by e-mail. */
export function openEmailChannel(parts: EmailParts): OutwardChannel {
  const letters = openLetters(parts);
  return {
    name: 'email',
    atOnce: connections * 2,
    close: () => letters.close(),
    send: async ({ agent, to, about, id }) => {
      if (to.email === null) return { outcome: 'absent', said: 'no verified address' };
      const token = signedLink(parts.secret, { for: 'unsubscribe', agent });
      const unsubscribe = `${parts.baseUrl}/avvisi/disiscrizione?t=${token}`;
      const { language: lang } = to.preferences;
      const written = notificationEmail({ about, lang, baseUrl: parts.baseUrl, unsubscribe });
      return letters.send({ ...written, to: to.email, id, unsubscribe });
    },
  };
}
