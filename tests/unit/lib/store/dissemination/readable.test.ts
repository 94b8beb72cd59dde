import { afterEach, describe, expect, it, vi } from 'vitest';
import { readable } from '#lib/store/dissemination/readable.ts';
import { readPublicDescription } from '#lib/store/reading/description-edge.ts';

afterEach(() => vi.restoreAllMocks());

describe('what is stored of a thing', () => {
  it('is read as it is, and nothing is told', () => {
    const told = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    expect(readable('record x', readPublicDescription, { extents: ['3 buste'] }).extents).toEqual(['3 buste']);
    expect(told).not.toHaveBeenCalled();
  });

  it('that cannot be read is left out whole, and told with its cause', () => {
    const told = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const broken = { extents: 5, elements: { note: [{ html: 'n', text: 'n' }] } };
    expect(readable('record x', readPublicDescription, broken)).toMatchObject({ extents: [], elements: {} });
    expect(told.mock.calls).toMatchObject([
      [{ message: expect.stringContaining('record x'), cause: expect.anything() }],
    ]);
  });
});
