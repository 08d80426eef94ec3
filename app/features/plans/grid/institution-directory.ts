import type { InstitutionId } from '#domain/ids';
import type { InstitutionKind } from '#domain/institutions/kinds';
import type { InstitutionRef } from '#domain/plans/types';

/** An institution of the workspace as the editor of a plan needs it. */
export interface ListedInstitution {
  id: InstitutionId;
  kind: InstitutionKind;
  acronym: string;
  /** In the reader's language. */
  name: string;
  /** In every language, so that a matrix in French resolves for an English reader. */
  names: string[];
}

/** The workspace's institutions, found by id, or by acronym or name as people type them. */
export class InstitutionDirectory {
  private readonly byId: Map<string, ListedInstitution>;
  /** Null where two institutions answer to the same words, so that neither is picked. */
  private readonly byWords = new Map<string, ListedInstitution | null>();

  constructor(readonly institutions: readonly ListedInstitution[]) {
    this.byId = new Map(institutions.map((institution) => [institution.id, institution]));
    for (const institution of institutions) {
      for (const words of [institution.acronym, institution.name, ...institution.names]) {
        this.enter(comparable(words), institution);
      }
    }
  }

  find(id: InstitutionId | null): ListedInstitution | undefined {
    return id === null ? undefined : this.byId.get(id);
  }

  /** The institution that is meant (also by its id), or the free text with no id, which is shown as unresolved. */
  resolve(text: string): InstitutionRef {
    const trimmed = text.trim();
    const chosen = this.byId.get(trimmed);
    if (chosen) return { institutionId: chosen.id, text: chosen.acronym || chosen.name };
    const found =
      this.byWords.get(comparable(trimmed)) ?? this.byWords.get(comparable(withoutAcronym(trimmed)));
    return { institutionId: found?.id ?? null, text: trimmed };
  }

  /** Several in one cell, as matrices have them: "MSANP; OMS", one a line, or "MSANP, OMS" where each part is known. */
  resolveAll(text: string): InstitutionRef[] {
    return text
      .split(/[;\n]/)
      .flatMap((part) => this.splitFurther(part.trim()))
      .filter((ref) => ref.text !== '');
  }

  /** How a reference is written: the acronym, else the name, else what was typed. */
  label(ref: InstitutionRef): string {
    const found = this.find(ref.institutionId);
    return found ? found.acronym || found.name : ref.text;
  }

  /** A comma or slash splits only where every part is known, since names contain them too. */
  private splitFurther(part: string): InstitutionRef[] {
    const whole = this.resolve(part);
    if (whole.institutionId) return [whole];
    const parts = part.split(/[,/]|\s&\s|\set\s|\sand\s|\sy\s/).map((piece) => this.resolve(piece));
    return parts.length > 1 && parts.every((ref) => ref.institutionId !== null) ? parts : [whole];
  }

  private enter(words: string, institution: ListedInstitution): void {
    if (words === '') return;
    const known = this.byWords.get(words);
    if (known === undefined) this.byWords.set(words, institution);
    else if (known?.id !== institution.id) this.byWords.set(words, null);
  }
}

/** Without accents, case, stops and doubled spaces, so that "O.M.S." is "oms". */
export function comparable(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[.'’‘«»"-]/g, ' ')
    .replace(/\b(\p{L}) (?=\p{L}\b)/gu, '$1')
    .replace(/\s+/g, ' ')
    .trim();
}

/** "Organisation mondiale de la Santé (OMS)" -> the name alone. */
function withoutAcronym(text: string): string {
  return text.replace(/\s*\([^)]*\)\s*$/, '');
}
