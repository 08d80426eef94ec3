import type { RequestHandler, Response } from 'express';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { networkOf } from '#server/http/network-of';
import { readPath } from '#server/http/well-formed';
import { makeAuthenticate, type TokenHolder } from '../authenticate';
import { Problem } from '../problem';
import type { Dependencies } from '../types';

const minute = 60;
/** Wrong tokens from one network within a minute: nobody guesses 256 bits, but nobody shall ask the database for ever. */
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
    const known = await failures.get(network);
    if (known && known.consumedPoints >= wrongTokens) throw tooMany(res, known);
    const holder = await authenticate(header);
    if (!holder) {
      await failures.consume(network).catch(() => undefined);
      throw new Problem('token_invalid');
    }
    const left = await requests.consume(holder.tokenId).catch((refusal: unknown) => {
      throw refusal instanceof RateLimiterRes ? tooMany(res, refusal) : refusal;
    });
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

function tooMany(res: Response, refusal: RateLimiterRes): Problem {
  res.setHeader('Retry-After', seconds(refusal));
  return new Problem('rate_limited');
}

function seconds({ msBeforeNext }: RateLimiterRes): number {
  return Math.max(1, Math.ceil(msBeforeNext / 1000));
}
