/** Bytes handed on at a time. */
const size = 1 << 18;

/** Lines as bytes, put together until a piece is full: one long string of them would be copied twice more. */
export class LinePiece {
  private bytes = Buffer.allocUnsafeSlow(size);
  private used = 0;

  /** @returns what is full, to be handed on */
  add(lines: Iterable<string>): Buffer | null {
    const full: Buffer[] = [];
    for (const line of lines) {
      // No letter takes more than three bytes for each of its units.
      if (this.used + line.length * 3 > this.bytes.length) full.push(this.take(line.length * 3));
      this.used += this.bytes.write(line, this.used, 'utf8');
    }
    if (full.length === 0) return null;
    return full.length === 1 ? (full[0] ?? null) : Buffer.concat(full);
  }

  /** What there is, full or not. */
  take(least = 0): Buffer {
    const taken = this.bytes.subarray(0, this.used);
    this.bytes = Buffer.allocUnsafeSlow(Math.max(size, least));
    this.used = 0;
    return taken;
  }
}
