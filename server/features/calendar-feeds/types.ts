import type { Db } from '#db/db';
import type { Clock } from '#domain/clock';
import type { Background } from '#server/background';
import type { Accounts } from '../accounts';
import type { DialogueCalendar } from '../dialogue-calendar';
import type { Events } from '../events';
import type { FundingCycles } from '../funding-cycles';

export interface Dependencies {
  db: Db;
  clock: Clock;
  events: Events;
  accounts: Pick<Accounts, 'limits'>;
  fundingCycles: Pick<FundingCycles, 'listCalendarDates'>;
  dialogueCalendar: Pick<DialogueCalendar, 'listDialogueEvents'>;
  background: Background;
}
