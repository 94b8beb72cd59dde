import { execFileSync, spawn } from 'node:child_process';
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { SMTPServer } from 'smtp-server';

/** A box of a real Dovecot, and a real SMTP server that keeps what it is given. */
export interface MailServer {
  imapUrl: string;
  smtpUrl: string;
  /** Puts a message into the box, as delivery does. */
  deliver(raw: string | Buffer): Promise<void>;
  /** What was sent: envelope and bytes. */
  sent: { from: string; to: string[]; raw: string }[];
  /** What the SMTP server answers next instead of taking a message; null: it takes it. */
  answer: { code: number } | null;
  end(): Promise<void>;
}

/** Whether Dovecot is installed (Debian: dovecot-imapd). */
export function hasDovecot(): boolean {
  try {
    execFileSync('dovecot', ['--version'], { stdio: 'pipe' });
    return true;
  } catch {
    return false;
  }
}

const user = 'protocollo@pec.example.it';
const password = 'segreta%1';

export async function startMailServer(): Promise<MailServer> {
  const base = await mkdtemp(path.join(os.tmpdir(), 'eli4u-mail-'));
  const imap = await freePort();
  const me = os.userInfo();
  // Dovecot serves no box as root: where the tests are root's, its own user has them.
  const owner = me.uid === 0 ? 'dovecot' : me.username;
  const box = path.join(base, 'box');
  for (const folder of ['new', 'cur', 'tmp']) await mkdir(path.join(box, folder), { recursive: true });
  await writeFile(path.join(base, 'passwd'), `${user}:{PLAIN}${password}\n`);
  await chmod(base, 0o755);
  const id = (flag: string) => execFileSync('id', [flag, owner]).toString().trim();
  await writeFile(
    path.join(base, 'dovecot.conf'),
    `base_dir = ${base}/run
log_path = ${base}/log
protocols = imap
ssl = no
disable_plaintext_auth = no
listen = 127.0.0.1
first_valid_uid = 1
default_login_user = ${me.uid === 0 ? 'dovenull' : owner}
default_internal_user = ${owner}
${me.uid === 0 ? '' : `default_internal_group = ${execFileSync('id', ['-gn']).toString().trim()}`}
mail_location = maildir:${box}
passdb {
  driver = passwd-file
  args = ${base}/passwd
}
userdb {
  driver = static
  args = uid=${id('-u')} gid=${id('-g')} home=${base}
}
service imap-login {
  inet_listener imap {
    port = ${imap}
  }
  inet_listener imaps {
    port = 0
  }
  ${me.uid === 0 ? '' : 'chroot ='}
}
${me.uid === 0 ? '' : 'service anvil {\n  chroot =\n}'}
`,
  );
  if (me.uid === 0) execFileSync('chown', ['-R', owner, box]);
  const dovecot = spawn('dovecot', ['-F', '-c', path.join(base, 'dovecot.conf')], { stdio: 'ignore' });
  const sent: MailServer['sent'] = [];
  const server: MailServer = {
    imapUrl: `imap://${encodeURIComponent(user)}:${encodeURIComponent(password)}@127.0.0.1:${imap}`,
    smtpUrl: '',
    sent,
    answer: null,
    deliver: async (raw) => {
      const name = `${Date.now()}.${process.pid}_${sequence++}.test`;
      const file = path.join(box, 'new', name);
      await writeFile(file, raw);
      if (me.uid === 0) execFileSync('chown', [owner, file]);
    },
    end: async () => {
      smtp.close();
      const gone = new Promise((done) => dovecot.once('exit', done));
      dovecot.kill('SIGTERM');
      await Promise.race([gone, sleep(5000)]);
      await rm(base, { recursive: true, force: true });
    },
  };
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData: (stream, session, done) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        if (server.answer) return done(Object.assign(new Error('not now'), { responseCode: server.answer.code }));
        const { mailFrom, rcptTo } = session.envelope;
        sent.push({
          from: mailFrom ? mailFrom.address : '',
          to: rcptTo.map(({ address }) => address),
          raw: Buffer.concat(parts).toString(),
        });
        done();
      });
    },
  });
  const port = await freePort();
  await new Promise<void>((done) => smtp.listen(port, '127.0.0.1', done));
  server.smtpUrl = `smtp://127.0.0.1:${port}`;
  await listening(imap);
  return server;
}

let sequence = 0;

async function listening(port: number): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    const open = await new Promise<boolean>((answer) => {
      const socket = connect(port, '127.0.0.1', () => {
        socket.destroy();
        answer(true);
      });
      socket.on('error', () => answer(false));
    });
    if (open) return;
    await sleep(50);
  }
  throw new Error('Dovecot does not listen');
}

function freePort(): Promise<number> {
  return new Promise((done, failed) => {
    const server = createServer();
    server.on('error', failed);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => (address && typeof address === 'object' ? done(address.port) : failed(new Error('no port'))));
    });
  });
}
