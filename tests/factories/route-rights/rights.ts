import type { FilledWorkspace } from '../filled-workspace';
import { type Persona, personas } from '../inhabited-server';

export type Statuses = Record<Persona, number>;

export interface Form {
  /** What it does, in words. */
  does: string;
  fields: (place: FilledWorkspace) => Record<string, string>;
  /** For whom it is refused, and how; everyone else is let through to what the form itself says. */
  refused: Partial<Statuses>;
}

export interface RouteRights {
  at: (place: FilledWorkspace) => string;
  get: Statuses;
  /** Forms of a page at which everyone may knock have none: their own tests say what they refuse. */
  forms?: Form[] | 'everyone';
}

/** Of some routes, by file. */
export type RightsByRoute = Record<string, RouteRights>;

export const all = (status: number): Statuses =>
  Object.fromEntries(personas.map((persona) => [persona, status])) as Statuses;

export const signedIn = { ...all(200), signedOut: 302 };
export const members = { ...signedIn, stranger: 404, administrator: 404 };
export const writers = { ...members, observer: 403, contributor: 403 };
export const convenors = { ...writers, drafter: 403 };
export const administrators = { ...all(404), signedOut: 302, administrator: 200 };
export const listers = { ...members, observer: 403 };
/** A partner's own record: its people change it, the drafter's here; the convenors only while it has none. */
export const keepers = { ...writers, convenor: 403 };

export const outside = { signedOut: 401, stranger: 404, administrator: 404 };
export const notObservers = { ...outside, observer: 403 };
export const notWriters = { ...notObservers, contributor: 403 };
export const notKeepers = { ...notWriters, convenor: 403 };
export const notConvenors = { ...notWriters, drafter: 403 };
export const notAdministrators = { ...all(404), signedOut: 401, administrator: undefined };

/** An address in the workspace. */
export const w = (rest: (place: FilledWorkspace) => string) => (place: FilledWorkspace) =>
  `/w/${place.slug}${rest(place)}`;
export const noFields = () => ({});
export const institutionFacts = { kind: 'ministry', country: 'MG', nameEn: 'N' };
