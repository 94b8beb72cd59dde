import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it as test } from 'vitest';
import { en } from '#lib/i18n/en.ts';
import { it } from '#lib/i18n/it.ts';
import type { Message } from '#lib/i18n/translate.ts';

const sources = ['app', 'lib']
  .flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => path.join(folder, name)),
  )
  .filter((name) => /\.tsx?$/.test(name) && !name.includes('prisma') && !/lib.i18n.([a-z]+-)?(it|en)\.ts$/.test(name))
  .map((name) => readFileSync(name, 'utf8'))
  .join('\n');

/** Beginnings of keys whose ends come from data: `t(`level.${…}`)`, messageKey('level', …). */
const families = [
  ...[...sources.matchAll(/`([a-z][\w.]*\.)\$\{/g)].map((match) => match[1] ?? ''),
  ...[...sources.matchAll(/messageKey\('(\w+)'/g)].map((match) => `${match[1] ?? ''}.`),
];

const places = (message: Message): string[] => {
  const texts = typeof message === 'string' ? [message] : Object.values(message);
  return [...new Set(texts.flatMap((text) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '')))].sort();
};

describe('words of the interface', () => {
  test('both languages have the same keys', () => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(it).sort());
  });

  test('no key is unused', () => {
    const unused = Object.keys(it).filter(
      (key) => !sources.includes(`'${key}'`) && !families.some((family) => key.startsWith(family)),
    );
    expect(unused).toEqual([]);
  });

  test('no key is missing', () => {
    const asked = [...sources.matchAll(/\bt\(\s*'([^']+)'/g)].map((match) => match[1] ?? '');
    expect(asked.length).toBeGreaterThan(50);
    expect(asked.filter((key) => !(key in it))).toEqual([]);
  });

  test.each(Object.keys(it) as (keyof typeof it)[])('%s has the same places, and words, in both', (key) => {
    const plural = (message: Message) => typeof message !== 'string';
    if (!plural(it[key]) && !plural(en[key])) expect(places(en[key])).toEqual(places(it[key]));
    for (const message of [it[key], en[key]] as Message[]) {
      for (const text of typeof message === 'string' ? [message] : Object.values(message))
        expect(text.trim()).not.toBe('');
    }
  });
});
