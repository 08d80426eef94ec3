import { type ActContext, act } from '#app/features/dialogues/acts.server';
import { nothing } from '#app/features/dialogues/schemas';
import { instantOfLocal, isTimeZone } from '#domain/dialogues/local-time';
import type { RegistrationId } from '#domain/ids';
import { aboutRegistration, registrationMark, rulesSchema } from './schemas';

/** What a convenor does with registrations. */
export function registrationActs({ services: { registrations }, asked }: ActContext) {
  return {
    rules: act(
      rulesSchema.refine(({ timeZone }) => isTimeZone(timeZone)),
      ({ date, time, timeZone, places = null }) => {
        const closesAt = date ? new Date(instantOfLocal({ date, time }, timeZone)).toISOString() : null;
        return registrations.setRegistration({ ...asked, rules: { closesAt, places } });
      },
    ),
    'rules-end': act(nothing, () => registrations.setRegistration({ ...asked, rules: null })),
    tell: act(nothing, () => registrations.tellRegistered(asked)),
    remove: act(aboutRegistration, ({ registrationId }) =>
      registrations.removeRegistration({ ...asked, registrationId: registrationId as RegistrationId }),
    ),
    mark: act(registrationMark, ({ registrationId, attendance }) =>
      registrations.markRegistration({
        ...{ ...asked, registrationId: registrationId as RegistrationId },
        attendance: attendance === 'none' ? null : attendance,
      }),
    ),
  };
}
