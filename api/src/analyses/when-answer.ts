import { hotTimes, hourOfWeekWeights } from '../analysis/aoristic.js';
import { type Bilingual, inBothLanguages } from '../analysis/bilingual.js';
import { levelOfEachPart, weekParts, type WeekPart, type WeekWeights } from '../analysis/week-parts.js';
import { hours, weekdayNames } from '../hotspots/sentence-wording.js';
import { type Answer, type AnswerTable, both, noTable, type Task } from './answer.js';
import { earlierEvents, rounded, taskEvents } from './task-events.js';

const fewestEvents = 10;
/** At which hours does it happen, and is that other than usual? Spans of time are spread over their hours. */
export function whenAnswer(task: Task): Answer {
  const prepared = taskEvents(task);
  const level = 1 - (task.expert.alpha ?? 0.1);
  const now = prepared.clean.usable;
  const before = earlierEvents(prepared, task);
  const weights = hourOfWeekWeights(now);
  const earlier = hourOfWeekWeights(before.events);
  const rest = {
    parameters: {
      level,
      levelOfEach: levelOfEachPart(level),
      years: before.years,
      events: weights.events,
      endedBeforeStart: weights.endedBeforeStart,
      spreadOverWeek: weights.spreadOverWeek,
    },
    input: prepared.input,
    choices: choicesOf(before.years, level),
    notices: noticesOf(weights),
    features: [],
  };
  if (now.length < fewestEvents) return { ...rest, ...tooFew(now.length), table: noTable };
  const parts = weekParts(weights.weights, earlier.weights, { years: before.years, level });
  return {
    ...rest,
    status: before.years === 0 ? 'first-year' : 'answered',
    sentence: sentenceOf(weights.weights, parts, before.years),
    table: tableOf(parts, weights.weights),
  };
}

function tooFew(events: number): Pick<Answer, 'status' | 'sentence'> {
  return {
    status: events === 0 ? 'no-events' : 'too-few',
    sentence: both(
      `För få händelser för att säga när det händer: ${events}, och ${fewestEvents} behövs.`,
      `Too few incidents to say when it happens: ${events}, and ${fewestEvents} are needed.`,
    ),
  };
}

function sentenceOf(weights: WeekWeights, parts: readonly WeekPart[], years: number): Bilingual {
  const [block] = hotTimes(weights);
  const gathered = block
    ? (language: 'sv' | 'en') => {
        const days = weekdayNames(
          block.weekdays.map((day) => day + 1),
          language,
        );
        const share = inBothLanguages(block.share * 100)[language];
        const clock = hours(block.fromHour, block.toHour % 24, language);
        const when = [days, clock].filter((part) => part !== '').join(' ');
        return language === 'sv'
          ? `${share} procent av händelserna sker ${when}.`
          : `${share} percent of the incidents happen ${when}.`;
      }
    : (language: 'sv' | 'en') => (language === 'sv' ? 'Det är spritt över veckan.' : 'It is spread over the week.');
  const above = parts.filter(({ count, normal }) => normal && count > normal.high);
  const [top] = above.toSorted((a, b) => b.count - b.normal!.expected - (a.count - a.normal!.expected));
  if (years === 0)
    return both(
      `${gathered('sv')} Normalt visas efter ett års rapporter.`,
      `${gathered('en')} What is normal is shown after a year of reports.`,
    );
  if (!top)
    return both(
      `${gathered('sv')} Ingen del av veckan ligger över vad som brukar vara, jämfört med samma veckor tidigare år.`,
      `${gathered('en')} No part of the week is above what is usual, compared with the same weeks of earlier years.`,
    );
  return both(`${gathered('sv')} ${moreThanUsual(top, 'sv')}`, `${gathered('en')} ${moreThanUsual(top, 'en')}`);
}

function moreThanUsual({ weekday, from, to, count, normal }: WeekPart, language: 'sv' | 'en'): string {
  const day = weekdayNames([weekday + 1], language);
  const clock = hours(from, to % 24, language);
  const [seen, expected, low, high] = [count, normal!.expected, normal!.low, normal!.high].map(
    (value) => inBothLanguages(value)[language],
  );
  return language === 'sv'
    ? `${day.charAt(0).toUpperCase()}${day.slice(1)} ${clock} är det mer än vanligt: ${seen}, mot ${expected} (${low}–${high}) samma veckor tidigare år.`
    : `${day} ${clock} has more than usual: ${seen}, against ${expected} (${low}–${high}) in the same weeks of earlier years.`;
}

/** 28 parts of the week, each with its six hours: the 168 of the clock chart. */
function tableOf(parts: readonly WeekPart[], weights: WeekWeights): AnswerTable {
  const hourColumns = Array.from({ length: 6 }, (_, hour) => ({
    key: `h${hour}`,
    label: both(`Timme ${hour + 1}`, `Hour ${hour + 1}`),
    unit: null,
  }));
  return {
    columns: [
      { key: 'day', label: both('Dag', 'Day'), unit: null },
      { key: 'time', label: both('Tid', 'Time'), unit: null },
      { key: 'count', label: both('Händelser', 'Incidents'), unit: null },
      { key: 'expected', label: both('Normalt', 'Usual'), unit: null },
      { key: 'low', label: both('Normalt lägst', 'Usual, lowest'), unit: null },
      { key: 'high', label: both('Normalt högst', 'Usual, highest'), unit: null },
      { key: 'verdict', label: both('Mot det vanliga', 'Against the usual'), unit: null },
      ...hourColumns,
    ],
    rows: parts.map(({ weekday, from, to, count, normal }) => ({
      day: both(weekdayNames([weekday + 1], 'sv'), weekdayNames([weekday + 1], 'en')),
      time: both(hours(from, to % 24, 'sv'), hours(from, to % 24, 'en')),
      count: rounded(count),
      expected: normal && rounded(normal.expected),
      low: normal && normal.low,
      high: normal && normal.high,
      verdict: verdictOf(count, normal),
      ...Object.fromEntries(hourColumns.map(({ key }, step) => [key, rounded(weights[weekday]![from + step]!, 2)])),
    })),
  };
}

function verdictOf(count: number, normal: WeekPart['normal']): Bilingual | null {
  if (!normal) return null;
  if (count > normal.high) return both('fler än vanligt', 'more than usual');
  return count < normal.low ? both('färre än vanligt', 'fewer than usual') : both('som vanligt', 'as usual');
}

function choicesOf(years: number, level: number): Answer['choices'] {
  const percent = inBothLanguages(level * 100);
  return [
    both(
      'En händelse som är känd som ett tidsspann är utspridd över sina timmar.',
      'An incident known as a span of time is spread over its hours.',
    ),
    ...(years > 0
      ? [
          both(
            `Normalt är samma veckor ${years === 1 ? 'året innan' : `de ${years} åren innan`}; i ${percent.sv} procent av vanliga år håller sig alla veckans 28 delar inom gränserna.`,
            `Usual is the same weeks of ${years === 1 ? 'the year before' : `the ${years} years before`}; in ${percent.en} percent of ordinary years all 28 parts of the week stay within the limits.`,
          ),
        ]
      : []),
  ];
}

function noticesOf({
  endedBeforeStart,
  spreadOverWeek,
}: {
  endedBeforeStart: number;
  spreadOverWeek: number;
}): Answer['notices'] {
  return [
    ...(endedBeforeStart > 0
      ? [
          both(
            `${endedBeforeStart} händelser slutar innan de börjar. De räknas i den timme då de börjar.`,
            `${endedBeforeStart} incidents end before they begin. They count in the hour in which they begin.`,
          ),
        ]
      : []),
    ...(spreadOverWeek > 0
      ? [
          both(
            `${spreadOverWeek} händelser är kända bara på en vecka när eller mer och säger inget om tiden på dygnet.`,
            `${spreadOverWeek} incidents are known only within a week or more and say nothing about the hour.`,
          ),
        ]
      : []),
  ];
}
