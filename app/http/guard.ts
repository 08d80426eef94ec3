import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node';
import { type DomainErrorCode, isDomainError, statusOfError } from '#domain/errors';

/** What the nearest ErrorBoundary gets for an expected refusal. */
export interface RefusalData {
  code: DomainErrorCode;
  details: Record<string, unknown>;
}

/** Wraps a loader: an expected refusal becomes a response with its status, which the ErrorBoundary puts into words. */
export function guardLoader<T>(load: (args: LoaderFunctionArgs) => Promise<T>) {
  return async (args: LoaderFunctionArgs): Promise<T> => {
    try {
      return await load(args);
    } catch (error) {
      if (!isDomainError(error)) throw error;
      throw data<RefusalData>({ code: error.code, details: error.details }, statusOfError[error.code]);
    }
  };
}

/**
 * Wraps an action: a refusal that the form can show comes back as `{ refusal }`, so that nothing typed is lost;
 * what no form can mend (not found, signed out) goes to the ErrorBoundary.
 */
export function guardAction<T>(act: (args: ActionFunctionArgs) => Promise<T>) {
  return async (args: ActionFunctionArgs) => {
    try {
      return await act(args);
    } catch (error) {
      if (!isDomainError(error)) throw error;
      const refusal: RefusalData = { code: error.code, details: error.details };
      const status = statusOfError[error.code];
      if (error.code === 'not_found' || error.code === 'signed_out') throw data(refusal, status);
      return data({ refusal }, status);
    }
  };
}
