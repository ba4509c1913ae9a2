import { type Bilingual, inBothLanguages } from '../analysis/bilingual.js';
import { isPeriod, localDate, monthsOf, type Period } from '../analysis/calendar.js';
import { displacementRing } from '../analysis/displacement-ring.js';
import { type BeforeAfter, type Effect, effectOf } from '../analysis/effect.js';
import { containment } from '../geo/polygon.js';
import type { Metres } from '../geo/projection.js';
import { type Answer, type AnswerTable, both, type KnownPlace, noTable, type Task } from './answer.js';
import { daySpan } from '../hotspots/sentence-wording.js';
import { polygonFeature, rounded, type TaskEvents, taskEvents } from './task-events.js';
import type { AnswerStatus } from './question.js';

interface Counted {
  readonly treated: BeforeAfter;
  readonly controls: readonly {
    readonly place: KnownPlace;
    readonly counts: BeforeAfter;
    readonly months: readonly number[];
  }[];
  readonly ring: BeforeAfter;
  readonly controlRing: BeforeAfter;
}

const shortestDays = 28;

/** Did it help? The hot spot's own polygon before and after, against the other hot spots, with the ring round it. */
export function effectAnswer(task: Task): Answer {
  const prepared = taskEvents({ ...task, within: null, period: wholeSpan(task) });
  const level = 1 - (task.expert.alpha ?? 0.05);
  const ringMetres = task.expert.radiusMetres ?? 200;
  const place = task.places.find(({ id }) => id === task.placeId);
  const base = {
    input: prepared.input,
    notices: [],
    choices: [],
    features: [],
    table: noTable,
    parameters: { level, ringMetres },
  };
  if (!place) return { ...base, ...noPlace };
  const spans = task.effect;
  if (!spans || !isPeriod(spans.before) || !isPeriod(spans.after) || shortest(spans) < shortestDays)
    return { ...base, ...tooShort };
  const counted = count(task, prepared, { place, spans, ringMetres });
  const effect = effectOf({
    treated: counted.treated,
    controls: counted.controls.map(({ counts }) => counts),
    controlMonths: counted.controls.map(({ months }) => months),
    ...(counted.controls.length > 0 ? { displacement: counted.ring, displacementControl: counted.controlRing } : {}),
    ...spans,
    ...(place.detection ? { detection: place.detection } : {}),
    level,
  });
  return {
    ...base,
    status: statusOf(effect),
    sentence: sentenceOf(place, effect, { counted, spans }),
    parameters: {
      ...base.parameters,
      ...effect.parameters,
      before: daysOf(spans.before),
      after: daysOf(spans.after),
      detection: place.detection && daysOf(place.detection),
    },
    choices: choicesOf(counted, ringMetres),
    notices: effect.parameters.overdispersion > 1.5 ? [unsteady(effect.parameters.overdispersion)] : [],
    features: [
      polygonFeature(place.polygon, { layer: 'treated', row: 0 }),
      ...counted.controls.map(({ place: control }, index) =>
        polygonFeature(control.polygon, { layer: 'control', row: index + 2 }),
      ),
    ],
    table: tableOf(place, counted, effect),
  };
}

/** Both spans and all between: what hygiene looks at. */
function wholeSpan({ effect, period }: Task): Period {
  if (!effect) return period;
  return { from: Math.min(effect.before.from, effect.after.from), to: Math.max(effect.before.to, effect.after.to) };
}

function shortest({ before, after }: { before: Period; after: Period }): number {
  return Math.min(before.to - before.from, after.to - after.from) / 86_400_000;
}

const noPlace: Pick<Answer, 'status' | 'sentence'> = {
  status: 'no-places',
  sentence: both('Välj den hot spot som insatsen gällde.', 'Choose the hot spot that the effort was about.'),
};

const tooShort: Pick<Answer, 'status' | 'sentence'> = {
  status: 'invalid-period',
  sentence: both(
    'Tiden före och tiden efter behöver vara minst fyra veckor var.',
    'The time before and the time after need to be at least four weeks each.',
  ),
};

function count(
  task: Task,
  { clean }: TaskEvents,
  { place, spans, ringMetres }: { place: KnownPlace; spans: { before: Period; after: Period }; ringMetres: number },
): Counted {
  const events = clean.usable;
  const countIn = (isHere: (point: Metres) => boolean): BeforeAfter => {
    const here = events.filter(isHere);
    return [
      here.filter(({ from }) => isIn(spans.before, from)).length,
      here.filter(({ from }) => isIn(spans.after, from)).length,
    ];
  };
  const others = task.places.filter((other) => other.id !== place.id);
  const everywhere = task.places.flatMap(({ polygon }) => polygon);
  const ringOf = (one: KnownPlace) => displacementRing(one.polygon, { ringMetres, except: everywhere });
  const own = ringOf(place);
  const rings = others.map(ringOf);
  const months = [...monthsOf(spans.before), ...monthsOf(spans.after)];
  return {
    treated: countIn(containment(place.polygon)),
    controls: others.map((control) => {
      const inside = events.filter(containment(control.polygon));
      return {
        place: control,
        counts: countIn(containment(control.polygon)),
        months: months.map((month) => inside.filter(({ from }) => isIn(month, from)).length),
      };
    }),
    ring: countIn(own),
    controlRing: countIn((point) => !own(point) && rings.some((isInRing) => isInRing(point))),
  };
}

function isIn({ from, to }: Period, instant: number): boolean {
  return instant >= from && instant < to;
}

function daysOf({ from, to }: Period): { from: string; to: string } {
  return { from: localDate(from), to: localDate(to - 1) };
}

function statusOf({ verdict }: Effect): AnswerStatus {
  if (verdict === 'too-few' || verdict === 'no-controls' || verdict === 'baseline-holds-detection') return verdict;
  return 'answered';
}

function sentenceOf(
  place: KnownPlace,
  effect: Effect,
  { counted, spans }: { counted: Counted; spans: { before: Period; after: Period } },
): Bilingual {
  const [before, after] = counted.treated;
  const { name } = place;
  if (effect.verdict === 'too-few')
    return both(
      effect.sentence.sv.replace(/^För få händelser/, `${name} har för få händelser`),
      effect.sentence.en.replace(/^Too few events/, `${name} has too few incidents`),
    );
  const days = (span: Period, language: 'sv' | 'en') => daySpan(daysOf(span).from, daysOf(span).to, language);
  const [c0, c1] = counted.controls.reduce<BeforeAfter>(
    (sum, { counts }) => [sum[0] + counts[0], sum[1] + counts[1]],
    [0, 0],
  );
  const seen = both(
    `${name}: från ${before} händelser (${days(spans.before, 'sv')}) till ${after} (${days(spans.after, 'sv')})`,
    `${name}: from ${before} incidents (${days(spans.before, 'en')}) to ${after} (${days(spans.after, 'en')})`,
  );
  if (effect.verdict === 'no-controls')
    return both(
      `${seen.sv}. Utan andra platser att jämföra med går det inte att säga vad det beror på.`,
      `${seen.en}. Without other places to compare with nothing can be said of the cause.`,
    );
  const compared = both(
    `, på jämförelseplatserna från ${c0} till ${c1}.`,
    `, in the comparison places from ${c0} to ${c1}.`,
  );
  const told = counted.controls.length === 0 ? both('.', '.') : compared;
  return both(`${seen.sv}${told.sv} ${effect.sentence.sv}`, `${seen.en}${told.en} ${effect.sentence.en}`);
}

function tableOf(place: KnownPlace, { treated, controls, ring, controlRing }: Counted, effect: Effect): AnswerTable {
  const row = (name: Bilingual, [before, after]: BeforeAfter) => ({
    place: name,
    before,
    after,
    change: after - before,
  });
  const { total } = effect.difference;
  const ratio = effect.againstControls;
  const figures = both(
    `Skillnad ${inBothLanguages(total.estimate, 1).sv} (${inBothLanguages(total.interval.low, 1).sv} till ${inBothLanguages(total.interval.high, 1).sv}); kvot ${rounded(ratio.ratio, 2)} (${rounded(ratio.interval.low, 2)}–${rounded(ratio.interval.high, 2)})`,
    `Difference ${inBothLanguages(total.estimate, 1).en} (${inBothLanguages(total.interval.low, 1).en} to ${inBothLanguages(total.interval.high, 1).en}); ratio ${rounded(ratio.ratio, 2)} (${rounded(ratio.interval.low, 2)}–${rounded(ratio.interval.high, 2)})`,
  );
  return {
    columns: [
      { key: 'place', label: both('Plats', 'Place'), unit: null },
      { key: 'before', label: both('Före', 'Before'), unit: null },
      { key: 'after', label: both('Efter', 'After'), unit: null },
      { key: 'change', label: both('Ändring', 'Change'), unit: null },
    ],
    rows: [
      row(both(place.name, place.name), treated),
      row(both('Kvarteren intill', 'The blocks around'), ring),
      ...controls.map(({ place: control, counts }) => row(both(control.name, control.name), counts)),
      ...(controls.length > 0
        ? [
            row(both('Intill jämförelseplatserna', 'Around the comparison places'), controlRing),
            { place: figures, before: null, after: null, change: rounded(total.estimate, 1) },
          ]
        : []),
    ],
  };
}

function choicesOf({ controls }: Counted, ringMetres: number): Answer['choices'] {
  return [
    both(
      'Platsens yta är fryst: samma yta räknas före och efter.',
      'The area of the place is frozen: the same area is counted before and after.',
    ),
    controls.length === 0
      ? both('Det finns ingen annan hot spot att jämföra med.', 'There is no other hot spot to compare with.')
      : both(
          `Jämförelsen är kommunens andra hot spots tillsammans, ${controls.length} till antalet.`,
          `The comparison is the other hot spots together, ${controls.length} in number.`,
        ),
    both(
      `Kvarteren inom ${ringMetres} meter räknas med, så att det märks om händelserna flyttar.`,
      `The blocks within ${ringMetres} metres are counted too, so that it is noticed if incidents move.`,
    ),
  ];
}

function unsteady(phi: number): Bilingual {
  const times = inBothLanguages(phi, 1);
  return both(
    `Jämförelseplatserna svänger ${times.sv} gånger mer än slumpen. Gränserna är vidgade efter det.`,
    `The comparison places swing ${times.en} times more than chance. The limits are widened by that.`,
  );
}
