import { filesOf, formOf, type Answer } from './answer.js';
import { effectAnswer } from './effect-method.js';
import { parseTable } from './input-table.js';
import { readArguments, type Command } from './options.js';
import { dbscanAnswer, densityAnswer, exactAnswer, giStarAnswer, type Task } from './place-methods.js';
import { peopleScanAnswer } from './people-method.js';
import { aoristicAnswer, knoxAnswer, scanAnswer } from './time-methods.js';
import { trendAnswer } from './trend-method.js';
import { UsageError } from './usage-error.js';
import { usage } from './usage.js';

/** What the door may do to the world around it. */
export interface World {
  /** The text of a file; throws a UsageError when it cannot be read. */
  readonly readText: (path: string) => string;
  readonly writeText: (path: string, text: string) => void;
  /** What was asked for itself: standard output. */
  readonly print: (text: string) => void;
  /** One line for the person who waits. */
  readonly tell: (line: string) => void;
}

const methods: Readonly<Record<Command, (task: Task) => Answer>> = {
  dbscan: dbscanAnswer,
  density: densityAnswer,
  exact: exactAnswer,
  gistar: giStarAnswer,
  scan: (task) => (task.options.has('baseline') ? peopleScanAnswer(task) : scanAnswer(task)),
  knox: knoxAnswer,
  trend: trendAnswer,
  aoristic: aoristicAnswer,
  effect: effectAnswer,
};

const offTheMap: readonly Command[] = ['knox', 'trend', 'aoristic', 'effect'];

/** Does what was asked for; the exit code: 0 done, 2 when the command or a file is not as it must be (one sentence is told). */
export function run(words: readonly string[], world: World): 0 | 2 {
  try {
    const { command, options } = readArguments(words);
    if (command === null) {
      world.print(usage());
      return 0;
    }
    const [input, output] = [options.needed('input'), options.needed('output')];
    if (formOf(output) === 'geojson' && offTheMap.includes(command)) {
      throw new UsageError(`${command} gives a table that is not on a map; write to .csv or .json.`);
    }
    const table = parseTable(world.readText(input), { file: input, header: !options.has('no-header') });
    const answer = methods[command]({ table, options, readText: world.readText, tell: world.tell });
    for (const { path, text } of filesOf(answer, { method: command, output })) world.writeText(path, text);
    for (const note of answer.notes) world.tell(note);
    if (answer.sentence) world.tell(answer.sentence.en);
    world.tell(`${command}: ${answer.rows.length} rows in ${output}`);
    return 0;
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    world.tell(error.message);
    return 2;
  }
}
