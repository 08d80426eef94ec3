import { and, eq, inArray } from 'drizzle-orm';
import type { Db } from '#db/db';
import type { Clock } from '#domain/clock';
import { heardShare } from '#domain/dialogues/feedback';
import {
  type Participation,
  participationIn,
  sightOf,
  sumParticipation,
  type YearRange,
} from '#domain/dialogues/participation';
import { DomainError } from '#domain/errors';
import type { InstitutionId, WorkspaceId } from '#domain/ids';
import { type InstitutionLabel, institutionShortName } from '#domain/institutions/name';
import type { Language } from '#domain/languages';
import { orderOf, type Sort } from '#domain/lists/order';
import { type Page, pageOf } from '#domain/lists/page';
import { matchesSearch } from '#domain/lists/search';
import type { participationSorts } from '#domain/lists/sorts';
import { authorise } from '#domain/policy';
import type { Actor } from '#domain/workspaces/actor';
import { nextTurn } from '#server/turn';
import { labelColumns, labelOf } from '../institutions';
import { type HeldDialogue, recordReader } from './records';

export interface ParticipationFilter {
  search: string;
  period: YearRange;
  sort: Sort<(typeof participationSorts)[number]>;
  page: number;
  size: number;
  language: Language;
}

interface Asked {
  actor: Actor;
  workspaceId: WorkspaceId;
}

export interface InstitutionParticipation {
  institution: InstitutionLabel<InstitutionId>;
  participation: Participation;
}

export interface DialogueParticipation {
  dialogue: HeldDialogue['dialogue'];
  participation: Participation;
}

/** What holds for a whole list, before it is searched and paged. */
interface Counted {
  /** The years to choose from. */
  years: number[];
  /** How many dialogues are counted, and how many of them attribute nothing to the asker. */
  dialogues: number;
  unattributed: number;
}

export function participationQueries({ db, clock }: { db: Db; clock: Clock }) {
  const { dialogueInvitations, dialogues, institutions } = db.tables;
  const readRecords = recordReader(db);

  /** Every institution that was invited in the period, with what the asker may know of its part. */
  async function listParticipation(
    asked: Asked,
    filter: ParticipationFilter,
  ): Promise<Counted & { page: Page<InstitutionParticipation> }> {
    const { counted, lines } = await readLines(asked, filter.period);
    const parts = new Map<InstitutionId, Participation[]>();
    for (const [id, part] of lines.flatMap(({ ofInstitution }) => [...ofInstitution])) {
      const known = parts.get(id);
      if (known) known.push(part);
      else parts.set(id, [part]);
    }
    const labels = await labelsOf([...parts.keys()]);
    const name = (row: InstitutionParticipation) => institutionShortName(row.institution, filter.language);
    const rows = labels
      .map((institution) => ({
        institution,
        participation: sumParticipation(parts.get(institution.id) ?? []),
      }))
      .filter(({ institution: { acronym, names } }) =>
        matchesSearch(filter.search, [acronym, ...Object.values(names)]),
      )
      .sort(
        orderOf(filter.sort, { ...figureOrders, name: byText(name), starts: byText(name) }, byText(name)),
      );
    return { ...counted, page: pageOf(rows, filter) };
  }

  /**
   * One institution, dialogue by dialogue, and over all that the search finds. Throws `not_found` for one that was never
   * invited in the workspace.
   */
  async function listOfInstitution(
    { institutionId, ...asked }: Asked & { institutionId: InstitutionId },
    filter: ParticipationFilter,
  ): Promise<
    Counted & {
      institution: InstitutionLabel<InstitutionId>;
      page: Page<DialogueParticipation>;
      total: Participation;
    }
  > {
    const { counted, lines } = await readLines(asked, filter.period);
    const institution = await findInvited(asked, institutionId);
    const own = lines.flatMap(({ dialogue, isAttributed, ofInstitution }) => {
      const participation = ofInstitution.get(institutionId);
      return participation ? [{ dialogue, isAttributed, participation }] : [];
    });
    const starts = byText(({ dialogue }: DialogueParticipation) => dialogue.startsAt);
    const name = byText(({ dialogue }: DialogueParticipation) => dialogue.title);
    const rows = own
      .map(({ dialogue, participation }) => ({ dialogue, participation }))
      .filter(({ dialogue }) => matchesSearch(filter.search, [dialogue.number, dialogue.title]))
      .sort(orderOf(filter.sort, { ...figureOrders, name, starts }, starts));
    return {
      ...counted,
      dialogues: own.length,
      unattributed: own.filter(({ isAttributed }) => !isAttributed).length,
      institution,
      page: pageOf(rows, filter),
      total: sumParticipation(rows.map(({ participation }) => participation)),
    };
  }

  /** The dialogues of the period with what the asker may know of each invited institution's part. */
  async function readLines({ actor, workspaceId }: Asked, period: YearRange) {
    authorise(actor, 'dialogue.see', { workspaceId });
    const nowMs = clock.now().getTime();
    const { held, years } = await readRecords(workspaceId, period);
    const lines = [];
    for (const { dialogue, record } of held) {
      const sight = sightOf(actor, workspaceId, record);
      const ofInstitution = participationIn(record, sight, nowMs);
      lines.push({ dialogue, isAttributed: sight.isAttributed, ofInstitution });
      await nextTurn();
    }
    const unattributed = lines.filter(({ isAttributed }) => !isAttributed).length;
    return { counted: { years, dialogues: lines.length, unattributed }, lines };
  }

  function labelsOf(ids: InstitutionId[]) {
    return db.read
      .select(labelColumns(db.tables))
      .from(institutions)
      .where(inArray(institutions.id, ids))
      .then((rows) => rows.map(labelOf));
  }

  async function findInvited({ workspaceId }: Asked, institutionId: InstitutionId) {
    const [row] = await db.read
      .select(labelColumns(db.tables))
      .from(dialogueInvitations)
      .innerJoin(dialogues, eq(dialogues.id, dialogueInvitations.dialogueId))
      .innerJoin(institutions, eq(institutions.id, dialogueInvitations.institutionId))
      .where(and(eq(dialogues.workspaceId, workspaceId), eq(institutions.id, institutionId)))
      .limit(1);
    if (!row) throw new DomainError({ code: 'not_found' });
    return labelOf(row);
  }

  return { listParticipation, listOfInstitution };
}

interface Counting {
  participation: Participation;
}

/** What is not known comes before nothing. */
const figureOrders = {
  invited: byFigure(({ invited }) => invited),
  accepted: byFigure(({ accepted }) => accepted),
  came: byFigure(({ came }) => came),
  interventions: byFigure(({ voice }) => voice?.interventions),
  spoken: byFigure(({ voice }) => voice?.spokenMs),
  positions: byFigure(({ voice }) => voice?.positions),
  corrections: byFigure(({ voice }) => voice?.corrections),
  feedback: byFigure(({ feedback }) => feedback?.given),
  heard: byFigure(({ feedback }) => (feedback && heardShare(feedback.heard)) ?? undefined),
};

function byFigure(figureOf: (participation: Participation) => number | undefined) {
  return (a: Counting, b: Counting) => (figureOf(a.participation) ?? -1) - (figureOf(b.participation) ?? -1);
}

function byText<Row>(textOf: (row: Row) => string) {
  return (a: Row, b: Row) => textOf(a).localeCompare(textOf(b));
}
