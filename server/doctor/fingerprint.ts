import { createHash, type Hash } from 'node:crypto';
import * as Y from 'yjs';

/**
 * A hash of what a document says and of what was ever written and deleted in it: equal for two documents that have
 * taken in the same updates, however these were merged.
 */
export function fingerprint(doc: Y.Doc): string {
  const hash = createHash('sha256');
  hash.update(Y.encodeSnapshot(Y.snapshot(doc)));
  for (const [name, type] of sortedEntries(doc.share)) {
    hash.update(`\u0000root ${JSON.stringify(name)}`);
    addType(hash, type);
  }
  return hash.digest('hex');
}

// biome-ignore lint/suspicious/noExplicitAny: Yjs gives its types so.
function addType(hash: Hash, type: Y.AbstractType<any>): void {
  const { nodeName } = type as { nodeName?: unknown };
  if (typeof nodeName === 'string') hash.update(`\u0000name ${JSON.stringify(nodeName)}`);
  for (const [key, item] of sortedEntries(type._map)) {
    if (item.deleted) continue;
    hash.update(`\u0000key ${JSON.stringify(key)}`);
    addContent(hash, item);
  }
  for (let item = type._start; item; item = item.right) if (!item.deleted) addContent(hash, item);
  hash.update('\u0000end');
}

function addContent(hash: Hash, { content }: Y.Item): void {
  // Without a border between them: the same text may be in few items or in many.
  if (content instanceof Y.ContentString) hash.update(content.str);
  else if (content instanceof Y.ContentType) {
    hash.update('\u0000type');
    addType(hash, content.type);
  } else if (content instanceof Y.ContentFormat)
    hash.update(`\u0000format ${JSON.stringify([content.key, content.value])}`);
  else if (content instanceof Y.ContentBinary) hash.update('\u0000binary').update(content.content);
  else for (const value of content.getContent()) hash.update(`\u0000value ${JSON.stringify(value) ?? ''}`);
}

function sortedEntries<T>(map: Map<string, T>): [string, T][] {
  return [...map].sort(([a], [b]) => (a < b ? -1 : 1));
}
