import type { RequestHandler, Response } from 'express';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { networkOf } from '#server/http/network-of';
import { readPath } from '#server/http/well-formed';
import { makeAuthenticate, type TokenHolder } from '../authenticate';
import { Problem } from '../problem';
import type { Dependencies } from '../types';

const minute = 60;
/** Wrong tokens from one network within a minute are told so; then a program in a loop is told to wait. */
const wrongTokens = 60;

/** Reading only, from well-formed addresses. */
export const refuseOtherMethods: RequestHandler = (req, res, next) => {
  if (readPath(req.originalUrl) === null) return next(new Problem('malformed_address'));
  if (req.method === 'GET' || req.method === 'HEAD') return next();
  // What is sent is not read.
  res.setHeader('Connection', 'close');
  next(new Problem('method_not_allowed'));
};

/** Pages of other origins read nothing, except from those that the operator named. Cookies never count here. */
export function answerOrigins(allowed: readonly string[]): RequestHandler {
  return (req, res, next) => {
    res.vary('Origin');
    const { origin } = req.headers;
    if (origin === undefined || !allowed.includes(origin)) return next();
    res.setHeader('Access-Control-Allow-Origin', origin);
    res.setHeader('Access-Control-Expose-Headers', 'ETag, Link, Retry-After, RateLimit-Remaining');
    if (req.method !== 'OPTIONS') return next();
    res.setHeader('Access-Control-Allow-Methods', 'GET, HEAD');
    res.setHeader('Access-Control-Allow-Headers', 'Authorization, If-None-Match');
    res.setHeader('Access-Control-Max-Age', '7200');
    res.status(204).end();
  };
}

/** Lets in whoever brings a token that is worth something, as often within a minute as is fair. */
export function askForToken(dependencies: Dependencies): RequestHandler {
  const authenticate = makeAuthenticate(dependencies);
  const { requestsPerMinute = 600 } = dependencies;
  const requests = new RateLimiterMemory({ points: requestsPerMinute, duration: minute });
  const failures = new RateLimiterMemory({ points: wrongTokens, duration: minute });

  async function admit(header: string | undefined, network: string, res: Response): Promise<TokenHolder> {
    if (header === undefined) throw new Problem('token_missing');
    const holder = await authenticate(header);
    if (!holder) {
      // A right token from the same network is let in all the while: a ministry sits behind one address.
      await count(failures, network, res);
      throw new Problem('token_invalid');
    }
    const left = await count(requests, holder.tokenId, res);
    res.setHeader('RateLimit-Limit', requestsPerMinute);
    res.setHeader('RateLimit-Remaining', left.remainingPoints);
    res.setHeader('RateLimit-Reset', seconds(left));
    return holder;
  }

  return (req, res, next) => {
    admit(req.headers.authorization, networkOf(req.ip), res).then((holder) => {
      res.locals.holder = holder;
      next();
    }, next);
  };
}

/** Counts one. Throws `rate_limited`, with when to come back, once there were too many. */
async function count(limiter: RateLimiterMemory, key: string, res: Response): Promise<RateLimiterRes> {
  try {
    return await limiter.consume(key);
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    res.setHeader('Retry-After', seconds(refusal));
    throw new Problem('rate_limited');
  }
}

function seconds({ msBeforeNext }: RateLimiterRes): number {
  return Math.max(1, Math.ceil(msBeforeNext / 1000));
}
