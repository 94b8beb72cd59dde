/** A page of a list as it goes out, and where the list goes on. */
export interface WrittenPage {
  xml: string;
  next: string | null;
}

/** Pages that are read before they are asked for: who took the second page of a list comes for the third as soon as the second is read. */
export interface ReadAhead {
  /** What was read for a token, once; null where nothing was, or could be, or too long ago. */
  take(token: string): Promise<WrittenPage | null>;
  /** Reads for a token, where that was not begun before; null where there is no room, or it could not be read. */
  begin(token: string, read: () => Promise<WrittenPage>): Promise<WrittenPage | null>;
  /** Keeps work until an answer is on its way: packing it must not wait (1.4 ms of a page, and 6.2 beside reading; 2026-11-27). */
  plan(work: () => void): void;
  /** Does what was planned. */
  start(): void;
}

/** Milliseconds that what was read is worth: an answer under way is as old. */
const worth = 1000;
/** Pages kept at once: two for each harvest under way. */
const most = 16;

export function createReadAhead(now: () => number = () => performance.now()): ReadAhead {
  const pages = new Map<string, { begun: number; page: Promise<WrittenPage | null> }>();
  let planned: (() => void)[] = [];
  const forget = () => {
    for (const [token, { begun }] of pages) if (now() - begun > worth) pages.delete(token);
  };
  return {
    async take(token) {
      forget();
      const ahead = pages.get(token);
      pages.delete(token);
      const page = await (ahead?.page ?? null);
      return ahead && now() - ahead.begun <= worth ? page : null;
    },
    begin(token, read) {
      forget();
      const begun = pages.get(token);
      if (begun) return begun.page;
      if (pages.size >= most) return Promise.resolve(null);
      // What could not be read is read again when it is asked for, and then tells why.
      const page = read().catch(() => null);
      pages.set(token, { begun: now(), page });
      setTimeout(forget, worth + 1).unref();
      return page;
    },
    plan(work) {
      planned.push(work);
    },
    start() {
      const due = planned;
      planned = [];
      for (const work of due) work();
    },
  };
}
