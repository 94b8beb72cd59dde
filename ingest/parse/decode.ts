/** The bytes are not in the encoding the file declares. */
export class EncodingError extends Error {}

/** Text of a file in the encoding its mark or its declaration names; UTF-8 without either. Wrong bytes are an error, never a guess. */
export async function* decode(input: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let decoder: TextDecoder | null = null;
  let head: Uint8Array = new Uint8Array(0);
  for await (const chunk of input) {
    if (decoder) {
      yield decodeChunk(decoder, chunk, true);
      continue;
    }
    const joined = new Uint8Array(head.length + chunk.length);
    joined.set(head);
    joined.set(chunk, head.length);
    head = joined;
    if (head.length < 256) continue;
    decoder = decoderFor(head);
    yield decodeChunk(decoder, head, true);
  }
  if (!decoder) {
    decoder = decoderFor(head);
    yield decodeChunk(decoder, head, true);
  }
  yield decodeChunk(decoder, new Uint8Array(0), false);
}

function decodeChunk(decoder: TextDecoder, chunk: Uint8Array, stream: boolean): string {
  try {
    return decoder.decode(chunk, { stream });
  } catch (error) {
    throw new EncodingError(`the bytes are not ${decoder.encoding.toUpperCase()}, the encoding the file declares`, {
      cause: error,
    });
  }
}

function decoderFor(head: Uint8Array): TextDecoder {
  const named = (label: string) => {
    try {
      return new TextDecoder(label, { fatal: true });
    } catch (error) {
      throw new EncodingError(`unknown encoding ${label}`, { cause: error });
    }
  };
  if (head[0] === 0xff && head[1] === 0xfe) return named('utf-16le');
  if (head[0] === 0xfe && head[1] === 0xff) return named('utf-16be');
  if (head[0] === 0x3c && head[1] === 0) return named('utf-16le');
  if (head[0] === 0 && head[1] === 0x3c) return named('utf-16be');
  const start = Buffer.from(head.subarray(0, 256)).toString('latin1');
  const declared = /^(?:\xef\xbb\xbf)?\s*<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z0-9._-]+)["']/.exec(start)?.[1];
  return named(declared && !/^utf-?16/i.test(declared) ? declared : 'utf-8');
}
