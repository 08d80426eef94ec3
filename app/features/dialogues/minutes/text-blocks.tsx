import type { ReactNode } from 'react';
import type { TextBlock, TextRun } from '#domain/documents/text-blocks';

/** A text as it was written, to be read. Headings keep their place below those of the page around it. */
export function TextBlocks({ blocks, language }: { blocks: readonly TextBlock[]; language: string }) {
  return (
    <div className="minutes-text" lang={language}>
      {grouped(blocks).map((group, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a text has no other names for its parts, and is shown anew whole.
        <Group key={i} group={group} />
      ))}
    </div>
  );
}

type Item = Extract<TextBlock, { kind: 'item' }>;
type Group = Exclude<TextBlock, Item> | { kind: 'list'; items: Item[] };

/** Items that follow one another are one list. */
function grouped(blocks: readonly TextBlock[]): Group[] {
  const groups: Group[] = [];
  for (const block of blocks) {
    const last = groups.at(-1);
    if (block.kind !== 'item') groups.push(block);
    else if (last?.kind === 'list') last.items.push(block);
    else groups.push({ kind: 'list', items: [block] });
  }
  return groups;
}

function Group({ group }: { group: Group }): ReactNode {
  switch (group.kind) {
    case 'heading':
      return (
        <p className="minutes-heading">
          <Runs runs={group.runs} />
        </p>
      );
    case 'quote':
      return (
        <blockquote>
          <Runs runs={group.runs} />
        </blockquote>
      );
    case 'list':
      return (
        <ul>
          {group.items.map((item, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: as above.
            <li key={i} data-depth={item.depth} data-number={item.number ?? undefined}>
              <Runs runs={item.runs} />
            </li>
          ))}
        </ul>
      );
    case 'table':
      return <TextTable rows={group.rows} />;
    case 'rule':
      return <hr />;
    default:
      return (
        <p>
          <Runs runs={group.runs} />
        </p>
      );
  }
}

function TextTable({ rows }: { rows: Extract<TextBlock, { kind: 'table' }>['rows'] }) {
  return (
    <div className="minutes-table">
      <table>
        <tbody>
          {rows.map(({ isHead, cells }, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: as above.
            <tr key={i}>
              {cells.map((runs, j) => {
                const Cell = isHead ? 'th' : 'td';
                return (
                  // biome-ignore lint/suspicious/noArrayIndexKey: as above.
                  <Cell key={j}>
                    <Runs runs={runs} />
                  </Cell>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Runs({ runs }: { runs: readonly TextRun[] }) {
  // biome-ignore lint/suspicious/noArrayIndexKey: as above.
  return runs.map((run, i) => <Run key={i} run={run} />);
}

function Run({ run: { text, isBold, isItalic, isUnderlined, isStruck, link } }: { run: TextRun }) {
  let shown: ReactNode = text;
  if (isStruck) shown = <s>{shown}</s>;
  if (isUnderlined) shown = <u>{shown}</u>;
  if (isItalic) shown = <em>{shown}</em>;
  if (isBold) shown = <strong>{shown}</strong>;
  if (!link) return shown;
  return (
    <a href={link} rel="noopener noreferrer" target="_blank">
      {shown}
    </a>
  );
}
