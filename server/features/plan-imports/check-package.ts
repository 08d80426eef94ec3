import { inflateRawSync } from 'node:zlib';
import { DomainError } from '#domain/errors';
import { refuseFile } from './file-kind';

const limits = { entries: 2_000, inflatedBytes: 80 * 1024 * 1024 };

interface Entry {
  name: string;
  method: number;
  offset: number;
  compressedBytes: number;
}

/**
 * Looks into a workbook's package before it is read: every part is inflated within a budget (what a part says of its
 * own size is not believed), and XML with a document type, which could define entities that explode, is refused.
 * Throws `unsupported_file` or `too_large`.
 */
export function checkPackage(bytes: Uint8Array): void {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = readDirectory(zip);
  const names = new Set(entries.map(({ name }) => name));
  if (names.has('mimetype') && names.has('content.xml')) throw refuseFile('open_document');
  if (names.has('xl/workbook.bin')) throw refuseFile('binary_excel');
  if (names.has('word/document.xml') || names.has('ppt/presentation.xml')) throw refuseFile('document');
  if (!names.has('[Content_Types].xml') || ![...names].some((name) => name.startsWith('xl/'))) {
    throw refuseFile('unknown');
  }
  let budget = limits.inflatedBytes;
  for (const entry of entries) {
    const content = inflate(zip, entry, budget);
    budget -= content.length;
    if (/\.(xml|rels|vml)$/i.test(entry.name) && /<!(DOCTYPE|ENTITY)/i.test(startOf(content))) {
      throw refuseFile('hostile');
    }
  }
}

/** The central directory, which a reader goes by. */
function readDirectory(zip: Buffer): Entry[] {
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || end + 22 > zip.length) throw refuseFile('damaged');
  const count = zip.readUInt16LE(end + 10);
  if (count > limits.entries) throw tooLarge();
  const entries: Entry[] = [];
  let at = zip.readUInt32LE(end + 16);
  for (let index = 0; index < count; index++) {
    if (at + 46 > zip.length || zip.readUInt32LE(at) !== 0x02014b50) throw refuseFile('damaged');
    const nameLength = zip.readUInt16LE(at + 28);
    entries.push({
      name: zip.toString('utf8', at + 46, at + 46 + nameLength),
      method: zip.readUInt16LE(at + 10),
      compressedBytes: zip.readUInt32LE(at + 20),
      offset: zip.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return entries;
}

function inflate(zip: Buffer, { method, offset, compressedBytes }: Entry, budget: number): Buffer {
  if (offset + 30 > zip.length || zip.readUInt32LE(offset) !== 0x04034b50) throw refuseFile('damaged');
  const from = offset + 30 + zip.readUInt16LE(offset + 26) + zip.readUInt16LE(offset + 28);
  const data = zip.subarray(from, from + compressedBytes);
  if (data.length < compressedBytes) throw refuseFile('damaged');
  if (method === 0 && data.length <= budget) return data;
  if (method === 0) throw tooLarge();
  if (method !== 8) throw refuseFile('damaged');
  try {
    return inflateRawSync(data, { maxOutputLength: Math.max(1, budget) });
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE'
      ? tooLarge()
      : refuseFile('damaged');
  }
}

/** A document type stands before the first element; UTF-16 is read by its low bytes. */
function startOf(content: Buffer): string {
  return content.subarray(0, 4096).toString('latin1').replaceAll('\0', '');
}

function tooLarge(): DomainError {
  return new DomainError({ code: 'too_large', details: { reason: 'inflated' } });
}
