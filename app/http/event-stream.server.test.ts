import { expect, it } from 'vitest';
import { eventStream } from './event-stream.server';

function asked(unsentBytes = 0) {
  const leaving = new AbortController();
  const waiting = { bytes: unsentBytes };
  return {
    leaving,
    waiting,
    args: { request: { signal: leaving.signal }, context: { unsentBytes: () => waiting.bytes } },
  };
}

it('sends events and ends with the page that listens', async () => {
  const { args, leaving } = asked();
  let stops = 0;
  const answer = await eventStream(args, ({ send }) => {
    send('view', '{"a":1}');
    return () => stops++;
  });
  leaving.abort();
  expect(await answer.text()).toBe('retry: 3000\n\nevent: view\ndata: {"a":1}\n\n');
  expect(stops).toBe(1);
});

it('lets go of a reader who takes nothing, so that nothing gathers for them', async () => {
  const { args, waiting } = asked();
  let stops = 0;
  let say: (event: string) => void = () => undefined;
  const answer = await eventStream(args, ({ send }) => {
    say = send;
    return () => stops++;
  });
  waiting.bytes = 10_000_000;
  say('one too many');
  say('after the end');
  expect(stops).toBe(1);
  expect(await answer.text()).not.toContain('event');
});

it('stops at once for whoever left before it was open', async () => {
  const { args, leaving } = asked();
  let stops = 0;
  leaving.abort();
  await eventStream(args, () => () => stops++);
  expect(stops).toBe(1);
});

it('throws what opening throws, with nothing left behind', async () => {
  const { args } = asked();
  await expect(eventStream(args, () => Promise.reject(new Error('no such dialogue')))).rejects.toThrow(
    'no such dialogue',
  );
});
