import type { MetaFunction } from '@remix-run/node';

/** The `meta` of a route whose loader gives `title` (see pageTitle). */
export const titleFromData: MetaFunction = ({ data }) => {
  const title = (data as { title?: string } | undefined)?.title;
  return title ? [{ title }] : [];
};
