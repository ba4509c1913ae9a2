import { commands, optionForms } from './options.js';

/** The text of `--help`. */
export function usage(): string {
  const methods = Object.entries(commands).map(([name, what]) => `  ${name.padEnd(10)}${what}`);
  const options = Object.entries(optionForms).map(([name, { kind, help }]) => {
    if (typeof kind === 'string') return line(name, placeholders[kind], help);
    const choices = name === 'reference-system' ? `${kind[0]} ...` : kind.join('|');
    return line(name, choices, help);
  });
  return [
    'npm run --silent analyse -- METHOD --input FILE.csv --output FILE.csv|.json|.geojson [options]',
    '',
    'Analyses a table of events without a database. Coordinates are metres on a map plane.',
    'Progress goes to standard error. Ends with 0 when done, 2 when the command or a file is not as it must be.',
    '',
    'Methods:',
    ...methods,
    '',
    'Options (what holds without them stands in brackets):',
    ...options,
    '',
  ].join('\n');
}

const placeholders = { text: 'TEXT', number: 'N', whole: 'N', numbers: 'N,N,...', flag: '' } as const;

function line(name: string, value: string, help: string): string {
  const word = `  --${name} ${value}`.trimEnd();
  return word.length < 32 ? `${word.padEnd(32)}${help}` : `${word}\n${' '.repeat(32)}${help}`;
}
