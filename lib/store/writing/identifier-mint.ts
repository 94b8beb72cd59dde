import type pg from 'pg';
import { blockSize, identifierOf } from '#lib/records/identifier.ts';

/** Hands out ids one by one from blocks reserved in the database; what a broken run leaves unused is never used. */
export class IdentifierMint {
  private next = 0;
  private end = 0;
  private readonly reserved: number[] = [];

  constructor(private readonly client: Pick<pg.ClientBase, 'query'>) {}

  /** Makes sure that `count` ids can be taken without asking the database. */
  async reserve(count: number): Promise<void> {
    const have = this.end - this.next + this.reserved.length * blockSize;
    const blocks = Math.ceil((count - have) / blockSize);
    if (blocks <= 0) return;
    const { rows } = await this.client.query<{ block: string | number }>(
      `SELECT nextval('eli4u.identifier_block') AS block FROM generate_series(1, $1)`,
      [blocks],
    );
    for (const row of rows) this.reserved.push(Number(row.block));
  }

  take(): string {
    if (this.next === this.end) {
      const block = this.reserved.shift();
      if (block === undefined) throw new Error('no ids reserved: call reserve() before take()');
      this.next = block * blockSize;
      this.end = this.next + blockSize;
    }
    return identifierOf(this.next++);
  }
}
