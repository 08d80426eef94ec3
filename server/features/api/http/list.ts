import { once } from 'node:events';
import type { Request, Response } from 'express';
import { csvColumns, csvLine } from '../csv';
import { listMark, readCursor, writeCursor } from '../cursor';
import { Problem } from '../problem';
import { readListQuery } from '../read-query';
import type { Place, Resource } from '../resource';
import type { KeyValue } from '../slice';
import { sendJson } from './send';

interface Asked {
  resource: Resource;
  place: Place;
  req: Request;
  res: Response;
}

/** Rows read at once while a list is written as a file. */
const batchSize = 1_000;

/** One page of a list, and where the next one begins. */
export async function answerPage({ resource, place, req, res }: Asked, publicUrl: string): Promise<void> {
  const address = new URL(req.originalUrl, publicUrl);
  const { filters, order, limit, cursor } = readListQuery(resource, address.searchParams, 'page');
  const mark = listMark(`${place.workspaceId}/${resource.name}`, [filters, order]);
  const after = cursor === null ? null : readCursor(cursor, mark, resource.key.length);
  const slice = { id: null, after, isDescending: order === 'desc', limit: limit + 1 };
  const found = await resource.read(place, slice, filters);
  const data = found.slice(0, limit);
  const last = data.at(-1);
  let next: string | null = null;
  if (found.length > limit && last) {
    address.searchParams.set('cursor', writeCursor(mark, keyOf(resource, last)));
    next = address.href;
    res.append('Link', `<${next}>; rel="next"`);
  }
  sendJson(req, res, { data, next });
}

/** The whole list as CSV, written as it is read. */
export async function answerFile({ resource, place, req, res }: Asked): Promise<void> {
  const { searchParams } = new URL(req.originalUrl, 'http://localhost');
  const { filters, order } = readListQuery(resource, searchParams, 'file');
  const columns = csvColumns(resource.row);
  res.type('text/csv').setHeader('Content-Disposition', `attachment; filename="${resource.name}.csv"`);
  if (req.method === 'HEAD') {
    res.end();
    return;
  }
  let after: KeyValue[] | null = null;
  let lines = `\uFEFF${csvLine(columns.map(({ header }) => header))}`;
  for (;;) {
    const slice = { id: null, after, isDescending: order === 'desc', limit: batchSize };
    const rows: Record<string, unknown>[] = await resource.read(place, slice, filters);
    for (const row of rows) lines += csvLine(columns.map(({ read }) => read(row)));
    const last = rows.at(-1);
    if (!last || rows.length < batchSize) break;
    after = keyOf(resource, last);
    if (!res.write(lines)) await Promise.race([once(res, 'drain'), once(res, 'close')]);
    if (res.destroyed) return;
    lines = '';
  }
  res.end(lines);
}

/** One row by its id. */
export async function answerItem({ resource, place, req, res }: Asked, id: string): Promise<void> {
  const [row] = await resource.read(place, { id, after: null, isDescending: false, limit: 1 }, {});
  if (!row) throw new Problem('not_found');
  sendJson(req, res, row);
}

function keyOf({ key }: Resource, row: Record<string, unknown>): KeyValue[] {
  return key.map((name) => row[name] as KeyValue);
}
