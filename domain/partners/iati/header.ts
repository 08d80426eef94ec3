import { attributeOf, type XmlElement } from './element';
import { Refusal } from './refusal';
import type { IatiHeader } from './types';

/**
 * What the root says. Between 2.01 and 2.03 the standard only added and loosened, so what was valid means the same.
 * 1.x names other elements for the same things, and its texts have no narratives: it is refused. Without a version,
 * which 2.0x requires, nobody can say what a file means.
 */
export function readHeader(root: XmlElement): IatiHeader {
  const version = attributeOf(root, 'version');
  if (!version) throw new Refusal('version_missing');
  if (/^1(\.|$)/.test(version)) throw new Refusal('version_1', { version });
  if (version !== '2.01' && version !== '2.02' && version !== '2.03')
    throw new Refusal('version_unknown', { version: version.slice(0, 40) });
  return {
    standard: root.name === 'iati-activities' ? 'activities' : 'organisations',
    version,
    generatedAt: attributeOf(root, 'generated-datetime'),
  };
}
