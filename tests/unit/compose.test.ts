import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { readConfig } from '#lib/config.ts';
import { parts } from '#lib/launcher/serve.ts';

const serviceSchema = z.looseObject({
  image: z.string(),
  command: z.array(z.string()).optional(),
  environment: z.record(z.string(), z.string()).default({}),
  deploy: z.object({ replicas: z.number() }).optional(),
  depends_on: z.unknown().optional(),
});
const composeSchema = z.looseObject({
  services: z.record(z.string(), serviceSchema),
  volumes: z.record(z.string(), z.null()),
});
const { services, volumes } = composeSchema.parse(parse(readFileSync('compose.yaml', 'utf8'), { merge: true }));
const filled = (text: string) =>
  text.replaceAll(/\$\{\w+(?::\?[^}]*|:-([^}]*))?\}/g, (_, otherwise?: string) => otherwise || 'given');

describe('compose.yaml', () => {
  it('runs two web replicas and a worker of the parts that the launcher has', () => {
    expect(services['web']?.deploy?.replicas).toBe(2);
    for (const part of parts) expect(services[part]?.command).toEqual(['--only', part]);
  });

  it('gives them a configuration that the application reads, with the cluster secured', () => {
    for (const part of parts) {
      const given = services[part]?.environment ?? {};
      const env = Object.fromEntries(Object.entries(given).map(([name, value]) => [name, filled(value)]));
      const config = readConfig({
        ...env,
        BASE_URL: 'http://localhost:8080',
        ADMIN_EMAIL: 'a@b.it',
        OIDC_ISSUER: 'https://id.example',
      });
      expect(config.signIn).toMatchObject({ kind: 'oidc', clientId: 'given' });
      expect(config.elasticsearch?.nodes).toEqual(['https://elastic:given@elasticsearch:9200']);
      expect(config.elasticsearch?.ca).toBe('/certificates/ca/ca.crt');
      expect(config.database).toMatchObject({ kind: 'server' });
    }
    expect(services['elasticsearch']?.environment['xpack.security.enabled']).toBe('true');
  });

  it('names volumes that it declares, and the variables of the example', () => {
    const used = Object.values(services).flatMap((service) =>
      z.array(z.string()).default([]).parse(service['volumes']),
    );
    for (const volume of used) expect(Object.keys(volumes)).toContain(volume.split(':')[0]);
    const example = readFileSync('compose.env.example', 'utf8');
    for (const [, name] of readFileSync('compose.yaml', 'utf8').matchAll(/(?<!\$)\$\{(\w+)/g))
      expect(example).toContain(`${name}=`);
  });
});
