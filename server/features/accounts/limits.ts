import { type IRateLimiterOptions, RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { DomainError } from '#domain/errors';

const quarterHour = 15 * 60;
const hour = 60 * 60;

/**
 * How often something may be tried. A whole ministry may sit behind one address, so that limit is wider than the
 * one for an account from there. An account from anywhere has a wide limit too: with a narrow one, anybody could lock
 * a colleague out. Kept in memory: a restart forgives.
 */
const rules = {
  signInByAddress: { points: 100, duration: quarterHour },
  signInByAccountAndAddress: { points: 10, duration: quarterHour },
  signInByAccount: { points: 100, duration: quarterHour },
  resetByAddress: { points: 20, duration: hour },
  resetByAccount: { points: 3, duration: hour },
  setup: { points: 10, duration: quarterHour },
  passwordChange: { points: 10, duration: quarterHour },
  invitation: { points: 60, duration: quarterHour },
  registrationByAddress: { points: 100, duration: hour },
  registrationByEmail: { points: 3, duration: hour },
  registrationLink: { points: 60, duration: quarterHour },
  letterLink: { points: 60, duration: quarterHour },
  calendarFeed: { points: 60, duration: quarterHour },
} satisfies Record<string, IRateLimiterOptions>;

export type LimitName = keyof typeof rules;

export function makeLimits() {
  const limiters = new Map(
    Object.entries(rules).map(([name, rule]) => [
      name as LimitName,
      new RateLimiterMemory({ ...rule, keyPrefix: name }),
    ]),
  );
  const limiter = (name: LimitName) => limiters.get(name) as RateLimiterMemory;

  /** Counts one try. Throws `rate_limited`, with the minutes to wait as `count`, once there were too many. */
  async function count(name: LimitName, key: string): Promise<void> {
    try {
      await limiter(name).consume(key);
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      const minutes = Math.max(1, Math.ceil(refusal.msBeforeNext / 60_000));
      // `count` is what the words of the refusal are chosen by: one minute, several minutes.
      throw new DomainError({ code: 'rate_limited', details: { count: minutes } });
    }
  }

  /** Takes one try back: it turned out to be rightful. */
  async function forgiveOne(name: LimitName, key: string): Promise<void> {
    await limiter(name).reward(key);
  }

  async function forgiveAll(name: LimitName, key: string): Promise<void> {
    await limiter(name).delete(key);
  }

  return { count, forgiveOne, forgiveAll };
}

export type Limits = ReturnType<typeof makeLimits>;
