import { describe, expect, it } from 'vitest';
import { askedPages } from '#lib/http/my-pages.ts';

describe('askedPages', () => {
  it('gives something of each section on the first page', () => {
    expect(askedPages({ per: 'x' })).toEqual({
      first: true,
      pages: { needsMe: { limit: 10 }, running: { limit: 10 }, concluded: { limit: 5 } },
    });
  });

  it.each([
    ['serve', 'needsMe'],
    ['dopo', 'running'],
    ['concluse', 'concluded'],
  ])('gives what follows by %s the page to itself', (name, section) => {
    expect(askedPages({ [name]: 'c' })).toEqual({ first: false, pages: { [section]: { after: 'c', limit: 20 } } });
  });

  it.each([
    [{ concluse: 'c', serve: 's' }, { needsMe: { after: 's', limit: 20 } }],
    [{ dopo: ['one', 'other'] }, { running: { after: 'one', limit: 20 } }],
  ])('takes the first of several cursors: %j', (query, pages) => {
    expect(askedPages(query)).toEqual({ first: false, pages });
  });

  it('is on the first page where a cursor is empty', () => {
    expect(askedPages({ dopo: '' }).first).toBe(true);
  });
});
