import { generateNKeysBetween } from 'fractional-indexing';
import * as Y from 'yjs';
import type { ObjectiveId } from '../ids';
import type { Language } from '../languages';
import { planRoots } from './document';
import type { PlanTemplate } from './template/types';
import { uhcRoadmapEn } from './template/uhc-roadmap.en';
import { uhcRoadmapEs } from './template/uhc-roadmap.es';
import { uhcRoadmapFr } from './template/uhc-roadmap.fr';
import { type ObjectiveLevel, planSchema } from './types';

export type PlanTemplateName = 'blank' | 'uhc_roadmap';

export interface PlanSeed {
  template: PlanTemplateName;
  language: Language;
  /** Makes a UUIDv7. */
  newId: () => string;
}

const uhcRoadmap: Record<Language, PlanTemplate> = { en: uhcRoadmapEn, fr: uhcRoadmapFr, es: uhcRoadmapEs };

/** Fills a new, empty document. Done once, by the server, through the log: a document that has content is refused. */
export function seedPlan(doc: Y.Doc, { template, language, newId }: PlanSeed): void {
  const roots = planRoots(doc);
  if (roots.meta.has('schema')) throw new Error('This document has been seeded already.');
  doc.transact(() => {
    roots.meta.set('schema', planSchema);
    if (template === 'blank') roots.narrative.push([block('paragraph', '')]);
    else seedTemplate(doc, uhcRoadmap[language], newId);
  });
}

function seedTemplate(doc: Y.Doc, { narrative, orientations }: PlanTemplate, newId: () => string): void {
  const { narrative: fragment } = planRoots(doc);
  fragment.push(narrative.flatMap(({ heading, guidance }) => section(heading, guidance)));
  const tree = orientations.map(({ title, axes }) => ({
    title,
    below: axes.map((axis) => ({
      title: axis.title,
      below: axis.objectives.map((objective) => ({ title: objective, below: [] })),
    })),
  }));
  seedLevel(doc, { nodes: tree, parentId: null, levels: ['orientation', 'axis', 'objective'], newId });
}

interface Node {
  title: string;
  below: Node[];
}

function seedLevel(
  doc: Y.Doc,
  {
    nodes,
    parentId,
    levels,
    newId,
  }: { nodes: Node[]; parentId: ObjectiveId | null; levels: ObjectiveLevel[]; newId: () => string },
): void {
  const [level, ...deeper] = levels;
  const orders = generateNKeysBetween(null, null, nodes.length);
  nodes.forEach(({ title, below }, i) => {
    const id = newId() as ObjectiveId;
    const entry = new Y.Map<unknown>();
    entry.set('level', level);
    entry.set('parentId', parentId);
    entry.set('order', orders[i]);
    entry.set('title', new Y.Text(title));
    planRoots(doc).objectives.set(id, entry);
    seedLevel(doc, { nodes: below, parentId: id, levels: deeper, newId });
  });
}

/** A heading, its guidance as a quotation to be replaced, and an empty paragraph to write in. */
function section(heading: string, guidance: string): Y.XmlElement[] {
  const title = block('heading', heading);
  // The editor keeps levels as numbers; Yjs stores any value, though its types say text.
  title.setAttribute('level', 2 as unknown as string);
  const quote = new Y.XmlElement('blockquote');
  quote.insert(0, [block('paragraph', guidance)]);
  return [title, quote, block('paragraph', '')];
}

function block(name: string, text: string): Y.XmlElement {
  const element = new Y.XmlElement(name);
  if (text !== '') element.insert(0, [new Y.XmlText(text)]);
  return element;
}
