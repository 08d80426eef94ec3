import { DomainError } from '#domain/errors';

/** Why a file is refused; the words are in the catalogue `import`. */
export type FileRefusal =
  | 'old_excel'
  | 'protected'
  | 'open_document'
  | 'binary_excel'
  | 'document'
  | 'web_page'
  | 'pdf'
  | 'damaged'
  | 'hostile'
  | 'unknown'
  | 'not_template'
  | 'empty';

export function refuseFile(reason: FileRefusal): DomainError {
  return new DomainError({ code: 'unsupported_file', details: { reason } });
}

/** What a file is by its first bytes; its name proves nothing. Throws `unsupported_file` for what is neither. */
export function fileKindOf(bytes: Uint8Array): 'zip' | 'text' {
  if (bytes.length === 0) throw refuseFile('empty');
  const head = Buffer.from(bytes.subarray(0, 4096));
  if (head.length < 4) return 'text';
  const magic = head.readUInt32BE(0);
  if (magic === 0x504b0304) return 'zip';
  if (magic === 0xd0cf11e0) throw refuseFile(isEncrypted(bytes) ? 'protected' : 'old_excel');
  if (magic === 0x25504446) throw refuseFile('pdf');
  const text = head.toString('latin1').trimStart().toLowerCase();
  if (/^(\xef\xbb\xbf)?<(!doctype|html|\?xml|table|meta)/.test(text)) throw refuseFile('web_page');
  const isUtf16 = head.readUInt16BE(0) === 0xfffe || head.readUInt16BE(0) === 0xfeff;
  if (!isUtf16 && head.includes(0)) throw refuseFile('unknown');
  return 'text';
}

/** A workbook with a password is an old-style container with a stream of this name in UTF-16. */
function isEncrypted(bytes: Uint8Array): boolean {
  return Buffer.from(bytes).includes(Buffer.from('EncryptedPackage', 'utf16le'));
}
