import type { TextBlock } from '../documents/text-blocks';
import type { Language } from '../languages';

/** A report as it is set, in its last words: what a page of it says, without how a kind of file says it. */
export interface ReportDocument {
  language: Language;
  /** Whose it is and under which number, above the heading. */
  kicker: string;
  heading: string;
  /** For whom this copy is, and how final it is. */
  notices: string[];
  facts: ReportFact[];
  sections: ReportSection[];
  /** At the foot of each page, before the page number. */
  footer: string;
  pageWord: string;
}

export interface ReportFact {
  label: string;
  value: string;
}

export interface ReportSection {
  title: string;
  blocks: ReportBlock[];
}

export type ReportBlock =
  | TextBlock
  | { kind: 'title'; text: string; lead: string }
  | { kind: 'note'; text: string }
  /** A text that was put or decided, set apart. */
  | { kind: 'box'; title: string; state: string; text: string; lines: string[] }
  /** Widths are shares of the line; they add up to 1. */
  | { kind: 'grid'; head: string[]; rows: string[][]; widths: number[]; endColumns: number[] };
