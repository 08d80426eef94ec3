import type { ErrorRequestHandler, RequestHandler, Response } from 'express';
import { Problem, problemBody, problemKinds, problemOf } from '../problem';

/** Answers what went wrong as application/problem+json; what nobody expected is logged and told without its inside. */
export function answerProblems(onError: (error: unknown) => void): ErrorRequestHandler {
  // Express knows an error handler by its four parameters.
  return (error: unknown, _req, res, _next) => {
    const problem = problemOf(error);
    if (!problem) onError(error);
    if (res.headersSent) {
      // A file that was cut off must not look whole.
      res.destroy();
      return;
    }
    answerProblem(res, problem ?? new Problem('internal'));
  };
}

export const answerNothingHere: RequestHandler = (_req, res) => answerProblem(res, new Problem('not_found'));

function answerProblem(res: Response, problem: Problem): void {
  const [status] = problemKinds[problem.code];
  if (status === 401) {
    const error = problem.code === 'token_invalid' ? ', error="invalid_token"' : '';
    res.setHeader('WWW-Authenticate', `Bearer realm="Concord"${error}`);
  }
  if (problem.code === 'insufficient_scope') {
    res.setHeader('WWW-Authenticate', 'Bearer realm="Concord", error="insufficient_scope"');
  }
  if (status === 405) res.setHeader('Allow', 'GET, HEAD');
  res
    .status(status)
    .type('application/problem+json')
    .send(JSON.stringify(problemBody(problem, String(res.locals.requestId))));
}
