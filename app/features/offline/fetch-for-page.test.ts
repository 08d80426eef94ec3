import { encode } from 'turbo-stream';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fetchForPage, noAnswer } from './fetch-for-page';

const page = { origin: 'https://concord.example', pathname: '/w/mdg/commitments', search: '?year=2027' };
const data = new URL('https://concord.example/w/mdg/commitments.data?year=2027&_routes=root');
const unreached = () => Promise.reject(new TypeError('Failed to fetch'));
const answerOf = (status: number, headers = {}) => Promise.resolve(new Response('', { status, headers }));

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('addEventListener', vi.fn());
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function pageThatGets(...answers: (() => Promise<Response>)[]) {
  const fetch = vi.fn<typeof globalThis.fetch>(() => (answers.shift() ?? unreached)());
  const onForm = vi.fn();
  return { fetch, onForm, ask: fetchForPage({ fetch, here: () => page, onForm }) };
}

test('what is fetched anew for the page is asked for until the server answers', async () => {
  const { fetch, ask } = pageThatGets(
    unreached,
    () => answerOf(502),
    () => answerOf(200),
  );
  const answer = ask(data);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(fetch).toHaveBeenCalledTimes(2);
  await vi.advanceTimersByTimeAsync(2_000);
  expect((await answer).status).toBe(200);
});

test('an answer that breaks off on its way is asked for again', async () => {
  const broken = new ReadableStream({
    start(controller) {
      controller.enqueue(new TextEncoder().encode('[{"_1":'));
      controller.error(new TypeError('network error'));
    },
  });
  const { fetch, ask } = pageThatGets(
    () => Promise.resolve(new Response(broken)),
    () => Promise.resolve(new Response('whole', { headers: { 'X-Remix-Response': 'yes' } })),
  );
  const answer = ask(data);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(fetch).toHaveBeenCalledTimes(2);
  expect((await answer).headers.get('X-Remix-Response')).toBe('yes');
  expect(await (await answer).text()).toBe('whole');
});

test('it is given up when the person goes elsewhere', async () => {
  const { ask } = pageThatGets();
  const leaving = new AbortController();
  const answer = ask(data, { signal: leaving.signal });
  const given = expect(answer).rejects.toThrow('gone');
  await vi.advanceTimersByTimeAsync(500);
  leaving.abort(new Error('gone'));
  await given;
});

test('a refusal of the server itself is passed on', async () => {
  const { ask } = pageThatGets(() => answerOf(503, { 'X-Remix-Response': 'yes' }));
  expect((await ask(data)).status).toBe(503);
});

test('another page, or the same with another filter, fails as it would', async () => {
  const { ask } = pageThatGets();
  await expect(ask(new URL('/w/mdg/plans.data', data))).rejects.toThrow(TypeError);
  await expect(ask(new URL('/w/mdg/commitments.data?year=2028', data))).rejects.toThrow(TypeError);
  await expect(ask('https://concord.example/w/mdg/commitments.data?year=2027')).rejects.toThrow(TypeError);
});

test('a form that got no answer stands as if it had not been sent, and the page is told', async () => {
  const { fetch, onForm, ask } = pageThatGets(unreached, () => answerOf(504));
  for (const _ of [1, 2]) {
    const answer = await ask(data, { method: 'POST', body: 'amount=1' });
    expect(answer.status).toBe(503);
    expect(await answer.text()).toBe(noAnswer);
  }
  expect(fetch).toHaveBeenCalledTimes(2);
  expect(onForm.mock.calls.flat()).toEqual(['sent', 'unanswered', 'sent', 'unanswered']);
  expect(noAnswer).toBe(await new Response(encode({ data: null })).text());
});
