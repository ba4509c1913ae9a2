import type { ProblemTable } from '../app/domain-error.js';
import { fieldText } from '../app/problem-texts.js';

/** What can go wrong with analyses and hot spots, in words. */
export const hotspotProblems: ProblemTable = {
  'place-secret': {
    status: 422,
    title: ['Platsen kan omfattas av sekretess', 'The place may be covered by secrecy'],
    detail: [
      'Ett underlag för samverkan eller allmänheten görs bara för öppna platser. Välj det interna.',
      'A paper for the cooperation or the public is made of open places only. Choose the internal one.',
    ],
  },
  'period-reversed': fieldText(
    'Perioden slutar innan den börjar. Byt plats på datumen.',
    'The period ends before it starts. Swap the dates.',
  ),
  'hotspot-name-taken': {
    status: 409,
    title: ['Namnet används redan', 'The name is in use'],
    detail: [
      'Det finns redan en hot spot med det namnet. Välj ett annat.',
      'There is a hot spot with that name. Choose another.',
    ],
  },
  'cluster-already-taken': {
    status: 409,
    title: ['Anhopningen är redan upptagen', 'The cluster is taken up already'],
    detail: [
      'Någon har redan gjort den till en hot spot. Läs in kartan igen.',
      'Somebody has made it a hot spot. Reload the map.',
    ],
  },
  'cluster-or-area': fieldText('Välj en anhopning eller rita ett område.', 'Choose a cluster or draw an area.'),
  'stage-not-next': {
    status: 409,
    title: ['Steget kommer inte härnäst', 'That is not the next stage'],
    detail: [
      'En hot spot går ett steg i taget, framåt eller tillbaka.',
      'A hot spot moves one stage at a time, forwards or back.',
    ],
  },
  'stage-needs': {
    status: 409,
    title: ['Något saknas innan ni kan gå vidare', 'Something is missing before you can go on'],
    detail: ['Fyll i det som står i listan och försök igen.', 'Fill in what the list says and try again.'],
  },
  'need-basis': fieldText(
    'Underlag saknas. Det finns inga rapporter inom området. Vänta in rapporter, eller skriv vad ni stöder er på.',
    'There is nothing to build on. No report lies within the area. Wait for reports, or write what you rely on.',
  ),
  'need-area': fieldText('Området saknas. Rita det på kartan.', 'The area is missing. Draw it on the map.'),
  'need-owner': fieldText(
    'Ansvarig saknas. Skriv vilken organisation och funktion som håller ihop arbetet.',
    'Nobody answers for it. Write which organisation and function keeps the work together.',
  ),
  'need-problem': fieldText(
    'Problembeskrivningen saknas. Skriv vad som händer, var, när och vem som drabbas.',
    'The problem description is missing. Write what happens, where, when and who is harmed.',
  ),
  'need-cause': fieldText(
    'Orsaker saknas. Skriv minst en orsak till att det händer just här.',
    'Causes are missing. Write at least one cause of it happening here.',
  ),
  'need-action': fieldText(
    'Åtgärd saknas. Bestäm minst en åtgärd: vad som ska göras, vem som gör det och när det ska vara klart.',
    'An action is missing. Decide at least one: what is to be done, who does it and when it is to be finished.',
  ),
  'need-production': fieldText(
    'Uppföljning av produktionen saknas. Skriv vilka åtgärder som blev gjorda och vilka som inte blev det.',
    'The follow-up of production is missing. Write which actions were done and which were not.',
  ),
  'need-process': fieldText(
    'Uppföljning av processen saknas. Skriv hur arbetet gick.',
    'The follow-up of the process is missing. Write how the work went.',
  ),
  'need-effect': fieldText(
    'Uppföljning av effekten saknas. Räkna före och efter och spara svaret, eller skriv varför det inte går att räkna.',
    'The follow-up of the effect is missing. Count before and after and save the answer, or write why it cannot be counted.',
  ),
  'need-reason': fieldText(
    'Skäl saknas. Skriv varför ni tar det här steget.',
    'A reason is missing. Write why you take this step.',
  ),
  'hotspot-merged': {
    status: 409,
    title: ['Hot spoten är ihopslagen med en annan', 'The hot spot is part of another'],
    detail: ['Arbetet fortsätter i {name}. Skriv där i stället.', 'The work goes on at {name}. Write there instead.'],
  },
  'merge-two': fieldText('Välj en annan hot spot att slå ihop med.', 'Choose another hot spot to merge with.'),
  'merge-into-closed': {
    status: 409,
    title: ['Hot spoten är avslutad', 'The hot spot is closed'],
    detail: ['Öppna den igen innan du slår ihop den med en annan.', 'Open it again before you merge another into it.'],
  },
  'merge-not-latest': {
    status: 409,
    title: ['En senare sammanslagning kommer först', 'A later merge comes first'],
    detail: ['Ta tillbaka den senaste sammanslagningen först.', 'Take the latest merge back first.'],
  },
  'merge-cut-since': {
    status: 409,
    title: ['Området har delats efteråt', 'The area has been split since'],
    detail: [
      'Sammanslagningen går inte att ta tillbaka, eftersom området har delats sedan dess. Dela det igen i stället.',
      'The merge cannot be taken back, since the area has been split after it. Split it once more instead.',
    ],
  },
  'split-misses': fieldText(
    'Linjen delar inte området i två delar. Dra den tvärs över området.',
    'The line does not cut the area in two. Draw it right across.',
  ),
  'area-crosses-itself': fieldText(
    'Linjen korsar sig själv: sidan efter hörn {first} skär sidan efter hörn {second}. Flytta ett av hörnen.',
    'The outline crosses itself: the side after corner {first} cuts the side after corner {second}. Move one of the corners.',
  ),
  'area-too-large': fieldText(
    'Området är {hectares} hektar. En hot spot är en plats och får vara högst 100 hektar (1 km²). Rita en mindre del, eller flera.',
    'The area is {hectares} hectares. A hot spot is a place and may be at most 100 hectares (1 km²). Draw a smaller part, or several.',
  ),
  'area-elsewhere': fieldText(
    'Området ligger utanför kommunen. Rita det innanför kommungränsen.',
    'The area lies outside the municipality. Draw it within the border.',
  ),
  'unknown-cause': fieldText(
    'Orsaken finns inte längre. Läs in listan igen.',
    'The cause is no longer there. Reload the list.',
  ),
  'cause-below-itself': fieldText('En orsak kan inte stå under sig själv.', 'A cause cannot stand below itself.'),
  'cause-too-deep': fieldText(
    'Trädet har redan fem nivåer. Flytta orsaken längre upp.',
    'The tree has five levels already. Move the cause further up.',
  ),
  'too-many-causes': {
    status: 409,
    title: ['Det är för många orsaker', 'There are too many causes'],
    detail: [
      'En hot spot rymmer 150 orsaker. Ta bort sådana som säger samma sak.',
      'A hot spot holds 150 causes. Remove those that say the same.',
    ],
  },
  'unknown-effect': fieldText(
    'Svaret finns inte, eller så får du inte se det. Räkna före och efter igen.',
    'The answer is not there, or you may not see it. Count before and after again.',
  ),
  'effect-note-needed': fieldText(
    'Svaret säger inget säkert. Skriv vad ni tar med er av det.',
    'The answer says nothing certain. Write what you make of it.',
  ),
};
