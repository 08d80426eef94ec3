import { makeRandom, type Random } from '../random';
import { Attacker } from './attacker';
import { differenceOf } from './document-state';
import type { EngineProcess } from './engine-process';
import { type Carrier, HonestClient } from './honest-client';
import { waitFor } from './wait-for';

export type Counts = Record<string, number>;

const hourMs = 3_600_000;

/**
 * One document with a few honest people and somebody who is not, for some dozens of steps. In the end all honest ones
 * have what somebody has who comes fresh, and so has the disk. Throws when something does not hold.
 */
export class Round {
  readonly counts: Counts = {};
  /** What was done, to be read after a failure. */
  readonly steps: string[] = [];
  readonly #engine: EngineProcess;
  readonly #random: Random;
  readonly #documentId: string;
  readonly #writers: HonestClient[];
  /** Never writes: all that it has, the server has shown. */
  readonly #watcher: HonestClient;
  readonly #attacker: Attacker;
  readonly #disconnected = new Set<HonestClient>();
  #people: HonestClient[] = [];
  #isDiskFull = false;

  private constructor({
    engine,
    random,
    documentId,
  }: {
    engine: EngineProcess;
    random: Random;
    documentId: string;
  }) {
    this.#engine = engine;
    this.#random = random;
    this.#documentId = documentId;
    const carriers: Carrier[] = ['websocket', 'websocket', random.pick(['websocket', 'stream', 'poll'])];
    this.#writers = carriers.map((carrier, i) => this.#join(`a${i}`, carrier));
    this.#watcher = this.#join('watcher', 'websocket');
    this.#attacker = new Attacker({ origin: engine.origin, documentId, random });
  }

  static async run(engine: EngineProcess, seed: number, onStart: (round: Round) => void): Promise<void> {
    const random = makeRandom(seed);
    const documentId = await engine.createDocument();
    const round = new Round({ engine, random, documentId });
    onStart(round);
    try {
      await round.#play();
    } finally {
      round.#attacker.leave();
      for (const client of round.#people) client.destroy();
    }
  }

  async #play(): Promise<void> {
    await this.#allSynced();
    const killAt = this.#random.below(2) ? this.#random.below(60) : -1;
    for (let step = 0; step < 60; step++) {
      if (step === killAt) await this.#kill();
      else await this.#step();
      await this.#pace();
    }
    await this.#comeToRest();
  }

  async #step(): Promise<void> {
    const random = this.#random;
    const writer = random.pick(this.#writers);
    const dice = random.below(100);
    if (dice < 3) await this.#strike();
    else if (dice < 45) {
      const edits = 1 + random.below(5);
      for (let i = 0; i < edits; i++) writer.edit(random);
      this.#did('edits', writer.name, edits);
    } else if (dice < 53) this.#comeOrGo(writer);
    else if (dice < 60) this.#readOrNot();
    else if (dice < 68) this.#did('malformedFrames', this.#attacker.frame());
    else if (dice < 70) this.#did('garbledSockets', this.#attacker.garbage());
    else if (dice < 83) this.#did('corruptUpdates', this.#attacker.update(this.#watcher.doc));
    else if (dice < 89) this.#did('forgedPresences', this.#attacker.presence(writer.doc.clientID));
    else if (dice < 95) {
      writer.showPresence();
      this.#did('presences', writer.name);
    } else if (dice < 99) await this.#jump();
    else {
      writer.flood();
      this.#did('floods', writer.name);
    }
  }

  #comeOrGo(client: HonestClient): void {
    const isAway = this.#disconnected.delete(client);
    if (isAway) client.connect();
    else {
      client.disconnect();
      this.#disconnected.add(client);
    }
    this.#did(isAway ? 'reconnects' : 'disconnects', client.name);
  }

  #readOrNot(): void {
    const client = this.#random.pick([...this.#writers, this.#watcher]);
    const isReading = this.#random.below(2) === 0;
    client.setReading(isReading);
    this.#did('readerStops', `${client.name} ${isReading ? 'reads' : 'does not read'}`, isReading ? 0 : 1);
  }

  async #jump(): Promise<void> {
    const ms = (this.#random.below(13) - 6) * hourMs + this.#random.below(1_000);
    await this.#engine.jump(ms);
    this.#did('clockJumps', `${ms} ms`);
  }

  /** The disk is full, and a while later it is not; or the database hangs up. */
  async #strike(): Promise<void> {
    if (this.#engine.isOnPostgres) {
      await this.#engine.cutDatabase();
      this.#did('databaseCuts', '');
    } else {
      this.#isDiskFull = !this.#isDiskFull;
      await this.#engine.fillDisk(this.#isDiskFull);
      this.#did('fullDisks', this.#isDiskFull ? 'full' : 'has space', this.#isDiskFull ? 1 : 0);
    }
  }

  /** What anyone else had seen is there when the server is back. */
  async #kill(): Promise<void> {
    await this.#engine.kill();
    this.#isDiskFull = false;
    const honest = [...this.#people];
    for (const client of honest) client.disconnect();
    this.#did('kills', '');
    await this.#engine.restart();
    const fresh = this.#join('fresh', 'websocket');
    await waitFor(() => (fresh.isSynced ? null : 'nobody gets in after the restart'));
    for (const client of honest) {
      const lost = client.missesIn(fresh.doc, { hasWritten: client !== this.#watcher });
      if (lost) throw new Error(lost);
    }
    this.#leave(fresh);
    for (const client of honest) client.connect();
    this.#disconnected.clear();
  }

  async #comeToRest(): Promise<void> {
    this.#attacker.leave();
    if (this.#isDiskFull) await this.#strike();
    for (const client of this.#people) {
      client.setReading(true);
      client.connect();
    }
    await this.#allSynced();
    await this.#sameForAll(this.#join('newcomer', 'websocket'));
    await this.#allSeen();
    await this.#keptOnDisk();
    const refused = this.#people.filter(({ refusals }) => refusals.length > 0);
    if (refused.length > 0)
      throw new Error(`sent away: ${refused.map(({ name, refusals }) => `${name} ${refusals}`).join()}`);
    if (this.#engine.trouble.length > 0) throw new Error(this.#engine.trouble.join('\n'));
  }

  /**
   * All leave, and with them the room its memory: whoever comes now has what is on the disk. That may be more than they
   * saw, since what the attacker sent last may have waited for a database that was cut.
   */
  async #keptOnDisk(): Promise<void> {
    const before = [...this.#people];
    for (const client of before) client.disconnect();
    const late = this.#join('late', 'websocket');
    await waitFor(() => {
      if (!late.isSynced) return 'late does not get in';
      const losses = before.map((client) => client.missesIn(late.doc, { hasWritten: false }));
      return losses.find((loss) => loss !== null) ?? null;
    });
    for (const client of before) client.connect();
    await this.#sameForAll(late);
  }

  async #sameForAll(newcomer: HonestClient): Promise<void> {
    await waitFor(() => {
      if (!newcomer.isSynced) return `${newcomer.name} does not get in`;
      for (const client of this.#people) {
        const difference = differenceOf(client.doc, newcomer.doc);
        if (difference) return `${client.name} and ${newcomer.name}: ${difference}`;
      }
      return null;
    });
  }

  async #allSeen(): Promise<void> {
    for (const writer of this.#writers) writer.showPresence();
    await waitFor(() => {
      for (const writer of this.#writers) {
        const blindness = this.#watcher.blindnessTo(writer);
        if (blindness) return blindness;
      }
      return null;
    });
  }

  async #allSynced(): Promise<void> {
    await waitFor(() => {
      const late = this.#people.find(({ isSynced }) => !isSynced);
      return late ? `${late.name} is not synced` : null;
    });
  }

  #join(name: string, carrier: Carrier): HonestClient {
    const { origin } = this.#engine;
    const clientId = 1 + this.#random.below(2 ** 31);
    const client = new HonestClient({ name, clientId, carrier, origin, documentId: this.#documentId });
    this.#people = [...this.#people, client];
    return client;
  }

  #leave(client: HonestClient): void {
    client.destroy();
    this.#people = this.#people.filter((other) => other !== client);
  }

  #did(kind: string, what: string, times = 1): void {
    this.counts[kind] = (this.counts[kind] ?? 0) + times;
    this.steps.push(`${kind}: ${what}`);
  }

  /** Sometimes all at once, sometimes with time for what was sent to get through. */
  #pace(): Promise<void> {
    const ms = this.#random.pick([0, 0, 1, 2, 5, 20]);
    return new Promise((resolve) => (ms ? setTimeout(resolve, ms) : setImmediate(resolve)));
  }
}
