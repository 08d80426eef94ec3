// One attack, in a process of its own, until it is killed. Arguments: its name, port, the two documents. Tells how much
// it has done.
import { type AttackName, attacks } from './attacks';

const [name, port, documentId = '', elsewhere = ''] = process.argv.slice(2);
let done = 0;
setInterval(() => process.send?.(done), 100);
process.on('disconnect', () => process.exit());
process.on('uncaughtException', () => undefined);
process.on('unhandledRejection', () => undefined);

await attacks[name as AttackName]({
  port: Number(port),
  documentId,
  elsewhere,
  did: (times = 1) => {
    done += times;
  },
});
