import type { ItemView } from '#server/features/dialogues';
import { LinkList } from './link-list';
import { SourceQuote } from './source-quote';

/** What there is to read for an agenda item: its papers, and what of plans it is about. Nothing where there is none. */
export function ItemMaterials({ item: { papers, quotes } }: { item: Pick<ItemView, 'papers' | 'quotes'> }) {
  if (papers.length + quotes.length === 0) return null;
  return (
    <div className="my-2 grid gap-3">
      {papers.length > 0 && <LinkList links={papers} />}
      {quotes.map(({ id, source }) => (
        <SourceQuote key={id} source={source} />
      ))}
    </div>
  );
}
