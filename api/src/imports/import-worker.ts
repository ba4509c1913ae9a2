import { toPosition } from '../geo/projection.js';
import { chunksOf, groundOf, planFile, type ReadingGround, type ReadRow } from './import-reading.js';
import {
  fateCodes,
  type FromReading,
  type PreviewResult,
  type ReadingEnd,
  type ReadingWork,
  type ToReading,
} from './import-work.js';
import { type EvaluatedRow, PreviewTally } from './preview-tally.js';
import { StagingRun } from './staging-run.js';
import { PortInbox } from './port-inbox.js';
import { openSealed } from './sealed-file.js';
import { storedJson } from './stored-json.js';
import { openTable } from './table-reader.js';
import { TableProblem } from './table-problem.js'; // prettier-ignore

type Work<Kind extends ReadingWork['kind']> = Extract<ReadingWork, { kind: Kind }>;

/** How many chunks may lie between this thread and the database: the next is read while one is written. */
const ahead = 2;

/** A reading thread's whole work: piscina calls it with what `ImportReaderService` sends. */
export async function read(work: ReadingWork): Promise<ReadingEnd> {
  const ground = groundOf(work.ground);
  try {
    return work.kind === 'preview'
      ? { ok: true, preview: await preview(work, ground), counts: null }
      : { ok: true, preview: null, counts: await stage(work, ground) };
  } catch (error) {
    if (error instanceof TableProblem) return { ok: false, problem: error.code };
    throw error;
  } finally {
    work.port.close();
  }
}

async function preview(work: Work<'preview'>, ground: ReadingGround): Promise<PreviewResult> {
  const { table, plan, defaults } = await planFile(openSealed(work.file), ground, work);
  const tally = new PreviewTally(plan.mapping, plan.header.length);
  const talk = new Talk(work);
  for await (const chunk of chunksOf(table, plan, ground, work.owner)) {
    for (const row of await evaluated(talk, chunk)) tally.add(row);
  }
  const { format, encoding, sheet, otherSheets, garbled } = table;
  return {
    table: { format, encoding, sheet, otherSheets, garbled },
    plan,
    tally: tally.result(),
    defaults: defaults.map(({ point, rows }) => ({ position: toPosition(point), rows })),
  };
}

async function evaluated(talk: Talk, chunk: readonly ReadRow[]): Promise<EvaluatedRow[]> {
  const asked = chunk.flatMap(({ keys }) => (keys && !keys.repeated ? [keys] : []));
  talk.say({
    kind: 'identities',
    identities: asked.map((keys) => keys.identity),
    digests: asked.map((keys) => keys.contentDigest),
  });
  const answer = await talk.heard();
  const fates = answer.kind === 'fates' ? answer.fates : new Uint8Array();
  let next = 0;
  return chunk.map(({ number, cells, outcome, keys }) => {
    if (!keys) return { number, cells, outcome, fate: null };
    return { number, cells, outcome, fate: keys.repeated ? 'repeated' : fateCodes[fates[next++] ?? 0]! };
  });
}

async function stage(work: Work<'import'>, ground: ReadingGround) {
  const table = await openTable(openSealed(work.file));
  const run = new StagingRun(work.plan, ground);
  const talk = new Talk(work);
  let waiting = 0;
  for await (const chunk of chunksOf(table, work.plan, ground, work.owner)) {
    const { staged, outcomes } = run.take(chunk);
    talk.say({ kind: 'rows', staged: storedJson(staged), outcomes: storedJson(outcomes), counts: run.counts });
    waiting += 1;
    if (waiting < ahead) continue;
    await talk.heard();
    waiting -= 1;
  }
  for (; waiting > 0; waiting -= 1) await talk.heard();
  return run.counts;
}

/** What goes between this thread and the one that has the database. */
class Talk {
  private readonly inbox: PortInbox<ToReading>;

  constructor(private readonly work: ReadingWork) {
    this.inbox = new PortInbox(work.port);
  }

  say(message: FromReading): void {
    this.work.port.postMessage(message);
  }

  async heard(): Promise<ToReading> {
    const message = await this.inbox.next();
    if (!message) throw new Error('the other side has gone');
    return message;
  }
}
