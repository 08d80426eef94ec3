import type { InstitutionId } from '../../ids';
import type { InstitutionRef } from '../types';
import { fold } from './table';

export interface KnownInstitution {
  id: InstitutionId;
  acronym: string;
  nameEn: string;
  nameFr: string;
  nameEs: string;
}

export type Resolution =
  | { state: 'resolved'; institutionId: InstitutionId; isChosen: boolean }
  /** A person chose to keep the text. */
  | { state: 'kept' }
  | { state: 'ambiguous' }
  | { state: 'unknown' };

export type ResolveInstitution = (name: string) => Resolution;

/**
 * Resolves a name as typed by exact acronym, then by name in any language, both without regard to case and accents.
 * `choices` are what a person picked for a name, by its key; '' keeps the text. Two institutions that share an
 * acronym are never told apart by guessing.
 */
export function makeResolver(
  known: readonly KnownInstitution[],
  choices: Readonly<Record<string, string>>,
): ResolveInstitution {
  const byKey = new Map<string, Set<InstitutionId>>();
  for (const institution of known) {
    for (const name of [institution.acronym, institution.nameEn, institution.nameFr, institution.nameEs]) {
      const key = institutionKey(name);
      if (key) byKey.set(key, (byKey.get(key) ?? new Set()).add(institution.id));
    }
  }
  const ids = new Set<string>(known.map(({ id }) => id));
  // A matrix names a few dozen institutions in thousands of cells.
  const answers = new Map<string, Resolution>();

  return function resolve(name) {
    const answer = answers.get(name) ?? lookUp(name);
    answers.set(name, answer);
    return answer;
  };

  function lookUp(name: string): Resolution {
    const choice = choices[institutionKey(name)];
    if (choice === '') return { state: 'kept' };
    if (choice !== undefined && ids.has(choice))
      return { state: 'resolved', institutionId: choice as InstitutionId, isChosen: true };
    for (const spelling of spellingsOf(name)) {
      const found = byKey.get(institutionKey(spelling));
      const [only, ...others] = found ?? [];
      if (others.length > 0) return { state: 'ambiguous' };
      if (only) return { state: 'resolved', institutionId: only, isChosen: false };
    }
    return { state: 'unknown' };
  }
}

/** Names that differ only by case, accents, punctuation, articles or "Min." have one key. */
export function institutionKey(name: string): string {
  return fold(name)
    .replace(/\bmin\b/g, 'ministere')
    .replace(/\b(de|du|des|d|la|le|les|l|el|los|las|del|the|of|for|and|et|y)\b/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** "Ministère de la Santé (MSANP)" is looked up whole, by what is in the brackets, then without them. */
function spellingsOf(name: string): string[] {
  const inBrackets = [...name.matchAll(/[([]([^)\]]+)[)\]]/g)].map((match) => match[1] ?? '');
  const without = name.replace(/\s*[([][^)\]]*[)\]]\s*/g, ' ');
  const besideDash = /^([A-Z]{2,12}) [–-] (.+)$/.exec(name);
  return [name, ...inBrackets, without, ...(besideDash ? [besideDash[1] ?? '', besideDash[2] ?? ''] : [])];
}

/**
 * The institutions named in one cell: "MSANP / MEF ; OMS, GIZ" is four. A name that holds a separator itself
 * ("Ministère de l'Économie et des Finances", "Population, Protection sociale") stays whole if it is known whole.
 */
export function splitInstitutions(text: string, resolve: ResolveInstitution): string[] {
  const parts = separators.test(text) ? splitAtSeparators(text, resolve) : [text];
  const names = parts.map(bareName).filter((name) => /[\p{L}\p{N}]/u.test(name));
  if (names.length < 2) return names;
  const keys = names.map(institutionKey);
  return names.filter((_name, index) => keys.indexOf(keys[index] ?? '') === index);
}

/** Most cells name one institution and need no closer look. */
const separators = /[;\n|•·,/&+]|\s[–—-]\s|\s(?:et|and|y|e)\s/;

function splitAtSeparators(text: string, resolve: ResolveInstitution): string[] {
  return text
    .split(/[;\n|•·]/)
    .flatMap((part) => splitUnlessKnown(part, /\s[–—-]\s(?=[^)]*$)/, resolve))
    .flatMap((part) => splitUnlessKnown(part, /\//, resolve))
    .flatMap((part) => splitUnlessKnown(part, /,(?![^(]*\))/, resolve))
    .flatMap((part) => splitAtAnd(part, resolve));
}

/** The keys of the names in a text as someone typed it, whatever the workspace knows. */
export function namesIn(text: string): string[] {
  return splitInstitutions(text, () => ({ state: 'unknown' })).map(institutionKey);
}

/** An institution by its id and its names as typed: "MSANP / MEF" in one line is two of a cell. */
export function identitiesOf({ institutionId, text }: InstitutionRef): string[] {
  return institutionId ? [institutionId, ...namesIn(text)] : namesIn(text);
}

function splitUnlessKnown(part: string, separator: RegExp, resolve: ResolveInstitution): string[] {
  return isKnown(part, resolve) ? [part] : part.split(separator);
}

/** "et" joins two institutions only where one of them is known or an acronym, and none starts like the rest of a name. */
function splitAtAnd(part: string, resolve: ResolveInstitution): string[] {
  if (isKnown(part, resolve)) return [part];
  const pieces = part.split(/\s+(?:et|and|y|e|&|\+)\s+(?![^(]*\))/).map(bareName);
  const isList = pieces.every((piece) => /^[\p{Lu}\p{N}]/u.test(piece));
  const hasInstitution = pieces.some((piece) => isAcronym(piece) || isKnown(piece, resolve));
  return pieces.length > 1 && isList && hasInstitution ? pieces : [part];
}

function isKnown(part: string, resolve: ResolveInstitution): boolean {
  return ['resolved', 'kept'].includes(resolve(bareName(part)).state);
}

function isAcronym(name: string): boolean {
  return /^[\p{Lu}\p{N}][\p{Lu}\p{N}.&-]{1,11}$/u.test(name);
}

/** Without bullets and without what introduces a name: "- Lead : MSANP" is "MSANP". */
function bareName(part: string): string {
  return part
    .replace(/^[\s\-–—•·*.:]+/, '')
    .replace(/^(lead|chef de file|responsable|appui|support|partenaires?|partners?)\s*:\s*/i, '')
    .replace(/[\s.:]+$/, '')
    .replace(/\s+/g, ' ')
    .trim();
}
