import * as Y from 'yjs';
import type { DemoAction, DemoObjective, DemoWorkspace, NarrativeBlock } from '#db/seed/types';
import type { ActionId, InstitutionId, ObjectiveId } from '#domain/ids';
import {
  addAction,
  addLine,
  addObjective,
  addSupporter,
  type InstitutionRef,
  planRoots,
  setTheme,
} from '#domain/plans';
import { newId } from '#server/new-id';

export interface FilledPlan {
  /** The ids of the actions, in the order of the data. */
  actionIds: ActionId[];
}

/** Writes the text, the objectives and the actions of a demo plan into its document. */
export function fillPlan(
  doc: Y.Doc,
  { plan, currency }: DemoWorkspace,
  institutions: ReadonlyMap<string, InstitutionId>,
): FilledPlan {
  writeNarrative(planRoots(doc).narrative, plan.narrative);
  const objectives = writeObjectives(doc, plan.objectives);
  const actionIds = plan.actions.map((action) =>
    writeAction(doc, action, {
      objectiveId: objectives.get(action.objective) ?? null,
      currency,
      institutions,
    }),
  );
  return { actionIds };
}

export function writeNarrative(fragment: Y.XmlFragment, blocks: NarrativeBlock[]): void {
  fragment.delete(0, fragment.length);
  fragment.push(blocks.map(elementOf));
}

function elementOf(block: NarrativeBlock): Y.XmlElement {
  if ('heading' in block) {
    const heading = textElement('heading', block.text);
    heading.setAttribute('level', block.heading as unknown as string);
    return heading;
  }
  if ('paragraph' in block) return textElement('paragraph', block.paragraph);
  if ('quote' in block) return wrap('blockquote', [textElement('paragraph', block.quote)]);
  const items = block.bullets.map((text) => wrap('listItem', [textElement('paragraph', text)]));
  return wrap('bulletList', items);
}

function textElement(name: string, text: string): Y.XmlElement {
  const element = new Y.XmlElement(name);
  element.insert(0, [new Y.XmlText(text)]);
  return element;
}

function wrap(name: string, children: Y.XmlElement[]): Y.XmlElement {
  const element = new Y.XmlElement(name);
  element.insert(0, children);
  return element;
}

function writeObjectives(doc: Y.Doc, objectives: DemoObjective[]): Map<string, ObjectiveId> {
  const ids = new Map<string, ObjectiveId>();
  for (const { key, parent, level, title } of objectives) {
    const id = newId<ObjectiveId>();
    addObjective(doc, { id, level, parentId: parent ? (ids.get(parent) ?? null) : null, title });
    ids.set(key, id);
  }
  return ids;
}

function writeAction(
  doc: Y.Doc,
  action: DemoAction,
  {
    objectiveId,
    currency: usual,
    institutions,
  }: { objectiveId: ObjectiveId | null; currency: string; institutions: ReadonlyMap<string, InstitutionId> },
): ActionId {
  const refTo = (name: string): InstitutionRef => {
    const institutionId = institutions.get(name) ?? null;
    return { institutionId, text: institutionId ? '' : name };
  };
  const id = newId<ActionId>();
  const currency = action.currency ?? usual;
  const { title, description = '', block, start, end } = action;
  addAction(doc, { id, objectiveId, title, description, block, start, end, lead: refTo(action.lead) });
  for (const name of action.supporters) addSupporter(doc, id, { id: newId(), ...refTo(name) });
  for (const theme of action.themes) setTheme(doc, id, theme, true);
  for (const [year, amount] of Object.entries(action.costs)) {
    addLine(doc, id, 'costs', { id: newId(), year, amount, currency });
  }
  for (const { source, year, ...line } of action.funding) {
    addLine(doc, id, 'funding', {
      id: newId(),
      ...refTo(source),
      ...line,
      year: year === undefined ? '' : String(year),
      currency: line.currency ?? usual,
    });
  }
  if (action.indicator) addLine(doc, id, 'indicators', { id: newId(), ...action.indicator });
  return id;
}
