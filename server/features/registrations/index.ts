import { keeperCommands } from './keep';
import { postOf } from './post';
import { registrantCommands } from './register';
import type { Dependencies } from './types';

export type { OpenedRegistration, Registration } from './types';

/** Who registers on the public page of a training or webinar, and who came. */
export function makeRegistrations(dependencies: Dependencies) {
  const { start } = postOf(dependencies);
  return { ...registrantCommands(dependencies), ...keeperCommands(dependencies), start };
}
