/** What it takes to say what a file is, gathered while its bytes go by. */
export interface FileEvidence {
  /** The first and the last bytes, all of a short file. */
  ends: Uint8Array;
  /** `pdfaid:part` in the XMP, which PDF/A wants uncompressed (ISO 19005). */
  claimsPdfA: boolean;
}

const end = 65_536;
const mark = Buffer.from('pdfaid:part');

/** Gathers of bytes that are added in their order; holds no more than both ends of them. */
export function gatherEvidence(): { add(part: Uint8Array): void; found(): FileEvidence } {
  let head: Buffer = Buffer.alloc(0);
  let tail: Buffer = Buffer.alloc(0);
  let last: Buffer = Buffer.alloc(0);
  let claimsPdfA = false;
  return {
    add: (part) => {
      const bytes = Buffer.from(part.buffer, part.byteOffset, part.byteLength);
      claimsPdfA ||= bytes.includes(mark) || Buffer.concat([last, bytes.subarray(0, mark.length)]).includes(mark);
      last = Buffer.concat([last, bytes.subarray(-mark.length)]).subarray(-mark.length);
      const room = end - head.length;
      if (room > 0) head = Buffer.concat([head, bytes.subarray(0, room)]);
      const rest = bytes.subarray(Math.max(0, room));
      if (rest.length > 0) tail = Buffer.concat([tail, rest.subarray(-end)]).subarray(-end);
    },
    found: () => ({ ends: Buffer.concat([head, tail]), claimsPdfA }),
  };
}

/** Of bytes that are all there. */
export function evidenceOf(bytes: Uint8Array): FileEvidence {
  const evidence = gatherEvidence();
  evidence.add(bytes);
  return evidence.found();
}
