import { z } from 'zod';
import { stages } from './hotspot.js';
import { needs } from './hotspot-stage.js';

const line = (longest: number) => z.string().trim().max(longest).nullable().default(null);
const position = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]);

/** Who did something: an organisation and a role, never a person. */
export const by = z.object({ organisation: z.string().nullable(), role: z.string().nullable() }).meta({ id: 'DoneBy' });

export const problemText = z
  .object({
    what: z.string().trim().min(1, 'missing').max(1000),
    where: line(600),
    when: line(600),
    harmed: line(600).describe('Who is harmed, by function or group, never a person'),
    consequences: line(600),
    unknown: line(600).describe('What is not known yet'),
  })
  .meta({ id: 'ProblemDescriptionText' });

export const problemVersion = z
  .object({ ...problemText.shape, number: z.int(), at: z.string(), by })
  .meta({ id: 'ProblemDescription' });

export const followUpText = z
  .object({
    production: line(1000).describe('Which actions were done, and which were not'),
    process: line(1000).describe('How it went'),
    helped: line(600),
    hindered: line(600),
    effectRunId: z.uuid().nullable().default(null).describe('The answer of the engine that the group stands on'),
    effectNote: line(600).describe('What the group makes of it; needed where there is no answer, or it says too few'),
  })
  .meta({ id: 'HotspotFollowUpText' });

export const followUpVersion = z
  .object({
    ...followUpText.shape,
    effectStatus: z.string().nullable(),
    effectSentence: z.string().nullable().describe('Null also where the reader may not see the answer'),
    number: z.int(),
    at: z.string(),
    by,
  })
  .meta({ id: 'HotspotFollowUp' });

export const contact = z
  .object({
    id: z.uuid(),
    kind: z.enum(['visit', 'talk']),
    on: z.string(),
    withWhom: z.string(),
    groupSize: z.int().nullable(),
    said: z.string(),
    organisationId: z.uuid(),
    organisation: z.string(),
    withdrawn: z.boolean(),
    by,
  })
  .meta({ id: 'HotspotContact' });

export const newContact = z
  .object({
    id: z.uuid().optional().describe('Made by the client: the same one sent twice is stored once'),
    kind: z.enum(['visit', 'talk']),
    on: z.iso.date('wrong-form'),
    withWhom: z.string().trim().min(1, 'missing').max(120).describe('A function or a group, never a person'),
    groupSize: z.int().min(1).max(10_000).nullable().default(null),
    said: z.string().trim().min(1, 'missing').max(2000),
  })
  .meta({ id: 'NewHotspotContact' });

export const hotspotChange = z
  .object({
    ownerOrganisationId: z.uuid().optional(),
    ownerFunction: z.string().trim().min(1, 'missing').max(80).optional(),
    statedSource: z
      .string()
      .trim()
      .max(300)
      .nullable()
      .optional()
      .describe('What it rests on, where no report says it'),
  })
  .meta({ id: 'HotspotChange' });

const named = z.object({ id: z.uuid(), name: z.string() });

export const hotspotWork = z
  .object({
    version: z.int(),
    stage: z.enum(stages),
    statedSource: z.string().nullable(),
    mergedInto: named.nullable(),
    splitFrom: named.nullable(),
    moves: z.array(
      z.object({
        to: z.enum(stages),
        way: z.enum(['on', 'back', 'close', 'reopen']),
        reasonNeeded: z.boolean(),
        missing: z.array(z.object({ need: z.enum(needs), text: z.string() })),
      }),
    ),
    problem: problemVersion.nullable(),
    followUp: followUpVersion.nullable(),
    production: z.object({
      planned: z.int(),
      done: z.int(),
      doing: z.int(),
      cannot: z.int(),
      presenceMinutes: z.int(),
    }),
    merges: z.array(z.object({ id: z.uuid(), other: named, at: z.string() })).describe('That can be taken back'),
    news: z.object({ count: z.int(), since: z.string(), mine: z.boolean() }),
  })
  .meta({ id: 'HotspotWork' });

export const newMerge = z
  .object({
    otherId: z.uuid().describe('The one that ends in this one'),
    otherVersion: z.int().min(1).describe('As it was read'),
  })
  .meta({ id: 'NewHotspotMerge' });

export const newSplit = z
  .object({
    line: z.tuple([position, position]).describe('A straight line across; what lies to its left becomes the new one'),
    name: z.string().trim().min(1, 'missing').max(80),
  })
  .meta({ id: 'NewHotspotSplit' });

export const split = z.object({ keptId: z.uuid(), newId: z.uuid() }).meta({ id: 'HotspotSplit' });
export const merge = z.object({ id: z.uuid(), keptId: z.uuid(), otherId: z.uuid() }).meta({ id: 'HotspotMerge' });

export const timelineKinds = [
  'found',
  'taken-up',
  'stage',
  'problem',
  'cause',
  'cause-withdrawn',
  'action',
  'action-answered',
  'visit',
  'talk',
  'presence',
  'promise',
  'document',
  'follow-up',
  'merged',
  'merge-undone',
  'split',
] as const;

export const timelineEntry = z
  .object({
    at: z.string(),
    kind: z.enum(timelineKinds),
    stage: z.enum(stages).nullable().describe('For kind stage'),
    text: z.string().nullable().describe('What was written, or what it is called'),
    by,
  })
  .meta({ id: 'HotspotTimelineEntry' });

export const hotspotNews = z
  .object({ id: z.uuid(), name: z.string(), count: z.int(), since: z.string(), latestAt: z.string() })
  .meta({ id: 'HotspotNews' });

export type By = z.infer<typeof by>;
export type ProblemText = z.infer<typeof problemText>;
export type ProblemVersion = z.infer<typeof problemVersion>;
export type FollowUpText = z.infer<typeof followUpText>;
export type FollowUpVersion = z.infer<typeof followUpVersion>;
export type ContactBody = z.infer<typeof contact>;
export type NewContact = z.infer<typeof newContact>;
export type HotspotChange = z.infer<typeof hotspotChange>;
export type HotspotWorkBody = z.infer<typeof hotspotWork>;
export type NewMerge = z.infer<typeof newMerge>;
export type NewSplit = z.infer<typeof newSplit>;
export type TimelineEntry = z.infer<typeof timelineEntry>;
export type HotspotNewsBody = z.infer<typeof hotspotNews>;
