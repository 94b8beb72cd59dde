/**
 * Which ids a source has had, in 16 bytes each: a set of a million strings would weigh a hundred megabytes. Ids are held as 52-bit
 * hashes; among a million ids a false repeat happens in one file of ten thousand, and then costs one warning.
 */
export class Fingerprints {
  private slots = new Float64Array(1024);
  private count = 0;

  /** Adds an id; false when it was there. */
  add(id: string): boolean {
    const print = fingerprint(id);
    if (!this.insert(print)) return false;
    if (++this.count * 2 > this.slots.length) this.grow();
    return true;
  }

  private insert(print: number): boolean {
    const mask = this.slots.length - 1;
    let slot = print & mask;
    while (this.slots[slot] !== 0) {
      if (this.slots[slot] === print) return false;
      slot = (slot + 1) & mask;
    }
    this.slots[slot] = print;
    return true;
  }

  private grow(): void {
    const before = this.slots;
    this.slots = new Float64Array(before.length * 2);
    for (const print of before) if (print !== 0) this.insert(print);
  }
}

/** cyrb53 (public domain), never 0. */
function fingerprint(text: string): number {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let i = 0; i < text.length; i++) {
    const letter = text.charCodeAt(i);
    a = Math.imul(a ^ letter, 2654435761);
    b = Math.imul(b ^ letter, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return 4294967296 * (1048575 & b) + (a >>> 0) + 1;
}
