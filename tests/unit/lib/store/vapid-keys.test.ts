import webPush from 'web-push';
import { expect, it } from 'vitest';
import { vapidKeys } from '#lib/store/vapid-keys.ts';

it('keys of web push are whole whatever the secret is, also those that begin with zeros', async () => {
  const leading: string[] = [];
  for (let n = 0; n < 1500; n++) {
    const database = { kind: 'server', url: `postgres://u:secret${n}@db/eli4u` } as const;
    const { publicKey, privateKey } = await vapidKeys({ database, dataDir: '' });
    const bytes = Buffer.from(privateKey, 'base64url');
    expect([bytes.length, Buffer.from(publicKey, 'base64url').length]).toEqual([32, 65]);
    if (bytes[0] !== 0) continue;
    leading.push(privateKey);
    expect(() =>
      webPush.getVapidHeaders('https://push.example', 'mailto:x@y.example', publicKey, privateKey, 'aes128gcm'),
    ).not.toThrow();
  }
  expect(leading.length).toBeGreaterThan(0);
});
