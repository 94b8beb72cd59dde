/** Writings that go on while the script goes further: so many at once, and the first that fails stops everything. */
export class Written {
  private readonly going = new Set<Promise<void>>();
  private failures: unknown[] = [];
  private readonly most: number;

  constructor(most: number) {
    this.most = most;
  }

  /** Begins a writing after the one before it of the same case. */
  after(before: Promise<void>, write: () => Promise<void>): Promise<void> {
    const mine: Promise<void> = before
      .then(() => (this.failures.length > 0 ? undefined : write()))
      .catch((error: unknown) => void this.failures.push(error))
      .finally(() => this.going.delete(mine));
    this.going.add(mine);
    return mine;
  }

  /** Until there is room for one more. @throws what a writing failed with */
  async room(): Promise<void> {
    while (this.going.size >= this.most) await Promise.race(this.going);
    this.check();
  }

  async all(): Promise<void> {
    await Promise.all(this.going);
    this.check();
  }

  private check(): void {
    if (this.failures.length > 0) throw this.failures[0];
  }
}
