import {
  AlignmentType,
  BorderStyle,
  convertMillimetersToTwip,
  Document,
  ExternalHyperlink,
  Footer,
  HeadingLevel,
  type IRunOptions,
  LevelFormat,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  ShadingType,
  Table,
  TableCell,
  TableRow,
  TabStopType,
  TextRun,
  VerticalAlign,
} from 'docx';
import type { ReportBlock, ReportDocument, ReportFact } from '#domain/dialogues/report-document';
import type { TextRun as Run } from '#domain/documents/text-blocks';
import { exhaustive } from '#domain/exhaustive';

const ink = '17211F';
const muted = '55605D';
const accent = '0B5F5A';
const line = 'C9D1CF';
const soft = 'EEF3F2';
const margin = convertMillimetersToTwip(22);
/** A4 between its margins. */
const width = convertMillimetersToTwip(210) - 2 * margin;
const bullets = 'bullets';
const thin = { style: BorderStyle.SINGLE, size: 4, color: line };
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const locales = { en: 'en-GB', fr: 'fr-FR', es: 'es-ES' };

type Child = Paragraph | Table;

/** A Word document with real headings, lists and tables, so that an office can work on with it. */
export async function writeDocx(report: ReportDocument): Promise<Uint8Array> {
  const children: Child[] = [
    text(report.kicker, { color: accent, bold: true, size: 20 }, { after: 40 }),
    new Paragraph({ text: report.heading, heading: HeadingLevel.TITLE }),
    ...report.notices.map((notice) => text(notice, { color: muted, italics: true }, { after: 60 })),
    factTable(report.facts),
    ...report.sections.flatMap(({ title, blocks }) => [
      new Paragraph({ text: title, heading: HeadingLevel.HEADING_1, keepNext: true }),
      ...blocks.flatMap(blockOf),
    ]),
  ];
  const document = new Document({
    ...{ title: report.heading, subject: report.kicker, creator: 'Concord' },
    styles: stylesOf(report),
    numbering: {
      config: [
        {
          reference: bullets,
          levels: [0, 1, 2, 3].map((level) => ({
            level,
            format: LevelFormat.BULLET,
            text: level % 2 === 0 ? '•' : '–',
            style: { paragraph: { indent: { left: 360 * (level + 1), hanging: 260 } } },
          })),
        },
      ],
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: convertMillimetersToTwip(210), height: convertMillimetersToTwip(297) },
            margin: { top: margin, bottom: margin, left: margin, right: margin },
          },
        },
        footers: { default: footerOf(report) },
        children,
      },
    ],
  });
  return Packer.toBuffer(document);
}

function stylesOf({ language }: ReportDocument) {
  const heading = (size: number, before: number, color = ink) => ({
    run: { size, bold: true, color, font: 'Calibri' },
    paragraph: { spacing: { before, after: 100, line: 252, lineRule: LineRuleType.AUTO }, keepNext: true },
  });
  return {
    default: {
      document: {
        run: { font: 'Calibri', size: 22, color: ink, language: { value: locales[language] } },
        paragraph: { spacing: { after: 110, line: 264, lineRule: LineRuleType.AUTO } },
      },
      title: heading(40, 0),
      heading1: heading(28, 340, accent),
      heading2: heading(23, 220),
      heading3: heading(22, 140),
    },
  };
}

function footerOf({ footer, pageWord }: ReportDocument): Footer {
  return new Footer({
    children: [
      new Paragraph({
        border: { top: { ...thin, space: 6 } },
        tabStops: [{ type: TabStopType.RIGHT, position: width }],
        spacing: { after: 0 },
        children: [
          new TextRun({ text: footer, color: muted, size: 17 }),
          new TextRun({
            children: [`\t${pageWord} `, PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES],
            color: muted,
            size: 17,
          }),
        ],
      }),
    ],
  });
}

function blockOf(block: ReportBlock): Child[] {
  switch (block.kind) {
    case 'title':
      return [
        new Paragraph({ text: block.text, heading: HeadingLevel.HEADING_2 }),
        ...(block.lead ? [text(block.lead, { color: muted, size: 20 }, { after: 80, keepNext: true })] : []),
      ];
    case 'note':
      return [text(block.text, { color: muted, size: 18 })];
    case 'paragraph':
      return [new Paragraph({ children: runsOf(block.runs) })];
    case 'quote':
      return [
        new Paragraph({
          children: runsOf(block.runs, { color: muted }),
          indent: { left: 300 },
          border: { left: { ...thin, size: 18, space: 10 } },
        }),
      ];
    case 'heading':
      return [new Paragraph({ children: runsOf(block.runs), heading: HeadingLevel.HEADING_3 })];
    case 'item':
      return [itemOf(block)];
    case 'rule':
      return [new Paragraph({ border: { bottom: thin } })];
    case 'table':
      return [textTable(block), gap()];
    case 'box':
      return [boxOf(block), gap()];
    case 'grid':
      return [gridOf(block), gap()];
    default:
      return exhaustive(block);
  }
}

function itemOf({ number, depth, runs }: Extract<ReportBlock, { kind: 'item' }>): Paragraph {
  const spacing = { after: 60 };
  if (number === null)
    return new Paragraph({
      ...{ children: runsOf(runs), spacing },
      numbering: { reference: bullets, level: Math.min(depth, 3) },
    });
  const left = 360 * (depth + 1);
  return new Paragraph({
    children: [new TextRun(`${number}.\t`), ...runsOf(runs)],
    ...{ indent: { left, hanging: 320 }, spacing },
    tabStops: [{ type: TabStopType.LEFT, position: left }],
  });
}

function runsOf(runs: readonly Run[], more: IRunOptions = {}): ParagraphChild[] {
  return runs.flatMap((run): ParagraphChild[] => {
    const { link } = run;
    const set = {
      ...more,
      ...(run.isBold ? { bold: true } : {}),
      ...(run.isItalic ? { italics: true } : {}),
      ...(run.isStruck ? { strike: true } : {}),
      ...(run.isUnderlined || link ? { underline: {} } : {}),
      ...(link ? { color: accent } : {}),
    };
    const made = run.text
      .split('\n')
      .map((one, i) => new TextRun({ ...set, text: one, break: i > 0 ? 1 : 0 }));
    return link ? [new ExternalHyperlink({ link, children: made })] : made;
  });
}

/** Lines between rows, none between columns. */
const ruled = {
  ...{ top: thin, bottom: thin, insideHorizontal: thin },
  ...{ left: none, right: none, insideVertical: none },
};

function text(
  words: string,
  run: IRunOptions,
  { after = 110, keepNext = false }: { after?: number; keepNext?: boolean } = {},
): Paragraph {
  return new Paragraph({ children: runsOf([{ text: words }], run), spacing: { after }, keepNext });
}

function gap(): Paragraph {
  return new Paragraph({ spacing: { after: 60, line: 120 } });
}

function factTable(facts: readonly ReportFact[]): Table {
  const columns = [Math.round(width * 0.24), Math.round(width * 0.76)];
  return new Table({
    width: { size: width, type: 'dxa' },
    columnWidths: columns,
    borders: ruled,
    rows: facts.map(
      ({ label, value }) =>
        new TableRow({
          cantSplit: true,
          children: [
            cell([text(label, { color: muted, size: 20 }, { after: 0 })], columns[0]),
            cell([text(value, {}, { after: 0 })], columns[1]),
          ],
        }),
    ),
  });
}

function gridOf({ head, rows, widths, endColumns }: Extract<ReportBlock, { kind: 'grid' }>): Table {
  const columns = widths.map((share) => Math.round(width * share));
  const cells = (row: readonly string[], isHead: boolean) =>
    row.map((words, i) =>
      cell(
        [
          new Paragraph({
            children: runsOf([{ text: words }], {
              size: isHead ? 18 : 20,
              bold: isHead,
              color: isHead ? muted : ink,
            }),
            alignment: endColumns.includes(i) ? AlignmentType.END : AlignmentType.START,
            spacing: { after: 0 },
          }),
        ],
        columns[i],
        isHead ? soft : undefined,
      ),
    );
  return new Table({
    width: { size: width, type: 'dxa' },
    columnWidths: columns,
    borders: ruled,
    rows: [
      new TableRow({ tableHeader: true, cantSplit: true, children: cells(head, true) }),
      ...rows.map((row) => new TableRow({ cantSplit: true, children: cells(row, false) })),
    ],
  });
}

function textTable({ rows }: Extract<ReportBlock, { kind: 'table' }>): Table {
  const count = Math.max(1, ...rows.map(({ cells }) => cells.length));
  const columns = Array.from({ length: count }, () => Math.round(width / count));
  return new Table({
    width: { size: width, type: 'dxa' },
    columnWidths: columns,
    rows: rows.map(
      ({ isHead, cells }) =>
        new TableRow({
          tableHeader: isHead,
          children: columns.map((size, i) =>
            cell(
              [
                new Paragraph({
                  children: runsOf(cells[i] ?? [], { bold: isHead, size: 20 }),
                  spacing: { after: 0 },
                }),
              ],
              size,
              isHead ? soft : undefined,
            ),
          ),
        }),
    ),
  });
}

function boxOf({ title, state, text: words, lines }: Extract<ReportBlock, { kind: 'box' }>): Table {
  const edge = { style: BorderStyle.SINGLE, size: 24, color: accent };
  return new Table({
    width: { size: width, type: 'dxa' },
    columnWidths: [width],
    borders: {
      top: none,
      bottom: none,
      right: none,
      left: edge,
      insideHorizontal: none,
      insideVertical: none,
    },
    rows: [
      new TableRow({
        cantSplit: true,
        children: [
          cell(
            [
              new Paragraph({
                spacing: { after: 60 },
                keepNext: true,
                children: [
                  new TextRun({ text: title, bold: true }),
                  new TextRun({ text: state ? `   ${state}` : '', color: accent, bold: true, size: 20 }),
                ],
              }),
              text(words, {}, { after: lines.length > 0 ? 60 : 0 }),
              ...lines.map((one, i) =>
                text(one, { color: muted, size: 20 }, { after: i === lines.length - 1 ? 0 : 40 }),
              ),
            ],
            width,
            soft,
          ),
        ],
      }),
    ],
  });
}

function cell(children: Paragraph[], size: number | undefined, fill?: string): TableCell {
  return new TableCell({
    children,
    width: { size: size ?? width, type: 'dxa' },
    margins: { top: 60, bottom: 60, left: 100, right: 100 },
    verticalAlign: VerticalAlign.TOP,
    ...(fill ? { shading: { type: ShadingType.CLEAR, color: 'auto', fill } } : {}),
  });
}
