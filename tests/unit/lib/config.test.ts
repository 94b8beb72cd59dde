import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from '#lib/config.ts';

function problemsOf(env: Record<string, string>): string[] {
  try {
    readConfig(env);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
}

describe('readConfig (design §4)', () => {
  it('needs nothing: an embedded database on this machine', () => {
    const config = readConfig({});
    expect(config.database).toEqual({ kind: 'embedded' });
    expect(config.web).toEqual({ host: '127.0.0.1', port: 3000, portGiven: false, baseUrl: null });
    expect(config.dataDir).toMatch(/\.data$/);
  });

  it('takes an empty value for none', () => expect(readConfig({ PORT: '', DATABASE_URL: '' }).web.portGiven).toBe(false));

  it('lists everything that is wrong at once', () => {
    const problems = problemsOf({ PORT: 'abc', BASE_URL: 'here', HOST: '0.0.0.0', CLOCK: '2026-11-23T09:00:00Z' });
    expect(problems.map((problem) => problem.split(':')[0]).sort()).toEqual(['BASE_URL', 'CLOCK', 'PORT']);
  });

  it('never shows what may hold a password', () => {
    const problems = problemsOf({ DATABASE_URL: 'mysql://me:verysecret@host/x', SMTP_URL: 'http://me:verysecret@host' });
    expect(problems).toHaveLength(2);
    expect(problems.join()).not.toContain('verysecret');
  });

  it('sets a clock only where nobody else can reach the site', () => {
    expect(readConfig({ CLOCK: '2026-11-23T09:00:00Z' }).clock).toBe('2026-11-23T09:00:00Z');
    expect(problemsOf({ CLOCK: '2026-11-23T09:00:00Z', HOST: '0.0.0.0' })).toHaveLength(1);
  });
});
