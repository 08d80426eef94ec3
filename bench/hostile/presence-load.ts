import type { WebSocket } from 'ws';
import { presenceFrame, sleep, type Target } from './target';

const people = 500;

/** 500 people in one document, each of whom moves once a second: the share of a core that it takes. */
export async function presenceLoad(
  target: Target,
  seconds = 10,
): Promise<{ movingShare: number; idleShare: number }> {
  const id = await target.createDocument();
  const sockets: WebSocket[] = [];
  for (let i = 0; i < people; i++) sockets.push(await target.open(`p${i}`, id, `?client=${i + 1}`));
  await sleep(2_000);
  const movingShare = await shareOf(target, seconds, () => {
    let clock = 0;
    const timers = sockets.map((socket, i) => {
      const move = () => socket.send(presenceFrame(i + 1, ++clock, cursor(clock)));
      let timer: NodeJS.Timeout = setTimeout(
        () => {
          move();
          timer = setInterval(move, 1_000);
        },
        i * (1_000 / people),
      );
      return () => clearInterval(timer);
    });
    return () => {
      for (const stop of timers) stop();
    };
  });
  const idleShare = await shareOf(target, 16, () => () => undefined);
  await target.hangUp();
  return { movingShare, idleShare };
}

async function shareOf(target: Target, seconds: number, start: () => () => void): Promise<number> {
  const stop = start();
  await sleep(1_500);
  await target.usage();
  await sleep(seconds * 1_000);
  const { cpuMs } = await target.usage();
  stop();
  return cpuMs / (seconds * 10);
}

/** As large as the editor's: two relative positions and the field. */
function cursor(at: number): object {
  const position = { type: null, tname: 'narrative', item: { client: 1_234_567_890, clock: at }, assoc: 0 };
  return { user: { color: '#0b7285' }, cursor: { anchor: position, head: position }, place: null };
}
