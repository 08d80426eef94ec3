import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { guardLoader } from '#app/http/guard';
import { Gallery } from '#app/ui/gallery/gallery';
import { DomainError } from '#domain/errors';

export const meta: MetaFunction = () => [{ title: 'Concord' }];

/** The design system at work; only where it is developed. */
export const loader = guardLoader(async ({ context }: LoaderFunctionArgs) => {
  if (!context.isDevelopment) throw new DomainError({ code: 'not_found' });
  return null;
});

export default Gallery;
