import type { TextBlock, TextRun } from './text-blocks';

/** Blocks as lines without marks: an empty line between paragraphs, none within a list or a table. */
export function plainText(blocks: readonly TextBlock[]): string {
  let text = '';
  let before: TextBlock | null = null;
  for (const block of blocks) {
    const words = wordsOf(block);
    if (words.trim() === '') continue;
    const isInList = before?.kind === 'item' && block.kind === 'item';
    text += `${before === null ? '' : isInList ? '\n' : '\n\n'}${words}`;
    before = block;
  }
  return text;
}

function wordsOf(block: TextBlock): string {
  switch (block.kind) {
    case 'rule':
      return '';
    case 'table':
      return block.rows.map(({ cells }) => cells.map(lineOf).join(' | ')).join('\n');
    case 'item': {
      const words = lineOf(block.runs);
      if (words === '') return '';
      return `${'  '.repeat(block.depth)}${block.number === null ? '–' : `${block.number}.`} ${words}`;
    }
    default:
      return lineOf(block.runs);
  }
}

function lineOf(runs: readonly TextRun[]): string {
  return runs
    .map(({ text }) => text)
    .join('')
    .trim();
}
