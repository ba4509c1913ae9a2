import type { PeopleClaim } from '../analysis/people-claim.js';
import { figure, type Language, list, numberWord } from './sentence-wording.js';

/** What is known of a place against where people live, work and move; `none` when nothing is loaded. */
export type PeopleFacts =
  | { readonly status: 'none' | 'too-few' | 'as-people' }
  | {
      readonly status: 'more' | 'one-baseline-only';
      /** Two baselines or more say so: only then the word "certain". */
      readonly agreed: boolean;
      /** Observed over expected in the circle that was tested. */
      readonly ratio: number;
      readonly mapsDrawn: number;
      /** Drawn maps with a circle as far from expected as this; of several baselines the most. */
      readonly mapsReaching: number;
      /** Names of the baselines that show it, and of those that do not. */
      readonly shownBy: readonly string[];
      readonly notShownBy: readonly string[];
    };

/** The facts of a claim, as the sentence takes them. */
export function peopleFacts(claim: PeopleClaim | undefined): PeopleFacts {
  if (claim === undefined || !('baselines' in claim))
    return { status: claim?.status === 'too-few' ? 'too-few' : 'none' };
  if (claim.status === 'as-people') return { status: 'as-people' };
  const shown = claim.baselines.filter((one) => one.shown);
  const most = Math.max(...shown.map(({ p }) => p ?? 1));
  return {
    status: claim.status === 'more-than-people' ? 'more' : 'one-baseline-only',
    agreed: claim.agreed,
    ratio: Math.min(...shown.map(({ ratio }) => ratio ?? 1)),
    mapsDrawn: claim.permutations,
    mapsReaching: Math.round(most * (claim.permutations + 1)) - 1,
    shownBy: shown.map(({ name }) => name),
    notShownBy: claim.baselines.filter((one) => !one.shown).map(({ name }) => name),
  };
}

/** "More than expected where people are", or why it is not said. The baseline is named, and no probability is worded. */
export function peopleSentence(facts: PeopleFacts, language: Language): string {
  const sv = language === 'sv';
  if ('shownBy' in facts) return facts.status === 'more' ? more(facts, language) : oneOnly(facts, language);
  if (facts.status === 'none') {
    return sv
      ? 'Vi vet inte hur många som rör sig här. Det händer mycket här, men vi kan inte säga att risken är högre än på andra platser.'
      : 'We do not know how many people pass through here. Much happens here, but we cannot say that the risk is higher than in other places.';
  }
  if (facts.status === 'too-few') {
    return sv
      ? 'Det är för få händelser för att jämföra med hur många som bor, arbetar och rör sig här.'
      : 'There are too few incidents to compare with how many people live, work and move here.';
  }
  return sv
    ? 'Vi kan inte visa att det är fler än väntat efter hur många som bor, arbetar och rör sig här.'
    : 'We cannot show that it is more than expected from how many people live, work and move here.';
}

type Shown = Extract<PeopleFacts, { readonly shownBy: readonly string[] }>;

function more({ ratio, mapsDrawn, mapsReaching, shownBy, agreed }: Shown, language: Language): string {
  const sv = language === 'sv';
  const maps = figure(mapsDrawn, language);
  const reaching = howMany(mapsReaching, language);
  const names = quoted(shownBy, language);
  const start = sv
    ? `Här händer ${times(ratio, 'sv')} väntat efter hur många som bor, arbetar och rör sig här.`
    : `Here ${times(ratio, 'en')} expected happens, from how many people live, work and move here.`;
  if (!agreed) {
    return sv
      ? `${start} Av ${maps} slumpade kartor, fördelade efter underlaget ${names}, hade ${reaching} en så tät anhopning.`
      : `${start} Of ${maps} random maps, spread as in the baseline ${names}, ${reaching} had so dense a cluster.`;
  }
  const most = mapsReaching > 0 ? (sv ? `högst ${reaching}` : `at most ${reaching}`) : reaching;
  return sv
    ? `${start} Av ${maps} slumpade kartor för vart och ett av underlagen ${names} hade ${most} en så tät anhopning. Underlagen säger samma sak, så det är säkert.`
    : `${start} Of ${maps} random maps for each of the baselines ${names}, ${most} had so dense a cluster. The baselines agree, so this is certain.`;
}

function oneOnly({ shownBy, notShownBy }: Shown, language: Language): string {
  const [yes, no] = [quoted(shownBy, language), quoted(notShownBy, language)];
  return language === 'sv'
    ? `Mot underlaget ${yes} händer mer än väntat här, men inte mot ${no}. Därför säger vi inte att risken är högre än på andra platser.`
    : `Against the baseline ${yes} more than expected happens here, but not against ${no}. So we do not say that the risk is higher than in other places.`;
}

function howMany(maps: number, language: Language): string {
  if (maps === 0) return language === 'sv' ? 'ingen' : 'none';
  return numberWord(maps, language);
}

function quoted(names: readonly string[], language: Language): string {
  return list(
    names.map((name) => (language === 'sv' ? `”${name}”` : `“${name}”`)),
    language,
  );
}

/** `ungefär tre gånger så mycket som`, up to `mer än` where the figure would promise too much. */
function times(ratio: number, language: Language): string {
  const sv = language === 'sv';
  if (ratio < 1.25) return sv ? 'något mer än' : 'somewhat more than';
  if (ratio < 1.75) return sv ? 'ungefär en och en halv gång så mycket som' : 'about one and a half times as much as';
  const whole = Math.round(ratio);
  if (whole === 2) return sv ? 'ungefär dubbelt så mycket som' : 'about twice as much as';
  if (sv) return `ungefär ${numberWord(whole, 'sv')} gånger så mycket som`;
  return `about ${numberWord(whole, 'en')} times as much as`;
}
