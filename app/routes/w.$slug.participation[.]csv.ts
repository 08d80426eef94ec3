import type { LoaderFunctionArgs } from '@remix-run/node';
import { readParticipationTable } from '#app/features/participation/participation-export.server';
import { csvResponse } from '#app/http/csv.server';
import { guardLoader } from '#app/http/guard';

export const loader = guardLoader(async (args: LoaderFunctionArgs) =>
  csvResponse(await readParticipationTable(args)),
);
