import { describe, expect, it } from 'vitest';
import { chooseMediaType } from '#lib/http/choose-media-type.ts';

const ours = ['text/html', 'text/turtle', 'application/ld+json', 'application/rdf+xml', 'application/json'];

describe('the media type that suits best', () => {
  it.each([
    [null, 'text/html'],
    ['', 'text/html'],
    ['*/*', 'text/html'],
    ['text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', 'text/html'],
    ['text/turtle', 'text/turtle'],
    ['TEXT/Turtle', 'text/turtle'],
    ['application/rdf+xml;q=0.4, text/turtle;q=0.5', 'text/turtle'],
    ['text/turtle;q=0.5, */*;q=0.1', 'text/turtle'],
    ['text/turtle;q=0.1, */*;q=0.5', 'text/html'],
    ['text/*;q=0.3, text/html;q=0, application/ld+json;q=0.2', 'text/turtle'],
    ['*/*, text/html;q=0', 'text/turtle'],
    ['application/ld+json;profile="http://www.w3.org/ns/json-ld#compacted"', 'application/ld+json'],
    ['application/*', 'application/ld+json'],
    ['application/json', 'application/json'],
    ['image/png', null],
    ['text/turtle;q=0', null],
    ['text/turtle;q=2', null],
    ['nonsense', null],
    ['*/html', null],
  ])('%s: %s', (accept, type) => expect(chooseMediaType(accept, ours)).toBe(type));
});
