import { type InstitutionKind, institutionKinds } from '#domain/institutions/kinds';

/** How someone else's caret is named and coloured. */
export interface CaretIdentity {
  kind: InstitutionKind;
  /** "Planning · MSANP". */
  label: string;
}

/** Reads the identity that the server has stamped on a connection's presence; anything else in it is ignored. */
export function caretIdentity(state: Record<string, unknown> | undefined): CaretIdentity {
  const user = (state?.user ?? {}) as Record<string, unknown>;
  const kind = institutionKinds.find((known) => known === user.kind) ?? 'agency';
  const parts = [shortName(user.name), user.acronym].filter(
    (part): part is string => typeof part === 'string' && part !== '',
  );
  return { kind, label: parts.join(' · ') };
}

/** "Planning, Ministry of Public Health" is "Planning" beside the acronym: a label stands on the line above. */
function shortName(name: unknown): unknown {
  return typeof name === 'string' ? name.split(',')[0]?.trim() : name;
}
