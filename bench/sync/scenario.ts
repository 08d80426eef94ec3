import type { ServerName } from './servers';

/** One figure of one server, of each run. */
export type Figures = Record<string, number>;

export interface Context {
  isQuick: boolean;
  /** Kills of each server; null for as many as are wanted. */
  kills: number | null;
}

/** Both are needed to say whether a target is met: our figures, and those of every server, as medians. */
export interface Target {
  figure: string;
  text: string;
  isMet(all: Partial<Record<ServerName, Figures>>): boolean;
}

export interface Scenario {
  name: string;
  title: string;
  /** Column by column, in order: the key of the figure and how its heading reads. */
  columns: Record<string, string>;
  targets: Target[];
  runs?: number;
  servers?: ServerName[];
  run(server: ServerName, context: Context): Promise<Figures>;
}

/** Ours is at most so many times the best peer's. */
export function atMostBest(figure: string, factor: number, peers: ServerName[]): Target {
  return {
    figure,
    text: `at most ${factor} x the best peer`,
    isMet: (all) => ours(all, figure) <= factor * Math.min(...theirs(all, figure, peers)),
  };
}

export function atLeastBest(figure: string, factor: number, peers: ServerName[]): Target {
  return {
    figure,
    text: `at least ${factor} x the best peer`,
    isMet: (all) => ours(all, figure) >= factor * Math.max(...theirs(all, figure, peers)),
  };
}

export function atMost(figure: string, limit: number, unit: string): Target {
  return { figure, text: `at most ${limit} ${unit}`, isMet: (all) => ours(all, figure) <= limit };
}

function ours(all: Partial<Record<ServerName, Figures>>, figure: string): number {
  return all.concord?.[figure] ?? Number.NaN;
}

function theirs(all: Partial<Record<ServerName, Figures>>, figure: string, peers: ServerName[]): number[] {
  return peers.map((peer) => all[peer]?.[figure]).filter((value) => value !== undefined);
}
