/** Thrown where the bytes are not text in the encoding that the file names. */
export class UndecodableError extends Error {
  constructor(
    readonly code: 'encoding_unknown' | 'not_decodable',
    readonly encoding: string,
  ) {
    super(code);
  }
}

const pieceBytes = 64 * 1024;

/** The file as text, in pieces of at most 64 KB, by its byte order mark, else its XML declaration, else UTF-8. */
export async function* decodeXml(
  chunks: AsyncIterable<Uint8Array>,
): AsyncGenerator<{ text: string; bytes: number }> {
  let decoder: TextDecoder | null = null;
  let head = new Uint8Array(0);
  for await (const chunk of chunks) {
    let rest = chunk;
    if (!decoder) {
      head = joined(head, chunk);
      // A declaration is shorter than this; fewer bytes may hold only half of it.
      if (head.length < 256) continue;
      decoder = decoderFor(head);
      rest = head;
    }
    for (let start = 0; start < rest.length; start += pieceBytes) {
      const piece = rest.subarray(start, start + pieceBytes);
      yield { text: decode(decoder, piece, true), bytes: piece.length };
    }
  }
  if (!decoder) {
    decoder = decoderFor(head);
    yield { text: decode(decoder, head, true), bytes: head.length };
  }
  const last = decode(decoder, new Uint8Array(0), false);
  if (last) yield { text: last, bytes: 0 };
}

function decode(decoder: TextDecoder, bytes: Uint8Array, stream: boolean): string {
  try {
    return decoder.decode(bytes, { stream });
  } catch {
    throw new UndecodableError('not_decodable', decoder.encoding);
  }
}

function decoderFor(head: Uint8Array): TextDecoder {
  const encoding = encodingOf(head);
  try {
    return new TextDecoder(encoding, { fatal: true });
  } catch {
    throw new UndecodableError('encoding_unknown', encoding);
  }
}

/** By XML 1.0, appendix F. A declaration that we could read as ASCII is not in UTF-16, whatever it says. */
function encodingOf(head: Uint8Array): string {
  const [a, b, c, d] = head;
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0x3c && b === 0 && d === 0) return 'utf-16le';
  if (a === 0 && b === 0x3c && c === 0) return 'utf-16be';
  const start = String.fromCharCode(...head.subarray(0, 256));
  const declared = /^<\?xml[^>]*?\sencoding\s*=\s*["']([^"']+)["']/.exec(start)?.[1] ?? 'utf-8';
  return /^(utf-?16|ucs-?2|iso-10646-ucs-2)/i.test(declared) ? 'utf-8' : declared;
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}
